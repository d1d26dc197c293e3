package org.grainflux.fem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * A box cut into cells and every cell into simplices (Kuhn 1960), mapped linearly; every region owns its nodes. Borders
 * are tagged 2 · axis for the low and 2 · axis + 1 for the high side; interfaces by the pair of regions, in order of appearance.
 */
public final class StructuredMesh {
    /** Region of a cell given by its indices. */
    public interface RegionOfCell {
        int at(int[] cell);
    }

    private final int[] cells;
    private final boolean periodic;
    private final RegionOfCell regionOfCell;
    private final double[][] map;
    private final Map<Long, Integer> nodes = new LinkedHashMap<>();
    private final List<double[]> points = new ArrayList<>();
    private final List<int[]> elements = new ArrayList<>();
    private final List<Integer> regions = new ArrayList<>();
    private final Map<List<Long>, int[]> openFacets = new LinkedHashMap<>();
    private final List<int[]> interfaces = new ArrayList<>();
    private final Map<Long, Integer> interfaceTags = new LinkedHashMap<>();

    private StructuredMesh(int[] cells, boolean periodic, double[][] map, RegionOfCell regionOfCell) {
        this.cells = cells;
        this.periodic = periodic;
        this.map = map;
        this.regionOfCell = regionOfCell;
    }

    /** @param map column k is the image of the k-th edge of the unit box */
    public static SimplexMesh of(int[] cells, double[][] map, RegionOfCell regionOfCell) {
        return new StructuredMesh(cells, false, map, regionOfCell).build();
    }

    /** Periodic along axis 0; no region may cross the period. */
    public static SimplexMesh periodic(int[] cells, double[][] map, RegionOfCell regionOfCell) {
        return new StructuredMesh(cells, true, map, regionOfCell).build();
    }

    /** A box with the given edge lengths. */
    public static double[][] box(double... lengths) {
        double[][] map = new double[lengths.length][lengths.length];
        for (int k = 0; k < lengths.length; k++) {
            map[k][k] = lengths[k];
        }
        return map;
    }

    private SimplexMesh build() {
        int d = cells.length;
        int[][] permutations = d == 2
                ? new int[][] {{0, 1}, {1, 0}}
                : new int[][] {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}, {2, 1, 0}, {1, 0, 2}};
        int total = Arrays.stream(cells).reduce(1, (a, b) -> a * b);
        for (int index = 0; index < total; index++) {
            int[] cell = new int[d];
            int rest = index;
            for (int k = 0; k < d; k++) {
                cell[k] = rest % cells[k];
                rest /= cells[k];
            }
            for (int p = 0; p < permutations.length; p++) {
                addSimplex(cell, permutations[p], p >= permutations.length / 2);
            }
        }
        return finish(d);
    }

    private void addSimplex(int[] cell, int[] permutation, boolean odd) {
        int d = cells.length;
        int region = regionOfCell.at(cell);
        int[][] corners = new int[d + 1][];
        corners[0] = cell.clone();
        for (int k = 0; k < d; k++) {
            corners[k + 1] = corners[k].clone();
            corners[k + 1][permutation[k]]++;
        }
        if (odd) {
            int[] swap = corners[0];
            corners[0] = corners[1];
            corners[1] = swap;
        }
        int[] element = new int[d + 1];
        for (int c = 0; c <= d; c++) {
            element[c] = node(corners[c], region);
        }
        elements.add(element);
        regions.add(region);
        for (int omitted = 0; omitted <= d; omitted++) {
            addFacet(corners, element, omitted, region);
        }
    }

    private void addFacet(int[][] corners, int[] element, int omitted, int region) {
        int d = cells.length;
        long[][] keyed = new long[d][];
        int count = 0;
        for (int c = 0; c <= d; c++) {
            if (c != omitted) {
                keyed[count++] = new long[] {vertex(corners[c], periodic), element[c], vertex(corners[c], false)};
            }
        }
        Arrays.sort(keyed, (a, b) -> Long.compare(a[0], b[0]));
        List<Long> key = new ArrayList<>();
        int[] facet = new int[2 * d + 1];
        for (int c = 0; c < d; c++) {
            key.add(keyed[c][0]);
            facet[c] = (int) keyed[c][1];
            facet[d + c] = (int) keyed[c][2];
        }
        facet[2 * d] = region;
        int[] other = openFacets.remove(key);
        if (other == null) {
            openFacets.put(key, facet);
        } else if (other[2 * d] != region) {
            int[] pair = new int[2 * d + 1];
            int low = Math.min(region, other[2 * d]);
            int high = Math.max(region, other[2 * d]);
            long tagKey = (long) low << 32 | high;
            pair[0] = interfaceTags.computeIfAbsent(tagKey, unused -> interfaceTags.size());
            int[] minus = region < other[2 * d] ? facet : other;
            int[] plus = region < other[2 * d] ? other : facet;
            System.arraycopy(minus, 0, pair, 1, d);
            System.arraycopy(plus, 0, pair, 1 + d, d);
            interfaces.add(pair);
        }
    }

    private long vertex(int[] corner, boolean wrapped) {
        long id = 0;
        for (int k = corner.length - 1; k >= 0; k--) {
            int place = wrapped && k == 0 ? corner[k] % cells[k] : corner[k];
            id = id * (cells[k] + 1) + place;
        }
        return id;
    }

    private int node(int[] corner, int region) {
        long key = vertex(corner, false) << 20 | region;
        return nodes.computeIfAbsent(key, unused -> {
            double[] point = new double[cells.length];
            for (int axis = 0; axis < point.length; axis++) {
                for (int k = 0; k < point.length; k++) {
                    point[axis] += map[axis][k] * corner[k] / cells[k];
                }
            }
            points.add(point);
            return points.size() - 1;
        });
    }

    private SimplexMesh finish(int d) {
        int[] minus = interfaces.stream()
                .flatMapToInt(pair -> Arrays.stream(pair, 1, d + 1))
                .toArray();
        int[] plus = interfaces.stream()
                .flatMapToInt(pair -> Arrays.stream(pair, d + 1, 2 * d + 1))
                .toArray();
        int[] tags = interfaces.stream().mapToInt(pair -> pair[0]).toArray();
        List<int[]> border = new ArrayList<>();
        for (int[] facet : openFacets.values()) {
            border.add(facet);
        }
        return new SimplexMesh(
                d,
                points.stream().flatMapToDouble(Arrays::stream).toArray(),
                elements.stream().flatMapToInt(Arrays::stream).toArray(),
                regions.stream().mapToInt(r -> r).toArray(),
                new InterfaceFacets(d, tags, minus, plus),
                new BorderFacets(
                        d,
                        border.stream().mapToInt(this::sideOf).toArray(),
                        border.stream()
                                .flatMapToInt(f -> Arrays.stream(f, 0, d))
                                .toArray()));
    }

    private int sideOf(int[] facet) {
        int d = cells.length;
        for (int axis = 0; axis < d; axis++) {
            int stride = 1;
            for (int k = 0; k < axis; k++) {
                stride *= cells[k] + 1;
            }
            for (int side = 0; side < 2; side++) {
                boolean all = true;
                for (int c = 0; c < d; c++) {
                    all &= facet[d + c] / stride % (cells[axis] + 1) == side * cells[axis];
                }
                if (all) {
                    return 2 * axis + side;
                }
            }
        }
        throw new IllegalStateException("facet inside the body has one element only");
    }
}
