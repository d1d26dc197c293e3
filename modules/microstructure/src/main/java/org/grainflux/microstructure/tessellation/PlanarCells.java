package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.microstructure.CellComplex;

/**
 * Polygons over shared vertices in a plane cell, before facets are made of them. Corner k of a cell lies at its vertex
 * plus an image offset, in the cell's own frame; corners run anticlockwise.
 */
final class PlanarCells {
    /** A corner of a cell: a vertex and the image, in periods, at which the cell's frame sees it. */
    record Corner(int vertex, int imageX, int imageY) {}

    private final double widthM;
    private final double heightM;
    private final boolean periodicY;
    private final double[] xM;
    private final double[] yM;
    private final List<List<Corner>> loops;

    /** @param loops owned by this object from now on */
    PlanarCells(double widthM, double heightM, boolean periodicY, double[] xM, double[] yM, List<List<Corner>> loops) {
        this.widthM = widthM;
        this.heightM = heightM;
        this.periodicY = periodicY;
        this.xM = xM.clone();
        this.yM = yM.clone();
        this.loops = loops;
    }

    /**
     * Joins the separately clipped cells of a diagram. Three seeds (or two and a border) that meet at a point name the
     * vertex, so nothing depends on a tolerance.
     */
    static PlanarCells of(PowerDiagram diagram) {
        Seeds seeds = diagram.seeds();
        Map<VertexName, Integer> names = new HashMap<>();
        double[] x = new double[8 * seeds.count() + 16];
        double[] y = new double[x.length];
        List<List<Corner>> loops = new ArrayList<>();
        for (int i = 0; i < seeds.count(); i++) {
            ClippedPolygon cell = diagram.cell(i);
            if (cell.isEmpty()) {
                throw new NumericalFailureException(
                        Reason.DEGENERATE_TESSELLATION, "the cell of seed " + i + " is empty");
            }
            List<Corner> loop = new ArrayList<>();
            for (int k = 0; k < cell.count(); k++) {
                double px = seeds.positionM(i, 0) + cell.x(k);
                double py = seeds.positionM(i, 1) + cell.y(k);
                int incoming = (k + cell.count() - 1) % cell.count();
                boolean lower = cell.label(k) == PowerCells.LOWER || cell.label(incoming) == PowerCells.LOWER;
                boolean upper = cell.label(k) == PowerCells.UPPER || cell.label(incoming) == PowerCells.UPPER;
                VertexName name = VertexName.at(i, cell, incoming, k);
                Integer vertex = names.get(name);
                if (vertex == null) {
                    vertex = names.size();
                    names.put(name, vertex);
                    if (vertex == x.length) {
                        x = Arrays.copyOf(x, 2 * x.length);
                        y = Arrays.copyOf(y, 2 * y.length);
                    }
                    x[vertex] = Seeds.wrap(px, seeds.sizeM(0));
                    y[vertex] = seeds.isPeriodic(1)
                            ? Seeds.wrap(py, seeds.sizeM(1))
                            : lower ? 0 : upper ? seeds.sizeM(1) : py;
                }
                int imageX = (int) Math.rint((px - x[vertex]) / seeds.sizeM(0));
                int imageY = seeds.isPeriodic(1) ? (int) Math.rint((py - y[vertex]) / seeds.sizeM(1)) : 0;
                loop.add(new Corner(vertex, imageX, imageY));
            }
            loops.add(loop);
        }
        int count = names.size();
        return new PlanarCells(
                seeds.sizeM(0),
                seeds.sizeM(1),
                seeds.isPeriodic(1),
                Arrays.copyOf(x, count),
                Arrays.copyOf(y, count),
                loops);
    }

    double widthM() {
        return widthM;
    }

    double heightM() {
        return heightM;
    }

    boolean periodicY() {
        return periodicY;
    }

    int cellCount() {
        return loops.size();
    }

    int vertexCount() {
        return xM.length;
    }

    /** The corners of a cell, anticlockwise. */
    List<Corner> loop(int cell) {
        return loops.get(cell);
    }

    void replaceLoop(int cell, List<Corner> loop) {
        loops.set(cell, loop);
    }

    double vertexX(int vertex) {
        return xM[vertex];
    }

    double vertexY(int vertex) {
        return yM[vertex];
    }

    void moveVertex(int vertex, double newX, double newY) {
        xM[vertex] = newX;
        yM[vertex] = newY;
    }

    double x(Corner corner) {
        return xM[corner.vertex()] + corner.imageX() * widthM;
    }

    double y(Corner corner) {
        return yM[corner.vertex()] + corner.imageY() * heightM;
    }

    double area(List<Corner> loop) {
        double x0 = x(loop.get(0));
        double y0 = y(loop.get(0));
        double twice = 0;
        for (int k = 1; k + 1 < loop.size(); k++) {
            Corner a = loop.get(k);
            Corner b = loop.get(k + 1);
            twice += (x(a) - x0) * (y(b) - y0) - (x(b) - x0) * (y(a) - y0);
        }
        return 0.5 * twice;
    }

    /** Electrode on which a vertex lies, or {@link CellComplex#INTERIOR}. */
    int electrodeOf(int vertex) {
        if (periodicY) {
            return CellComplex.INTERIOR;
        }
        return yM[vertex] == 0 ? 0 : yM[vertex] == heightM ? 1 : CellComplex.INTERIOR;
    }

    /**
     * Makes facets of the edges. Vertices that no cell uses any more are dropped.
     *
     * @param cellGrains grain of each cell
     */
    CellComplex toComplex(int[] cellGrains) {
        return new ComplexAssembly(this).assemble(cellGrains);
    }

    /** Unordered name of a vertex by the seeds around it, shifted so that the first seed lies in its own image. */
    private record VertexName(long first, long second, long third) {
        private static final int IMAGE_BIAS = 8;

        static VertexName at(int seed, ClippedPolygon cell, int incoming, int outgoing) {
            long[][] around = {
                {seed, 0, 0},
                {cell.label(incoming), cell.imageX(incoming), cell.imageY(incoming)},
                {cell.label(outgoing), cell.imageX(outgoing), cell.imageY(outgoing)}
            };
            Arrays.sort(around, (a, b) -> Arrays.compare(a, b));
            // Borders have negative labels and no image: take the first seed as the origin.
            long[] origin = around[0][0] >= 0 ? around[0] : around[1];
            long[] packed = new long[3];
            for (int k = 0; k < 3; k++) {
                boolean border = around[k][0] < 0;
                long ix = border ? 0 : around[k][1] - origin[1];
                long iy = border ? 0 : around[k][2] - origin[2];
                packed[k] = (around[k][0] << 16) + ((ix + IMAGE_BIAS) << 8) + iy + IMAGE_BIAS;
            }
            return new VertexName(packed[0], packed[1], packed[2]);
        }
    }
}
