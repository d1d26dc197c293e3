package org.grainflux.fem.grid;

import java.util.Arrays;

/** Builds the graph of aggregates row by row: conductances between the same two aggregates add up. */
final class GraphBuilder {
    private final int[] starts;
    private final int[] uppers;
    private final float[] grounds;
    private final float[] diagonal;
    private final int[] slotOfNode;
    private int[] columns;
    private float[] conductances;
    private int row;
    private int size;
    private double ground;

    GraphBuilder(int nodes) {
        starts = new int[nodes + 1];
        uppers = new int[nodes];
        grounds = new float[nodes];
        diagonal = new float[nodes];
        slotOfNode = new int[nodes];
        Arrays.fill(slotOfNode, -1);
        // Six to eight neighbours are usual on grids; more only costs a copy.
        columns = new int[(int) Math.min(Integer.MAX_VALUE - 8, 8L * nodes + 8)];
        conductances = new float[columns.length];
    }

    /** Adds a conductance from the current row to another node, or to itself, which changes nothing. */
    void add(int node, double conductance) {
        if (node == row || conductance == 0) {
            return;
        }
        int slot = slotOfNode[node];
        if (slot >= starts[row]) {
            conductances[slot] += (float) conductance;
            return;
        }
        if (size == columns.length) {
            int longer = (int) Math.min(Integer.MAX_VALUE - 8, size + size / 4L + 64);
            columns = Arrays.copyOf(columns, longer);
            conductances = Arrays.copyOf(conductances, longer);
        }
        slotOfNode[node] = size;
        columns[size] = node;
        conductances[size++] = (float) conductance;
    }

    /** Adds a conductance from the current row to ground. */
    void addGround(double conductance) {
        ground += conductance;
    }

    /** Ends the current row; smaller neighbours are moved to its front. */
    void endRow() {
        double sum = ground;
        int upper = starts[row];
        for (int k = starts[row]; k < size; k++) {
            sum += conductances[k];
            if (columns[k] < row) {
                int column = columns[k];
                columns[k] = columns[upper];
                columns[upper] = column;
                float conductance = conductances[k];
                conductances[k] = conductances[upper];
                conductances[upper++] = conductance;
            }
        }
        grounds[row] = (float) ground;
        diagonal[row] = (float) sum;
        uppers[row] = upper;
        starts[++row] = size;
        ground = 0;
    }

    ConductanceGraph graph() {
        if (row != diagonal.length) {
            throw new IllegalStateException(row + " rows of " + diagonal.length + " are complete");
        }
        return new ConductanceGraph(
                starts, uppers, Arrays.copyOf(columns, size), Arrays.copyOf(conductances, size), grounds, diagonal);
    }
}
