package org.grainflux.physics.crack;

import java.util.Collections;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.grainflux.microstructure.BrickLattice;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.BrickTessellation;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;

/** Plane structures whose paths are known, and random ones. */
final class PathStructures {
    static final double GRAIN_M = 10e-6;
    static final double E_PA = 145e9;
    static final double NU = 0.26;

    private PathStructures() {}

    static Microstructure bricks(int columns, int rows, double shift) {
        return BrickTessellation.bricks(columns * GRAIN_M, rows * GRAIN_M, columns, rows, shift);
    }

    /** Regular hexagons as wide as a grain, rows √3/2 as high. */
    static Microstructure honeycomb(int columns, int rows) {
        BrickLattice lattice = new BrickLattice(BrickLattice.Shape.HEXAGON, columns, 0, rows, 0, 0.5 * Math.PI);
        MicrostructureSpec spec = new MicrostructureSpec(
                2,
                new double[] {columns * GRAIN_M, rows * Math.sqrt(0.75) * GRAIN_M},
                GRAIN_M,
                Seeding.BRICKS,
                MicrostructureSpec.DEFAULT_HARD_CORE_RATIO,
                0,
                0,
                0,
                0,
                lattice);
        return MicrostructureGenerator.generate(spec, new SplittableRandom(1), new SplittableRandom(1));
    }

    /** Columns from electrode to electrode, whose boundaries lean. */
    static Microstructure leaning(int columns, double columnM, double heightM, double leanRad) {
        MicrostructureSpec spec = new MicrostructureSpec(
                2,
                new double[] {columns * columnM, heightM},
                heightM,
                Seeding.BRICKS,
                MicrostructureSpec.DEFAULT_HARD_CORE_RATIO,
                0,
                0,
                0,
                0,
                new BrickLattice(BrickLattice.Shape.BRICK, columns, 0, 1, 0, leanRad));
        return MicrostructureGenerator.generate(spec, new SplittableRandom(1), new SplittableRandom(1));
    }

    static Microstructure random(long seed, int grainsAcross) {
        MicrostructureSpec spec =
                MicrostructureSpec.planar(grainsAcross * GRAIN_M, grainsAcross * GRAIN_M, GRAIN_M, Seeding.HARD_CORE);
        RandomGenerator stream = new SplittableRandom(seed);
        return MicrostructureGenerator.generate(spec, stream, stream);
    }

    /** The same structure moved along its period. */
    static Microstructure moved(Microstructure structure, double offsetM) {
        CellComplex c = structure.complex();
        double width = c.sizeM(0);
        double[] vertices = new double[2 * c.vertexCount()];
        int[] periods = new int[c.vertexCount()];
        for (int v = 0; v < c.vertexCount(); v++) {
            double x = c.vertexM(v, 0) + offsetM;
            periods[v] = (int) Math.floor(x / width);
            vertices[2 * v] = x - periods[v] * width;
            vertices[2 * v + 1] = c.vertexM(v, 1);
        }
        int facets = c.facetCount();
        int[] starts = new int[facets + 1];
        int[] corners = new int[2 * facets];
        int[] images = new int[4 * facets];
        int[] minus = new int[facets];
        int[] plus = new int[facets];
        int[] plusImages = new int[2 * facets];
        int[] tags = new int[facets];
        for (int f = 0; f < facets; f++) {
            starts[f + 1] = 2 * f + 2;
            minus[f] = c.minusCell(f);
            plus[f] = c.plusCell(f);
            tags[f] = c.borderTag(f);
            plusImages[2 * f] = c.plusImage(f, 0);
            for (int k = 0; k < 2; k++) {
                corners[2 * f + k] = c.facetVertex(f, k);
                images[4 * f + 2 * k] = c.facetImage(f, k, 0) + periods[c.facetVertex(f, k)];
            }
        }
        int cells = c.cellCount();
        int[] cellStarts = new int[cells + 1];
        int[] grains = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            cellStarts[cell + 1] = cellStarts[cell] + c.cellFacetCount(cell);
            grains[cell] = c.grain(cell);
        }
        int[] cellFacets = new int[cellStarts[cells]];
        for (int cell = 0; cell < cells; cell++) {
            for (int k = 0; k < c.cellFacetCount(cell); k++) {
                cellFacets[cellStarts[cell] + k] = c.cellFacet(cell, k);
            }
        }
        CellComplex moved = new CellComplex(
                new double[] {width, c.sizeM(1)},
                new boolean[] {true, false},
                vertices,
                starts,
                corners,
                images,
                minus,
                plus,
                plusImages,
                tags,
                cellStarts,
                cellFacets,
                grains);
        return Microstructure.of(
                moved, Collections.nCopies(c.grainCount(), Rotation.IDENTITY), Collapse.NONE, Target.NONE);
    }
}
