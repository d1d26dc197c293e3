package org.grainflux.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.grainflux.core.InfrastructureException;
import org.grainflux.study.plan.WorkUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
    private static final List<String> DESIGNS = List.of("bare", "hl");
    private static final int STRUCTURES = 9;

    @TempDir
    Path temporary;

    private RunFolder folder;

    @BeforeEach
    void openRun() {
        folder = RunFolder.at(temporary.resolve("run").toString());
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(RunFolderTest.begun("h", STRUCTURES, DESIGNS));
    }

    /** Batches of three structures. */
    private void compute(FakeRunner runner, int... firstStructures) {
        for (int first : firstStructures) {
            new BatchRunner(folder, DESIGNS, folder.nextRound(), runner)
                    .run(Batch.of(IntStream.range(first, first + 3)
                            .mapToObj(structure -> new WorkUnit(structure, DESIGNS))
                            .toList()));
        }
    }

    private Reconciliation reconcile() {
        return Reconciliation.of(RunReader.open(folder));
    }

    private static BitSet set(int... structures) {
        BitSet set = new BitSet();
        IntStream.of(structures).forEach(set::set);
        return set;
    }

    @Test
    void everyExpectedRealizationIsCompletedFailedOrMissing() {
        compute(new FakeRunner(Set.of(1), Set.of(2)), 0, 6);
        Reconciliation books = reconcile();
        assertThat(books.counts()).isEqualTo(new RunStatus.Counts(18, 8, 2, 2, 6));
        assertThat(books.missing()).isEqualTo(Map.of("bare", set(2, 3, 4, 5), "hl", set(2, 3, 4, 5)));
        assertThat(books.missingLine()).hasValue("bare: structures 2-5; hl: structures 2-5");
        compute(new FakeRunner(), 3);
        assertThat(reconcile().missingByDesign()).isEqualTo(Map.of("bare", "2", "hl", "2"));
    }

    @Test
    void nothingIsMissingFromACompleteRun() {
        compute(new FakeRunner(), 0, 3, 6);
        assertThat(reconcile().missing()).isEmpty();
        assertThat(reconcile().missingLine()).isEmpty();
    }

    @Test
    void markerWithoutResultsIsContradictedByNameAndMarker() throws IOException {
        compute(new FakeRunner(), 0, 3, 6);
        editMarker(marker -> ((ObjectNode) marker.get("files")).remove("cells"));
        assertThatThrownBy(this::reconcile)
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("structure 0 with bare is completed and has no rows in results/cells")
                .hasMessageContaining("marker ledger/commits/0001-")
                .hasMessageContaining("and 1 more")
                .hasMessageContaining("--resume");
    }

    @Test
    void markerThatTellsAnotherOutcomeThanTheLedgerIsContradicted() throws IOException {
        compute(new FakeRunner(Set.of(1), Set.of()), 0, 3, 6);
        editMarker(marker -> {
            ObjectNode outcome = (ObjectNode) marker.get("structures").get(1);
            outcome.set("completed", outcome.get("failed"));
            outcome.set("failed", outcome.arrayNode());
        });
        assertThatThrownBy(this::reconcile)
                .hasMessageContaining("structure 1 with bare is completed by its marker and failed in the ledger");
    }

    @Test
    void markerThatNamesNoLedgerIsContradicted() throws IOException {
        compute(new FakeRunner(), 0, 3, 6);
        editMarker(marker -> ((ObjectNode) marker.get("files")).remove("ledger"));
        assertThatThrownBy(this::reconcile)
                .hasMessageContaining("structure 0 with bare is completed by its marker and missing in the ledger");
    }

    /** Of the first batch, whose round is the lowest. */
    private void editMarker(java.util.function.Consumer<ObjectNode> edit) throws IOException {
        String name = RunFolder.COMMITS + "/"
                + folder.storage().list(RunFolder.COMMITS).stream()
                        .filter(marker -> marker.endsWith(".json"))
                        .findFirst()
                        .orElseThrow();
        ObjectMapper json = new ObjectMapper();
        ObjectNode marker = (ObjectNode) json.readTree(folder.readText(name).orElseThrow());
        edit.accept(marker);
        folder.storage().replace(name, json.writeValueAsString(marker).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rangesReadAsAPersonWouldWriteThem() {
        assertThat(StructureRanges.text(set())).isEmpty();
        assertThat(StructureRanges.text(set(4))).isEqualTo("4");
        assertThat(StructureRanges.text(set(0, 1, 5, 7, 8, 9))).isEqualTo("0-1, 5, 7-9");
        assertThat(StructureRanges.text(set(0, 1, 5, 7, 8, 9), 2)).isEqualTo("0-1, 5 and 3 more");
    }
}
