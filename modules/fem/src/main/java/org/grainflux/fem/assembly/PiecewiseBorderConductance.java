package org.grainflux.fem.assembly;

import java.util.Arrays;

/** Patches along axis 0 of a two-dimensional mesh, periodic, integrated exactly. */
final class PiecewiseBorderConductance extends BorderConductance {
    private static final double GAUSS = 1 / Math.sqrt(3);

    private final double[] breaksM;
    private final double[] siemensPerM2;
    private final double periodM;

    PiecewiseBorderConductance(double[] breaksM, double[] siemensPerM2) {
        if (siemensPerM2.length == 0 || breaksM.length != siemensPerM2.length + 1) {
            throw new IllegalArgumentException(
                    siemensPerM2.length + " patches need one break more, got " + breaksM.length);
        }
        for (int k = 0; k < siemensPerM2.length; k++) {
            checked(siemensPerM2[k]);
            if (!(breaksM[k + 1] > breaksM[k])) {
                throw new IllegalArgumentException(
                        "breaks must ascend, got " + breaksM[k] + " m then " + breaksM[k + 1] + " m");
            }
        }
        this.breaksM = breaksM.clone();
        this.siemensPerM2 = siemensPerM2.clone();
        this.periodM = breaksM[siemensPerM2.length] - breaksM[0];
    }

    @Override
    void addMass(FacetGeometry facet, double[] block) {
        if (facet.corners() != 2) {
            throw new IllegalArgumentException("patches along an axis are for two-dimensional meshes");
        }
        int first = facet.cornerM(0, 0) <= facet.cornerM(1, 0) ? 0 : 1;
        double fromM = facet.cornerM(first, 0);
        double toM = facet.cornerM(1 - first, 0);
        double period = Math.floor((fromM - breaksM[0]) / periodM);
        int found = Arrays.binarySearch(breaksM, fromM - period * periodM);
        int patch = Math.min(Math.max(found >= 0 ? found : -found - 2, 0), siemensPerM2.length - 1);
        double[] barycentric = new double[2];
        double t = 0;
        while (t < 1) {
            double end = (breaksM[patch + 1] + period * periodM - fromM) / (toM - fromM);
            // Facets along axis 1 lie in one patch; rounding at a break must not step backwards.
            double next = toM > fromM ? Math.max(t, Math.min(1, end)) : 1;
            for (int sign = -1; sign <= 1; sign += 2) {
                double along = 0.5 * (t + next) + 0.5 * sign * GAUSS * (next - t);
                barycentric[first] = 1 - along;
                barycentric[1 - first] = along;
                addPoint(barycentric, 0.5 * (next - t) * facet.measure() * siemensPerM2[patch], block);
            }
            t = next;
            if (++patch == siemensPerM2.length) {
                patch = 0;
                period++;
            }
        }
    }
}
