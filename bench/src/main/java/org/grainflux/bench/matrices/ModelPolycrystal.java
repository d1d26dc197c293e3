package org.grainflux.bench.matrices;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.exchange.SystemFiles;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * One system of the suite.
 *
 * @param name of its files
 * @param cellsPerSide n
 * @param facetConductance per area of the boundaries between grains, relative to the conductivity of the best grain over
 *     the edge of the cube; infinite for perfect boundaries
 */
public record ModelPolycrystal(String name, int dimension, int cellsPerSide, double facetConductance)
        implements ModelSystem {
    /** As in the systems the public solvers were first measured on: a thousand grains, whatever the number of cells. */
    private static final int GRAINS = 1000;

    /** Grains conduct between this and 1: ceramics with second phases reach such contrasts. */
    private static final double LOWEST_CONDUCTIVITY = 1e-3;

    private static final long SEED = 1;

    static ModelPolycrystal perfect(String name, int dimension, int cellsPerSide) {
        return new ModelPolycrystal(name, dimension, cellsPerSide, Double.POSITIVE_INFINITY);
    }

    boolean hasFacets() {
        return facetConductance < Double.POSITIVE_INFINITY;
    }

    @Override
    public LinearSystem write(SystemFiles files) {
        LinearSystem system = assemble();
        files.write(system);
        return system;
    }

    public LinearSystem assemble() {
        RandomGenerator random = RandomStreams.stream(SEED, "model-grains", dimension);
        double[][] seeds = new double[GRAINS][dimension];
        double[][] tensors = new double[GRAINS][dimension * dimension];
        for (int g = 0; g < GRAINS; g++) {
            Arrays.setAll(seeds[g], axis -> random.nextDouble());
            double conductivity = Math.pow(LOWEST_CONDUCTIVITY, random.nextDouble());
            for (int axis = 0; axis < dimension; axis++) {
                tensors[g][axis * dimension + axis] = conductivity;
            }
        }
        GrainLattice lattice = new GrainLattice(
                dimension, cellsPerSide, new NearestSeed(seeds), RandomStreams.stream(SEED, "model-jitter", dimension));
        SimplexMesh mesh = hasFacets() ? LatticeMesh.perGrain(lattice) : LatticeMesh.shared(lattice);
        CsrMatrix matrix = DiffusionAssembler.stiffness(mesh, tensors, new double[] {facetConductance}, null);
        double[] prescribed = new double[matrix.rows()];
        Arrays.setAll(prescribed, i -> {
            double x = mesh.coordinateM(i, 0);
            return x == 0 || x == 1 ? x : Double.NaN;
        });
        return DirichletElimination.of(matrix, new double[matrix.rows()], prescribed);
    }
}
