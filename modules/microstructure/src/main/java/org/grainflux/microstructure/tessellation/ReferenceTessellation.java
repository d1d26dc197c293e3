package org.grainflux.microstructure.tessellation;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grainflux.microstructure.CellComplex;

/** Raw tessellations of a fully periodic square or cube, without borders or collapse: their statistics are known. */
public final class ReferenceTessellation {
    /**
     * Variance over squared mean of the cell areas of a plane Poisson–Voronoi tessellation (Gilbert 1962, Ann. Math.
     * Stat. 33, 958; Brakke 1987).
     */
    public static final double POISSON_AREA_VARIANCE = 0.2802;

    /** The same of the cell volumes in space (Gilbert 1962, ibid.). */
    public static final double POISSON_VOLUME_VARIANCE = 0.1790;

    /** Mean surface of a cell in space times λ^(2/3), λ the number of cells per volume: (256π/3)^(1/3) Γ(5/3). */
    public static final double POISSON_SURFACE = 5.8209;

    /** Mean number of faces of a cell in space: 2 + 48π²/35 (Meijering 1953, Philips Res. Rep. 8, 270). */
    public static final double POISSON_FACES = 2 + 48 * Math.PI * Math.PI / 35;

    private ReferenceTessellation() {}

    /**
     * Voronoi cells of independent uniform seeds in a plane, a fixed number of them.
     *
     * @param sideM side of the square, m
     * @param cellCount at least 20, so that no cell meets its own image
     */
    public static CellComplex poissonVoronoi(double sideM, int cellCount, RandomGenerator random) {
        Seeds seeds = new SeedPlacement(new double[] {sideM, sideM}, true).poisson(cellCount, random);
        return PlanarCells.of(new PowerDiagram(seeds))
                .toComplex(IntStream.range(0, cellCount).toArray());
    }

    /**
     * Voronoi cells of independent uniform seeds in space, a fixed number of them.
     *
     * @param sideM side of the cube, m
     * @param cellCount at least 200, so that hardly ever an edge spans half a period
     */
    public static CellComplex solidPoissonVoronoi(double sideM, int cellCount, RandomGenerator random) {
        Seeds seeds = new SeedPlacement(new double[] {sideM, sideM, sideM}, true).poisson(cellCount, random);
        return SolidJoin.join(new SolidDiagram(seeds))
                .toComplex(IntStream.range(0, cellCount).toArray());
    }
}
