package org.grainflux.microstructure;

import java.io.Serializable;
import org.grainflux.core.InvalidInputException;

/**
 * Grains in a regular order, for structures whose answer is known or whose one feature is looked at: rows of bricks, a
 * honeycomb, columns whose upright boundaries meet the electrodes at a chosen angle, boxes of a volume.
 *
 * @param columns grains along the width; two, in the plane and without shift, are a bicrystal
 * @param depthColumns grains along the second width of a volume, at least 3; 0 in the plane
 * @param rows grains from electrode to electrode
 * @param shiftRatio shift of every second row over the width of a grain, in [0, 1); of bricks only
 * @param leanRad angle between the electrodes and boundaries that would be upright, in (0, π/2]; π/2 in a volume
 */
public record BrickLattice(Shape shape, int columns, int depthColumns, int rows, double shiftRatio, double leanRad)
        implements Serializable {

    /** Outline of a grain. */
    public enum Shape {
        /** Four corners. */
        BRICK,
        /** Six corners inside; cut flat at the electrodes. Regular when a row is √3/2 as high as a grain is wide. */
        HEXAGON
    }

    public BrickLattice {
        if (columns < 2 || rows < 1 || depthColumns < 0) {
            throw new InvalidInputException(
                    "a lattice of grains needs at least 2 columns and 1 row, got " + columns + " and " + rows);
        }
        if (!(shiftRatio >= 0 && shiftRatio < 1) || !(leanRad > 0 && leanRad <= 0.5 * Math.PI)) {
            throw new InvalidInputException(
                    "a lattice of grains needs a shift in [0, 1) and a lean in (0, 90] degrees, got " + shiftRatio
                            + " and " + Math.toDegrees(leanRad));
        }
        if (columns == 2 && (shiftRatio > 0 || shape == Shape.HEXAGON)) {
            throw new InvalidInputException("a lattice of 2 columns has no shift and no hexagons; use 3 or more");
        }
        if (depthColumns > 0
                && (columns < 3
                        || depthColumns < 3
                        || shiftRatio > 0
                        || leanRad < 0.5 * Math.PI
                        || shape != Shape.BRICK)) {
            throw new InvalidInputException(
                    "the lattice of a volume has upright bricks without shift, 3 or more along both widths");
        }
    }

    public int grainCount() {
        return columns * Math.max(1, depthColumns) * rows;
    }
}
