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
 * @param bricks order of the grains; used by {@link Seeding#BRICKS}, otherwise null
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
        double electrodeCollapseRatio,
        BrickLattice bricks)
        implements Serializable {
    /** Smallest seed distance over d where nothing else is asked for. */
    public static final double DEFAULT_HARD_CORE_RATIO = 0.6;

    public static final int DEFAULT_LLOYD_STEPS = 5;

    /** Spread of ln(diameter) where nothing else is asked for: assumed, between annealed and hot-pressed ceramics. */
    public static final double DEFAULT_SIZE_SIGMA_LN = 0.35;

    /** No inverted element up to 0.3; at 0.2 the smallest angles are ten times those of the raw cells. */
    public static final double DEFAULT_COLLAPSE_RATIO = 0.2;

    /** Contact widths decide the current at low boundary conductance, so the electrodes are kept nearly as they are. */
    public static final double DEFAULT_ELECTRODE_COLLAPSE_RATIO = 0.05;

    public MicrostructureSpec {
        sizeM = sizeM.clone();
        if (dimension != 2 && dimension != 3) {
            throw new InvalidInputException("structures have 2 or 3 dimensions, got " + dimension);
        }
        if (sizeM.length != dimension) {
            throw new InvalidInputException(
                    "a cell of dimension " + dimension + " needs as many edge lengths, got " + sizeM.length);
        }
        if (!(grainSizeM > 0 && Double.isFinite(grainSizeM))) {
            throw new InvalidInputException("grain size must be finite and > 0, got " + grainSizeM + " m");
        }
        for (int axis = 0; axis < dimension - 1; axis++) {
            if (Seeding.random().contains(seeding) && !(sizeM[axis] >= 4 * grainSizeM)) {
                throw new InvalidInputException("a periodic width must be at least 4 grain sizes, got " + sizeM[axis]
                        + " m for grains of " + grainSizeM + " m");
            }
        }
        if (!(sizeM[dimension - 1] >= grainSizeM && Double.isFinite(sizeM[dimension - 1]))) {
            throw new InvalidInputException("the thickness must be finite and at least one grain size, got "
                    + sizeM[dimension - 1] + " m for grains of " + grainSizeM + " m");
        }
        requireRatio("hard-core ratio", hardCoreRatio, 1);
        requireRatio("sigma_ln of grain sizes", sizeSigmaLn, 1);
        // Prototypes kept every element upright up to 0.3 of the mean edge and inverted some at 0.4.
        requireRatio("collapse ratio", collapseRatio, 0.3);
        requireRatio("electrode collapse ratio", electrodeCollapseRatio, 0.3);
        if (lloydSteps < 0) {
            throw new InvalidInputException("the number of Lloyd steps must be >= 0, got " + lloydSteps);
        }
        if ((seeding == Seeding.BRICKS) != (bricks != null)) {
            throw new InvalidInputException("grains in a regular order need a lattice, and only they do");
        }
        if (bricks != null && (bricks.depthColumns() > 0) != (dimension == 3)) {
            throw new InvalidInputException("a lattice has grains along a second width in a volume only");
        }
    }

    /** A random structure. */
    public MicrostructureSpec(
            int dimension,
            double[] sizeM,
            double grainSizeM,
            Seeding seeding,
            double hardCoreRatio,
            int lloydSteps,
            double sizeSigmaLn,
            double collapseRatio,
            double electrodeCollapseRatio) {
        this(
                dimension,
                sizeM,
                grainSizeM,
                seeding,
                hardCoreRatio,
                lloydSteps,
                sizeSigmaLn,
                collapseRatio,
                electrodeCollapseRatio,
                null);
    }

    /** A plane cell with the default ratios. */
    public static MicrostructureSpec planar(double widthM, double heightM, double grainSizeM, Seeding seeding) {
        return ofSize(new double[] {widthM, heightM}, grainSizeM, seeding);
    }

    /** A solid cell, periodic in x and y, with the default ratios. */
    public static MicrostructureSpec solid(
            double widthXM, double widthYM, double thicknessM, double grainSizeM, Seeding seeding) {
        return ofSize(new double[] {widthXM, widthYM, thicknessM}, grainSizeM, seeding);
    }

    private static MicrostructureSpec ofSize(double[] sizeM, double grainSizeM, Seeding seeding) {
        return new MicrostructureSpec(
                sizeM.length,
                sizeM,
                grainSizeM,
                seeding,
                DEFAULT_HARD_CORE_RATIO,
                DEFAULT_LLOYD_STEPS,
                DEFAULT_SIZE_SIGMA_LN,
                DEFAULT_COLLAPSE_RATIO,
                DEFAULT_ELECTRODE_COLLAPSE_RATIO);
    }

    @Override
    public double[] sizeM() {
        return sizeM.clone();
    }

    public double thicknessM() {
        return sizeM[dimension - 1];
    }

    private static void requireRatio(String name, double value, double largest) {
        if (!(value >= 0 && value <= largest)) {
            throw new InvalidInputException("the " + name + " must lie in [0, " + largest + "], got " + value);
        }
    }
}
