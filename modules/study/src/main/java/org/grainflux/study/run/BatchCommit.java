package org.grainflux.study.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The marker of one committed batch: the files that count and what became of each realization in them.
 *
 * @param round number of the claim of the command that worked on the run
 * @param batch hash of the batch's work units
 * @param files table name to file name; a table without rows has no file
 */
record BatchCommit(
        @JsonProperty("round") int round,
        @JsonProperty("batch") String batch,
        @JsonProperty("files") Map<String, String> files,
        @JsonProperty("structures") List<StructureOutcome> structures) {
    /**
     * Names of the designs by what became of them on each of some structures.
     *
     * @param structures as of {@link StructureRanges}, e.g. {@code 3, 17-20}
     */
    record StructureOutcome(
            @JsonProperty("structures") String structures,
            @JsonProperty("completed") List<String> completed,
            @JsonProperty("failed") List<String> failed,
            @JsonProperty("aborted") List<String> aborted) {
        IntStream structureIndices() {
            return StructureRanges.parse(structures);
        }
    }

    int firstStructure() {
        return structures.stream()
                .flatMapToInt(StructureOutcome::structureIndices)
                .min()
                .orElse(0);
    }

    /** Whether it tells what became of a realization. */
    boolean holds(int structureIndex, String design) {
        return structures.stream()
                .filter(outcome -> Stream.of(outcome.completed(), outcome.failed(), outcome.aborted())
                        .anyMatch(designs -> designs.contains(design)))
                .flatMapToInt(StructureOutcome::structureIndices)
                .anyMatch(structure -> structure == structureIndex);
    }

    String markerName() {
        return String.format("%s/%04d-%s.json", RunFolder.COMMITS, round, batch);
    }
}
