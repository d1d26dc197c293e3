package org.grainflux.physics.coupling;

import org.grainflux.physics.transport.ElectrodeTrace;
import org.grainflux.physics.transport.OperatingPoint;

/** Mean Δφ = φ_Li − φ over a window of an electrode. */
public final class MeanDrop {
    /** A window is at most half the electrode. */
    private static final double LARGEST_REACH = 0.25;

    private MeanDrop() {}

    /**
     * Around a place of an electrode, V.
     *
     * @param flux through this electrode
     * @param positionM along the electrode; the nearest point of its trace counts
     * @param reachM to either side, at most a quarter of the width
     */
    public static double aroundV(ElectrodeTrace trace, OperatingPoint.Electrode flux, double positionM, double reachM) {
        int nearest = 0;
        for (int p = 1; p < trace.pointCount(); p++) {
            if (distanceM(trace, p, positionM) < distanceM(trace, nearest, positionM)) {
                nearest = p;
            }
        }
        return aroundV(trace, flux, nearest, reachM);
    }

    private static double distanceM(ElectrodeTrace trace, int point, double positionM) {
        return Math.abs(Math.IEEEremainder(trace.pointM(point) - positionM, trace.widthM()));
    }

    /** As above around a point of the trace; the copies of a foot belong to one side each. */
    static double aroundV(ElectrodeTrace trace, OperatingPoint.Electrode flux, int point, double reachM) {
        double[] dropsV = flux.potentialDropsV();
        double scaleM = Math.min(reachM, LARGEST_REACH * trace.widthM());
        int points = trace.pointCount();
        double integral = 0;
        double rightM = 0;
        for (int p = point; rightM < scaleM; p = (p + 1) % points) {
            int next = (p + 1) % points;
            double stepM = Math.min(trace.segmentLengthM(p), scaleM - rightM);
            integral += 0.5 * stepM * (dropsV[trace.rightCopy(p)] + dropsV[trace.leftCopy(next)]);
            rightM += stepM;
        }
        double leftM = 0;
        for (int p = point; leftM < scaleM; p = (p + points - 1) % points) {
            int before = (p + points - 1) % points;
            double stepM = Math.min(trace.segmentLengthM(before), scaleM - leftM);
            integral += 0.5 * stepM * (dropsV[trace.leftCopy(p)] + dropsV[trace.rightCopy(before)]);
            leftM += stepM;
        }
        return integral / (rightM + leftM);
    }
}
