package org.grainflux.report.memristor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.config.MemristorStudyReader;
import org.grainflux.study.config.SingleFile;
import org.grainflux.study.memristor.CycleBands;
import org.grainflux.study.memristor.CyclesRow;
import org.grainflux.study.memristor.LoopRow;
import org.grainflux.study.memristor.Measurement;
import org.grainflux.study.memristor.MemristorTables;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;

/**
 * Everything the report shows.
 *
 * @param onOff ratio by cycle, by design
 * @param setBiasV by cycle, by design
 * @param drawnDevices how many devices these bands are made of
 * @param loops of the first device
 * @param measurements measured tables that are overlaid
 * @param failures rows of the ledger that are not completed
 */
record MemristorInput(
        MemristorStudy study,
        RunStatus status,
        String location,
        JsonNode summary,
        Map<String, CycleBands> onOff,
        Map<String, CycleBands> setBiasV,
        int drawnDevices,
        List<LoopRow> loops,
        List<Measurement> measurements,
        List<LedgerRow> failures) {
    /** Values of a band that are held at once; of a larger population the first devices are drawn. */
    private static final long MOST_VALUES = 2_000_000;

    static MemristorInput read(RunFolder folder) {
        RunReader run = RunReader.open(folder);
        MemristorStudy study = new MemristorStudyReader(new SingleFile(RunFolder.STUDY, run.studyYaml()), List.of())
                .read(RunFolder.STUDY);
        Map<String, CycleBands> onOff = new LinkedHashMap<>();
        Map<String, CycleBands> setBias = new LinkedHashMap<>();
        study.designs().forEach(design -> {
            onOff.put(design.name(), new CycleBands());
            setBias.put(design.name(), new CycleBands());
        });
        long perDevice = (long) study.cycles() * study.designs().size();
        int drawn = (int) Math.min(run.status().structures(), Math.max(2, MOST_VALUES / perDevice));
        try (Stream<CyclesRow> rows = run.rows(MemristorTables.CYCLES)) {
            rows.takeWhile(row -> row.structureIndex() < drawn).forEach(row -> {
                onOff.get(row.design()).add(row.onOffRatios());
                setBias.get(row.design()).add(row.setBiasV());
            });
        }
        List<LoopRow> loops;
        try (Stream<LoopRow> rows = run.rows(MemristorTables.LOOPS)) {
            loops = rows.takeWhile(row -> row.structureIndex() == 0).toList();
        }
        List<LedgerRow> failures;
        try (Stream<LedgerRow> rows = run.rows(RunTables.LEDGER)) {
            failures =
                    rows.filter(row -> !row.state().equals(LedgerRow.COMPLETED)).toList();
        }
        return new MemristorInput(
                study,
                run.status(),
                folder.location(),
                summary(folder),
                onOff,
                setBias,
                drawn,
                loops,
                MemristorTables.measurements(folder),
                failures);
    }

    private static JsonNode summary(RunFolder folder) {
        try {
            return new ObjectMapper()
                    .readTree(folder.readText(RunFolder.SUMMARY)
                            .orElseThrow(() -> new InvalidInputException("the run in " + folder.location()
                                    + " has no summary.json; write it with grainflux report")));
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    folder.location() + "/" + RunFolder.SUMMARY + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The summary's entry of an electrode under a protocol. */
    JsonNode entry(MemristorStudy.Design design) {
        for (JsonNode entry : summary.path("electrodes")) {
            if (entry.path("name").asText().equals(design.name())) {
                return entry;
            }
        }
        return summary.path("electrodes").path(-1);
    }

    /** A number of an entry; NaN where it is null. */
    double number(MemristorStudy.Design design, String... path) {
        JsonNode node = entry(design);
        for (String step : path) {
            node = node.path(step);
        }
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    /** All designs of one electrode. */
    List<MemristorStudy.Design> designsOf(MemristorStudy.ElectrodeSite electrode) {
        return study.designs().stream()
                .filter(design -> design.electrode().equals(electrode))
                .toList();
    }

    /** All designs under one protocol. */
    List<MemristorStudy.Design> designsUnder(MemristorStudy.Protocol protocol) {
        return study.designs().stream()
                .filter(design -> design.protocol().equals(protocol))
                .toList();
    }

    static String label(MemristorStudy.Design design) {
        return design.electrode().label() + ", " + design.protocol().name();
    }
}
