package org.grainflux.fem.grid;

/**
 * First coarsening of a grid: the cells of every block of 2 × 2 × 2 (2 × 2 in the plane) are joined as far as faces
 * that conduct well connect them. A resistive interface that cuts a block leaves an aggregate on either side, so the
 * coarse space can hold a jump there. Smooth parts of the grid coarsen by 8 (by 4 in the plane).
 */
final class BlockAggregation {
    /**
     * A face joins its cells when it conducts at least this fraction of the best face of either. Blocks cut by a sheet
     * of ratio θ are smoothed at the rate of θ (a step between two halves has energy 16 θ g against 40 g in the diagonal
     * norm), so 1/2 costs little more than a uniform block; smaller values gave up to 40 iterations at β = 2…4, larger
     * ones only larger coarse graphs.
     */
    private static final float JOINING_RATIO = 0.5f;

    private final FaceConductances faces;
    private final CellGrid grid;
    /** Aggregate of each cell, while the graph is built. */
    private final int[] numbers;

    private BlockAggregates aggregates;

    private BlockAggregation(FaceConductances faces) {
        this.faces = faces;
        this.grid = faces.grid();
        this.numbers = new int[grid.cellCount()];
    }

    /**
     * @param aggregates aggregate of each cell, numbered block by block
     * @param graph network of the aggregates
     */
    record Result(BlockAggregates aggregates, ConductanceGraph graph) {}

    static Result of(FaceConductances faces) {
        BlockAggregation aggregation = new BlockAggregation(faces);
        aggregation.number();
        return new Result(aggregation.aggregates, aggregation.graph());
    }

    private void number() {
        BlockAggregates.Builder builder = new BlockAggregates.Builder(grid);
        int count = 0;
        int[] cells = new int[8];
        int[] parents = new int[8];
        float[] best = new float[8];
        for (int b2 = 0; b2 < grid.cells2(); b2 += 2) {
            for (int b1 = 0; b1 < grid.cells1(); b1 += 2) {
                for (int b0 = 0; b0 < grid.cells0(); b0 += 2) {
                    gather(b0, b1, b2, cells, best);
                    join(b0, b1, b2, cells, best, parents);
                    builder.add(cells, parents);
                    for (int k = 0; k < 8; k++) {
                        if (cells[k] >= 0) {
                            numbers[cells[k]] = parents[k] == k ? count++ : numbers[cells[parents[k]]];
                        }
                    }
                }
            }
        }
        aggregates = builder.build();
    }

    /** Cells of a block, -1 beyond the grid, and the best conductance of each. */
    private void gather(int b0, int b1, int b2, int[] cells, float[] best) {
        for (int k = 0; k < 8; k++) {
            int i0 = b0 + (k & 1);
            int i1 = b1 + (k >> 1 & 1);
            int i2 = b2 + (k >> 2);
            boolean inside = i0 < grid.cells0() && i1 < grid.cells1() && i2 < grid.cells2();
            cells[k] = inside ? grid.cell(i0, i1, i2) : -1;
            if (inside) {
                best[k] = best(i0, i1, i2);
            }
        }
    }

    private float best(int i0, int i1, int i2) {
        int line = grid.line(i1, i2);
        float[] next0 = faces.across0()[line];
        float in0 = Math.max(next0[i0 > 0 ? i0 - 1 : grid.cells0() - 1], next0[i0]);
        float in1 = Math.max(faces.across1()[faces.lineBefore1(i1, i2)][i0], faces.across1()[line][i0]);
        float in2 = Math.max(faces.across2()[line][i0], faces.across2()[grid.line(i1, i2 + 1)][i0]);
        return Math.max(in0, Math.max(in1, in2));
    }

    /** Union over the up to twelve inner faces; the parent of a cell is the smallest cell of its aggregate. */
    private void join(int b0, int b1, int b2, int[] cells, float[] best, int[] parents) {
        for (int k = 0; k < 8; k++) {
            parents[k] = k;
        }
        for (int k = 0; k < 8; k++) {
            for (int bit = 1; bit < 8; bit <<= 1) {
                int other = k | bit;
                if (other == k || cells[k] < 0 || cells[other] < 0) {
                    continue;
                }
                int i0 = b0 + (k & 1);
                int i1 = b1 + (k >> 1 & 1);
                int i2 = b2 + (k >> 2);
                int line = grid.line(i1, i2);
                float conductance = switch (bit) {
                    case 1 -> faces.across0()[line][i0];
                    case 2 -> faces.across1()[line][i0];
                    default -> faces.across2()[grid.line(i1, i2 + 1)][i0];
                };
                if (conductance >= JOINING_RATIO * Math.max(best[k], best[other])) {
                    unite(parents, k, other);
                }
            }
        }
    }

    private static void unite(int[] parents, int a, int b) {
        int low = Math.min(parents[a], parents[b]);
        int high = Math.max(parents[a], parents[b]);
        for (int k = 0; k < 8 && low != high; k++) {
            if (parents[k] == high) {
                parents[k] = low;
            }
        }
    }

    /** Rows in the order of their numbers: block by block, aggregate by aggregate. */
    private ConductanceGraph graph() {
        GraphBuilder builder = new GraphBuilder(aggregates.count());
        int next = 0;
        for (int b2 = 0; b2 < grid.cells2(); b2 += 2) {
            for (int b1 = 0; b1 < grid.cells1(); b1 += 2) {
                for (int b0 = 0; b0 < grid.cells0(); b0 += 2) {
                    next = addBlock(builder, b0, b1, b2, next);
                }
            }
        }
        return builder.graph();
    }

    private int addBlock(GraphBuilder builder, int b0, int b1, int b2, int first) {
        int[] of = new int[8];
        int end = first;
        for (int k = 0; k < 8; k++) {
            int i0 = b0 + (k & 1);
            int i1 = b1 + (k >> 1 & 1);
            int i2 = b2 + (k >> 2);
            boolean inside = i0 < grid.cells0() && i1 < grid.cells1() && i2 < grid.cells2();
            of[k] = inside ? numbers[grid.cell(i0, i1, i2)] : -1;
            end = Math.max(end, of[k] + 1);
        }
        for (int next = first; next < end; next++) {
            for (int k = 0; k < 8; k++) {
                if (of[k] == next) {
                    addCell(builder, b0 + (k & 1), b1 + (k >> 1 & 1), b2 + (k >> 2));
                }
            }
            builder.endRow();
        }
        return end;
    }

    private void addCell(GraphBuilder builder, int i0, int i1, int i2) {
        int here = grid.line(i1, i2);
        int back0 = i0 > 0 ? i0 - 1 : grid.cells0() - 1;
        int next0 = i0 < grid.cells0() - 1 ? i0 + 1 : 0;
        int back1 = i1 > 0 ? i1 - 1 : grid.cells1() - 1;
        int next1 = i1 < grid.cells1() - 1 ? i1 + 1 : 0;
        builder.add(numbers[grid.cell(back0, i1, i2)], faces.across0()[here][back0]);
        builder.add(numbers[grid.cell(next0, i1, i2)], faces.across0()[here][i0]);
        builder.add(numbers[grid.cell(i0, back1, i2)], faces.across1()[faces.lineBefore1(i1, i2)][i0]);
        builder.add(numbers[grid.cell(i0, next1, i2)], faces.across1()[here][i0]);
        float below = faces.across2()[here][i0];
        if (i2 > 0) {
            builder.add(numbers[grid.cell(i0, i1, i2 - 1)], below);
        } else {
            builder.addGround(below);
        }
        float above = faces.across2()[grid.line(i1, i2 + 1)][i0];
        if (i2 < grid.cells2() - 1) {
            builder.add(numbers[grid.cell(i0, i1, i2 + 1)], above);
        } else {
            builder.addGround(above);
        }
    }
}
