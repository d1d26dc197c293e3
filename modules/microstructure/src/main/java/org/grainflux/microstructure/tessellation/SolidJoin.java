package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.tessellation.SolidCells.Corner;
import org.grainflux.microstructure.tessellation.SolidCells.Face;

/**
 * Joins the separately clipped cells of a diagram. Four seeds (or fewer and an electrode) that meet at a point name the
 * vertex, so nothing depends on a tolerance. Every face is taken from its cell with the lower number and compared with
 * what the other cell sees.
 */
final class SolidJoin {
    private final SolidDiagram diagram;
    private final Seeds seeds;
    private final Map<VertexName, Integer> vertexNumbers = new HashMap<>();
    private final List<double[]> vertices = new ArrayList<>();
    private final Map<FaceName, Integer> faceNumbers = new HashMap<>();
    private final List<Face> faces = new ArrayList<>();

    private record FaceName(int minus, int plus, int imageX, int imageY, int imageZ) {}

    private SolidJoin(SolidDiagram diagram) {
        this.diagram = diagram;
        this.seeds = diagram.seeds();
    }

    /**
     * @throws NumericalFailureException with reason DEGENERATE_TESSELLATION when a cell is empty or its own neighbour
     */
    static SolidCells join(SolidDiagram diagram) {
        SolidJoin join = new SolidJoin(diagram);
        for (int i = 0; i < join.seeds.count(); i++) {
            join.addCell(i);
        }
        double[] coordinates =
                join.vertices.stream().flatMapToDouble(Arrays::stream).toArray();
        return new SolidCells(
                join.seeds.sizeM(), join.seeds.isPeriodic(2), coordinates, join.seeds.count(), join.faces);
    }

    private void addCell(int i) {
        PowerPolyhedron cell = diagram.cell(i);
        if (cell == null) {
            throw failure("the cell of seed " + i + " is empty");
        }
        Corner[] corners = new Corner[cell.cornerCount()];
        for (int corner = 0; corner < corners.length; corner++) {
            corners[corner] = corner(i, cell, corner);
        }
        for (int f = 0; f < cell.faceCount(); f++) {
            List<Corner> loop =
                    Arrays.stream(cell.loop(f)).mapToObj(c -> corners[c]).toList();
            addFace(i, cell, f, loop);
        }
    }

    private void addFace(int i, PowerPolyhedron cell, int f, List<Corner> loop) {
        int j = cell.label(f);
        int[] image = {cell.image(f, 0), cell.image(f, 1), cell.image(f, 2)};
        if (j < 0) {
            int electrode = j == PowerCells.LOWER ? 0 : 1;
            faces.add(new Face(i, CellComplex.NO_CELL, image, electrode, loop));
        } else if (j > i) {
            faceNumbers.put(new FaceName(i, j, image[0], image[1], image[2]), faces.size());
            faces.add(new Face(i, j, image, CellComplex.INTERIOR, loop));
        } else if (j == i) {
            throw failure("cell " + i + " is its own neighbour; use a wider cell");
        } else {
            Integer known = faceNumbers.get(new FaceName(j, i, -image[0], -image[1], -image[2]));
            List<Corner> seenThere = loop.stream()
                    .map(corner -> corner.shifted(-image[0], -image[1], -image[2]))
                    .toList();
            if (known == null
                    || faces.get(known).loop().size() != loop.size()
                    || !new HashSet<>(faces.get(known).loop()).containsAll(seenThere)) {
                throw failure("cells " + j + " and " + i + " disagree about the face between them");
            }
        }
    }

    private Corner corner(int i, PowerPolyhedron cell, int corner) {
        VertexName name = VertexName.at(i, cell, corner);
        Integer vertex = vertexNumbers.get(name);
        if (vertex == null) {
            vertex = vertices.size();
            vertexNumbers.put(name, vertex);
            vertices.add(place(i, cell, corner));
        }
        int[] image = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double offset = seeds.positionM(i, axis) + cell.coordinateM(corner, axis) - vertices.get(vertex)[axis];
            image[axis] = seeds.isPeriodic(axis) ? (int) Math.rint(offset / seeds.sizeM(axis)) : 0;
        }
        return new Corner(vertex, image[0], image[1], image[2]);
    }

    private double[] place(int i, PowerPolyhedron cell, int corner) {
        double[] place = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double position = seeds.positionM(i, axis) + cell.coordinateM(corner, axis);
            place[axis] = seeds.isPeriodic(axis) ? Seeds.wrap(position, seeds.sizeM(axis)) : position;
        }
        for (int face : cell.cornerFaces(corner)) {
            // Rounding must not lift a vertex off its electrode.
            if (cell.label(face) == PowerCells.LOWER) {
                place[2] = 0;
            } else if (cell.label(face) == PowerCells.UPPER) {
                place[2] = seeds.sizeM(2);
            }
        }
        return place;
    }

    private static NumericalFailureException failure(String message) {
        return new NumericalFailureException(Reason.DEGENERATE_TESSELLATION, message);
    }

    /** Unordered name of a vertex by what meets there, shifted so that the first seed lies in its own image. */
    private record VertexName(long first, long second, long third, long fourth) {
        private static final int IMAGE_BIAS = 64;

        static VertexName at(int seed, PowerPolyhedron cell, int corner) {
            int[] faces = cell.cornerFaces(corner);
            long[][] around = new long[4][4];
            around[3][0] = seed;
            for (int k = 0; k < 3; k++) {
                around[k][0] = cell.label(faces[k]);
                for (int axis = 0; axis < 3; axis++) {
                    around[k][axis + 1] = cell.image(faces[k], axis);
                }
            }
            Arrays.sort(around, Arrays::compare);
            // Electrodes have negative labels and no image; at most one of them is at a corner.
            long[] origin = around[0][0] >= 0 ? around[0] : around[1];
            long[] packed = new long[4];
            for (int k = 0; k < 4; k++) {
                packed[k] = around[k][0];
                for (int axis = 1; axis < 4; axis++) {
                    long image = around[k][0] < 0 ? 0 : around[k][axis] - origin[axis];
                    packed[k] = (packed[k] << 8) + image + IMAGE_BIAS;
                }
            }
            return new VertexName(packed[0], packed[1], packed[2], packed[3]);
        }
    }
}
