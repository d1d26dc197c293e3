package org.grainflux.microstructure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where facets meet: the vertices of a plane complex, the edges of a solid one. Boundaries end at ridges, and the ridges
 * on an electrode are feet and traces.
 */
final class Ridges {
    private final CellComplex complex;
    private final int[][] ridgeOfCorner;
    private final List<int[]> firstUse = new ArrayList<>();
    private final int[] electrodes;

    /** An edge whose end {@code from} lies in its own image. */
    private record EdgeName(int from, int to, int imageX, int imageY, int imageZ) {}

    Ridges(CellComplex complex) {
        this.complex = complex;
        this.ridgeOfCorner = new int[complex.facetCount()][];
        Map<Object, Integer> numbers = new HashMap<>();
        if (complex.dimension() == 2) {
            // Vertices keep their numbers, whichever facet is looked at first.
            for (int v = 0; v < complex.vertexCount(); v++) {
                numbers.put(v, v);
                firstUse.add(null);
            }
        }
        for (int f = 0; f < complex.facetCount(); f++) {
            ridgeOfCorner[f] = new int[complex.facetCornerCount(f)];
            for (int corner = 0; corner < ridgeOfCorner[f].length; corner++) {
                Object name = complex.dimension() == 2 ? complex.facetVertex(f, corner) : edgeName(f, corner);
                Integer ridge = numbers.get(name);
                if (ridge == null) {
                    ridge = firstUse.size();
                    numbers.put(name, ridge);
                    firstUse.add(null);
                }
                if (firstUse.get(ridge) == null) {
                    firstUse.set(ridge, new int[] {f, corner});
                }
                ridgeOfCorner[f][corner] = ridge;
            }
        }
        this.electrodes = new int[firstUse.size()];
        Arrays.fill(electrodes, CellComplex.INTERIOR);
        for (int f = 0; f < complex.facetCount(); f++) {
            if (complex.borderTag(f) != CellComplex.INTERIOR) {
                for (int ridge : ridgeOfCorner[f]) {
                    electrodes[ridge] = complex.borderTag(f);
                }
            }
        }
    }

    private EdgeName edgeName(int f, int corner) {
        int next = (corner + 1) % complex.facetCornerCount(f);
        boolean forward = complex.facetVertex(f, corner) < complex.facetVertex(f, next);
        int from = forward ? corner : next;
        int to = forward ? next : corner;
        return new EdgeName(
                complex.facetVertex(f, from),
                complex.facetVertex(f, to),
                complex.facetImage(f, to, 0) - complex.facetImage(f, from, 0),
                complex.facetImage(f, to, 1) - complex.facetImage(f, from, 1),
                complex.facetImage(f, to, 2) - complex.facetImage(f, from, 2));
    }

    int count() {
        return firstUse.size();
    }

    /** The ridges of a facet: one per corner; in 3D ridge k runs from corner k to corner k + 1. */
    int[] of(int facet) {
        return ridgeOfCorner[facet];
    }

    /** Electrode on which a ridge lies, or {@link CellComplex#INTERIOR}. */
    int electrode(int ridge) {
        return electrodes[ridge];
    }

    /** First end of a ridge, wrapped into the cell, m. */
    double[] fromM(int ridge) {
        int[] use = firstUse.get(ridge);
        double[] position = new double[complex.dimension()];
        for (int axis = 0; axis < position.length; axis++) {
            position[axis] = complex.vertexM(complex.facetVertex(use[0], use[1]), axis);
        }
        return position;
    }

    /** Other end of a ridge beside {@link #fromM}, not wrapped; in 2D the same point. */
    double[] toM(int ridge) {
        double[] position = fromM(ridge);
        if (complex.dimension() == 3) {
            int f = firstUse.get(ridge)[0];
            int corner = firstUse.get(ridge)[1];
            int next = (corner + 1) % complex.facetCornerCount(f);
            for (int axis = 0; axis < 3; axis++) {
                position[axis] += complex.facetCornerM(f, next, axis) - complex.facetCornerM(f, corner, axis);
            }
        }
        return position;
    }

    /** Middle of a ridge, wrapped into the cell, m. */
    double[] middleM(int ridge) {
        double[] middle = fromM(ridge);
        double[] to = toM(ridge);
        for (int axis = 0; axis < middle.length && complex.dimension() == 3; axis++) {
            middle[axis] = 0.5 * (middle[axis] + to[axis]);
            double size = complex.sizeM(axis);
            if (complex.isPeriodic(axis)) {
                middle[axis] -= size * Math.floor(middle[axis] / size);
            }
        }
        return middle;
    }
}
