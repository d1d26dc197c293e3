package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.grainflux.statistics.variance.VarianceShares;
import org.grainflux.study.results.StrengthRow;

/**
 * Shares of the variance of ln(CCD) that come from the structure, the flaws and the study's distributions. Each
 * electrode of a structure is one patch with a full grid of prior draws and flaw draws.
 */
final class VarianceReport {
    private VarianceReport() {}

    static void putShares(ObjectNode design, DesignPopulation population) {
        for (Hypothesis hypothesis : List.of(Hypothesis.COMPETING, Hypothesis.SELF_CONSISTENT)) {
            String key = hypothesis == Hypothesis.COMPETING ? "variance_share" : "variance_share_self_consistent";
            ObjectNode node = design.putObject(key);
            double[][][] grids = grids(population, hypothesis);
            double limit = largestFinite(grids);
            if (grids.length < 2 || grids[0].length < 2 || grids[0][0].length < 2 || !(limit > 0)) {
                node.put("refused", "needs at least 2 patches with 2 prior draws and 2 flaw draws each");
                continue;
            }
            VarianceShares shares = VarianceShares.of(grids, limit);
            JsonNumbers.put(node, "structure", shares.share(VarianceShares.Source.STRUCTURE));
            JsonNumbers.put(node, "flaws", shares.share(VarianceShares.Source.DRAW));
            JsonNumbers.put(node, "priors", shares.share(VarianceShares.Source.PRIOR));
            JsonNumbers.put(node, "interaction", shares.share(VarianceShares.Source.INTERACTION));
            JsonNumbers.put(node, "standard_deviation_ln", Math.sqrt(shares.total()));
            node.put("clipped_values", shares.clippedValues());
        }
    }

    /** [patch][prior draw][flaw draw]; patches with an incomplete grid are left out. */
    private static double[][][] grids(DesignPopulation population, Hypothesis hypothesis) {
        List<double[][]> grids = new ArrayList<>();
        for (List<StrengthRow> rows : population.strengths().values()) {
            int priors = rows.stream().mapToInt(StrengthRow::priorDraw).max().orElse(0);
            int flaws = 1 + rows.stream().mapToInt(StrengthRow::flawDraw).max().orElse(-1);
            double[][][] byElectrode = new double[2][priors][flaws];
            long filled = 0;
            for (StrengthRow row : rows) {
                if (row.priorDraw() > 0) {
                    byElectrode[row.electrode()][row.priorDraw() - 1][row.flawDraw()] =
                            hypothesis.valueAPerM2().applyAsDouble(row);
                    filled++;
                }
            }
            if (filled == 2L * priors * flaws && priors > 0) {
                grids.addAll(List.of(byElectrode));
            }
        }
        return grids.toArray(double[][][]::new);
    }

    private static double largestFinite(double[][][] grids) {
        double largest = 0;
        for (double[][] grid : grids) {
            for (double[] row : grid) {
                for (double value : row) {
                    largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
                }
            }
        }
        return largest;
    }
}
