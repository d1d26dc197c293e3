package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;

class FaceContactTest {
    private static final double STIFF = 1e5;
    private final SimplexMesh mesh =
            StructuredMesh.of(new int[] {24, 24}, StructuredMesh.box(1, 1), cell -> cell[1] / 12);
    private final ReleasedFacets body;

    FaceContactTest() {
        StiffnessTensor[] solid = new StiffnessTensor[2];
        Arrays.fill(solid, StiffnessTensor.isotropic(1, 0.26));
        PrescribedDisplacements held =
                new PrescribedDisplacements(mesh).border(2, 1, 0).node(0, 0, 0);
        body = new ReleasedFacets(ElasticBody.closed(mesh, solid, FacetSprings.uniform(1, STIFF, STIFF)), held);
    }

    private double middle(int facet) {
        int v = mesh.interfaces().minusNode(facet, 0);
        int w = mesh.interfaces().minusNode(facet, 1);
        return 0.5 * (mesh.coordinateM(v, 0) + mesh.coordinateM(w, 0));
    }

    private void openBetween(double low, double high) {
        body.release(IntStream.range(0, mesh.interfaces().count())
                .filter(f -> middle(f) > low && middle(f) < high)
                .toArray());
    }

    /** A crack across a body under pressure is as good as none, on which σ stands. */
    @Test
    void underCompressionAllFacesTouchAndCarryIt() {
        openBetween(0.25, 0.75);
        ElasticField overlapping = body.solve(new ElasticLoads(body.body()).pressure(3, 2));
        FaceContact contact = new FaceContact(body);
        int[] touching = contact.touching(1, overlapping, 0, overlapping);
        FaceContact.Held held = contact.held(overlapping, touching);
        ElasticField whole = new ReleasedFacets(body.body().withOpen(f -> false), supports())
                .solve(new ElasticLoads(body.body().withOpen(f -> false)).pressure(3, 2));
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            if (body.isOpen(f)) {
                // Springs of E/h times 10⁻³ beside rigid contact.
                assertThat(held.pressuresPa()[f]).isCloseTo(2, within(0.01));
            }
        }
        for (int i = 0; i < whole.displacementsM().length; i++) {
            assertThat(held.field().displacementsM()[i]).isCloseTo(whole.displacementsM()[i], within(1e-4));
        }
    }

    /** Bending closes one end of a crack and opens the other: no overlap, no pull, and pushing only where closed. */
    @Test
    void bendingClosesOneEndOnly() {
        openBetween(0.1, 0.9);
        ElasticField overlapping = body.solve(new ElasticLoads(body.body()).traction(3, (point, region, value) -> {
            value[0] = 0;
            value[1] = point[0] - 0.5;
        }));
        FaceContact contact = new FaceContact(body);
        int[] touching = contact.touching(1, overlapping, 0, overlapping);
        FaceContact.Held held = contact.held(overlapping, touching);
        assertThat(touching.length).isBetween(4, 16);
        double pushed = 0;
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            if (body.isOpen(f)) {
                for (int c = 0; c < 2; c++) {
                    // Minus lies below.
                    assertThat(opening(held.field(), f, c)).isGreaterThan(-1e-9);
                }
                boolean apart = opening(held.field(), f, 0) > 1e-9 && opening(held.field(), f, 1) > 1e-9;
                assertThat(held.pressuresPa()[f]).isGreaterThanOrEqualTo(apart ? 0 : -1e-9);
                if (apart) {
                    assertThat(held.pressuresPa()[f]).isZero();
                }
                pushed += held.pressuresPa()[f];
            }
        }
        assertThat(pushed).isPositive();
        assertThat(IntStream.range(0, mesh.interfaces().count())
                        .filter(body::isOpen)
                        .mapToDouble(f -> opening(overlapping, f, 0))
                        .min()
                        .orElseThrow())
                .isLessThan(-1e-3);
    }

    private double opening(ElasticField field, int facet, int corner) {
        double[] normal = new double[2];
        new FacetSides(mesh).interfaceNormal(facet, normal);
        return field.jumpM(facet, corner, 0) * normal[0] + field.jumpM(facet, corner, 1) * normal[1];
    }

    private PrescribedDisplacements supports() {
        return new PrescribedDisplacements(mesh).border(2, 1, 0).node(0, 0, 0);
    }
}
