package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.EliminationPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads, one by one, against one-dimensional solutions. */
class ElasticFieldTest {
    private static final StiffnessTensor SOLID = StiffnessTensor.isotropic(2, 0.25);

    /** Two blocks side by side, the first axis from one to the other. */
    private static ElasticBody blocks(int dimension) {
        SimplexMesh mesh = StructuredMesh.of(
                Arrays.copyOf(new int[] {4, 2, 2}, dimension),
                StructuredMesh.box(Arrays.copyOf(new double[] {2, 1, 1}, dimension)),
                c -> c[0] < 2 ? 0 : 1);
        return ElasticBody.closed(mesh, new StiffnessTensor[] {SOLID, SOLID}, FacetSprings.uniform(1, 5, 3));
    }

    /** Rollers on all low sides. */
    private static PrescribedDisplacements rollers(SimplexMesh mesh) {
        PrescribedDisplacements rollers = new PrescribedDisplacements(mesh);
        for (int axis = 0; axis < mesh.dimension(); axis++) {
            rollers.border(2 * axis, axis, 0);
        }
        return rollers;
    }

    private static void assertStress(ElasticField field, int region, double... expected) {
        double[] stress = new double[6];
        SimplexMesh mesh = field.body().mesh();
        for (int e = 0; e < mesh.elementCount(); e++) {
            if (mesh.elementRegion(e) == region) {
                field.stress(e, stress);
                for (int k = 0; k < 6; k++) {
                    assertThat(stress[k]).as("component " + k).isCloseTo(expected[k], within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void pressureCompressesABar(int dimension) {
        ElasticBody body = blocks(dimension);

        ElasticField field =
                ElasticSystem.of(body, rollers(body.mesh())).solve(new ElasticLoads(body).pressure(1, 0.1));

        // In plane strain the third axis is held: σ_zz = ν σ_xx.
        assertStress(field, 0, -0.1, 0, dimension == 2 ? -0.025 : 0, 0, 0, 0);
        assertStress(field, 1, -0.1, 0, dimension == 2 ? -0.025 : 0, 0, 0, 0);
        assertThat(field.jumpM(0, 0, 0)).isCloseTo(-0.1 / 5, within(1e-13));
    }

    /** Its reaction is what holds it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void tractionAndBodyForceAreBalancedByReactions(int dimension) {
        ElasticBody body = blocks(dimension);
        ElasticLoads loads = new ElasticLoads(body)
                .bodyForce((p, region, f) -> {
                    Arrays.fill(f, 0);
                    f[0] = 0.3 * p[0];
                })
                .traction(1, (p, region, t) -> {
                    Arrays.fill(t, 0);
                    t[0] = p[1];
                });
        ElasticSystem system = ElasticSystem.of(body, rollers(body.mesh()));

        double[] reactions = system.reactions(loads, system.solve(loads));

        double sum = 0;
        for (int v = 0; v < body.mesh().nodeCount(); v++) {
            sum += reactions[v * dimension];
        }
        // ∫ 0.3 x over a length of 2, and the mean of y over the unit end.
        assertThat(sum).isCloseTo(-(0.6 + 0.5), within(1e-12));
    }

    /** Open facets let their sides part: with a pressure inside, blocks held at their ends are compressed by it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aPressureInOpenFacetsPushesTheirSidesApart(int dimension) {
        ElasticBody body = blocks(dimension).withOpen(facet -> true);
        PrescribedDisplacements held = rollers(body.mesh()).border(1, 0, 0);

        ElasticField field = ElasticSystem.of(body, held).solve(new ElasticLoads(body).openingPressure(facet -> 0.2));

        assertStress(field, 0, -0.2, 0, dimension == 2 ? -0.05 : 0, 0, 0, 0);
        assertStress(field, 1, -0.2, 0, dimension == 2 ? -0.05 : 0, 0, 0, 0);
        double strain = 0.2 / 2 * (dimension == 2 ? 1 - 0.25 * 0.25 : 1);
        assertThat(field.jumpM(0, 0, 0)).isCloseTo(2 * strain, within(1e-12));
        double[] traction = new double[dimension];
        field.traction(0, traction);
        assertThat(traction).containsOnly(0);
    }

    /** In plane strain the eigenstrain of the third axis is held: σ_zz = −E ε*. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aFreeBodyTakesItsEigenstrainAndAHeldOneTheStress(int dimension) {
        ElasticBody body = blocks(dimension);
        double[] swelling = {0.01, 0.01, 0.01, 0, 0, 0};
        double[][] both = {swelling, swelling};

        ElasticField free =
                ElasticSystem.of(body, rollers(body.mesh())).solve(new ElasticLoads(body).eigenstrain(both));
        PrescribedDisplacements held = rollers(body.mesh());
        for (int axis = 0; axis < dimension; axis++) {
            held.border(2 * axis + 1, axis, 0);
        }
        ElasticField fixed = ElasticSystem.of(body, held).solve(new ElasticLoads(body).eigenstrain(both));

        double axial = dimension == 2 ? -0.02 : 0;
        assertStress(free, 0, 0, 0, axial, 0, 0, 0);
        // −3 K ε* with K = E/(3(1 − 2ν)); springs between the blocks are compressed, so less along the first axis.
        double[] stress = new double[6];
        fixed.stress(0, stress);
        assertThat(stress[0]).isGreaterThan(-0.04).isLessThan(-0.02);
        ElasticBody apart = new ElasticBody(body.mesh(), body.regions(), FacetSprings.uniform(1, 1e6, 1e6), f -> false);
        ElasticSystem.of(apart, held)
                .solve(new ElasticLoads(apart).eigenstrain(both))
                .stress(0, stress);
        assertThat(stress[0]).isCloseTo(-0.04, within(1e-6));
    }

    /** Ordering the nodes is as good as ordering their unknowns, and the factor solves the same system. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anOrderOfNodesServesTheirUnknowns(int dimension) {
        int[] cells = dimension == 2 ? new int[] {40, 40} : new int[] {8, 8, 8};
        double[] lengths = new double[dimension];
        Arrays.fill(lengths, 1);
        SimplexMesh mesh = StructuredMesh.of(cells, StructuredMesh.box(lengths), c -> 2 * c[0] < cells[0] ? 0 : 1);
        ElasticBody body =
                ElasticBody.closed(mesh, new StiffnessTensor[] {SOLID, SOLID}, FacetSprings.uniform(1, 5, 3));
        ElasticityAssembler assembler = new ElasticityAssembler(mesh);

        EliminationPlan byNodes = EliminationPlan.ofNodes(assembler.pattern(), assembler.nodePattern(), dimension);
        EliminationPlan byUnknowns = EliminationPlan.of(assembler.pattern(), new int[0]);

        assertThat(byNodes.nonZeros()).isLessThan((long) (1.1 * byUnknowns.nonZeros()));
        ElasticLoads loads = new ElasticLoads(body).pressure(1, 0.1);
        double[] own = ElasticSystem.of(body, rollers(mesh)).solve(loads).displacementsM();
        double[] other = ElasticSystem.of(body, rollers(mesh), CholeskySolver::of)
                .solve(loads)
                .displacementsM();
        assertThat(own).containsExactly(other, within(1e-13));
        assertThatThrownBy(() -> EliminationPlan.ofNodes(assembler.pattern(), assembler.nodePattern(), 1))
                .hasMessageContaining("are not 1 for each");
    }

    @Test
    void aBlockThatNothingHoldsIsAFailureWithItsReason() {
        ElasticBody body = blocks(2).withOpen(facet -> true);

        assertThatThrownBy(() -> ElasticSystem.of(body, rollers(body.mesh())))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_POSITIVE_DEFINITE));
    }

    @Test
    void facetsAcrossAPeriodCannotBeBonded() {
        SimplexMesh mesh = StructuredMesh.periodic(new int[] {4, 3}, StructuredMesh.box(2, 1), c -> c[0] < 2 ? 0 : 1);

        assertThatThrownBy(() -> BondedMesh.of(mesh, facet -> true)).hasMessageContaining("apart");
    }
}
