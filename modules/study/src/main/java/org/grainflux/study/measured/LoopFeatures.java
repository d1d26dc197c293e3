package org.grainflux.study.measured;

import java.util.Arrays;

/**
 * What a current–voltage loop says at a glance. NaN where it does not.
 *
 * @param setBiasV at the largest rise of the logarithm of the current on the way to the most negative bias
 * @param resetBiasV at its largest fall on the way to the most positive bias or back
 * @param onOhm bias over current on the way back from the most negative bias, below the compliance
 * @param offA magnitude of the current before the SET, at half its bias
 */
public record LoopFeatures(double setBiasV, double resetBiasV, double onOhm, double offA) {
    /** A jump below a factor of three is a slope, or noise. */
    private static final double SMALLEST_JUMP = Math.log(3);

    /** Currents above this share of the largest are held by the compliance. */
    private static final double COMPLIANCE_SHARE = 0.95;

    /** Reads a loop whose setting half comes before its resetting half, or after it. */
    public static LoopFeatures of(double[] biasV, double[] currentA) {
        int lowest = 0;
        for (int i = 1; i < biasV.length; i++) {
            lowest = biasV[i] < biasV[lowest] ? i : lowest;
        }
        int begin = lowest;
        while (begin > 0 && biasV[begin - 1] <= 0 && biasV[begin - 1] >= biasV[begin]) {
            begin--;
        }
        int end = lowest;
        while (end < biasV.length - 1 && biasV[end + 1] <= 0 && biasV[end + 1] >= biasV[end]) {
            end++;
        }
        int set = jump(biasV, currentA, begin, lowest, 1);
        double setV = set < 0 ? Double.NaN : biasV[set];
        return new LoopFeatures(
                setV,
                resetBias(biasV, currentA),
                set < 0 ? Double.NaN : onResistance(biasV, currentA, lowest, end),
                set < 0 ? Double.NaN : offCurrent(biasV, currentA, begin, set));
    }

    /** Index of the second point of the largest step of ln|I| between two points; −1 when there is no jump. */
    private static int jump(double[] biasV, double[] currentA, int from, int to, int sign) {
        int found = -1;
        double largest = SMALLEST_JUMP;
        for (int i = from + 1; i <= to; i++) {
            double currentStep = sign * Math.log(Math.abs(currentA[i] / currentA[i - 1]));
            double conductanceStep = currentStep - sign * Math.log(Math.abs(biasV[i] / biasV[i - 1]));
            // A resistor changes its current alone, a floor or a compliance the conductance alone; a jump is both.
            double step = Math.min(currentStep, conductanceStep);
            if (step > largest && Double.isFinite(step)) {
                largest = step;
                found = i;
            }
        }
        return found;
    }

    private static double resetBias(double[] biasV, double[] currentA) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < biasV.length; i++) {
            if (biasV[i] > 0) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        int cut = first < 0 ? -1 : jump(biasV, currentA, first, last, -1);
        return cut < 0 ? Double.NaN : biasV[cut - 1];
    }

    private static double onResistance(double[] biasV, double[] currentA, int lowest, int end) {
        double limit =
                COMPLIANCE_SHARE * Arrays.stream(currentA).map(Math::abs).max().orElse(0);
        double[] ohms = new double[Math.max(0, end - lowest)];
        int count = 0;
        for (int i = lowest + 1; i <= end; i++) {
            if (biasV[i] < 0 && Math.abs(currentA[i]) < limit && currentA[i] != 0) {
                ohms[count++] = Math.abs(biasV[i] / currentA[i]);
            }
        }
        double[] sorted = Arrays.copyOf(ohms, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[count / 2];
    }

    private static double offCurrent(double[] biasV, double[] currentA, int begin, int set) {
        double half = biasV[set] / 2;
        int nearest = begin;
        for (int i = begin; i < set; i++) {
            nearest = Math.abs(biasV[i] - half) < Math.abs(biasV[nearest] - half) ? i : nearest;
        }
        return Math.abs(currentA[nearest]);
    }
}
