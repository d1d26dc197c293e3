package org.grainflux.microstructure.tessellation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grainflux.fem.mesh.TetrahedronShape;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.FanPoints;

/** The fan of a solid complex, measured from the complex alone; angles ascending in degrees. */
public final class SolidFan {
    final double[] smallestAngles;
    final double[] largestAngles;
    final double[] radiusRatios;
    double volumeM3;
    int inverted;

    SolidFan(CellComplex complex) {
        int count = 0;
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            for (int k = 0; k < complex.cellFacetCount(cell); k++) {
                count += complex.facetCornerCount(complex.cellFacet(cell, k));
            }
        }
        smallestAngles = new double[count];
        largestAngles = new double[count];
        radiusRatios = new double[count];
        TetrahedronShape shape = new TetrahedronShape();
        double[] points = new double[12];
        int t = 0;
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            double[] cellPoint = FanPoints.cellPointM(complex, cell);
            for (int k = 0; k < complex.cellFacetCount(cell); k++) {
                int facet = complex.cellFacet(cell, k);
                boolean minus = complex.minusCell(facet) == cell;
                double[] facePoint = FanPoints.facePointM(complex, facet);
                for (int axis = 0; axis < 3 && !minus; axis++) {
                    facePoint[axis] -= complex.plusImage(facet, axis) * complex.sizeM(axis);
                }
                int n = complex.facetCornerCount(facet);
                for (int corner = 0; corner < n; corner++, t++) {
                    double[] from = corner(complex, cell, k, minus ? corner : (corner + 1) % n);
                    double[] to = corner(complex, cell, k, minus ? (corner + 1) % n : corner);
                    for (int axis = 0; axis < 3; axis++) {
                        points[axis] = cellPoint[axis];
                        points[3 + axis] = facePoint[axis];
                        points[6 + axis] = from[axis];
                        points[9 + axis] = to[axis];
                    }
                    shape.load(points);
                    smallestAngles[t] = Math.toDegrees(shape.smallestDihedralRad());
                    largestAngles[t] = Math.toDegrees(shape.largestDihedralRad());
                    radiusRatios[t] = shape.radiusRatio();
                    volumeM3 += shape.volumeM3();
                    inverted += shape.volumeM3() > 0 ? 0 : 1;
                }
            }
        }
        Arrays.sort(smallestAngles);
        Arrays.sort(largestAngles);
        Arrays.sort(radiusRatios);
    }

    /** Whether the extremes lie within the limits of the base mesh: angles in [2°, 172°], radius ratio at least 0.01. */
    boolean hasNoOutlier() {
        return smallestAngles[0] >= 2 && largestAngles[largestAngles.length - 1] <= 172 && radiusRatios[0] >= 0.01;
    }

    /** The value that a hundredth of the tetrahedra stay below. */
    static double firstPercentile(double[] ascending) {
        return ascending[ascending.length / 100];
    }

    public static int eulerCharacteristic(CellComplex complex, int cell) {
        Set<List<Integer>> corners = new HashSet<>();
        int sides = 0;
        for (int k = 0; k < complex.cellFacetCount(cell); k++) {
            int facet = complex.cellFacet(cell, k);
            for (int c = 0; c < complex.facetCornerCount(facet); c++, sides++) {
                corners.add(List.of(
                        complex.facetVertex(facet, c),
                        complex.cellImage(cell, k, c, 0),
                        complex.cellImage(cell, k, c, 1),
                        complex.cellImage(cell, k, c, 2)));
            }
        }
        return corners.size() - sides / 2 + complex.cellFacetCount(cell);
    }

    private static double[] corner(CellComplex complex, int cell, int k, int corner) {
        return new double[] {
            complex.cellCornerM(cell, k, corner, 0),
            complex.cellCornerM(cell, k, corner, 1),
            complex.cellCornerM(cell, k, corner, 2)
        };
    }
}
