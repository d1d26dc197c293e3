package org.grainflux.fem.grid;

import java.util.Arrays;
import org.grainflux.fem.multigrid.ThreadTeam;

/**
 * Runs the stages of a pass over the layers of a grid. A stage may read in a layer, and in those beside it, what the stage
 * before has left there, so each stage follows one layer behind the one before: a layer is still in cache when the next
 * stage comes to it.
 *
 * <p>Threads take ranges of layers. A range leaves out what its later stages would need from the ranges beside it; that is
 * made up for around the cuts when all ranges are done. Which values a stage reads does not depend on the ranges, and sums
 * are kept by layer, so results are the same to the last bit for any number of threads.
 */
final class LayerSweep {
    /** Ranges per thread: a thread that is held up leaves the other more to do. */
    private static final int RANGES_PER_THREAD = 2;

    /** A range this low does some work of its own between two cuts of at most three stages. */
    private static final int LEAST_LAYERS = 8;

    /** What is done in one layer, and its part in a sum. */
    interface Stage {
        void run(LineNeighbours at, int layer);
    }

    private final int layers;
    private final LineNeighbours[] at;
    private ThreadTeam team;
    private int[] starts;

    /** @param threads the calling one included, ≥ 1 */
    LayerSweep(FaceConductances faces, int threads) {
        layers = faces.grid().cells2();
        at = new LineNeighbours[threads];
        Arrays.setAll(at, worker -> new LineNeighbours(faces));
    }

    /** Who runs the following passes: a team of the size stated before. */
    void use(ThreadTeam newTeam) {
        team = newTeam;
        int wanted = at.length == 1 ? 1 : at.length * RANGES_PER_THREAD;
        int ranges = Math.max(1, Math.min(wanted, layers / LEAST_LAYERS));
        starts = new int[ranges + 1];
        // Even: blocks of aggregates are two layers high.
        Arrays.setAll(starts, range -> range == ranges ? layers : layers / 2 * range / ranges * 2);
    }

    /** All stages in all layers. */
    void run(Stage... stages) {
        int ranges = starts.length - 1;
        team.run(ranges, (range, worker) -> within(range, at[worker], stages));
        if (stages.length > 1) {
            team.run(ranges - 1, (cut, worker) -> around(starts[cut + 1], at[worker], stages));
        }
    }

    private void within(int range, LineNeighbours own, Stage[] stages) {
        int first = starts[range];
        int end = starts[range + 1];
        for (int step = first; step < end + stages.length - 1; step++) {
            for (int s = 0; s < stages.length; s++) {
                int layer = step - s;
                int from = first == 0 ? 0 : first + s;
                int to = end == layers ? layers : end - s;
                if (layer >= from && layer < to) {
                    stages[s].run(own, layer);
                }
            }
        }
    }

    private static void around(int cut, LineNeighbours own, Stage[] stages) {
        for (int s = 1; s < stages.length; s++) {
            for (int layer = cut - s; layer < cut + s; layer++) {
                stages[s].run(own, layer);
            }
        }
    }
}
