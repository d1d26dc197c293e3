package org.grainflux.report.vtu;

import java.util.Arrays;
import java.util.List;

/** The field of a volume on the ceramic's surface at its lower electrode: triangles with what their tetrahedra carry. */
public final class ElectrodeSlice {
    /** Of the cell's height: points of the electrode lie on it to rounding. */
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private ElectrodeSlice() {}

    /** @param volume tetrahedra of {@link FluxFields} */
    public static VtuGrid of(VtuGrid volume) {
        int[] pointOf = pointsAtBottom(volume);
        double[] points = new double[3 * (1 + Arrays.stream(pointOf).max().orElse(-1))];
        for (int p = 0; p < pointOf.length; p++) {
            for (int axis = 0; axis < 2 && pointOf[p] >= 0; axis++) {
                points[3 * pointOf[p] + axis] = volume.points().at(p, axis);
            }
        }
        int[] triangles = new int[3 * volume.cellCount()];
        int[] cells = new int[volume.cellCount()];
        int count = 0;
        for (int cell = 0; cell < volume.cellCount(); cell++) {
            if (addFace(volume, cell, pointOf, points, triangles, count)) {
                cells[count++] = cell;
            }
        }
        double[] overMean = new double[count];
        int[] grains = new int[count];
        VtuArray value = volume.cellArray(FluxFields.CURRENT_OVER_MEAN).orElseThrow();
        VtuArray grain = volume.cellArray(FluxFields.GRAIN).orElseThrow();
        for (int t = 0; t < count; t++) {
            overMean[t] = value.at(cells[t], 0);
            grains[t] = grain.intAt(cells[t], 0);
        }
        return new VtuGrid(
                VtuArray.ofDoubles("points", 3, points),
                VtuArray.ofInts("connectivity", 3, Arrays.copyOf(triangles, 3 * count)),
                List.of(),
                List.of(
                        VtuArray.ofDoubles(FluxFields.CURRENT_OVER_MEAN, 1, overMean),
                        VtuArray.ofInts(FluxFields.GRAIN, 1, grains)),
                volume.fieldData());
    }

    /** New number of each point at the lower electrode, −1 elsewhere. */
    private static int[] pointsAtBottom(VtuGrid volume) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < volume.pointCount(); p++) {
            low = Math.min(low, volume.points().at(p, 2));
            high = Math.max(high, volume.points().at(p, 2));
        }
        int[] pointOf = new int[volume.pointCount()];
        int count = 0;
        for (int p = 0; p < pointOf.length; p++) {
            boolean bottom = volume.points().at(p, 2) <= low + RELATIVE_TOLERANCE * (high - low);
            pointOf[p] = bottom ? count++ : -1;
        }
        return pointOf;
    }

    /** Adds the face of a cell at the electrode, counter-clockwise seen from above, if it has one. */
    private static boolean addFace(
            VtuGrid volume, int cell, int[] pointOf, double[] points, int[] triangles, int count) {
        int at = 3 * count;
        int found = 0;
        for (int corner = 0; corner < 4; corner++) {
            int point = pointOf[volume.corner(cell, corner)];
            if (point >= 0 && found < 3) {
                triangles[at + found++] = point;
            }
        }
        if (found < 3) {
            return false;
        }
        int a = 3 * triangles[at];
        int b = 3 * triangles[at + 1];
        int c = 3 * triangles[at + 2];
        double twiceArea = (points[b] - points[a]) * (points[c + 1] - points[a + 1])
                - (points[c] - points[a]) * (points[b + 1] - points[a + 1]);
        if (twiceArea < 0) {
            int swap = triangles[at];
            triangles[at] = triangles[at + 1];
            triangles[at + 1] = swap;
        }
        return true;
    }
}
