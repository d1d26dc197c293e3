package org.grainflux.microstructure.tessellation;

import java.util.Arrays;

/** The faces of one cell seen from outside it, over the distinct corners of the cell. */
final class CellShell {
    private final int[] vertices;
    private final double[] cornersM;
    private final int[][] loops;

    /**
     * @param vertices vertex at each corner
     * @param cornersM corners × 3, in the frame of the cell
     * @param loops corners of each face, anticlockwise seen from outside
     */
    CellShell(int[] vertices, double[] cornersM, int[][] loops) {
        this.vertices = vertices;
        this.cornersM = cornersM;
        this.loops = loops;
    }

    /** The same shell with one vertex moved. */
    CellShell moved(int vertex, double[] stepM) {
        double[] movedM = cornersM.clone();
        for (int corner = 0; corner < vertices.length; corner++) {
            for (int axis = 0; axis < 3 && vertices[corner] == vertex; axis++) {
                movedM[3 * corner + axis] += stepM[axis];
            }
        }
        return new CellShell(vertices, movedM, loops);
    }

    int faceCount() {
        return loops.length;
    }

    /** All corners, each once, × 3. */
    double[] cornersM() {
        return cornersM;
    }

    /** Corners of a face × 3. */
    double[] loopM(int face) {
        double[] loop = new double[3 * loops[face].length];
        for (int k = 0; k < loops[face].length; k++) {
            System.arraycopy(cornersM, 3 * loops[face][k], loop, 3 * k, 3);
        }
        return loop;
    }

    /**
     * Whether the faces close to a sphere: every edge belongs to two of them in opposite directions, no face meets
     * itself, no vertex is seen in two images, and the Euler characteristic is 2.
     */
    boolean isSphere() {
        int n = vertices.length;
        boolean[] directed = new boolean[n * n];
        int sides = 0;
        for (int[] loop : loops) {
            if (Arrays.stream(loop).distinct().count() < loop.length) {
                return false;
            }
            for (int k = 0; k < loop.length; k++, sides++) {
                int edge = loop[k] * n + loop[(k + 1) % loop.length];
                if (directed[edge]) {
                    return false;
                }
                directed[edge] = true;
            }
        }
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < from; to++) {
                if (directed[from * n + to] != directed[to * n + from]) {
                    return false;
                }
            }
        }
        return loops.length >= 4
                && Arrays.stream(vertices).distinct().count() == n
                && n - sides / 2 + loops.length == 2;
    }
}
