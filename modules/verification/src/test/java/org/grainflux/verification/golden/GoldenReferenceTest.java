package org.grainflux.verification.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenReferenceTest {
    /** Accepts the present numbers when true; set on the command line only. */
    private static final String UPDATE_PROPERTY = "grainflux.golden.update";

    /**
     * Relative. The same program gives the same bits on one Java release; between releases exp, log and pow may differ in
     * the last bit, which grows to some 1e-12 in a summary.
     */
    private static final double TOLERANCE = 1e-9;

    /** The hash changes with every default of a study; sentences quote numbers that are compared anyway. */
    private static final Set<String> NOT_COMPARED = Set.of("study_hash", "explanation");

    /** Differences of nearly equal numbers, whose own digits are rounding. */
    private static final Set<String> RELATIVE_ALREADY = Set.of("mesh_error");

    private static final Path ACCEPTED = GoldenStudy.FOLDER.resolve("summary.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temporary;

    @Test
    void theSummaryIsTheAcceptedOne() throws IOException {
        StudyConfig study = GoldenStudy.read();
        RunReader run = GoldenStudy.run(study, temporary.resolve("run"), 1, 1);
        assertThat(run.list(RunTables.LEDGER)).extracting(LedgerRow::state).containsOnly(LedgerRow.COMPLETED);
        ObjectNode summary = GoldenStudy.summary(study, run);
        if (Boolean.getBoolean(UPDATE_PROPERTY)) {
            summary.remove(NOT_COMPARED);
            Files.writeString(ACCEPTED, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n");
        }
        JsonNode accepted = JSON.readTree(Files.readString(ACCEPTED));

        List<String> differences =
                JsonDifferences.between(accepted, summary, TOLERANCE, NOT_COMPARED, RELATIVE_ALREADY);

        assertThat(differences)
                .as(
                        "results changed; if that is intended, raise StudyConfig.NUMERICS_VERSION, accept them as CONTRIBUTING.md"
                                + " says, and tell under \"Results changed\" in CHANGELOG.md")
                .isEmpty();
    }

    @Test
    void aDifferenceIsSeen() throws IOException {
        JsonNode accepted = design("\"x\":1.0,\"y\":null,\"mesh_error\":1e-7,\"study_hash\":\"a\"");
        JsonNode close = design("\"x\":1.0000000005,\"y\":null,\"mesh_error\":1.001e-7,\"study_hash\":\"b\"");
        JsonNode far = design("\"x\":1.000000002,\"y\":2,\"mesh_error\":2e-7,\"z\":3");

        assertThat(JsonDifferences.between(accepted, close, TOLERANCE, NOT_COMPARED, RELATIVE_ALREADY))
                .isEmpty();
        assertThat(JsonDifferences.between(accepted, far, TOLERANCE, NOT_COMPARED, RELATIVE_ALREADY))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).startsWith(".designs[hl]."));
    }

    private static JsonNode design(String fields) throws IOException {
        return JSON.readTree("{\"designs\":[{\"name\":\"hl\"," + fields + "}]}");
    }
}
