package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.grainflux.study.results.CellRow;

/** How many nominal designs of all structures were answered by reduced models, and the largest error these estimated. */
final class ReductionReport {
    private int answers;
    private int reduced;
    private double largestEstimate;

    void add(CellRow row) {
        // Both electrodes of a cell tell the same of its solution.
        if (row.electrode() != 0) {
            return;
        }
        answers++;
        if (row.solutionMethod().equals(CellRow.REDUCED)) {
            reduced++;
            largestEstimate = Math.max(largestEstimate, row.currentErrorEstimate());
        }
    }

    /** Says nothing of a run without reduced answers. */
    void putInto(ObjectNode root) {
        if (reduced > 0) {
            ObjectNode node = root.putObject("reduction");
            node.put("cells", answers);
            node.put("reduced", reduced);
            node.put("largest_current_error_estimate", largestEstimate);
        }
    }
}
