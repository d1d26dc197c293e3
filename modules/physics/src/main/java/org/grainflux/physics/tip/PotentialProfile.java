package org.grainflux.physics.tip;

import java.util.Arrays;

/** Potential along a line through the axis of a contact, over that of the disc: linear between nodes, 1/r beyond them. */
public final class PotentialProfile {
    private final double[] distanceM;
    private final double[] fraction;

    /** @param distanceM ascending, from 0 @param fraction one per distance */
    PotentialProfile(double[] distanceM, double[] fraction) {
        this.distanceM = distanceM;
        this.fraction = fraction;
    }

    public double at(double distanceFromAxisM) {
        int last = distanceM.length - 1;
        if (distanceFromAxisM >= distanceM[last]) {
            return fraction[last] * distanceM[last] / distanceFromAxisM;
        }
        int found = Arrays.binarySearch(distanceM, distanceFromAxisM);
        int k = found >= 0 ? found : -found - 2;
        double share = (distanceFromAxisM - distanceM[k]) / (distanceM[k + 1] - distanceM[k]);
        return (1 - share) * fraction[k] + share * fraction[k + 1];
    }
}
