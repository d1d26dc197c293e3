package org.grainflux.physics.gridflux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.physics.transport.GrainAverage;

/**
 * Averages over the contacts of grains with one electrode, and what the grid may have moved between them. Current crowds
 * into the cells beside the foot of a boundary, which no grid resolves: a contact loses part of what a cell along its rim
 * carries, and its neighbour receives it. A contact may lose a share of a cell of its own density per face of its rim, and
 * gain as much of its neighbours' densities. A grain that carries little beside one that carries much is thereby known
 * worse than its size tells.
 */
final class GrainContacts {
    /**
     * Cells of current misplaced per foot of a plane contact. Measured: the smallest tenth that kept all averages reported,
     * 1,811 in currents that are not uniform, within 5 % of the conforming mesh (ADR 0016).
     */
    private static final double MISPLACED_PER_FOOT = 0.6;

    /**
     * The same per face of the rim of a contact in a volume, which is a staircase: 1.8 cells over the diameter of a disc, as
     * found where contacts lose most. It kept all 542 averages reported there within 5 % (ADR 0016).
     */
    private static final double MISPLACED_PER_RIM_FACE = 0.35;

    /** Where cells differ by less than this of their mean nothing crowds, and nothing is misplaced. */
    private static final double UNIFORM_FRACTION = 0.05;

    private final CellGrid grid;
    private final double[] densitiesAPerM2;
    private final int[] grains;
    private final int[] counts;
    private final double[] meansAPerM2;
    /** Per grain, over cells of its contact: sums over the cells of its rim of its own mean, and of its neighbours'. */
    private final double[] ownRims;

    private final double[] otherRims;

    /** @param grains of each surface cell, axis 0 fastest */
    GrainContacts(CellGrid grid, double[] densitiesAPerM2, int[] grains, int grainCount) {
        this.grid = grid;
        this.densitiesAPerM2 = densitiesAPerM2;
        this.grains = grains;
        counts = new int[grainCount];
        meansAPerM2 = new double[grainCount];
        ownRims = new double[grainCount];
        otherRims = new double[grainCount];
        for (int c = 0; c < grains.length; c++) {
            meansAPerM2[grains[c]] += densitiesAPerM2[c];
            counts[grains[c]]++;
        }
        for (int g = 0; g < grainCount; g++) {
            meansAPerM2[g] /= Math.max(1, counts[g]);
        }
        if (!isUniform()) {
            addRims();
        }
    }

    private boolean isLine() {
        return grid.cells1() == 1;
    }

    private boolean isUniform() {
        double max = Arrays.stream(densitiesAPerM2).max().orElseThrow();
        double min = Arrays.stream(densitiesAPerM2).min().orElseThrow();
        return max - min <= UNIFORM_FRACTION * Math.abs(max);
    }

    private void addRims() {
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            for (int i0 = 0; i0 < grid.cells0(); i0++) {
                int here = grid.cell(i0, i1, 0);
                if (i0 < grid.cells0() - 1 || grid.wraps0()) {
                    addRim(here, grid.cell((i0 + 1) % grid.cells0(), i1, 0));
                }
                if (i1 < grid.cells1() - 1 || grid.wraps1()) {
                    addRim(here, grid.cell(i0, (i1 + 1) % grid.cells1(), 0));
                }
            }
        }
    }

    private void addRim(int cell, int next) {
        int a = grains[cell];
        int b = grains[next];
        if (a != b) {
            ownRims[a] += meansAPerM2[a];
            otherRims[a] += meansAPerM2[b];
            ownRims[b] += meansAPerM2[b];
            otherRims[b] += meansAPerM2[a];
        }
    }

    /** By ascending grain. */
    List<GrainAverage> averages() {
        double misplacedCells = isLine() ? MISPLACED_PER_FOOT : MISPLACED_PER_RIM_FACE;
        List<GrainAverage> averages = new ArrayList<>();
        for (int g = 0; g < counts.length; g++) {
            if (counts[g] > 0) {
                double contact = counts[g] * grid.spacing0M() * (isLine() ? 1 : grid.spacing1M());
                double extentM = isLine() ? contact : 2 * Math.sqrt(contact / Math.PI);
                averages.add(new GrainAverage(
                        g,
                        contact,
                        extentM,
                        meansAPerM2[g],
                        misplacedCells * ownRims[g] / counts[g],
                        misplacedCells * otherRims[g] / counts[g]));
            }
        }
        return averages;
    }
}
