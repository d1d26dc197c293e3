package org.grainflux.study.regression;

import java.util.Arrays;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.study.execution.FieldSink.PotentialField;
import org.grainflux.study.regression.ReferenceValues.Field;

/** The potential at points that do not depend on the mesh, so that meshes can be compared. */
final class PotentialSamples {
    private static final int POINTS = 60;

    /** Shares of an element's corners in a point on its edge are 0 but for rounding. */
    private static final double ROUNDING = 1e-9;

    private final SimplexMesh mesh;
    private final double[] potentialV;
    private final double[] sizeM;

    private PotentialSamples(PotentialField field, double[] sizeM) {
        this.mesh = field.mesh();
        this.potentialV = field.potentialV();
        this.sizeM = sizeM;
    }

    /** @param sizeM edge lengths of the structure, periodic along all axes but the last */
    static Field of(PotentialField field, double[] sizeM) {
        PotentialSamples samples = new PotentialSamples(field, sizeM);
        double[][] pointsUm = new double[POINTS][];
        double[] values = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            double[] pointM = point(k, sizeM);
            pointsUm[k] = Arrays.stream(pointM)
                    .map(x -> x / LaboratoryUnits.MICROMETRE_M)
                    .toArray();
            values[k] = samples.at(pointM);
        }
        return new Field(Quantities.POTENTIAL, field.design() + ", inside", pointsUm, values);
    }

    /**
     * A sequence that fills the cell evenly and keeps off lattices: multiples of 1/φ, 1/φ², … modulo 1, φ the root of
     * φ^(d+1) = φ + 1 (Roberts 2018, The unreasonable effectiveness of quasirandom sequences).
     */
    private static double[] point(int k, double[] sizeM) {
        double phi = 1.5;
        for (int i = 0; i < 60; i++) {
            phi = Math.pow(1 + phi, 1.0 / (sizeM.length + 1));
        }
        double[] point = new double[sizeM.length];
        for (int axis = 0; axis < point.length; axis++) {
            double turns = 0.5 + (k + 1) * Math.pow(phi, -1 - axis);
            point[axis] = (turns - Math.floor(turns)) * sizeM[axis];
        }
        return point;
    }

    /** Linear within the element that holds the point; NaN if none does. */
    private double at(double[] pointM) {
        int images = (int) Math.pow(3, sizeM.length - 1);
        double[] image = new double[pointM.length];
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int i = 0, code = 0; i < images; i++, code = i) {
                for (int axis = 0; axis < image.length; axis++) {
                    boolean periodic = axis < image.length - 1;
                    image[axis] = pointM[axis] + (periodic ? (code % 3 - 1) * sizeM[axis] : 0);
                    code /= periodic ? 3 : 1;
                }
                double[] shares = isNear(e, image) ? shares(e, image) : null;
                if (shares != null && Arrays.stream(shares).allMatch(share -> share >= -ROUNDING)) {
                    return interpolate(e, shares);
                }
            }
        }
        return Double.NaN;
    }

    private boolean isNear(int element, double[] pointM) {
        for (int axis = 0; axis < pointM.length; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int corner = 0; corner <= pointM.length; corner++) {
                double x = mesh.coordinateM(mesh.elementNode(element, corner), axis);
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
            if (pointM[axis] < low || pointM[axis] > high) {
                return false;
            }
        }
        return true;
    }

    /** Barycentric coordinates: volumes with one corner replaced by the point, over the volume of the element. */
    private double[] shares(int element, double[] pointM) {
        int corners = pointM.length + 1;
        double[][] places = new double[corners][];
        for (int corner = 0; corner < corners; corner++) {
            places[corner] = place(mesh.elementNode(element, corner));
        }
        double whole = volume(places);
        double[] shares = new double[corners];
        for (int corner = 0; corner < corners; corner++) {
            double[] kept = places[corner];
            places[corner] = pointM;
            shares[corner] = volume(places) / whole;
            places[corner] = kept;
        }
        return shares;
    }

    private double[] place(int node) {
        double[] place = new double[mesh.dimension()];
        for (int axis = 0; axis < place.length; axis++) {
            place[axis] = mesh.coordinateM(node, axis);
        }
        return place;
    }

    /** Times d!, with sign. */
    private static double volume(double[][] p) {
        double[][] edges = new double[p.length - 1][p.length - 1];
        for (int k = 0; k < edges.length; k++) {
            for (int axis = 0; axis < edges.length; axis++) {
                edges[k][axis] = p[k + 1][axis] - p[0][axis];
            }
        }
        if (edges.length == 2) {
            return edges[0][0] * edges[1][1] - edges[0][1] * edges[1][0];
        }
        return edges[0][0] * (edges[1][1] * edges[2][2] - edges[1][2] * edges[2][1])
                - edges[0][1] * (edges[1][0] * edges[2][2] - edges[1][2] * edges[2][0])
                + edges[0][2] * (edges[1][0] * edges[2][1] - edges[1][1] * edges[2][0]);
    }

    private double interpolate(int element, double[] shares) {
        double value = 0;
        for (int corner = 0; corner < shares.length; corner++) {
            value += shares[corner] * potentialV[mesh.elementNode(element, corner)];
        }
        return value;
    }
}
