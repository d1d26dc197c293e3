package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.BrickLattice;
import org.grainflux.microstructure.CellComplex;
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
    /** In heights of a row: the ends of the upright sides of a regular hexagon, whose side is 2/3 of the height. */
    private static final double HEXAGON_ZIGZAG = 1.0 / 6;

    private final double widthM;
    private final double heightM;
    private final int columns;
    private final int rows;
    private final double shiftRatio;
    private final double zigzag;
    private final double lean;
    private final Map<List<Double>, Integer> numbers = new HashMap<>();
    private final List<double[]> vertices = new ArrayList<>();
    private final List<List<Corner>> loops = new ArrayList<>();

    /**
     * @param zigzag how far the ends of upright boundaries stay off the lines between rows, in heights of a row
     * @param lean in widths of a cell per row
     */
    private BrickTessellation(
            double widthM, double heightM, int columns, int rows, double shiftRatio, double zigzag, double lean) {
        if (columns < 3 || rows < 1 || !(shiftRatio >= 0 && shiftRatio < 1)) {
            throw new InvalidInputException("bricks need at least 3 columns, 1 row and a shift in [0, 1), got "
                    + columns + ", " + rows + " and " + shiftRatio);
        }
        this.widthM = widthM;
        this.heightM = heightM;
        this.columns = columns;
        this.rows = rows;
        this.shiftRatio = shiftRatio;
        this.zigzag = zigzag;
        this.lean = lean;
    }

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

    /**
     * A lattice of the plane; grains row by row from electrode 0. A bicrystal is made of two cells per grain, so that no
     * cell meets its own image.
     */
    static CellComplex complex(double widthM, double heightM, BrickLattice lattice) {
        int cellsPerGrain = lattice.columns() < 3 ? 2 : 1;
        boolean hexagons = lattice.shape() == BrickLattice.Shape.HEXAGON;
        int columns = cellsPerGrain * lattice.columns();
        PlanarCells cells = new BrickTessellation(
                        widthM,
                        heightM,
                        columns,
                        lattice.rows(),
                        hexagons ? 0.5 : lattice.shiftRatio(),
                        hexagons ? HEXAGON_ZIGZAG : 0,
                        // What a boundary leans sideways over the height of a row, in widths of a cell.
                        heightM / lattice.rows() / Math.tan(lattice.leanRad()) * columns / widthM)
                .cells();
        return cells.toComplex(IntStream.range(0, cells.cellCount())
                .map(cell -> cell / cellsPerGrain)
                .toArray());
    }

    /** The polygons of {@link #bricks}, before grains are made of them. */
    static PlanarCells cells(double widthM, double heightM, int columns, int rows, double shiftRatio) {
        return new BrickTessellation(widthM, heightM, columns, rows, shiftRatio, 0, 0).cells();
    }

    private PlanarCells cells() {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double left = column + shift(row);
                List<Corner> loop = new ArrayList<>();
                for (double x : cuts(left, row, row - 1)) {
                    loop.add(corner(x, row));
                }
                List<Double> top = new ArrayList<>(cuts(left, row, row + 1));
                Collections.reverse(top);
                for (double x : top) {
                    loop.add(corner(x, row + 1));
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

    private double shift(int row) {
        return row % 2 == 0 ? 0 : shiftRatio;
    }

    /** Where the grain from {@code left} to {@code left + 1} is cut by its own sides and those of another row. */
    private TreeSet<Double> cuts(double left, int row, int otherRow) {
        TreeSet<Double> cuts = new TreeSet<>(List.of(left, left + 1));
        if (otherRow >= 0 && otherRow < rows) {
            double offset = shift(otherRow) - shift(row);
            cuts.add(left + (offset < 0 ? offset + 1 : offset));
        }
        return cuts;
    }

    private Corner corner(double x, int line) {
        int image = (int) Math.floor(x / columns);
        // Rounded to a grid, so that the same point reached from two rows has one name.
        double wrapped = Math.rint((x - image * columns) * 1e9) / 1e9;
        double height = line + zigzag(wrapped, line);
        double leant = wrapped + lean * height;
        int further = (int) Math.floor(leant / columns);
        Integer vertex = numbers.get(List.of(wrapped, (double) line));
        if (vertex == null) {
            vertex = vertices.size();
            numbers.put(List.of(wrapped, (double) line), vertex);
            vertices.add(new double[] {leant - further * columns, height});
        }
        return new Corner(vertex, image + further, 0);
    }

    /** Upright boundaries end before the line between two rows: those of the row below underneath it, the others above. */
    private double zigzag(double wrapped, int line) {
        if (line == 0 || line == rows) {
            return 0;
        }
        double fromLowerUpright = Math.abs(wrapped - shift(line - 1) - Math.rint(wrapped - shift(line - 1)));
        return fromLowerUpright < 1e-6 ? -zigzag : zigzag;
    }
}
