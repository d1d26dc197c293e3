package org.grainflux.fem.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.grainflux.core.NumericalFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstrainedDelaunayTest {
    /** Points at random and on a lattice, where four lie on every circle; fixed edges along two polylines. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyEdgeIsDelaunayOrFixed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ConstrainedDelaunay mesh = new ConstrainedDelaunay(0.5, 0.5, 1);
        int[] chain = new int[9];
        for (int k = 0; k < chain.length; k++) {
            chain[k] = mesh.add(0.1 * (k + 0.5), 0.5 + 0.3 * random.nextDouble());
        }
        for (int k = 0; k < 200; k++) {
            mesh.add(random.nextDouble(), random.nextDouble());
        }
        for (int k = 0; k < 36; k++) {
            mesh.add((k % 6) / 6.0, (k / 6) / 6.0);
        }
        for (int k = 1; k < chain.length; k++) {
            mesh.fix(chain[k - 1], chain[k]);
        }
        for (int k = 1; k < chain.length; k++) {
            assertThat(mesh.isFixed(mesh.find(chain[k - 1], chain[k]))).isTrue();
        }
        // Euler: 3 far points and all others inside their triangle.
        assertThat(mesh.triangleCount()).isEqualTo(2 * mesh.pointCount() - 5);
        for (int half = 0; half < 3 * mesh.triangleCount(); half++) {
            int other = mesh.twin(half);
            if (other >= 0) {
                assertThat(mesh.twin(other)).isEqualTo(half);
                assertThat(mesh.to(other)).isEqualTo(mesh.from(half));
            }
            if (other >= 0 && !mesh.isFixed(half)) {
                assertThat(opposite(mesh, half)).isNotPositive();
            }
        }
    }

    private static int opposite(ConstrainedDelaunay mesh, int half) {
        int a = mesh.from(half);
        int b = mesh.to(half);
        int c = mesh.from(ConstrainedDelaunay.previous(half));
        int d = mesh.from(ConstrainedDelaunay.previous(mesh.twin(half)));
        return PlanePredicates.inCircle(
                mesh.x(a), mesh.y(a), mesh.x(b), mesh.y(b), mesh.x(c), mesh.y(c), mesh.x(d), mesh.y(d));
    }

    @Test
    void signsAreExactWhereRoundingIsNot() {
        double tenth = 0.1;
        // 0.1, 0.2 and 0.3 are not in a line when rounded: 0.3 is below three times the number 0.1.
        assertThat(PlanePredicates.turn(0, 0, tenth, tenth, 2 * tenth, 2 * tenth))
                .isZero();
        double up = Math.nextUp(0.5);
        assertThat(PlanePredicates.turn(0, 0, 12, 12, 0.5, up)).isPositive();
        assertThat(PlanePredicates.turn(0, 0, 12, 12, up, 0.5)).isNegative();
        assertThat(PlanePredicates.inCircle(0, 0, 1, 0, 1, 1, 0, 1)).isZero();
        assertThat(PlanePredicates.inCircle(0, 0, 1, 0, 1, 1, 0, Math.nextDown(1.0)))
                .isPositive();
        assertThat(PlanePredicates.inCircle(0, 0, 1, 0, 1, 1, 0, Math.nextUp(1.0)))
                .isNegative();
    }

    @Test
    void fixedEdgesMayNotCross() {
        ConstrainedDelaunay mesh = new ConstrainedDelaunay(0, 0, 1);
        int west = mesh.add(-1, 0);
        int east = mesh.add(1, 0.1);
        int south = mesh.add(0, -1);
        int north = mesh.add(0.1, 1);
        mesh.fix(west, east);
        assertThatThrownBy(() -> mesh.fix(south, north)).isInstanceOf(NumericalFailureException.class);
    }
}
