package org.grainflux.fem.grid;

/**
 * Values of cells, an array for each line of cells along axis 0, numbered by {@link CellGrid#line}, and the loops over them.
 *
 * <p>The compiler of OpenJDK 17 turns a loop into vector instructions only if all its arrays are read and written at the
 * same place, since two arrays are either one or have no part in common, and only while a loop is short enough to be
 * unrolled to the width of a vector: two products, not four. Hence arrays of their own instead of offsets into one, and
 * sums made of several short loops over a line, which stays in the nearest cache.
 */
final class Lines {
    private Lines() {}

    static float[][] of(CellGrid grid) {
        return new float[grid.cells1() * grid.cells2()][grid.cells0()];
    }

    /** Copies values of cells, of any number of layers. */
    static float[][] of(CellGrid grid, float[] values) {
        int lineCells = grid.cells0();
        float[][] lines = new float[values.length / lineCells][lineCells];
        for (int k = 0; k < lines.length; k++) {
            int line = grid.line(k % grid.cells1(), k / grid.cells1());
            System.arraycopy(values, k * lineCells, lines[line], 0, lineCells);
        }
        return lines;
    }

    /** moved(x) = line(x − 1), around the end. */
    static void moveUp(float[] line, float[] moved) {
        int last = line.length - 1;
        moved[0] = line[last];
        System.arraycopy(line, 0, moved, 1, last);
    }

    /** moved(x) = line(x + 1), around the end. */
    static void moveDown(float[] line, float[] moved) {
        int last = line.length - 1;
        moved[last] = line[0];
        System.arraycopy(line, 1, moved, 0, last);
    }

    /** s = g u + h v. */
    static void setProducts(float[] s, float[] g, float[] u, float[] h, float[] v) {
        for (int x = 0; x < s.length; x++) {
            s[x] = g[x] * u[x] + h[x] * v[x];
        }
    }

    /** s += g u + h v. */
    static void addProducts(float[] s, float[] g, float[] u, float[] h, float[] v) {
        for (int x = 0; x < s.length; x++) {
            s[x] += g[x] * u[x] + h[x] * v[x];
        }
    }

    /** s = a + b + c + d. */
    static void setSum(float[] s, float[] a, float[] b, float[] c, float[] d) {
        for (int x = 0; x < s.length; x++) {
            s[x] = (a[x] + b[x]) + (c[x] + d[x]);
        }
    }

    /** u += v. */
    static void add(float[] u, float[] v) {
        for (int x = 0; x < u.length; x++) {
            u[x] += v[x];
        }
    }

    /** s += g u. */
    static void addProduct(float[] s, float[] g, float[] u) {
        for (int x = 0; x < s.length; x++) {
            s[x] += g[x] * u[x];
        }
    }

    /** s = g u. */
    static void setProduct(float[] s, float[] g, float[] u) {
        for (int x = 0; x < s.length; x++) {
            s[x] = g[x] * u[x];
        }
    }

    /** z = (b + s) d. */
    static void relax(float[] z, float[] b, float[] s, float[] d) {
        for (int x = 0; x < z.length; x++) {
            z[x] = (b[x] + s[x]) * d[x];
        }
    }

    /** q = g (p − u) + h (p − v). */
    static void setFlows(float[] q, float[] p, float[] g, float[] u, float[] h, float[] v) {
        for (int x = 0; x < q.length; x++) {
            q[x] = g[x] * (p[x] - u[x]) + h[x] * (p[x] - v[x]);
        }
    }

    /** q += g (p − u) + h (p − v). */
    static void addFlows(float[] q, float[] p, float[] g, float[] u, float[] h, float[] v) {
        for (int x = 0; x < q.length; x++) {
            q[x] += g[x] * (p[x] - u[x]) + h[x] * (p[x] - v[x]);
        }
    }

    /** u += a v. */
    static void addScaled(float[] u, float a, float[] v) {
        for (int x = 0; x < u.length; x++) {
            u[x] += a * v[x];
        }
    }

    /** p = z + b p. */
    static void turn(float[] p, float b, float[] z) {
        for (int x = 0; x < p.length; x++) {
            p[x] = z[x] + b * p[x];
        }
    }

    static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
