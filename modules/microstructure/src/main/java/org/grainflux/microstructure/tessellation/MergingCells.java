package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.tessellation.SolidCells.Corner;
import org.grainflux.microstructure.tessellation.SolidCells.Face;

/**
 * Polyhedra whose small edges and faces are being removed, one move at a time. A move starts with {@link #begin} and can
 * be taken back by {@link #rollback} until the next one.
 */
final class MergingCells {
    private final SolidCells start;
    private final double[] verticesM;
    private final List<Face> faces;
    private final List<TreeSet<Integer>> facesOfVertex = new ArrayList<>();
    private final List<TreeSet<Integer>> facesOfCell = new ArrayList<>();

    // What the current move has changed, as it was before.
    private final TreeMap<Integer, Face> oldFaces = new TreeMap<>();
    private final TreeMap<Integer, double[]> oldPositionsM = new TreeMap<>();

    /**
     * An edge by its ends.
     *
     * @param imageX where its end b lies, in periods, with its end a in its own image
     */
    record Edge(int a, int b, int imageX, int imageY, int imageZ) {
        int image(int axis) {
            return axis == 0 ? imageX : axis == 1 ? imageY : imageZ;
        }

        static Edge of(Corner p, Corner q) {
            Corner a = p.vertex() < q.vertex() ? p : q;
            Corner b = a == p ? q : p;
            return new Edge(
                    a.vertex(), b.vertex(), b.imageX() - a.imageX(), b.imageY() - a.imageY(), b.imageZ() - a.imageZ());
        }
    }

    MergingCells(SolidCells cells) {
        this.start = cells;
        this.verticesM = new double[3 * cells.vertexCount()];
        for (int v = 0; v < cells.vertexCount(); v++) {
            for (int axis = 0; axis < 3; axis++) {
                verticesM[3 * v + axis] = cells.vertexM(v, axis);
            }
            facesOfVertex.add(new TreeSet<>());
        }
        for (int cell = 0; cell < cells.cellCount(); cell++) {
            facesOfCell.add(new TreeSet<>());
        }
        this.faces = new ArrayList<>(cells.faces());
        for (int f = 0; f < faces.size(); f++) {
            link(f);
        }
    }

    SolidCells toCells() {
        List<Face> kept = faces.stream().filter(face -> !face.loop().isEmpty()).toList();
        return new SolidCells(start.sizeM(), start.periodicZ(), verticesM, start.cellCount(), kept);
    }

    int cellCount() {
        return start.cellCount();
    }

    int faceCount() {
        return faces.size();
    }

    /** Faces, dropped ones left out. */
    Set<Integer> facesOfVertex(int vertex) {
        return facesOfVertex.get(vertex);
    }

    /** Faces, dropped ones left out, in the order of the shell. */
    List<Integer> facesOfCell(int cell) {
        return List.copyOf(facesOfCell.get(cell));
    }

    /** Whether a vertex has not been merged into another. */
    boolean isAlive(int vertex) {
        return !facesOfVertex.get(vertex).isEmpty();
    }

    /** Electrode on which a vertex lies, or {@link CellComplex#INTERIOR}. */
    int electrode(int vertex) {
        double z = verticesM[3 * vertex + 2];
        boolean none = start.periodicZ() || z != 0 && z != start.sizeM(2);
        return none ? CellComplex.INTERIOR : z == 0 ? 0 : 1;
    }

    /** Whether an end of an edge lies on an electrode. */
    boolean reachesElectrode(Edge edge) {
        return electrode(edge.a) != CellComplex.INTERIOR || electrode(edge.b) != CellComplex.INTERIOR;
    }

    /** Whether both ends of an edge lie on the same electrode. */
    boolean liesOnElectrode(Edge edge) {
        return electrode(edge.a) != CellComplex.INTERIOR && electrode(edge.a) == electrode(edge.b);
    }

    /** Whether an edge runs from one electrode to the other. */
    boolean spans(Edge edge) {
        return electrode(edge.a) != CellComplex.INTERIOR
                && electrode(edge.b) != CellComplex.INTERIOR
                && electrode(edge.a) != electrode(edge.b);
    }

    double lengthM(Edge edge) {
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double step =
                    verticesM[3 * edge.b + axis] + edge.image(axis) * start.sizeM(axis) - verticesM[3 * edge.a + axis];
            squared += step * step;
        }
        return Math.sqrt(squared);
    }

    /** The edges of a face; none when it was dropped. */
    List<Edge> edges(int face) {
        List<Corner> loop = faces.get(face).loop();
        List<Edge> edges = new ArrayList<>();
        for (int k = 0; k < loop.size(); k++) {
            edges.add(Edge.of(loop.get(k), loop.get((k + 1) % loop.size())));
        }
        return edges;
    }

    void begin() {
        oldFaces.clear();
        oldPositionsM.clear();
    }

    void rollback() {
        oldFaces.keySet().forEach(this::unlink);
        oldFaces.forEach((f, face) -> {
            faces.set(f, face);
            link(f);
        });
        oldPositionsM.forEach((v, position) -> System.arraycopy(position, 0, verticesM, 3 * v, 3));
    }

    /** Cells whose shape the current move has changed. */
    TreeSet<Integer> touchedCells() {
        return cellsOf(oldFaces.values());
    }

    /** Cells with a corner at a vertex. */
    TreeSet<Integer> cellsOfVertex(int vertex) {
        return cellsOf(facesOfVertex.get(vertex).stream().map(faces::get).toList());
    }

    private static TreeSet<Integer> cellsOf(Collection<Face> faces) {
        TreeSet<Integer> cells = new TreeSet<>();
        for (Face face : faces) {
            cells.add(face.minusCell());
            cells.add(face.plusCell());
        }
        cells.remove(CellComplex.NO_CELL);
        return cells;
    }

    /** Vertices around a face; none when it was dropped. */
    List<Integer> vertices(int face) {
        return faces.get(face).loop().stream().map(Corner::vertex).toList();
    }

    private void link(int f) {
        Face face = faces.get(f);
        if (!face.loop().isEmpty()) {
            face.loop().forEach(corner -> facesOfVertex.get(corner.vertex()).add(f));
            facesOfCell.get(face.minusCell()).add(f);
            if (face.plusCell() != CellComplex.NO_CELL) {
                facesOfCell.get(face.plusCell()).add(f);
            }
        }
    }

    private void unlink(int f) {
        Face face = faces.get(f);
        face.loop().forEach(corner -> facesOfVertex.get(corner.vertex()).remove(f));
        facesOfCell.get(face.minusCell()).remove(f);
        if (face.plusCell() != CellComplex.NO_CELL) {
            facesOfCell.get(face.plusCell()).remove(f);
        }
    }

    /** A face left with fewer than three corners is dropped. */
    private void replace(int f, List<Corner> loop) {
        oldFaces.putIfAbsent(f, faces.get(f));
        unlink(f);
        faces.set(f, faces.get(f).withLoop(loop.size() < 3 ? List.of() : loop));
        link(f);
    }

    /** Merges end b of an edge into end a, which moves to a fraction of the way from a to b. */
    void merge(Edge edge, double fraction) {
        double[] position = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double from = verticesM[3 * edge.a + axis];
            double end = verticesM[3 * edge.b + axis] + edge.image(axis) * start.sizeM(axis);
            position[axis] = fraction == 1 ? end : from + fraction * (end - from);
        }
        int[] shift = place(edge.a, position);
        TreeSet<Integer> touched = new TreeSet<>(facesOfVertex.get(edge.a));
        touched.addAll(facesOfVertex.get(edge.b));
        for (int f : touched) {
            replace(f, merged(faces.get(f).loop(), edge, shift));
        }
    }

    /** Puts a vertex at a position wrapped into the cell, and returns by how many periods that was outside. */
    private int[] place(int vertex, double[] positionM) {
        int at = 3 * vertex;
        oldPositionsM.putIfAbsent(vertex, new double[] {verticesM[at], verticesM[at + 1], verticesM[at + 2]});
        int[] shift = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double size = start.sizeM(axis);
            shift[axis] = axis < 2 || start.periodicZ() ? (int) Math.floor(positionM[axis] / size) : 0;
            verticesM[at + axis] = positionM[axis] - shift[axis] * size;
        }
        return shift;
    }

    /** Moves a vertex, and with it all its images. */
    void move(int vertex, double[] stepM) {
        double[] position = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            position[axis] = verticesM[3 * vertex + axis] + stepM[axis];
        }
        int[] shift = place(vertex, position);
        for (int f : List.copyOf(facesOfVertex.get(vertex))) {
            replace(
                    f,
                    faces.get(f).loop().stream()
                            .map(corner ->
                                    corner.vertex() == vertex ? corner.shifted(shift[0], shift[1], shift[2]) : corner)
                            .toList());
        }
    }

    private static List<Corner> merged(List<Corner> loop, Edge edge, int[] shift) {
        List<Corner> result = new ArrayList<>();
        for (Corner corner : loop) {
            Corner next = corner;
            if (corner.vertex() == edge.a) {
                next = corner.shifted(shift[0], shift[1], shift[2]);
            } else if (corner.vertex() == edge.b) {
                next = new Corner(edge.a, corner.imageX(), corner.imageY(), corner.imageZ())
                        .shifted(shift[0] - edge.imageX, shift[1] - edge.imageY, shift[2] - edge.imageZ);
            }
            if (result.isEmpty() || !result.get(result.size() - 1).equals(next)) {
                result.add(next);
            }
        }
        if (result.size() > 1 && result.get(0).equals(result.get(result.size() - 1))) {
            result.remove(result.size() - 1);
        }
        return result;
    }

    /**
     * Drops a triangle by letting its longest edge run through the opposite corner, which stays where it is unless the
     * edge lies on an electrode: then it is set down on it.
     *
     * @return false, with nothing done, when the face has more corners
     */
    boolean squeeze(int face) {
        List<Corner> loop = faces.get(face).loop();
        if (loop.size() != 3) {
            return false;
        }
        List<Edge> edges = edges(face);
        int longest = 0;
        for (int k = 1; k < 3; k++) {
            longest = lengthM(edges.get(k)) > lengthM(edges.get(longest)) ? k : longest;
        }
        Edge edge = edges.get(longest);
        Corner opposite = loop.get((longest + 2) % 3);
        Corner a = loop.get(longest).vertex() == edge.a ? loop.get(longest) : loop.get((longest + 1) % 3);
        Corner through = opposite.shifted(-a.imageX(), -a.imageY(), -a.imageZ());
        TreeSet<Integer> touched = new TreeSet<>(facesOfVertex.get(edge.a));
        touched.retainAll(facesOfVertex.get(edge.b));
        touched.remove(face);
        replace(face, List.of());
        for (int f : touched) {
            replace(f, led(faces.get(f).loop(), edge, through));
        }
        if (liesOnElectrode(edge)) {
            setDown(opposite.vertex(), electrode(edge.a));
        }
        return true;
    }

    private void setDown(int vertex, int electrode) {
        int at = 3 * vertex;
        place(vertex, new double[] {verticesM[at], verticesM[at + 1], electrode * start.sizeM(2)});
        // Their shape changes with the vertex.
        facesOfVertex.get(vertex).forEach(f -> oldFaces.putIfAbsent(f, faces.get(f)));
    }

    /** A loop whose edge, where it has it, runs through a further corner, given as seen from the edge's end a. */
    private static List<Corner> led(List<Corner> loop, Edge edge, Corner through) {
        List<Corner> result = new ArrayList<>();
        for (int k = 0; k < loop.size(); k++) {
            Corner corner = loop.get(k);
            Corner next = loop.get((k + 1) % loop.size());
            result.add(corner);
            if (Edge.of(corner, next).equals(edge)) {
                Corner a = corner.vertex() == edge.a ? corner : next;
                result.add(through.shifted(a.imageX(), a.imageY(), a.imageZ()));
            }
        }
        return result;
    }

    CellShell shell(int cell) {
        Map<Corner, Integer> numbers = new HashMap<>();
        List<Corner> corners = new ArrayList<>();
        int[][] loops = new int[facesOfCell.get(cell).size()][];
        int at = 0;
        for (int f : facesOfCell.get(cell)) {
            Face face = faces.get(f);
            boolean minus = face.minusCell() == cell;
            int n = face.loop().size();
            loops[at] = new int[n];
            for (int k = 0; k < n; k++) {
                Corner corner = face.loop().get(minus ? k : n - 1 - k);
                int[] image = face.plusImage();
                Corner own = minus ? corner : corner.shifted(-image[0], -image[1], -image[2]);
                Integer number = numbers.get(own);
                if (number == null) {
                    number = corners.size();
                    numbers.put(own, number);
                    corners.add(own);
                }
                loops[at][k] = number;
            }
            at++;
        }
        double[] cornersM = new double[3 * corners.size()];
        for (int c = 0; c < cornersM.length; c++) {
            Corner corner = corners.get(c / 3);
            cornersM[c] = verticesM[3 * corner.vertex() + c % 3] + corner.image(c % 3) * start.sizeM(c % 3);
        }
        return new CellShell(corners.stream().mapToInt(Corner::vertex).toArray(), cornersM, loops);
    }
}
