package org.grainflux.fem.grid;

import java.util.Arrays;
import org.grainflux.fem.multigrid.ThreadTeam;
import org.grainflux.fem.solve.SolverPass;

/**
 * The passes of {@link GridSolver}'s smoother one by one, for measurement: the solver's own loops on arrays of its kind.
 *
 * <p>Bytes per cell, all in single precision, with a aggregates per cell: conductances of three faces, inverse diagonal
 * and load 20; what {@link BlockAggregates} keeps, half a byte and eight bytes for each block that is cut; down z is written and
 * the load of the aggregates too, 4 + 4 a; up z is updated and the correction read, 8 + 4 a.
 */
public final class GridPasses {
    private final CellGrid grid;
    private final LayerSweep sweep;
    private final ThreadTeam team = new ThreadTeam(1);
    private final GridSmoother smoother;
    private final float[][] load;
    private final float[][] z;
    private final float[] aggregateLoad;
    private final float[] correction;
    private final long aggregateBytes;

    /** Aggregates the cells as the solver does. */
    public GridPasses(FaceConductances faces) {
        BlockAggregation.Result aggregation = BlockAggregation.of(faces);
        grid = faces.grid();
        sweep = new LayerSweep(faces, 1);
        sweep.use(team);
        smoother = new GridSmoother(faces, aggregation.aggregates());
        aggregateBytes = aggregation.aggregates().storedBytes();
        load = Lines.of(grid);
        z = Lines.of(grid);
        aggregateLoad = new float[aggregation.graph().nodeCount()];
        correction = new float[aggregation.graph().nodeCount()];
        for (float[] line : load) {
            Arrays.fill(line, 1);
        }
    }

    /** From zero to the load of the aggregates; per cell 5 operations to smooth, 7 for the residual, 1 to add it up. */
    public SolverPass smoothDown() {
        return SolverPass.repeatable(
                () -> smoother.descend(sweep, load, z, aggregateLoad), bytes(24), 13.0 * grid.cellCount());
    }

    /** From the correction of the aggregates, added by 1 operation per cell, over six neighbours, 13. */
    public SolverPass smoothUp() {
        return SolverPass.repeatable(
                () -> smoother.ascend(sweep, correction, load, z, (at, layer) -> {}),
                bytes(28),
                14.0 * grid.cellCount());
    }

    private double bytes(int perCell) {
        return (double) perCell * grid.cellCount() + aggregateBytes + 4.0 * aggregateLoad.length;
    }
}
