package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.MovedMesh;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.elasticity.UnilateralContact.Pressed;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A rigid cylinder (2D) or sphere (3D) on a block, one half or quarter of it by symmetry, against Hertz (Johnson 1985, Contact
 * Mechanics, ch. 4). Cells are equal up to 1.5 contact radii, where a = 1, and grow beyond.
 */
class UnilateralContactTest {
    private static final double YOUNG = 1;
    private static final double POISSON = 0.3;
    private static final double REDUCED = YOUNG / (1 - POISSON * POISSON);
    private static final double RADIUS = 100;
    /** Line load that gives a = 1: a² = 4 R p′/(π E*). */
    private static final double LINE_LOAD = Math.PI * REDUCED / (4 * RADIUS);

    private static UnilateralContact line;

    private static UnilateralContact block(int dimension, int cellsPerRadius, int growing, double growth) {
        int equal = cellsPerRadius * 3 / 2;
        double[] lines = new double[equal + growing + 1];
        for (int k = 1; k < lines.length; k++) {
            lines[k] = lines[k - 1] + Math.pow(growth, Math.max(0, k - equal)) / cellsPerRadius;
        }
        int cells = lines.length - 1;
        double size = lines[cells];
        int[] counts = new int[dimension];
        Arrays.fill(counts, cells);
        double[] sizes = new double[dimension];
        Arrays.fill(sizes, 1);
        int up = dimension - 1;
        SimplexMesh mesh = MovedMesh.of(StructuredMesh.of(counts, StructuredMesh.box(sizes), c -> 0), (node, p) -> {
            for (int axis = 0; axis < dimension; axis++) {
                int k = (int) Math.round(p[axis] * cells);
                p[axis] = axis == up ? size - lines[cells - k] : lines[k];
            }
        });
        ElasticBody body = ElasticBody.closed(
                mesh, new StiffnessTensor[] {StiffnessTensor.isotropic(YOUNG, POISSON)}, FacetSprings.none());
        PrescribedDisplacements supports = new PrescribedDisplacements(mesh);
        for (int axis = 0; axis < dimension; axis++) {
            supports.border(2 * axis, axis, 0);
        }
        return UnilateralContact.of(body, supports, 2 * up + 1, up, node -> distance(mesh, node) < 1.5);
    }

    private static double distance(SimplexMesh mesh, int node) {
        return mesh.dimension() == 2
                ? mesh.coordinateM(node, 0)
                : Math.hypot(mesh.coordinateM(node, 0), mesh.coordinateM(node, 1));
    }

    @BeforeAll
    static void condense() {
        line = block(2, 60, 40, 1.12);
    }

    private static double[] gaps(UnilateralContact contact, int dimension) {
        double[] gaps = new double[contact.candidateCount()];
        Arrays.setAll(gaps, i -> {
            double x = contact.coordinateM(i, 0);
            double y = dimension == 2 ? 0 : contact.coordinateM(i, 1);
            return (x * x + y * y) / (2 * RADIUS);
        });
        return gaps;
    }

    /** Half of the cylinder, so half of its load. */
    private static Pressed pressLine(double load, double limit) {
        return line.press(gaps(line, 2), 0.5 * load, limit);
    }

    /** a = √(4 R p′/(π E*)), p₀ = 2 p′/(π a); the area is counted in cells of a/60, so nearer than 2 % up to two of them. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1, 1.2})
    void aCylinderTouchesTheWidthOfHertz(double halfWidth) {
        double load = LINE_LOAD * halfWidth * halfWidth;

        Pressed pressed = pressLine(load, Double.POSITIVE_INFINITY);

        assertThat(pressed.contactArea() / halfWidth).isCloseTo(1, within(0.02));
        double peak = 2 * load / (Math.PI * halfWidth);
        for (int i = 0; i < line.candidateCount(); i++) {
            double x = line.coordinateM(i, 0) / halfWidth;
            assertThat(pressed.forcesN()[i]).isNotNegative();
            if (x < 0.7) {
                // Of 2.6 % are 1.7 % the width, which the profile follows.
                assertThat(pressed.pressurePa(i) / peak).isCloseTo(Math.sqrt(1 - x * x), within(0.03));
            }
        }
        assertThat(Arrays.stream(pressed.forcesN()).sum()).isCloseTo(0.5 * load, within(1e-12 * load));
        assertThat(pressed.steps()).isLessThanOrEqualTo(12);
    }

    /** A limit above the peak changes nothing; far below it the body is under the limit nearly everywhere it touches. */
    @Test
    void aLimitOfPressureWidensTheContact() {
        double peak = 2 * LINE_LOAD / Math.PI;
        Pressed elastic = pressLine(LINE_LOAD, Double.POSITIVE_INFINITY);
        Pressed above = pressLine(LINE_LOAD, 1.05 * peak);
        Pressed below = pressLine(LINE_LOAD, 0.8 * peak);
        Pressed deep = pressLine(0.1 * LINE_LOAD, 0.1 * peak);

        assertThat(above.forcesN()).containsExactly(elastic.forcesN(), within(1e-12));
        assertThat(below.contactArea()).isBetween(elastic.contactArea() + 0.01, 1.2 * elastic.contactArea());
        // The middle yields, the rim stays elastic.
        assertThat(below.yielding()[0]).isTrue();
        assertThat(below.pressurePa(0)).isCloseTo(0.8 * peak, within(1e-12));
        assertThat(deep.contactArea() / (0.05 * LINE_LOAD / (0.1 * peak))).isBetween(1.0, 1.05);
        // One node at a time: of 91, about as many settle once.
        assertThat(deep.steps()).isLessThanOrEqualTo(150);
        assertThatThrownBy(() -> pressLine(LINE_LOAD, 1e-3 * peak))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("carry at most");
    }

    /** A = π (3 P R/(4 E*))^(2/3); a quarter of it, in cells of a/10. */
    @Test
    @Tag("nightly")
    void aSphereTouchesTheAreaOfHertz() {
        UnilateralContact sphere = block(3, 10, 7, 1.6);
        double force = 4 * REDUCED / (3 * RADIUS);

        Pressed pressed = sphere.press(gaps(sphere, 3), 0.25 * force);

        assertThat(pressed.contactArea() / (0.25 * Math.PI)).isCloseTo(1, within(0.02));
        assertThat(pressed.steps()).isLessThanOrEqualTo(20);
    }
}
