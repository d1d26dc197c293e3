package org.grainflux.fem.multigrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalvingTest {
    /**
     * The front of a breadth-first search through half of a cube from its corner is a hexagon of 1.3 times a face; nodes on
     * grain boundaries are there twice. Rounded up.
     */
    private static final double MOST_SEPARATOR_FACES = 3;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void halvesDoNotCoupleAndTheSeparatorIsThin(boolean shuffled) {
        Polycrystal sorted = Polycrystal.of(new int[] {24, 24, 24}, StructuredMesh.box(1, 1, 1), 8, 1e-3, 1, 1, 41);
        CsrMatrix a = (shuffled ? sorted.shuffled(6) : sorted).matrix();
        RowMatrix matrix = new RowMatrix(a.pattern().rowStarts(), a.pattern().columns(), a.values());
        try (ThreadTeam team = new ThreadTeam(2)) {
            Halves halves = Halving.of(team, List.of(matrix), List.of())[0];
            int n = matrix.rows();
            assertThat(halves.order).hasSize(n).doesNotHaveDuplicates();
            assertThat(halves.separatorRows()).isLessThan((int) (MOST_SEPARATOR_FACES * Math.pow(n, 2.0 / 3)));
            assertThat(halves.end(0) - halves.begin(0)).isBetween((int) (0.4 * n), (int) (0.6 * n));

            int[] places = halves.places(team);
            for (int t = 0; t < halves.end(0); t++) {
                int i = halves.order[t];
                for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                    int place = places[matrix.columns[k]];
                    assertThat(place < halves.end(0) || place >= halves.separator())
                            .isTrue();
                }
            }
        }
    }
}
