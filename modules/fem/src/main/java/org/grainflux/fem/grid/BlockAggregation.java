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
    private final int[] aggregates;
    private int count;

    private BlockAggregation(FaceConductances faces) {
        this.faces = faces;
        this.grid = faces.grid();
        this.aggregates = new int[grid.cellCount()];
    }

    /**
     * @param aggregates aggregate of each cell, numbered block by block
     * @param graph network of the aggregates
     */
    record Result(int[] aggregates, ConductanceGraph graph) {}

    static Result of(FaceConductances faces) {
        BlockAggregation aggregation = new BlockAggregation(faces);
        aggregation.number();
        return new Result(aggregation.aggregates, aggregation.graph());
    }

    private void number() {
        int[] cells = new int[8];
        int[] parents = new int[8];
        float[] best = new float[8];
        for (int b2 = 0; b2 < grid.cells2(); b2 += 2) {
            for (int b1 = 0; b1 < grid.cells1(); b1 += 2) {
                for (int b0 = 0; b0 < grid.cells0(); b0 += 2) {
                    gather(b0, b1, b2, cells, best);
                    join(cells, best, parents);
                    for (int k = 0; k < 8; k++) {
                        if (cells[k] >= 0) {
                            aggregates[cells[k]] = parents[k] == k ? count++ : aggregates[cells[parents[k]]];
                        }
                    }
                }
            }
        }
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
                best[k] = best(i0, i1, cells[k]);
            }
        }
    }

    private float best(int i0, int i1, int c) {
        float[] across0 = faces.across0();
        float[] across1 = faces.across1();
        float[] across2 = faces.across2();
        int back0 = i0 > 0 ? c - 1 : c + grid.cells0() - 1;
        int back1 = i1 > 0 ? c - grid.cells0() : c + (grid.cells1() - 1) * grid.cells0();
        float in0 = Math.max(across0[back0], across0[c]);
        float in1 = Math.max(across1[back1], across1[c]);
        float in2 = Math.max(across2[c], across2[c + grid.layerCells()]);
        return Math.max(in0, Math.max(in1, in2));
    }

    /** Union over the up to twelve inner faces; the parent of a cell is the smallest cell of its aggregate. */
    private void join(int[] cells, float[] best, int[] parents) {
        for (int k = 0; k < 8; k++) {
            parents[k] = k;
        }
        for (int k = 0; k < 8; k++) {
            for (int bit = 1; bit < 8; bit <<= 1) {
                int other = k | bit;
                if (other == k || cells[k] < 0 || cells[other] < 0) {
                    continue;
                }
                float conductance = switch (bit) {
                    case 1 -> faces.across0()[cells[k]];
                    case 2 -> faces.across1()[cells[k]];
                    default -> faces.across2()[cells[other]];
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
        GraphBuilder builder = new GraphBuilder(count);
        int[] cells = new int[8];
        int next = 0;
        for (int b2 = 0; b2 < grid.cells2(); b2 += 2) {
            for (int b1 = 0; b1 < grid.cells1(); b1 += 2) {
                for (int b0 = 0; b0 < grid.cells0(); b0 += 2) {
                    int last = next;
                    for (int k = 0; k < 8; k++) {
                        int i0 = b0 + (k & 1);
                        int i1 = b1 + (k >> 1 & 1);
                        int i2 = b2 + (k >> 2);
                        boolean inside = i0 < grid.cells0() && i1 < grid.cells1() && i2 < grid.cells2();
                        cells[k] = inside ? grid.cell(i0, i1, i2) : -1;
                        last = inside ? Math.max(last, aggregates[cells[k]] + 1) : last;
                    }
                    for (; next < last; next++) {
                        for (int k = 0; k < 8; k++) {
                            if (cells[k] >= 0 && aggregates[cells[k]] == next) {
                                addCell(builder, b0 + (k & 1), b1 + (k >> 1 & 1), b2 + (k >> 2), cells[k]);
                            }
                        }
                        builder.endRow();
                    }
                }
            }
        }
        return builder.graph();
    }

    private void addCell(GraphBuilder builder, int i0, int i1, int i2, int c) {
        int line = grid.cells0();
        int layer = grid.layerCells();
        int back0 = i0 > 0 ? c - 1 : c + line - 1;
        int next0 = i0 < line - 1 ? c + 1 : c - line + 1;
        int back1 = i1 > 0 ? c - line : c + layer - line;
        int next1 = i1 < grid.cells1() - 1 ? c + line : c - layer + line;
        builder.add(aggregates[back0], faces.across0()[back0]);
        builder.add(aggregates[next0], faces.across0()[c]);
        builder.add(aggregates[back1], faces.across1()[back1]);
        builder.add(aggregates[next1], faces.across1()[c]);
        if (i2 > 0) {
            builder.add(aggregates[c - layer], faces.across2()[c]);
        } else {
            builder.addGround(faces.across2()[c]);
        }
        if (i2 < grid.cells2() - 1) {
            builder.add(aggregates[c + layer], faces.across2()[c + layer]);
        } else {
            builder.addGround(faces.across2()[c + layer]);
        }
    }
}
