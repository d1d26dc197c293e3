package org.grainflux.jobs.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.LoopEngine;
import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.jobs.predict.FakeStudy;
import org.grainflux.jobs.predict.PredictJob;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;

/** A run of the fake study on a storage under test. */
final class StoredRun {
    static final int STRUCTURES = 24;

    private final String location;
    private final EngineArguments arguments;

    /** @param hadoopSettings of the storage's client */
    StoredRun(String location, Map<String, String> hadoopSettings) {
        this.location = location;
        Map<String, String> settings = new HashMap<>();
        hadoopSettings.forEach((key, value) -> settings.put("spark.hadoop." + key, value));
        this.arguments = new EngineArguments(settings);
    }

    ExitCode predict(Admission admission) {
        return predict(admission, new FakeStudy(0, 0));
    }

    ExitCode predict(Admission admission, RunnerFactory runners) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new PredictJob(FakeStudy.request(STRUCTURES, runners), location, arguments, nowhere, nowhere)
                .run(admission, () -> new LoopEngine(2), (books, out) -> {});
    }

    RunFolder folder() {
        return arguments.folder(location);
    }

    /** The command that failed may be this very process, whose end nobody sees: the folder is taken over. */
    void resumeAndCompare() throws IOException {
        assertThat(predict(Admission.TAKE_OVER)).isEqualTo(ExitCode.COMPLETE);
        Path undisturbed = Files.createTempDirectory("undisturbed");
        StoredRun other = new StoredRun(undisturbed.resolve("run").toString(), Map.of());
        other.predict(Admission.NEW);
        assertThat(ledger()).isEqualTo(other.ledger());
        assertThat(cells()).isEqualTo(other.cells());
    }

    /** As texts, in which NaN equals NaN. */
    private List<String> ledger() {
        return RunReader.open(folder()).list(RunTables.LEDGER).stream()
                .map(LedgerRow::toString)
                .toList();
    }

    private List<String> cells() {
        return RunReader.open(folder()).list(RunTables.CELLS).stream()
                .map(CellRow::toString)
                .toList();
    }

    Set<String> filesNamedByMarkers() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String marker : folder().storage().list("ledger/commits")) {
            named.addAll(filesNamedBy(folder(), "ledger/commits/" + marker));
        }
        return named;
    }

    static Set<String> filesNamedBy(RunFolder folder, String marker) throws IOException {
        Set<String> named = new TreeSet<>();
        JsonNode files = new ObjectMapper()
                .readTree(folder.readText(marker).orElseThrow())
                .get("files");
        files.forEach(file -> named.add(file.asText()));
        return named;
    }
}
