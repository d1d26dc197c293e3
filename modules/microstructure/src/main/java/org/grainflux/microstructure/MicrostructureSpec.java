package org.grainflux.microstructure;

import java.io.Serializable;
import org.grainflux.core.InvalidInputException;

/**
 * What kind of structure to generate. Axis {@code dimension - 1} runs from electrode 0 to electrode 1; the other axes
 * are periodic.
 *
 * @param sizeM edge lengths of the cell, one per axis
 * @param grainSizeM d = (cell measure / number of grains)^(1/dimension)
 * @param hardCoreRatio smallest seed distance over d; used by {@link Seeding#HARD_CORE}
 * @param lloydSteps used by {@link Seeding#CENTROIDAL}
 * @param sizeSigmaLn standard deviation of ln(diameter); used by {@link Seeding#LAGUERRE}
 * @param collapseRatio boundaries shorter than this fraction of the mean boundary length are collapsed
 * @param electrodeCollapseRatio the same for boundaries that reach an electrode
 */
public record MicrostructureSpec(
        int dimension,
        double[] sizeM,
        double grainSizeM,
        Seeding seeding,
        double hardCoreRatio,
        int lloydSteps,
        double sizeSigmaLn,
        double collapseRatio,
        double electrodeCollapseRatio)
        implements Serializable {
    public MicrostructureSpec {
        sizeM = sizeM.clone();
        if (sizeM.length != dimension) {
            throw new InvalidInputException(
                    "a cell of dimension " + dimension + " needs as many edge lengths, got " + sizeM.length);
        }
        if (!(grainSizeM > 0 && Double.isFinite(grainSizeM))) {
            throw new InvalidInputException("grain size must be finite and > 0, got " + grainSizeM + " m");
        }
        for (int axis = 0; axis < dimension - 1; axis++) {
            if (!(sizeM[axis] >= 4 * grainSizeM)) {
                throw new InvalidInputException("a periodic width must be at least 4 grain sizes, got " + sizeM[axis]
                        + " m for grains of " + grainSizeM + " m");
            }
        }
    }

    @Override
    public double[] sizeM() {
        return sizeM.clone();
    }

    public double thicknessM() {
        return sizeM[dimension - 1];
    }
}
