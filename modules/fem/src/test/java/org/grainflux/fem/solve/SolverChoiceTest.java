package org.grainflux.fem.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolverChoiceTest {
    private static final long LARGE_HEAP = 8L << 30;

    /** Neighbours along each axis couple. */
    private static CsrPattern grid(int... sides) {
        int n = 1;
        for (int side : sides) {
            n *= side;
        }
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            int stride = 1;
            for (int side : sides) {
                if (v / stride % side < side - 1) {
                    edges.add(new int[] {v, v + stride});
                }
                stride *= side;
            }
        }
        return cliques(n, edges);
    }

    private static CsrPattern cliques(int n, List<int[]> cliques) {
        int[] starts = new int[cliques.size() + 1];
        for (int c = 0; c < cliques.size(); c++) {
            starts[c + 1] = starts[c] + cliques.get(c).length;
        }
        return CsrPattern.ofCliques(
                n,
                starts,
                cliques.stream().flatMapToInt(java.util.Arrays::stream).toArray());
    }

    @ParameterizedTest
    @CsvSource({"100,100,1,100", "400,20,1,20", "20,20,20,300", "5000,1,1,1"})
    void widthTellsPlanesFromVolumes(int x, int y, int z, int expected) {
        // The cube's middle level set, i + j + k = const, has 3/4 of 20².
        assertThat(LevelSets.width(grid(x, y, z))).isEqualTo(expected);
    }

    @Test
    void widthIgnoresOneUnknownThatTouchesEverything() {
        int n = 3000;
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v + 2 < n; v++) {
            edges.add(new int[] {v, v + 1});
            edges.add(new int[] {v, n - 1});
        }
        assertThat(LevelSets.width(cliques(n, edges))).isEqualTo(1);
    }

    @Test
    void aPlaneIsFactoredForSeveralLoadsAndItsPlanHandedOn() {
        CsrMatrix plane = new CsrMatrix(grid(120, 120));
        assertThat(SolverChoice.of(plane, 1, LARGE_HEAP).method()).isEqualTo(SolverMethod.MULTIGRID);
        SolverChoice choice = SolverChoice.of(plane, 8, LARGE_HEAP);
        assertThat(choice.method()).isEqualTo(SolverMethod.CHOLESKY);
        assertThat(choice.plan())
                .hasValueSatisfying(plan -> assertThat(plan.unknowns()).isEqualTo(plane.rows()));
        assertThat(choice.reason()).contains("Cholesky about", "multigrid about", "8 right-hand side");
    }

    @Test
    void aVolumeIsFactoredForManyLoadsOnly() {
        CsrMatrix volume = new CsrMatrix(grid(30, 30, 30));
        SolverChoice one = SolverChoice.of(volume, 1, LARGE_HEAP);
        assertThat(one.method()).isEqualTo(SolverMethod.MULTIGRID);
        assertThat(one.plan()).isEmpty();
        assertThat(one.reason()).contains("level sets of 675 unknowns");
        assertThat(SolverChoice.of(volume, 100, LARGE_HEAP).method()).isEqualTo(SolverMethod.CHOLESKY);
    }

    @Test
    void aFactorThatDoesNotFitTheHeapIsNotTried() {
        CsrMatrix plane = new CsrMatrix(grid(120, 120));
        SolverChoice choice = SolverChoice.of(plane, 50, 4L << 20);
        assertThat(choice.method()).isEqualTo(SolverMethod.MULTIGRID);
        assertThat(choice.reason()).contains("60 % of the heap of 4 MB");
    }

    @Test
    void theChoiceIsLoggedWithItsReason() {
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                messages.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(SolverChoice.class.getName());
        logger.addHandler(handler);
        try {
            SolverChoice choice = SolverChoice.of(new CsrMatrix(grid(50, 50)), 3);
            assertThat(messages).containsExactly(choice.method() + " for 2500 unknowns: " + choice.reason());
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void refusesToPrepareForNothing() {
        assertThatThrownBy(() -> SolverChoice.of(new CsrMatrix(grid(3, 3)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0");
    }
}
