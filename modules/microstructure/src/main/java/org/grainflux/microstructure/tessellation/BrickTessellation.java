package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.tessellation.PlanarCells.Corner;

/**
 * Rectangular grains in rows: the brick layer, whose effective conductivity is known exactly,
 * 1/σ_eff = 1/σ_g + R_gb (rows − 1)/height, because the vertical boundaries carry no current.
 */
public final class BrickTessellation {
    private BrickTessellation() {}

    /**
     * @param columns grains per row, at least 3 so that no grain meets its own image
     * @param shiftRatio shift of every second row over the width of a grain, in [0, 1): 0 stacks the grains, 0.5 is a
     *     running bond
     * @return grains row by row from electrode 0, all with the identity orientation
     */
    public static Microstructure bricks(double widthM, double heightM, int columns, int rows, double shiftRatio) {
        PlanarCells cells = cells(widthM, heightM, columns, rows, shiftRatio);
        int count = rows * columns;
        return Microstructure.of(
                cells.toComplex(IntStream.range(0, count).toArray()),
                Collections.nCopies(count, Rotation.IDENTITY),
                Collapse.NONE,
                Target.NONE);
    }

    /** The polygons of {@link #bricks}, before grains are made of them. */
    static PlanarCells cells(double widthM, double heightM, int columns, int rows, double shiftRatio) {
        if (columns < 3 || rows < 1 || !(shiftRatio >= 0 && shiftRatio < 1)) {
            throw new InvalidInputException("bricks need at least 3 columns, 1 row and a shift in [0, 1), got "
                    + columns + ", " + rows + " and " + shiftRatio);
        }
        Map<List<Double>, Integer> numbers = new HashMap<>();
        List<double[]> vertices = new ArrayList<>();
        List<List<Corner>> loops = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double left = column + shift(row, shiftRatio);
                List<Corner> loop = new ArrayList<>();
                for (double x : cuts(left, row, row - 1, rows, shiftRatio)) {
                    loop.add(corner(x, row, columns, numbers, vertices));
                }
                List<Double> top = new ArrayList<>(cuts(left, row, row + 1, rows, shiftRatio));
                Collections.reverse(top);
                for (double x : top) {
                    loop.add(corner(x, row + 1, columns, numbers, vertices));
                }
                loops.add(loop);
            }
        }
        double[] x = vertices.stream().mapToDouble(v -> v[0] / columns * widthM).toArray();
        double[] y = vertices.stream()
                .mapToDouble(v -> v[1] == rows ? heightM : v[1] / rows * heightM)
                .toArray();
        return new PlanarCells(widthM, heightM, false, x, y, loops);
    }

    private static double shift(int row, double shiftRatio) {
        return row % 2 == 0 ? 0 : shiftRatio;
    }

    /** Where the grain from {@code left} to {@code left + 1} is cut by its own sides and those of another row. */
    private static TreeSet<Double> cuts(double left, int row, int otherRow, int rows, double shiftRatio) {
        TreeSet<Double> cuts = new TreeSet<>(List.of(left, left + 1));
        if (otherRow >= 0 && otherRow < rows) {
            double offset = shift(otherRow, shiftRatio) - shift(row, shiftRatio);
            cuts.add(left + (offset < 0 ? offset + 1 : offset));
        }
        return cuts;
    }

    private static Corner corner(
            double x, int line, int columns, Map<List<Double>, Integer> numbers, List<double[]> vertices) {
        int image = (int) Math.floor(x / columns);
        // Rounded to a grid, so that the same point reached from two rows has one name.
        double wrapped = Math.rint((x - image * columns) * 1e9) / 1e9;
        Integer vertex = numbers.get(List.of(wrapped, (double) line));
        if (vertex == null) {
            vertex = vertices.size();
            numbers.put(List.of(wrapped, (double) line), vertex);
            vertices.add(new double[] {wrapped, line});
        }
        return new Corner(vertex, image, 0);
    }
}
