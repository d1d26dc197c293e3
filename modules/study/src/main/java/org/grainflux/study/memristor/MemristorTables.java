package org.grainflux.study.memristor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.grainflux.core.InfrastructureException;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.run.RunFolder;

/** What a memristor run keeps beside the ledger. */
public final class MemristorTables {
    public static final RecordTable<CyclesRow> CYCLES = RecordTable.of("cycles", CyclesRow.class);
    public static final RecordTable<LoopRow> LOOPS = RecordTable.of("loops", LoopRow.class);

    /** The measured tables as they were read, so that a report needs no file outside the run. */
    public static final String MEASUREMENTS = "measurements.json";

    private MemristorTables() {}

    /** The measurements of a run; none when it has none. */
    public static List<Measurement> measurements(RunFolder folder) {
        try {
            String text = folder.readText(MEASUREMENTS).orElse("[]");
            return List.of(new ObjectMapper().readValue(text, Measurement[].class));
        } catch (JsonProcessingException e) {
            throw new InfrastructureException(
                    folder.location() + "/" + MEASUREMENTS + " is damaged: " + e.getOriginalMessage()
                            + "; compute the run again in another folder",
                    e);
        }
    }
}
