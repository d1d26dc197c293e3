package org.grainflux.microstructure.tessellation;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grainflux.microstructure.CellComplex;

/** Raw tessellations of a doubly periodic square, without borders or collapse: their statistics are known. */
public final class ReferenceTessellation {
    /**
     * Variance over squared mean of the cell areas of a plane Poisson–Voronoi tessellation (Gilbert 1962, Ann. Math.
     * Stat. 33, 958; Brakke 1987).
     */
    public static final double POISSON_AREA_VARIANCE = 0.2802;

    private ReferenceTessellation() {}

    /**
     * Voronoi cells of independent uniform seeds, a fixed number of them.
     *
     * @param sideM side of the square, m
     * @param cellCount at least 20, so that no cell meets its own image
     */
    public static CellComplex poissonVoronoi(double sideM, int cellCount, RandomGenerator random) {
        Seeds seeds = new SeedPlacement(sideM, sideM, true).poisson(cellCount, random);
        return PlanarCells.of(new PowerDiagram(seeds))
                .toComplex(IntStream.range(0, cellCount).toArray());
    }
}
