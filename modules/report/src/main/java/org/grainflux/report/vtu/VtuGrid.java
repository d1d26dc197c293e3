package org.grainflux.report.vtu;

import java.util.List;
import java.util.Optional;

/**
 * An unstructured grid of triangles or of tetrahedra with its data.
 *
 * @param points Float64, points × 3, m
 * @param connectivity Int32, cells × corners (3 for triangles, 4 for tetrahedra), zero-based points
 * @param pointData arrays of one tuple per point
 * @param cellData arrays of one tuple per cell
 * @param fieldData arrays of any length about the whole grid
 */
public record VtuGrid(
        VtuArray points,
        VtuArray connectivity,
        List<VtuArray> pointData,
        List<VtuArray> cellData,
        List<VtuArray> fieldData) {
    public VtuGrid {
        pointData = List.copyOf(pointData);
        cellData = List.copyOf(cellData);
        fieldData = List.copyOf(fieldData);
        if (points.components() != 3 || points.type() != VtuArray.Type.FLOAT64) {
            throw new VtuFormatException("points need three Float64 components, got " + points.components() + " "
                    + points.type().vtkName());
        }
        int corners = connectivity.components();
        if (connectivity.type() != VtuArray.Type.INT32 || corners != 3 && corners != 4) {
            throw new VtuFormatException("cells need 3 or 4 Int32 corners, got " + corners + " "
                    + connectivity.type().vtkName());
        }
        requireTuples(pointData, points.tuples(), "points");
        requireTuples(cellData, connectivity.tuples(), "cells");
        for (int cell = 0; cell < connectivity.tuples(); cell++) {
            for (int corner = 0; corner < corners; corner++) {
                int point = connectivity.intAt(cell, corner);
                if (point < 0 || point >= points.tuples()) {
                    throw new VtuFormatException("cell " + cell + " refers to point " + point + ", but there are "
                            + points.tuples() + " points");
                }
            }
        }
    }

    private static void requireTuples(List<VtuArray> arrays, int tuples, String what) {
        for (VtuArray array : arrays) {
            if (array.tuples() != tuples) {
                throw new VtuFormatException(
                        "array " + array.name() + " has " + array.tuples() + " values for " + tuples + " " + what);
            }
        }
    }

    public int pointCount() {
        return points.tuples();
    }

    public int cellCount() {
        return connectivity.tuples();
    }

    public int cornersPerCell() {
        return connectivity.components();
    }

    public int corner(int cell, int corner) {
        return connectivity.intAt(cell, corner);
    }

    public Optional<VtuArray> cellArray(String name) {
        return named(cellData, name);
    }

    public Optional<VtuArray> pointArray(String name) {
        return named(pointData, name);
    }

    public Optional<VtuArray> fieldArray(String name) {
        return named(fieldData, name);
    }

    private static Optional<VtuArray> named(List<VtuArray> arrays, String name) {
        return arrays.stream().filter(array -> array.name().equals(name)).findFirst();
    }
}
