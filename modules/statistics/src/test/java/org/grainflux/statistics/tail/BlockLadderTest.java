package org.grainflux.statistics.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockLadderTest {
    /** Structure s, replicate r, part p holds 100 s + 10 r + p + 1. */
    private static List<double[][]> numbered(int structures, int replicates, int parts) {
        List<double[][]> minima = new ArrayList<>();
        for (int s = 0; s < structures; s++) {
            double[][] x = new double[replicates][parts];
            for (int r = 0; r < replicates; r++) {
                for (int p = 0; p < parts; p++) {
                    x[r][p] = 100 * s + 10 * r + p + 1;
                }
            }
            minima.add(x);
        }
        return minima;
    }

    @Test
    void quarterHalfWholeTwoAndFourStructures() {
        BlockLadder ladder = new BlockLadder(numbered(33, 2, 4), 2.5e-10);
        assertThat(ladder.rungs).hasSize(5);
        assertThat(ladder.rungs.stream().map(BlockLadder.Rung::areaM2))
                .containsExactly(2.5e-10, 5e-10, 1e-9, 2e-9, 4e-9);
        assertThat(ladder.rungs.stream().map(r -> r.minima().length)).containsExactly(264, 132, 66, 32, 16);
        assertThat(Arrays.copyOf(ladder.rungs.get(1).minima(), 5)).containsExactly(1, 3, 11, 13, 101);
        assertThat(Arrays.copyOf(ladder.rungs.get(4).minima(), 3)).containsExactly(1, 11, 401);
        assertThat(ladder.groups).isEqualTo(8);
    }

    @Test
    void aGroupHoldsWholeMergedBlocksAtEverySize() {
        BlockLadder ladder = new BlockLadder(numbered(33, 2, 4), 1);
        for (BlockLadder.Rung rung : ladder.rungs) {
            for (int j = 0; j < rung.minima().length; j++) {
                int structure = (int) rung.minima()[j] / 100;
                assertThat(rung.group()[j]).isEqualTo(Math.min(structure / 4, 7));
            }
        }
    }

    @Test
    void manyStructuresShareGroups() {
        BlockLadder ladder = new BlockLadder(numbered(400, 1, 1), 1);
        assertThat(ladder.rungs.stream().map(BlockLadder.Rung::areaM2)).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0);
        assertThat(ladder.groups).isEqualTo(12);
        assertThat(new BlockLadder(numbered(7, 2, 4), 1).groups).isEqualTo(7);
    }

    @Test
    void jackknifeOfAMeanIsItsStandardError() {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6};
        double mean = Arrays.stream(x).average().orElseThrow();
        double[] leftOut = Arrays.stream(x).map(v -> (8 * mean - v) / 7).toArray();
        Jackknife jackknife = Jackknife.of(mean, leftOut);
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / 7;
        assertThat(jackknife.estimate()).isCloseTo(mean, within(1e-14));
        assertThat(jackknife.standardError()).isCloseTo(Math.sqrt(variance / 8), within(1e-14));
        // t = 3.98787 with 7 degrees of freedom; density integrated numerically.
        assertThat(jackknife.probabilityIfZero()).isCloseTo(0.00527076, within(1e-7));
    }
}
