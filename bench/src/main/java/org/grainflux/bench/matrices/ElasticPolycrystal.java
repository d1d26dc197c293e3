package org.grainflux.bench.matrices;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticLoads;
import org.grainflux.fem.elasticity.ElasticityAssembler;
import org.grainflux.fem.elasticity.FacetSprings;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.exchange.NodeCoordinates;
import org.grainflux.fem.exchange.SystemFiles;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * An elastic system of the suite: the grains of {@link ModelPolycrystal}, isotropic and alike, on the unit square or cube,
 * clamped at x = 0 and bent by a force in every point.
 *
 * @param name of its files
 * @param cellsPerSide n
 * @param springs stiffness per area of the boundaries between grains, relative to Young's modulus over the edge of the
 *     cube; infinite for perfect boundaries
 */
public record ElasticPolycrystal(String name, int dimension, int cellsPerSide, double springs) implements ModelSystem {
    private static final int GRAINS = 1000;
    private static final long SEED = 1;

    /** Garnet electrolytes: Yu et al. 2016, Chem. Mater. 28, 197. */
    private static final double POISSON_RATIO = 0.26;

    /** A system and where its unknowns are. */
    record Assembled(LinearSystem system, NodeCoordinates coordinates) {}

    static ElasticPolycrystal perfect(String name, int dimension, int cellsPerSide) {
        return new ElasticPolycrystal(name, dimension, cellsPerSide, Double.POSITIVE_INFINITY);
    }

    @Override
    public LinearSystem write(SystemFiles files) {
        Assembled assembled = assemble();
        files.write(assembled.system());
        files.writeCoordinates(assembled.coordinates());
        return assembled.system();
    }

    Assembled assemble() {
        RandomGenerator random = RandomStreams.stream(SEED, "model-grains", dimension);
        double[][] seeds = new double[GRAINS][dimension];
        for (double[] seed : seeds) {
            Arrays.setAll(seed, axis -> random.nextDouble());
        }
        GrainLattice lattice = new GrainLattice(
                dimension, cellsPerSide, new NearestSeed(seeds), RandomStreams.stream(SEED, "model-jitter", dimension));
        boolean perfect = springs == Double.POSITIVE_INFINITY;
        SimplexMesh mesh = perfect ? LatticeMesh.shared(lattice) : LatticeMesh.perGrain(lattice);
        StiffnessTensor[] regions = new StiffnessTensor[GRAINS];
        Arrays.fill(regions, StiffnessTensor.isotropic(1, POISSON_RATIO));
        FacetSprings facets = perfect ? FacetSprings.none() : FacetSprings.uniform(1, springs, springs);
        ElasticBody body = ElasticBody.closed(mesh, regions, facets);
        double[] coordinates = new double[body.unknowns()];
        Arrays.setAll(coordinates, u -> mesh.coordinateM(u / dimension, u % dimension));
        double[] prescribed = new double[body.unknowns()];
        Arrays.setAll(prescribed, u -> mesh.coordinateM(u / dimension, 0) == 0 ? 0 : Double.NaN);
        double[] load = new ElasticLoads(body)
                .bodyForce((point, region, force) -> force[dimension - 1] = -1)
                .vector();
        LinearSystem system = DirichletElimination.of(ElasticityAssembler.stiffness(body), load, prescribed);
        return new Assembled(system, new NodeCoordinates(dimension, coordinates));
    }
}
