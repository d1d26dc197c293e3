package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;

/**
 * Pᵀ A P as H + Hᵀ with H = Pᵀ (D/2 + L) P, so that every block of A is multiplied once. An aggregate of m modes becomes a
 * group of m / 3 places: translations and rotations in space, one place in the plane.
 */
final class CoarseProduct {
    /** Unknowns of a coarse place, in the plane and in space. */
    static final int WIDTH = 3;

    private final BlockMatrix matrix;
    private final BlockProlongation prolongation;
    private final PairBlocks pairs;
    private final double[] diagonal;
    private final int[] slotOf;
    private final int[] slots;
    private final double[] fineBlock;
    private double[] products = new double[0];
    private double[] columnsOfP = new double[0];

    private CoarseProduct(BlockMatrix matrix, BlockProlongation prolongation) {
        this.matrix = matrix;
        this.prolongation = prolongation;
        int modes = prolongation.modes;
        this.pairs = new PairBlocks(modes * modes, 8 * prolongation.aggregates);
        this.diagonal = new double[prolongation.aggregates * modes * modes];
        this.slotOf = new int[prolongation.aggregates];
        this.slots = new int[prolongation.aggregates];
        this.fineBlock = new double[matrix.width * matrix.width];
        Arrays.fill(slotOf, -1);
    }

    static BlockMatrix of(BlockMatrix matrix, BlockProlongation prolongation) {
        CoarseProduct product = new CoarseProduct(matrix, prolongation);
        for (int g = 0; g < matrix.groups(); g++) {
            for (int p = matrix.groupStarts[g]; p < matrix.groupStarts[g + 1]; p++) {
                product.addPlace(g, p);
            }
        }
        return product.assembled();
    }

    private void addPlace(int g, int p) {
        int width = matrix.width;
        int modes = prolongation.modes;
        int size = width * modes;
        int begin = prolongation.starts[p];
        int end = prolongation.starts[p + 1];
        if (begin == end) {
            return;
        }
        // 1. W = the place's row of (D/2 + L), times P.
        int used = collect(g, p);
        if (products.length < used * size) {
            products = new double[2 * used * size];
        }
        Arrays.fill(products, 0, used * size, 0);
        for (int k = matrix.starts[p]; k < matrix.starts[p + 1]; k++) {
            addProducts(matrix.values, k * width * width, matrix.columns[k]);
        }
        int first = matrix.groupStarts[g];
        int rows = width * (matrix.groupStarts[g + 1] - first);
        for (int q = first; q < matrix.groupStarts[g + 1]; q++) {
            for (int r = 0; r < width; r++) {
                for (int c = 0; c < width; c++) {
                    int from = matrix.diagonalStarts[g] + (width * (p - first) + r) * rows + width * (q - first) + c;
                    fineBlock[width * r + c] = 0.5 * matrix.diagonal()[from];
                }
            }
            addProducts(fineBlock, 0, q);
        }
        // 2. H += Pᵀ W, below the diagonal as it is and above it turned over.
        for (int k = begin; k < end; k++) {
            int c = prolongation.columns[k];
            for (int s = 0; s < used; s++) {
                int d = slots[s];
                if (c == d) {
                    int to = c * modes * modes;
                    SmallBlocks.addGram(prolongation.values, k * size, products, s * size, diagonal, to, width, modes);
                } else if (c > d) {
                    int to = pairs.at(c, d);
                    SmallBlocks.addGram(
                            prolongation.values, k * size, products, s * size, pairs.values(), to, width, modes);
                } else {
                    int to = pairs.at(d, c);
                    SmallBlocks.addTransposedGram(
                            prolongation.values, k * size, products, s * size, pairs.values(), to, width, modes);
                }
            }
        }
        for (int s = 0; s < used; s++) {
            slotOf[slots[s]] = -1;
        }
    }

    private int collect(int g, int p) {
        int used = 0;
        for (int q = matrix.groupStarts[g]; q < matrix.groupStarts[g + 1]; q++) {
            used = collectRow(q, used);
        }
        for (int k = matrix.starts[p]; k < matrix.starts[p + 1]; k++) {
            used = collectRow(matrix.columns[k], used);
        }
        return used;
    }

    private int collectRow(int q, int used) {
        int next = used;
        for (int k = prolongation.starts[q]; k < prolongation.starts[q + 1]; k++) {
            int d = prolongation.columns[k];
            if (slotOf[d] < 0) {
                slotOf[d] = next;
                slots[next++] = d;
            }
        }
        return next;
    }

    private void addProducts(double[] blocks, int at, int q) {
        int size = matrix.width * prolongation.modes;
        if (columnsOfP.length < size) {
            columnsOfP = new double[size];
        }
        for (int k = prolongation.starts[q]; k < prolongation.starts[q + 1]; k++) {
            for (int e = 0; e < size; e++) {
                columnsOfP[e] = prolongation.values[k * size + e];
            }
            int to = slotOf[prolongation.columns[k]] * size;
            SmallBlocks.addProduct(blocks, at, columnsOfP, 0, products, to, matrix.width, prolongation.modes);
        }
    }

    /** The coarse matrix, places of three unknowns each. */
    private BlockMatrix assembled() {
        int modes = prolongation.modes;
        int places = modes / WIDTH;
        int aggregates = prolongation.aggregates;
        int[] groupStarts = new int[aggregates + 1];
        Arrays.setAll(groupStarts, a -> a * places);
        double[] symmetric = new double[diagonal.length];
        for (int a = 0; a < aggregates; a++) {
            int at = a * modes * modes;
            for (int r = 0; r < modes; r++) {
                for (int c = 0; c < modes; c++) {
                    symmetric[at + r * modes + c] = diagonal[at + r * modes + c] + diagonal[at + c * modes + r];
                }
                // A mode the aggregate does not have: an unknown of its own that stays zero.
                if (symmetric[at + r * modes + r] == 0) {
                    symmetric[at + r * modes + r] = 1;
                }
            }
        }
        int[] order = pairs.sorted();
        int[] starts = new int[aggregates * places + 1];
        int[] columns = new int[order.length * places * places];
        double[] values = new double[order.length * modes * modes];
        int k = 0;
        int block = 0;
        for (int a = 0; a < aggregates; a++) {
            int begin = k;
            while (k < order.length && pairs.row(order[k]) == a) {
                k++;
            }
            for (int row = 0; row < places; row++) {
                for (int e = begin; e < k; e++) {
                    for (int column = 0; column < places; column++) {
                        columns[block] = pairs.column(order[e]) * places + column;
                        copyBlock(pairs.start(order[e]), row, column, values, block * WIDTH * WIDTH);
                        block++;
                    }
                }
                starts[a * places + row + 1] = block;
            }
        }
        return new BlockMatrix(
                WIDTH, groupStarts, starts, columns, values, BlockMatrix.diagonalStarts(WIDTH, groupStarts), symmetric);
    }

    private void copyBlock(int from, int row, int column, double[] values, int to) {
        int modes = prolongation.modes;
        for (int r = 0; r < WIDTH; r++) {
            for (int c = 0; c < WIDTH; c++) {
                values[to + WIDTH * r + c] = pairs.values()[from + (WIDTH * row + r) * modes + WIDTH * column + c];
            }
        }
    }
}
