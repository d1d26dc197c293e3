package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.microstructure.CellComplex;

/**
 * Polyhedra as faces over shared vertices, before a complex is made of them. Corner k of a face lies at its vertex plus
 * an image offset, in the frame of the face's minus cell; corners run anticlockwise seen from the plus cell.
 */
final class SolidCells {
    /** A corner of a face: a vertex and the image, in periods, at which the minus cell's frame sees it. */
    record Corner(int vertex, int imageX, int imageY, int imageZ) {
        int image(int axis) {
            return axis == 0 ? imageX : axis == 1 ? imageY : imageZ;
        }

        /** The same vertex, this many periods further on. */
        Corner shifted(int x, int y, int z) {
            return new Corner(vertex, imageX + x, imageY + y, imageZ + z);
        }
    }

    /**
     * A face between two cells or on an electrode.
     *
     * @param plusCell {@link CellComplex#NO_CELL} on an electrode
     * @param plusImage periods to subtract to get from the frame of the minus cell into that of the plus cell
     * @param borderTag electrode, or {@link CellComplex#INTERIOR}
     */
    record Face(int minusCell, int plusCell, int[] plusImage, int borderTag, List<Corner> loop) {
        Face withLoop(List<Corner> newLoop) {
            return new Face(minusCell, plusCell, plusImage, borderTag, newLoop);
        }
    }

    private final double[] sizeM;
    private final boolean periodicZ;
    private final double[] verticesM;
    private final int cellCount;
    private final List<Face> faces;

    /** @param verticesM vertices × 3, wrapped into the cell */
    SolidCells(double[] sizeM, boolean periodicZ, double[] verticesM, int cellCount, List<Face> faces) {
        this.sizeM = sizeM.clone();
        this.periodicZ = periodicZ;
        this.verticesM = verticesM.clone();
        this.cellCount = cellCount;
        this.faces = List.copyOf(faces);
    }

    double sizeM(int axis) {
        return sizeM[axis];
    }

    double[] sizeM() {
        return sizeM.clone();
    }

    boolean periodicZ() {
        return periodicZ;
    }

    int cellCount() {
        return cellCount;
    }

    int vertexCount() {
        return verticesM.length / 3;
    }

    double vertexM(int vertex, int axis) {
        return verticesM[3 * vertex + axis];
    }

    /** Electrode on which a vertex lies, or {@link CellComplex#INTERIOR}. */
    int electrodeOf(int vertex) {
        double z = vertexM(vertex, 2);
        return periodicZ ? CellComplex.INTERIOR : z == 0 ? 0 : z == sizeM[2] ? 1 : CellComplex.INTERIOR;
    }

    List<Face> faces() {
        return faces;
    }

    /**
     * The complex of these faces. Vertices that no face uses are dropped.
     *
     * @param cellGrains grain of each cell
     * @throws NumericalFailureException with reason DEGENERATE_TESSELLATION when an edge spans half a period, so that it
     *     might be taken for its image
     */
    CellComplex toComplex(int[] cellGrains) {
        int[] numbers = new int[vertexCount()];
        Arrays.fill(numbers, -1);
        double[] coordinates = new double[verticesM.length];
        int used = 0;
        int n = faces.size();
        int[] starts = new int[n + 1];
        List<Integer> vertices = new ArrayList<>();
        List<Integer> images = new ArrayList<>();
        int[] plusImages = new int[3 * n];
        List<List<Integer>> facesOfCell = new ArrayList<>();
        for (int cell = 0; cell < cellCount; cell++) {
            facesOfCell.add(new ArrayList<>());
        }
        for (int f = 0; f < n; f++) {
            Face face = faces.get(f);
            requireShortEdges(face);
            for (Corner corner : face.loop()) {
                if (numbers[corner.vertex()] < 0) {
                    System.arraycopy(verticesM, 3 * corner.vertex(), coordinates, 3 * used, 3);
                    numbers[corner.vertex()] = used++;
                }
                vertices.add(numbers[corner.vertex()]);
                images.addAll(List.of(corner.imageX(), corner.imageY(), corner.imageZ()));
            }
            starts[f + 1] = vertices.size();
            System.arraycopy(face.plusImage(), 0, plusImages, 3 * f, 3);
            facesOfCell.get(face.minusCell()).add(f);
            if (face.plusCell() != CellComplex.NO_CELL) {
                facesOfCell.get(face.plusCell()).add(f);
            }
        }
        int[] cellStarts = new int[cellCount + 1];
        for (int cell = 0; cell < cellCount; cell++) {
            cellStarts[cell + 1] = cellStarts[cell] + facesOfCell.get(cell).size();
        }
        return new CellComplex(
                sizeM,
                new boolean[] {true, true, periodicZ},
                Arrays.copyOf(coordinates, 3 * used),
                starts,
                toArray(vertices),
                toArray(images),
                faces.stream().mapToInt(Face::minusCell).toArray(),
                faces.stream().mapToInt(Face::plusCell).toArray(),
                plusImages,
                faces.stream().mapToInt(Face::borderTag).toArray(),
                cellStarts,
                toArray(facesOfCell.stream().flatMap(List::stream).toList()),
                cellGrains);
    }

    private void requireShortEdges(Face face) {
        for (int k = 0; k < face.loop().size(); k++) {
            Corner from = face.loop().get(k);
            Corner to = face.loop().get((k + 1) % face.loop().size());
            for (int axis = 0; axis < 3; axis++) {
                double step = vertexM(to.vertex(), axis)
                        - vertexM(from.vertex(), axis)
                        + (to.image(axis) - from.image(axis)) * sizeM[axis];
                if ((axis < 2 || periodicZ) && Math.abs(step) >= 0.5 * sizeM[axis]) {
                    throw new NumericalFailureException(
                            Reason.DEGENERATE_TESSELLATION,
                            "an edge of cell " + face.minusCell() + " spans half a period; use a wider cell");
                }
            }
        }
    }

    private static int[] toArray(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
