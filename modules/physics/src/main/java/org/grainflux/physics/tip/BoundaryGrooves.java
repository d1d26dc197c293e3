package org.grainflux.physics.tip;

import java.io.Serializable;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.physics.fracture.GriffithCriterion;

/**
 * Grooves where boundaries reach the surface, one per boundary edge: a flaw at the foot of the boundary whose toughness
 * is that of the boundary.
 *
 * @param criterion turns depth and toughness into an overpotential
 * @param depthM c of a groove, m
 * @param toughnessPaSqrtM K_IC along a boundary, Pa √m
 */
public record BoundaryGrooves(
        GriffithCriterion criterion, ScalarDistribution depthM, ScalarDistribution toughnessPaSqrtM)
        implements Serializable {

    /** Critical overpotential of each boundary, V, in the order of the network. */
    public double[] drawV(int boundaries, RandomGenerator random) {
        double[] overpotentialV = new double[boundaries];
        // Depth first, then toughness: the stream is read in this order.
        Arrays.setAll(overpotentialV, b -> {
            double depth = depthM.sample(random);
            return criterion.criticalOverpotentialV(toughnessPaSqrtM.sample(random), depth);
        });
        return overpotentialV;
    }

    /** Depth that gives a groove of a toughness this critical overpotential, m: c = (K_IC/(Y p))²/π without compression. */
    public double impliedDepthM(double overpotentialV, double toughness) {
        double ratio =
                toughness / (criterion.geometryFactor() * criterion.lithium().pressurePa(overpotentialV));
        return ratio * ratio / Math.PI;
    }
}
