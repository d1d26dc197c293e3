package org.grainflux.microstructure.tessellation;

import java.util.Arrays;

/** A finished power cell in 3D: faces with their neighbours and corners, in coordinates about the seed. */
final class PowerPolyhedron {
    private final int[] labels;
    private final int[] images;
    private final int[][] loops;
    private final int[][] cornerFaces;
    private final double[] coordinatesM;
    private final double[] areasM2;
    private final double volumeM3;
    private final double[] centroidM;

    PowerPolyhedron(ClippedPolyhedron clipped) {
        int[] facePlanes = facePlanes(clipped);
        int faces = facePlanes.length;
        int count = clipped.cornerCount();
        this.labels = new int[faces];
        this.images = new int[3 * faces];
        this.loops = new int[faces][];
        this.cornerFaces = new int[count][3];
        this.coordinatesM = new double[3 * count];
        for (int at = 0; at < coordinatesM.length; at++) {
            coordinatesM[at] = clipped.coordinateM(at / 3, at % 3);
            cornerFaces[at / 3][at % 3] = Arrays.binarySearch(facePlanes, clipped.cornerPlanes(at / 3)[at % 3]);
        }
        for (int f = 0; f < faces; f++) {
            labels[f] = clipped.planes().label(facePlanes[f]);
            for (int axis = 0; axis < 3; axis++) {
                images[3 * f + axis] = clipped.planes().image(facePlanes[f], axis);
            }
            loops[f] = walk(f);
        }
        this.areasM2 = new double[faces];
        double volume = 0;
        double[] moment = new double[3];
        for (int f = 0; f < faces; f++) {
            double[] normal = new double[3];
            int a = loops[f][0];
            for (int k = 1; k + 1 < loops[f].length; k++) {
                int b = loops[f][k];
                int c = loops[f][k + 1];
                double part = 0;
                for (int x = 0; x < 3; x++) {
                    normal[x] += 0.5 * crossComponent(a, b, c, x);
                    part += coordinateM(a, x) * crossComponent(a, b, c, x) / 6;
                }
                volume += part;
                for (int x = 0; x < 3; x++) {
                    moment[x] += 0.25 * part * (coordinateM(a, x) + coordinateM(b, x) + coordinateM(c, x));
                }
            }
            areasM2[f] = Arrays.stream(normal).reduce(0, Math::hypot);
        }
        double total = volume;
        this.volumeM3 = volume;
        this.centroidM = Arrays.stream(moment).map(m -> m / total).toArray();
    }

    private static int[] facePlanes(ClippedPolyhedron clipped) {
        int[] all = new int[3 * clipped.cornerCount()];
        for (int at = 0; at < all.length; at++) {
            all[at] = clipped.cornerPlanes(at / 3)[at % 3];
        }
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    /** Around face f: after the corner of faces (f, u, v) comes that of (f, v, w). */
    private int[] walk(int f) {
        int[] loop = new int[cornerFaces.length];
        int length = 0;
        int after = -1;
        do {
            for (int corner = 0; corner < cornerFaces.length; corner++) {
                int[] t = cornerFaces[corner];
                int k = t[0] == f ? 0 : t[1] == f ? 1 : t[2] == f ? 2 : -1;
                if (k >= 0 && (after < 0 || t[(k + 1) % 3] == after)) {
                    after = t[(k + 2) % 3];
                    loop[length++] = corner;
                    break;
                }
            }
        } while (after != cornerFaces[loop[0]][(position(loop[0], f) + 1) % 3]);
        return Arrays.copyOf(loop, length);
    }

    private int position(int corner, int f) {
        return cornerFaces[corner][0] == f ? 0 : cornerFaces[corner][1] == f ? 1 : 2;
    }

    private double crossComponent(int a, int b, int c, int x) {
        int y = (x + 1) % 3;
        int z = (x + 2) % 3;
        return (coordinateM(b, y) - coordinateM(a, y)) * (coordinateM(c, z) - coordinateM(a, z))
                - (coordinateM(b, z) - coordinateM(a, z)) * (coordinateM(c, y) - coordinateM(a, y));
    }

    int faceCount() {
        return labels.length;
    }

    /** Neighbouring seed across a face, {@link PowerCells#LOWER} or {@link PowerCells#UPPER}. */
    int label(int face) {
        return labels[face];
    }

    int image(int face, int axis) {
        return images[3 * face + axis];
    }

    boolean hasLabel(int wanted) {
        return Arrays.stream(labels).anyMatch(label -> label == wanted);
    }

    /** Corners of a face, anticlockwise seen from outside. */
    int[] loop(int face) {
        return loops[face];
    }

    int cornerCount() {
        return cornerFaces.length;
    }

    /** The three faces that meet at a corner. */
    int[] cornerFaces(int corner) {
        return cornerFaces[corner];
    }

    double coordinateM(int corner, int axis) {
        return coordinatesM[3 * corner + axis];
    }

    double areaM2(int face) {
        return areasM2[face];
    }

    double volumeM3() {
        return volumeM3;
    }

    double centroidM(int axis) {
        return centroidM[axis];
    }
}
