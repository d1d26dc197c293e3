package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** Collects one sparse row: entries of equal column add up. */
final class RowBuilder {
    final int[] columns;
    final double[] values;
    int count;
    private final int[] place;

    RowBuilder(int columnCount) {
        this.columns = new int[columnCount];
        this.values = new double[columnCount];
        this.place = new int[columnCount];
    }

    /** One for each thread of a team. */
    static RowBuilder[] perWorker(ThreadTeam team, int columnCount) {
        RowBuilder[] builders = new RowBuilder[team.size()];
        Arrays.setAll(builders, worker -> new RowBuilder(columnCount));
        return builders;
    }

    void add(int column, double value) {
        int at = place[column];
        if (at < count && columns[at] == column) {
            values[at] += value;
        } else {
            place[column] = count;
            columns[count] = column;
            values[count++] = value;
        }
    }

    void clear() {
        count = 0;
    }

    /** Moves the largest entries by modulus to the front, at most so many, and scales them to the sum of all. */
    int truncate(int most) {
        if (count <= most) {
            return count;
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += values[k];
        }
        double kept = 0;
        for (int m = 0; m < most; m++) {
            int best = m;
            for (int k = m + 1; k < count; k++) {
                double a = Math.abs(values[k]);
                double b = Math.abs(values[best]);
                if (a > b || a == b && columns[k] < columns[best]) {
                    best = k;
                }
            }
            int column = columns[best];
            double value = values[best];
            columns[best] = columns[m];
            values[best] = values[m];
            columns[m] = column;
            values[m] = value;
            kept += value;
        }
        double scale = kept * sum > 0 ? sum / kept : 1;
        for (int m = 0; m < most; m++) {
            values[m] *= scale;
        }
        return most;
    }
}
