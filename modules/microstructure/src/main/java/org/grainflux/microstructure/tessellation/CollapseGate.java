package org.grainflux.microstructure.tessellation;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.tessellation.MergingCells.Edge;

/**
 * Lets a move pass or takes it back, by what it makes of the cells it touches: each must stay a sphere, keep its volume,
 * gain no inverted tetrahedron, and the badness of their fans together must not exceed what the caller allows.
 */
final class CollapseGate {
    /** Largest relative change of a cell's volume, all moves together. */
    static final double VOLUME_CHANGE_LIMIT = 0.06;

    private static final double[] FRACTIONS = {0.5, 0, 1, 0.25, 0.75};

    private final MergingCells cells;
    private final double[] volumesM3;
    private final FanQuality[] qualities;

    CollapseGate(MergingCells cells) {
        this.cells = cells;
        this.volumesM3 = new double[cells.cellCount()];
        this.qualities = new FanQuality[cells.cellCount()];
        for (int cell = 0; cell < cells.cellCount(); cell++) {
            qualities[cell] = FanQuality.of(cells.shell(cell));
            volumesM3[cell] = qualities[cell].volumeM3();
        }
    }

    /** Quality of a cell as it is now. */
    FanQuality quality(int cell) {
        return qualities[cell];
    }

    /** Relative change of a cell's volume if it were this one. */
    double volumeChange(int cell, double volumeM3) {
        return volumeM3 / volumesM3[cell] - 1;
    }

    /**
     * Merges the ends of an edge in the middle, or at either end; an end on an electrode stays on it.
     *
     * @param allowed badness allowed afterwards as a function of that before
     * @param andThen a further step of the same move
     */
    boolean merge(Edge edge, DoubleUnaryOperator allowed, BooleanSupplier andThen) {
        int electrodeA = cells.electrode(edge.a());
        int electrodeB = cells.electrode(edge.b());
        if (electrodeA == electrodeB) {
            for (double fraction : FRACTIONS) {
                if (mergeAt(edge, fraction, allowed, andThen)) {
                    return true;
                }
            }
            return false;
        }
        return !cells.spans(edge) && mergeAt(edge, electrodeA == CellComplex.INTERIOR ? 1 : 0, allowed, andThen);
    }

    private boolean mergeAt(Edge edge, double fraction, DoubleUnaryOperator allowed, BooleanSupplier andThen) {
        return pass(
                () -> {
                    cells.merge(edge, fraction);
                    return andThen.getAsBoolean();
                },
                allowed);
    }

    /** @param move returns false when it cannot be made */
    boolean pass(BooleanSupplier move, DoubleUnaryOperator allowed) {
        cells.begin();
        if (move.getAsBoolean() && isGood(allowed)) {
            return true;
        }
        cells.rollback();
        return false;
    }

    private boolean isGood(DoubleUnaryOperator allowed) {
        double before = 0;
        int invertedBefore = 0;
        for (int cell : cells.touchedCells()) {
            before += qualities[cell].badness();
            invertedBefore += qualities[cell].inverted();
        }
        double limit = allowed.applyAsDouble(before);
        double after = 0;
        int inverted = 0;
        Map<Integer, FanQuality> changed = new TreeMap<>();
        for (int cell : cells.touchedCells()) {
            CellShell shell = cells.shell(cell);
            if (!shell.isSphere()) {
                return false;
            }
            FanQuality quality = FanQuality.of(shell);
            after += quality.badness();
            inverted += quality.inverted();
            if (after > limit || Math.abs(volumeChange(cell, quality.volumeM3())) > VOLUME_CHANGE_LIMIT) {
                return false;
            }
            changed.put(cell, quality);
        }
        if (inverted > 0 && inverted >= invertedBefore) {
            return false;
        }
        changed.forEach((cell, quality) -> qualities[cell] = quality);
        return true;
    }

    /** @throws NumericalFailureException with reason DEGENERATE_TESSELLATION when an inverted tetrahedron is left */
    Collapse summary(int merged, int refused) {
        double squares = 0;
        double largest = 0;
        for (int cell = 0; cell < volumesM3.length; cell++) {
            double change = Math.abs(volumeChange(cell, qualities[cell].volumeM3()));
            squares += change * change;
            largest = Math.max(largest, change);
            if (qualities[cell].inverted() > 0) {
                throw new NumericalFailureException(
                        Reason.DEGENERATE_TESSELLATION, "cell " + cell + " cannot be fanned into upright tetrahedra");
            }
        }
        return new Collapse(merged, refused, Math.sqrt(squares / volumesM3.length), largest);
    }
}
