package org.grainflux.fem.mesh;

import java.util.Arrays;

/**
 * Tetrahedra and vertices of a bisection in primitive arrays, 44 bytes per tetrahedron. Corners 0 and 1 of a tetrahedron
 * are the ends of the edge at which it may be bisected, the lower end first; the corners are positively oriented.
 *
 * <p>A face is named by the corner opposite to it. A tetrahedron remembers its root and which face of the root each of
 * its own faces lies on, so tags and regions are stored for roots only.
 */
final class TetrahedronStore {
    /** Stored in place of a root's face for faces that lie inside a root. */
    static final int INSIDE = 4;

    /** Images are packed in four bits each. */
    static final int LARGEST_IMAGE = 7;

    private static final int ROOT_FACES = 0xfff;

    final double widthM;
    final double depthM;
    double[] xM;
    double[] yM;
    double[] zM;
    int vertexCount;

    /** Tetrahedron-major, × 4. */
    int[] corners;

    /** Tetrahedron across each face, -1 on the border; tetrahedron-major, × 4. */
    int[] neighbours;

    /** Eight bits per corner: image in x, image in y. */
    int[] images;

    /** Bits 0–11: root face of each face, three bits each. Bits 12–21: state of the bisection rule. */
    int[] marks;

    int[] roots;
    int count;

    private final double[] point = new double[12];

    /** @param coordinatesM vertex-major, × 3 */
    TetrahedronStore(double[] coordinatesM, int[] corners, int[] images, double widthM, double depthM) {
        this.widthM = widthM;
        this.depthM = depthM;
        this.vertexCount = coordinatesM.length / 3;
        this.xM = axis(coordinatesM, 0);
        this.yM = axis(coordinatesM, 1);
        this.zM = axis(coordinatesM, 2);
        this.count = corners.length / 4;
        this.corners = corners.clone();
        this.neighbours = new int[corners.length];
        this.images = new int[count];
        this.marks = new int[count];
        this.roots = new int[count];
        for (int t = 0; t < count; t++) {
            for (int k = 0; k < 4; k++) {
                int x = images[2 * (4 * t + k)];
                int y = images[2 * (4 * t + k) + 1];
                if (Math.abs(x) > LARGEST_IMAGE || Math.abs(y) > LARGEST_IMAGE) {
                    throw new IllegalArgumentException("corner " + k + " of tetrahedron " + t + " lies more than "
                            + LARGEST_IMAGE + " periods outside the cell");
                }
                this.images[t] |= ((x & 15) | (y & 15) << 4) << 8 * k;
            }
            roots[t] = t;
            // Face k of a root lies on face k of the root.
            marks[t] = 1 << 3 | 2 << 6 | 3 << 9;
        }
    }

    private double[] axis(double[] coordinatesM, int axis) {
        double[] values = new double[vertexCount];
        for (int v = 0; v < vertexCount; v++) {
            values[v] = coordinatesM[3 * v + axis];
        }
        return values;
    }

    int imageX(int t, int corner) {
        return images[t] << (28 - 8 * corner) >> 28;
    }

    int imageY(int t, int corner) {
        return images[t] << (24 - 8 * corner) >> 28;
    }

    void setImage(int t, int corner, int x, int y) {
        images[t] = images[t] & ~(255 << 8 * corner) | ((x & 15) | (y & 15) << 4) << 8 * corner;
    }

    int rootFace(int t, int face) {
        return marks[t] >> 3 * face & 7;
    }

    void setInside(int t, int face) {
        marks[t] = marks[t] & ~(7 << 3 * face) | INSIDE << 3 * face;
    }

    int state(int t) {
        return marks[t] >>> 12;
    }

    void setState(int t, int state) {
        marks[t] = marks[t] & ROOT_FACES | state << 12;
    }

    /** Component of one corner from another of the same tetrahedron; odd, so all tetrahedra of an edge agree in every digit. */
    double differenceX(int t, int from, int to) {
        return xM[corners[4 * t + to]] - xM[corners[4 * t + from]] + (imageX(t, to) - imageX(t, from)) * widthM;
    }

    double differenceY(int t, int from, int to) {
        return yM[corners[4 * t + to]] - yM[corners[4 * t + from]] + (imageY(t, to) - imageY(t, from)) * depthM;
    }

    double differenceZ(int t, int from, int to) {
        return zM[corners[4 * t + to]] - zM[corners[4 * t + from]];
    }

    double lengthSquared(int t, int from, int to) {
        double dx = differenceX(t, from, to);
        double dy = differenceY(t, from, to);
        double dz = differenceZ(t, from, to);
        return dx * dx + dy * dy + dz * dz;
    }

    /** Coordinates of the corners relative to corner 0, corner-major; valid until the next call. */
    double[] shape(int t) {
        for (int k = 1; k < 4; k++) {
            point[3 * k] = differenceX(t, 0, k);
            point[3 * k + 1] = differenceY(t, 0, k);
            point[3 * k + 2] = differenceZ(t, 0, k);
        }
        return point;
    }

    /** The vertex that comes first by height, then depth, then width inside the cell: independent of numbers. */
    int lower(int v, int w) {
        if (zM[v] != zM[w]) {
            return zM[v] < zM[w] ? v : w;
        }
        if (yM[v] != yM[w]) {
            return yM[v] < yM[w] ? v : w;
        }
        return xM[v] <= xM[w] ? v : w;
    }

    /** Puts the edge between two corners first, its lower end leading, by an even permutation of the corners. */
    void lead(int t, int i, int j) {
        if (lower(corners[4 * t + i], corners[4 * t + j]) != corners[4 * t + i]) {
            lead(t, j, i);
            return;
        }
        if (i == 0 && j == 1) {
            return;
        }
        int k = 0;
        while (k == i || k == j) {
            k++;
        }
        int l = 6 - i - j - k;
        if (isOdd(i, j, k, l)) {
            permute(t, i, j, l, k);
        } else {
            permute(t, i, j, k, l);
        }
    }

    private static boolean isOdd(int i, int j, int k, int l) {
        int inversions = (i > j ? 1 : 0)
                + (i > k ? 1 : 0)
                + (i > l ? 1 : 0)
                + (j > k ? 1 : 0)
                + (j > l ? 1 : 0)
                + (k > l ? 1 : 0);
        return (inversions & 1) == 1;
    }

    /** Corner i becomes corner 0, j becomes 1, k becomes 2, l becomes 3. */
    void permute(int t, int i, int j, int k, int l) {
        int at = 4 * t;
        permute(corners, at, i, j, k, l);
        permute(neighbours, at, i, j, k, l);
        int image = images[t];
        images[t] = image >>> 8 * i & 255
                | (image >>> 8 * j & 255) << 8
                | (image >>> 8 * k & 255) << 16
                | (image >>> 8 * l & 255) << 24;
        int mark = marks[t];
        marks[t] = mark >>> 3 * i & 7
                | (mark >>> 3 * j & 7) << 3
                | (mark >>> 3 * k & 7) << 6
                | (mark >>> 3 * l & 7) << 9
                | mark & ~ROOT_FACES;
    }

    private static void permute(int[] values, int at, int i, int j, int k, int l) {
        int a = values[at + i];
        int b = values[at + j];
        int c = values[at + k];
        int d = values[at + l];
        values[at] = a;
        values[at + 1] = b;
        values[at + 2] = c;
        values[at + 3] = d;
    }

    int addVertex(double x, double y, double z) {
        if (vertexCount == xM.length) {
            int capacity = grown(vertexCount, vertexCount + 1);
            xM = Arrays.copyOf(xM, capacity);
            yM = Arrays.copyOf(yM, capacity);
            zM = Arrays.copyOf(zM, capacity);
        }
        xM[vertexCount] = x;
        yM[vertexCount] = y;
        zM[vertexCount] = z;
        return vertexCount++;
    }

    /** Room for more tetrahedra; their entries are not initialised. */
    void reserve(int more) {
        if (count + more > roots.length) {
            int capacity = grown(roots.length, count + more);
            corners = Arrays.copyOf(corners, 4 * capacity);
            neighbours = Arrays.copyOf(neighbours, 4 * capacity);
            images = Arrays.copyOf(images, capacity);
            marks = Arrays.copyOf(marks, capacity);
            roots = Arrays.copyOf(roots, capacity);
        }
    }

    /** An eighth more: of a doubled store up to half would stand empty. */
    private static int grown(int capacity, int needed) {
        return Math.max(needed, capacity + (capacity >> 3) + 16);
    }
}
