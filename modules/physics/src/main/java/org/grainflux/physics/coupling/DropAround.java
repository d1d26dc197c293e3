package org.grainflux.physics.coupling;

import org.grainflux.physics.transport.ElectrodeTrace;
import org.grainflux.physics.transport.OperatingPoint;

/** Mean of Δφ = φ_Li − φ around a point of an electrode. */
final class DropAround {
    /** Of the width: the reach goes both ways and must not meet itself. */
    private static final double FARTHEST = 0.25;

    private DropAround() {}

    /**
     * @param point of the trace
     * @param reachM to either side, m; at most a quarter of the width
     * @return V
     */
    static double meanV(ElectrodeTrace trace, OperatingPoint.Electrode flux, int point, double reachM) {
        double[] dropsV = flux.potentialDropsV();
        double scaleM = Math.min(reachM, FARTHEST * trace.widthM());
        double integral = 0;
        double lengthM = 0;
        int points = trace.pointCount();
        for (int p = point; lengthM < scaleM; p = (p + 1) % points) {
            int next = (p + 1) % points;
            double stepM = Math.min(trace.segmentLengthM(p), scaleM - lengthM);
            integral += 0.5 * stepM * (dropsV[trace.rightCopy(p)] + dropsV[trace.leftCopy(next)]);
            lengthM += stepM;
        }
        double rightM = lengthM;
        for (int p = point; lengthM < 2 * scaleM; p = (p + points - 1) % points) {
            int before = (p + points - 1) % points;
            double stepM = Math.min(trace.segmentLengthM(before), scaleM - (lengthM - rightM));
            integral += 0.5 * stepM * (dropsV[trace.leftCopy(p)] + dropsV[trace.rightCopy(before)]);
            lengthM += stepM;
        }
        return integral / lengthM;
    }
}
