package org.grainflux.physics.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.FacetSprings;
import org.grainflux.fem.elasticity.PrescribedDisplacements;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.elasticity.UnilateralContact;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.physics.fracture.LithiumMetal;
import org.junit.jupiter.api.Test;

/** A ceramic ridge of radius 1 µm pressed into lithium in plane strain, half of it by symmetry. */
class YieldingContactTest {
    private static final double RIDGE_RADIUS_M = 1e-6;
    private static final double CELL_M = 10e-9;
    private static final int EQUAL = 120;
    private static final double REDUCED_PA = ReducedModulus.indentationModulusPa(7.8e9, 0.38);
    private static final LithiumMetal LITHIUM = LithiumMetal.reference();
    private static final YieldingContact CONTACT =
            new YieldingContact(surface(), LITHIUM::yieldPa, 3, halfWidthM -> 2 * halfWidthM);

    /** Cells of 10 nm up to 1.2 µm, growing beyond; borders 0 below, 1 above, 2 on the plane of symmetry. */
    private static UnilateralContact surface() {
        int cells = EQUAL + 30;
        double[] lines = new double[cells + 1];
        for (int k = 1; k <= cells; k++) {
            lines[k] = lines[k - 1] + CELL_M * Math.pow(1.15, Math.max(0, k - EQUAL));
        }
        int row = cells + 1;
        double[] coordinatesM = new double[2 * row * row];
        int[] elements = new int[6 * cells * cells];
        int[] borders = new int[6 * cells];
        int[] tags = new int[3 * cells];
        for (int v = 0; v < row * row; v++) {
            coordinatesM[2 * v] = lines[v % row];
            coordinatesM[2 * v + 1] = -lines[cells - v / row];
        }
        for (int k = 0; k < cells * cells; k++) {
            int corner = k / cells * row + k % cells;
            int[] nodes = {corner, corner + 1, corner + row + 1, corner, corner + row + 1, corner + row};
            System.arraycopy(nodes, 0, elements, 6 * k, 6);
        }
        for (int k = 0; k < cells; k++) {
            int[] nodes = {k, k + 1, cells * row + k, cells * row + k + 1, k * row, (k + 1) * row};
            System.arraycopy(nodes, 0, borders, 6 * k, 6);
            tags[3 * k + 1] = 1;
            tags[3 * k + 2] = 2;
        }
        SimplexMesh mesh = SimplexMesh.owning(
                2,
                coordinatesM,
                elements,
                new int[2 * cells * cells],
                new InterfaceFacets(2, new int[0], new int[0], new int[0]),
                new BorderFacets(2, tags, borders));
        ElasticBody lithium = ElasticBody.closed(
                mesh, new StiffnessTensor[] {StiffnessTensor.isotropic(7.8e9, 0.38)}, FacetSprings.none());
        PrescribedDisplacements supports =
                new PrescribedDisplacements(mesh).border(0, 1, 0).border(2, 0, 0);
        return UnilateralContact.of(lithium, supports, 1, 1, node -> mesh.coordinateM(node, 0) < 1.2e-6);
    }

    private static double[] gaps() {
        double[] gaps = new double[CONTACT.surface().candidateCount()];
        Arrays.setAll(gaps, i -> Math.pow(CONTACT.surface().coordinateM(i, 0), 2) / (2 * RIDGE_RADIUS_M));
        return gaps;
    }

    /** a² = 4 R p′/(π E*) while p₀ = E* a/(2 R) stays below 3 σ_y(2a). */
    @Test
    void aLightlyPressedRidgeIsElastic() {
        double halfWidthM = 0.2e-6;
        double lineLoad = Math.PI * REDUCED_PA * halfWidthM * halfWidthM / (4 * RIDGE_RADIUS_M);

        YieldingContact.Result result =
                new YieldingContact(CONTACT.surface(), LITHIUM::yieldPa, 6, w -> 2 * w).press(gaps(), 0.5 * lineLoad);

        assertThat(REDUCED_PA * halfWidthM / (2 * RIDGE_RADIUS_M)).isLessThan(6 * LITHIUM.yieldPa(2 * halfWidthM));
        // Cells of a/20.
        assertThat(result.sizeM() / (2 * halfWidthM)).isCloseTo(1, within(0.05));
        assertThat(result.searches()).isEqualTo(1);
    }

    /** Fully plastic: p′ = 3 σ_y(w) w, so w = [p′/(3 σ_y(1 µm))]^(1/0.32) µm with p′ per µm. */
    @Test
    void aFirmlyPressedRidgeSinksInUntilItsYieldStressCarriesIt() {
        double widthM = 2e-6;
        double lineLoad = 3 * LITHIUM.yieldPa(widthM) * widthM;

        YieldingContact.Result result = CONTACT.press(gaps(), 0.5 * lineLoad);

        double elasticPeakPa = Math.sqrt(lineLoad * REDUCED_PA / (Math.PI * RIDGE_RADIUS_M));
        assertThat(elasticPeakPa).isGreaterThan(5 * result.limitPa());
        assertThat(result.sizeM() / widthM).isCloseTo(1, within(0.05));
        assertThat(result.limitPa()).isCloseTo(3 * LITHIUM.yieldPa(result.sizeM()), within(1.0));
        for (int i = 0; i < CONTACT.surface().candidateCount(); i++) {
            assertThat(result.pressed().pressurePa(i)).isLessThanOrEqualTo(result.limitPa() * (1 + 1e-12));
        }
        assertThat(result.searches()).isLessThanOrEqualTo(30);
    }

    /** Between the two, contacts are wider than Hertz's and their middle yields. */
    @Test
    void theMiddleYieldsFirst() {
        double halfWidthM = 0.2e-6;
        double lineLoad = Math.PI * REDUCED_PA * halfWidthM * halfWidthM / (4 * RIDGE_RADIUS_M);

        YieldingContact.Result result = CONTACT.press(gaps(), 0.5 * lineLoad);

        assertThat(result.sizeM()).isGreaterThan(2 * halfWidthM);
        assertThat(result.pressed().yielding()[0]).isTrue();
        assertThat(result.pressed().contactArea()).isCloseTo(0.5 * result.sizeM(), within(2 * CELL_M));
    }
}
