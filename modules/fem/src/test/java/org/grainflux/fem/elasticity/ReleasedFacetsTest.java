package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facets opened one after the other against a factorisation of the opened body. */
class ReleasedFacetsTest {
    private static SimplexMesh mesh(int dimension) {
        int[] cells = dimension == 2 ? new int[] {8, 7} : new int[] {4, 3, 3};
        double[] lengths = dimension == 2 ? new double[] {1, 1} : new double[] {1, 1, 1};
        // Four regions that meet in junctions, one of which reaches over the period.
        return StructuredMesh.periodic(
                cells, StructuredMesh.box(lengths), c -> 2 * (2 * c[0] / cells[0]) + (2 * c[1] > cells[1] ? 1 : 0));
    }

    private static PrescribedDisplacements held(SimplexMesh mesh) {
        PrescribedDisplacements supports = new PrescribedDisplacements(mesh);
        for (int axis = 0; axis < mesh.dimension(); axis++) {
            supports.border(3, axis, 0);
        }
        return supports;
    }

    private static ElasticLoads loads(ElasticBody body) {
        int d = body.mesh().dimension();
        double[] gradient = new double[d * d];
        gradient[0] = -1e-3;
        return new ElasticLoads(body)
                .pressure(2, 0.3)
                .openingPressure(f -> 1 + 0.1 * f)
                .meanGradient(gradient);
    }

    /** The loss of digits grows with the springs; elements have a stiffness of about 10. */
    @ParameterizedTest
    @CsvSource({"2, 1e1, 1e-11, 1", "2, 1e3, 1e-9, 2", "2, 1e5, 1e-7, 3", "3, 1e3, 1e-9, 4"})
    void opensAsAFreshFactorisationDoes(int dimension, double stiffness, double tolerance, long seed) {
        SimplexMesh mesh = mesh(dimension);
        StiffnessTensor[] regions = new StiffnessTensor[4];
        Arrays.fill(regions, StiffnessTensor.isotropic(1, 0.26));
        int tags = 1;
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            tags = Math.max(tags, mesh.interfaces().tag(f) + 1);
        }
        ElasticBody intact = ElasticBody.closed(mesh, regions, FacetSprings.uniform(tags, stiffness, 0.4 * stiffness));
        ReleasedFacets released = new ReleasedFacets(intact, held(mesh));
        RandomGenerator random = RandomStreams.stream(seed, "released", 0);
        for (int step = 0; step < 4; step++) {
            int[] facets = random.ints(step, 0, mesh.interfaces().count()).toArray();
            released.release(facets);
            ElasticBody body = released.body();
            double[] found = released.solve(loads(body)).displacementsM();
            double[] expected =
                    ElasticSystem.of(body, held(mesh)).solve(loads(body)).displacementsM();
            double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < expected.length; i++) {
                assertThat(Math.abs(found[i] - expected[i])).isLessThan(tolerance * scale);
            }
        }
        int before = released.jumps();
        released.release(IntStream.range(0, mesh.interfaces().count())
                .filter(released::isOpen)
                .toArray());
        assertThat(released.jumps()).isEqualTo(before).isPositive();
    }

    @Test
    void supportsMustRest() {
        SimplexMesh mesh = mesh(2);
        StiffnessTensor solid = StiffnessTensor.isotropic(1, 0.26);
        ElasticBody body = ElasticBody.closed(
                mesh, new StiffnessTensor[] {solid, solid, solid, solid}, FacetSprings.uniform(8, 1, 1));
        PrescribedDisplacements moved = held(mesh).node(0, 0, 1e-3);
        assertThatThrownBy(() -> new ReleasedFacets(body, moved)).isInstanceOf(IllegalArgumentException.class);
    }
}
