package org.grainflux.study.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

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
    /** Names of the designs by what became of them on one structure. */
    record StructureOutcome(
            @JsonProperty("structure") int structureIndex,
            @JsonProperty("completed") List<String> completed,
            @JsonProperty("failed") List<String> failed,
            @JsonProperty("aborted") List<String> aborted) {}

    int firstStructure() {
        return structures.stream()
                .mapToInt(StructureOutcome::structureIndex)
                .min()
                .orElse(0);
    }

    String markerName() {
        return String.format("%s/%04d-%s.json", RunFolder.COMMITS, round, batch);
    }
}
