package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;

/**
 * Area-specific resistance of an electrode's interface along x: piecewise constant and periodic, in strips along y in 3D. A patch of
 * resistance 0 is perfect contact, one of {@link Double#POSITIVE_INFINITY} is an insulating gap.
 */
public final class ResistanceProfile {
    private final double periodM;
    private final double[] startsM;
    private final double[] resistancesOhmM2;

    private ResistanceProfile(double periodM, double[] startsM, double[] resistancesOhmM2) {
        this.periodM = periodM;
        this.startsM = startsM;
        this.resistancesOhmM2 = resistancesOhmM2;
    }

    /** The same resistance everywhere, Ω m²; 0 is perfect contact. */
    public static ResistanceProfile uniform(double resistanceOhmM2) {
        if (!(resistanceOhmM2 >= 0 && Double.isFinite(resistanceOhmM2))) {
            throw new InvalidInputException("a uniform interface resistance must be finite and >= 0, got "
                    + resistanceOhmM2 + " ohm m2; use a patchwise profile for gaps");
        }
        return new ResistanceProfile(Double.POSITIVE_INFINITY, new double[] {0}, new double[] {resistanceOhmM2});
    }

    /**
     * @param periodM period of the profile, m; the cell's width must be a whole number of periods
     * @param startsM first coordinate of each patch, increasing, the first one 0; a patch ends where the next begins
     * @param resistancesOhmM2 one per patch, ≥ 0; infinity is a gap
     */
    public static ResistanceProfile patchwise(double periodM, double[] startsM, double[] resistancesOhmM2) {
        if (!(periodM > 0 && Double.isFinite(periodM)) || startsM.length == 0 || startsM[0] != 0) {
            throw new InvalidInputException(
                    "a resistance profile needs a finite period > 0 and a first patch at 0, got period " + periodM
                            + " m, patches at " + Arrays.toString(startsM));
        }
        if (startsM.length != resistancesOhmM2.length) {
            throw new InvalidInputException("a resistance profile needs one resistance per patch, got " + startsM.length
                    + " patches and " + resistancesOhmM2.length + " resistances");
        }
        boolean conducts = false;
        for (int k = 0; k < startsM.length; k++) {
            double end = k + 1 < startsM.length ? startsM[k + 1] : periodM;
            if (!(end > startsM[k]) || !(resistancesOhmM2[k] >= 0)) {
                throw new InvalidInputException("patch " + k + " of a resistance profile must have a length > 0 and a"
                        + " resistance >= 0, got [" + startsM[k] + ", " + end + "] m, " + resistancesOhmM2[k]
                        + " ohm m2");
            }
            conducts |= resistancesOhmM2[k] < Double.POSITIVE_INFINITY;
        }
        if (!conducts) {
            throw new InvalidInputException("a resistance profile needs at least one patch that conducts");
        }
        return new ResistanceProfile(periodM, startsM.clone(), resistancesOhmM2.clone());
    }

    public boolean isUniform() {
        return startsM.length == 1;
    }

    /** Whether every patch is perfect contact. */
    public boolean isPerfect() {
        return isUniform() && resistancesOhmM2[0] == 0;
    }

    public int patchCount() {
        return startsM.length;
    }

    public double patchStartM(int patch) {
        return startsM[patch];
    }

    public double patchEndM(int patch) {
        return patch + 1 < startsM.length ? startsM[patch + 1] : periodM;
    }

    public double patchResistanceOhmM2(int patch) {
        return resistancesOhmM2[patch];
    }

    /** Resistance at a place, Ω m²; at an end of a patch that of the next one. */
    public double atOhmM2(double xM) {
        if (isUniform()) {
            return resistancesOhmM2[0];
        }
        int patch = Arrays.binarySearch(startsM, xM - Math.floor(xM / periodM) * periodM);
        return resistancesOhmM2[patch >= 0 ? patch : -patch - 2];
    }

    /**
     * Factor by which this profile's resistances exceed those of another one with the same patches; 1 between two
     * profiles of perfect contact, NaN if the profiles differ by more than a factor.
     */
    double ratioTo(ResistanceProfile other) {
        if (periodM != other.periodM || !Arrays.equals(startsM, other.startsM)) {
            return Double.NaN;
        }
        double ratio = Double.NaN;
        boolean scaled = true;
        for (int k = 0; k < startsM.length; k++) {
            double mine = resistancesOhmM2[k];
            double its = other.resistancesOhmM2[k];
            if (mine > 0 && Double.isFinite(mine) && its > 0 && Double.isFinite(its)) {
                ratio = Double.isNaN(ratio) ? mine / its : ratio;
                scaled &= Math.abs(mine / its / ratio - 1) < 1e-12;
            } else {
                scaled &= mine == its;
            }
        }
        return !scaled ? Double.NaN : Double.isNaN(ratio) ? 1 : ratio;
    }

    /** Length of one period, m; infinite for a uniform profile. */
    public double periodM() {
        return periodM;
    }

    /** @throws InvalidInputException if a cell of this width does not hold a whole number of periods */
    void requireFits(double widthM) {
        double periods = widthM / periodM;
        if (!isUniform() && Math.abs(periods - Math.rint(periods)) > 1e-9 * periods) {
            throw new InvalidInputException("a resistance profile must repeat a whole number of times, got a period of "
                    + periodM + " m in a cell of width " + widthM + " m");
        }
    }

    /**
     * Whether perfect contact reaches a point. A patch of resistance 0 is closed, so that mesh nodes on both its ends
     * belong to it and its width is not cut by half an element on each side.
     */
    boolean isPerfectAt(double xM, double toleranceM) {
        if (isUniform()) {
            return resistancesOhmM2[0] == 0;
        }
        double x = xM - Math.floor(xM / periodM) * periodM;
        for (int k = 0; k < startsM.length; k++) {
            if (resistancesOhmM2[k] == 0
                    && (inside(x, k, toleranceM)
                            || inside(x - periodM, k, toleranceM)
                            || inside(x + periodM, k, toleranceM))) {
                return true;
            }
        }
        return false;
    }

    private boolean inside(double x, int patch, double toleranceM) {
        return x >= patchStartM(patch) - toleranceM && x <= patchEndM(patch) + toleranceM;
    }

    /**
     * ∫ N/R dx over one segment of the trace, S per metre of depth, with N the hat function that is 1 at the segment's
     * first or last end. Patches of resistance 0 contribute nothing here: they are imposed on the node itself.
     *
     * @param startM first end, m
     * @param lengthM length, m
     * @param oneAtStart whether N is 1 at the first end
     */
    double hatConductance(double startM, double lengthM, boolean oneAtStart) {
        if (isUniform()) {
            return resistancesOhmM2[0] == 0 ? 0 : 0.5 * lengthM / resistancesOhmM2[0];
        }
        double sum = 0;
        double first = Math.floor(startM / periodM) * periodM;
        for (double shift = first; shift < startM + lengthM; shift += periodM) {
            for (int k = 0; k < startsM.length; k++) {
                double a = Math.max((patchStartM(k) + shift - startM) / lengthM, 0);
                double b = Math.min((patchEndM(k) + shift - startM) / lengthM, 1);
                if (b > a && resistancesOhmM2[k] > 0) {
                    double weight = oneAtStart ? (b - a) - 0.5 * (b * b - a * a) : 0.5 * (b * b - a * a);
                    sum += weight * lengthM / resistancesOhmM2[k];
                }
            }
        }
        return sum;
    }

    /**
     * ∫ λ_c/R dA over a triangle of a 3D cell's electrode for each corner c, S; the profile is the same for all y.
     *
     * @param xM of the corners
     * @param conductancesS on return one per corner
     */
    void cornerConductances(double[] xM, double areaM2, double[] conductancesS) {
        if (isUniform()) {
            Arrays.fill(conductancesS, resistancesOhmM2[0] > 0 ? areaM2 / (3 * resistancesOhmM2[0]) : 0);
            return;
        }
        Arrays.fill(conductancesS, 0);
        double low = Math.min(xM[0], Math.min(xM[1], xM[2]));
        double high = Math.max(xM[0], Math.max(xM[1], xM[2]));
        double first = Math.floor(low / periodM) * periodM;
        for (double shift = first; shift <= high; shift += periodM) {
            for (int k = 0; k < startsM.length; k++) {
                double from = patchStartM(k) + shift;
                double to = patchEndM(k) + shift;
                if (resistancesOhmM2[k] > 0 && to > low && from < high) {
                    double[] integrals = StripOfTriangle.barycentricIntegrals(xM, from, to);
                    for (int c = 0; c < 3; c++) {
                        conductancesS[c] += areaM2 * integrals[c] / resistancesOhmM2[k];
                    }
                }
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResistanceProfile profile
                && periodM == profile.periodM
                && Arrays.equals(startsM, profile.startsM)
                && Arrays.equals(resistancesOhmM2, profile.resistancesOhmM2);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(startsM) + Arrays.hashCode(resistancesOhmM2);
    }

    @Override
    public String toString() {
        return "ResistanceProfile[period " + periodM + " m, starts " + Arrays.toString(startsM) + " m, "
                + Arrays.toString(resistancesOhmM2) + " ohm m2]";
    }
}
