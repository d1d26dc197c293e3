package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Rectangular grains on a tensor grid, each with nodes of its own, for cases with a known answer. A map bends the grid,
 * so that boundaries may be oblique. Interface tags: r between grain rows r and r + 1, {@code rows − 1} for all
 * boundaries between columns.
 */
final class BlockMesh {
    private final List<double[]> points = new ArrayList<>();
    private final List<int[]> elements = new ArrayList<>();
    private final List<Integer> regions = new ArrayList<>();
    private final List<int[]> interfaces = new ArrayList<>();
    private final List<int[]> borders = new ArrayList<>();

    private BlockMesh() {}

    /**
     * @param xM grid lines; from 0 to the width
     * @param columns number of the grain column of each grid column
     * @param yM grid lines; from 0 to the height
     * @param rows number of the grain row of each grid row
     * @param periodic whether a boundary joins the last column to the first; otherwise the sides insulate
     * @param map from grid to space; must keep the electrodes and the period
     */
    static SimplexMesh of(
            double[] xM, int[] columns, double[] yM, int[] rows, boolean periodic, UnaryOperator<double[]> map) {
        BlockMesh mesh = new BlockMesh();
        int nx = columns.length;
        int ny = rows.length;
        int grainColumns = columns[nx - 1] + 1;
        int grainRows = rows[ny - 1] + 1;
        int[][][] corners = new int[nx][ny][];
        int[][][] nodes = new int[grainColumns * grainRows][nx + 1][ny + 1];
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                int grain = rows[j] * grainColumns + columns[i];
                int[] c = new int[4];
                for (int k = 0; k < 4; k++) {
                    int gi = i + k % 2;
                    int gj = j + k / 2;
                    if (nodes[grain][gi][gj] == 0) {
                        mesh.points.add(map.apply(new double[] {xM[gi], yM[gj]}));
                        nodes[grain][gi][gj] = mesh.points.size();
                    }
                    c[k] = nodes[grain][gi][gj] - 1;
                }
                corners[i][j] = c;
                mesh.addCell(c, grain, (i + j) % 2 == 0);
            }
        }
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                int[] c = corners[i][j];
                if (j + 1 < ny && rows[j] != rows[j + 1]) {
                    int[] up = corners[i][j + 1];
                    mesh.interfaces.add(new int[] {rows[j], c[2], c[3], up[0], up[1]});
                }
                boolean last = i == nx - 1;
                if (last ? periodic : columns[i] != columns[i + 1]) {
                    int[] right = corners[(i + 1) % nx][j];
                    mesh.interfaces.add(new int[] {grainRows - 1, c[1], c[3], right[0], right[2]});
                }
            }
            mesh.borders.add(new int[] {0, corners[i][0][0], corners[i][0][1]});
            mesh.borders.add(new int[] {1, corners[i][ny - 1][2], corners[i][ny - 1][3]});
        }
        return mesh.build();
    }

    /** A single grain with insulating sides. */
    static SimplexMesh slab(double[] xM, double[] yM) {
        return of(xM, new int[xM.length - 1], yM, new int[yM.length - 1], false, p -> p);
    }

    /** Evenly spaced grid lines. */
    static double[] lines(double length, int cells) {
        double[] lines = new double[cells + 1];
        for (int k = 0; k <= cells; k++) {
            lines[k] = length * k / cells;
        }
        return lines;
    }

    static double[][] isotropic(int regions, double conductivity) {
        double[][] tensors = new double[regions][];
        for (int r = 0; r < regions; r++) {
            tensors[r] = new double[] {conductivity, 0, 0, conductivity};
        }
        return tensors;
    }

    private void addCell(int[] c, int grain, boolean rising) {
        if (rising) {
            elements.add(new int[] {c[0], c[1], c[3]});
            elements.add(new int[] {c[0], c[3], c[2]});
        } else {
            elements.add(new int[] {c[0], c[1], c[2]});
            elements.add(new int[] {c[1], c[3], c[2]});
        }
        regions.add(grain);
        regions.add(grain);
    }

    private SimplexMesh build() {
        return new SimplexMesh(
                2,
                points.stream().flatMapToDouble(Arrays::stream).toArray(),
                elements.stream().flatMapToInt(Arrays::stream).toArray(),
                regions.stream().mapToInt(r -> r).toArray(),
                new InterfaceFacets(
                        2,
                        interfaces.stream().mapToInt(f -> f[0]).toArray(),
                        interfaces.stream()
                                .flatMapToInt(f -> IntStream.of(f[1], f[2]))
                                .toArray(),
                        interfaces.stream()
                                .flatMapToInt(f -> IntStream.of(f[3], f[4]))
                                .toArray()),
                new BorderFacets(
                        2,
                        borders.stream().mapToInt(f -> f[0]).toArray(),
                        borders.stream()
                                .flatMapToInt(f -> IntStream.of(f[1], f[2]))
                                .toArray()));
    }
}
