package org.grainflux.statistics.variance;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.statistics.variance.VarianceShares.Source;

/** Mean squares of the balanced nested design; see the package description. */
final class MeanSquares {
    private final int nS;
    private final int nP;
    private final int nD;
    private double msS;
    private double msP;
    private double msD;
    private double msPD;

    /** @param grids ln values, one [prior][draw] grid per structure */
    MeanSquares(List<double[][]> grids) {
        nS = grids.size();
        nP = grids.get(0).length;
        nD = grids.get(0)[0].length;
        double[] structureMean = new double[nS];
        for (int s = 0; s < nS; s++) {
            structureMean[s] = addStructure(grids.get(s));
        }
        double grand = mean(structureMean);
        for (double m : structureMean) {
            msS += square(m - grand);
        }
        msS *= nP * (double) nD / (nS - 1);
        msP = nP > 1 ? msP * nD / (nS * (nP - 1.0)) : 0;
        msD = nD > 1 ? msD * nP / (nS * (nD - 1.0)) : 0;
        msPD = nP > 1 && nD > 1 ? msPD / (nS * (nP - 1.0) * (nD - 1.0)) : 0;
    }

    private double addStructure(double[][] y) {
        double[] priorMean = new double[nP];
        double[] drawMean = new double[nD];
        for (int p = 0; p < nP; p++) {
            priorMean[p] = mean(y[p]);
            for (int d = 0; d < nD; d++) {
                drawMean[d] += y[p][d] / nP;
            }
        }
        double mean = mean(priorMean);
        for (int p = 0; p < nP; p++) {
            msP += square(priorMean[p] - mean);
            for (int d = 0; d < nD; d++) {
                msPD += square(y[p][d] - priorMean[p] - drawMean[d] + mean);
            }
        }
        for (double m : drawMean) {
            msD += square(m - mean);
        }
        return mean;
    }

    VarianceShares shares(int excludedStructures, long clippedValues) {
        List<Source> zeroed = new ArrayList<>();
        double interaction = msPD;
        double prior = nP > 1 ? notNegative((msP - msPD) / nD, Source.PRIOR, zeroed) : 0;
        double draw = nD > 1 ? notNegative((msD - msPD) / nP, Source.DRAW, zeroed) : 0;
        // From the mean squares themselves, not from the components already cut at zero, which would bias this one.
        double structure = notNegative((msS - msP - msD + msPD) / (nP * (double) nD), Source.STRUCTURE, zeroed);
        return new VarianceShares(structure, prior, draw, interaction, zeroed, nS, excludedStructures, clippedValues);
    }

    private static double notNegative(double component, Source source, List<Source> zeroed) {
        if (component < 0) {
            zeroed.add(source);
            return 0;
        }
        return component;
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum / x.length;
    }

    private static double square(double x) {
        return x * x;
    }
}
