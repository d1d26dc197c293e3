package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.tessellation.PlanarCells.Corner;

/** Finds the facets of polygons over shared vertices: each edge has two cells, or one and an electrode. */
final class ComplexAssembly {
    private final PlanarCells cells;
    private final int[] vertexNumbers;
    private final Map<EdgeName, Integer> facetOfEdge = new HashMap<>();
    private final List<int[]> facets = new ArrayList<>();

    /** Directed edge, shifted so that its first corner is in its own image. */
    private record EdgeName(int from, int to, int imageX, int imageY) {}

    ComplexAssembly(PlanarCells cells) {
        this.cells = cells;
        this.vertexNumbers = new int[cells.vertexCount()];
        Arrays.fill(vertexNumbers, -1);
    }

    CellComplex assemble(int[] cellGrains) {
        double[] vertices = numberVertices();
        int[] cellStarts = new int[cells.cellCount() + 1];
        List<Integer> cellFacets = new ArrayList<>();
        for (int cell = 0; cell < cells.cellCount(); cell++) {
            List<Corner> loop = cells.loop(cell);
            for (int k = 0; k < loop.size(); k++) {
                cellFacets.add(facet(cell, loop.get(k), loop.get((k + 1) % loop.size())));
            }
            cellStarts[cell + 1] = cellFacets.size();
        }
        int n = facets.size();
        int[] starts = new int[n + 1];
        int[] facetVertices = new int[2 * n];
        int[] facetImages = new int[4 * n];
        int[] minus = new int[n];
        int[] plus = new int[n];
        int[] plusImages = new int[2 * n];
        int[] borderTags = new int[n];
        for (int f = 0; f < n; f++) {
            int[] row = facets.get(f);
            starts[f + 1] = 2 * (f + 1);
            facetVertices[2 * f] = vertexNumbers[row[0]];
            facetVertices[2 * f + 1] = vertexNumbers[row[1]];
            System.arraycopy(row, 2, facetImages, 4 * f, 4);
            minus[f] = row[6];
            plus[f] = row[7];
            plusImages[2 * f] = row[8];
            plusImages[2 * f + 1] = row[9];
            borderTags[f] = plus[f] == CellComplex.NO_CELL ? electrode(row) : CellComplex.INTERIOR;
        }
        return new CellComplex(
                new double[] {cells.widthM(), cells.heightM()},
                new boolean[] {true, cells.periodicY()},
                vertices,
                starts,
                facetVertices,
                facetImages,
                minus,
                plus,
                plusImages,
                borderTags,
                cellStarts,
                cellFacets.stream().mapToInt(Integer::intValue).toArray(),
                cellGrains);
    }

    private double[] numberVertices() {
        double[] coordinates = new double[2 * cells.vertexCount()];
        int count = 0;
        for (int cell = 0; cell < cells.cellCount(); cell++) {
            for (Corner corner : cells.loop(cell)) {
                if (vertexNumbers[corner.vertex()] < 0) {
                    coordinates[2 * count] = cells.vertexX(corner.vertex());
                    coordinates[2 * count + 1] = cells.vertexY(corner.vertex());
                    vertexNumbers[corner.vertex()] = count++;
                }
            }
        }
        return Arrays.copyOf(coordinates, 2 * count);
    }

    private int facet(int cell, Corner a, Corner b) {
        EdgeName reversed = new EdgeName(b.vertex(), a.vertex(), a.imageX() - b.imageX(), a.imageY() - b.imageY());
        Integer known = facetOfEdge.remove(reversed);
        if (known != null) {
            int[] row = facets.get(known);
            if (row[6] == cell) {
                throw new NumericalFailureException(
                        Reason.DEGENERATE_TESSELLATION, "cell " + cell + " is its own neighbour; use a wider cell");
            }
            row[7] = cell;
            // The facet starts at corner b: seen by the minus cell at its image, by this cell at b's image.
            row[8] = row[2] - b.imageX();
            row[9] = row[3] - b.imageY();
            return known;
        }
        EdgeName name = new EdgeName(a.vertex(), b.vertex(), b.imageX() - a.imageX(), b.imageY() - a.imageY());
        int[] row = {
            a.vertex(), b.vertex(), a.imageX(), a.imageY(), b.imageX(), b.imageY(), cell, CellComplex.NO_CELL, 0, 0
        };
        if (facetOfEdge.put(name, facets.size()) != null) {
            throw new NumericalFailureException(
                    Reason.DEGENERATE_TESSELLATION, "two cells lie on one side of an edge of cell " + cell);
        }
        facets.add(row);
        return facets.size() - 1;
    }

    private int electrode(int[] row) {
        int first = cells.electrodeOf(row[0]);
        if (first == CellComplex.INTERIOR || first != cells.electrodeOf(row[1])) {
            throw new NumericalFailureException(
                    Reason.DEGENERATE_TESSELLATION,
                    "an edge of cell " + row[6] + " has no second cell and is not on the border");
        }
        return first;
    }
}
