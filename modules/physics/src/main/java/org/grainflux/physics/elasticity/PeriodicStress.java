package org.grainflux.physics.elasticity;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.FacetSides;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Mean stress of a periodic cell, by the forces across its period: Σ_ij = −(1/V) Σ_facets A t_i o_j with the traction t on the
 * minus side and o the way from the minus to the plus side of the mesh. It is what does work on a mean strain, so the
 * pressure of lithium in open facets across the period counts.
 */
final class PeriodicStress {
    private final SimplexMesh mesh;
    private final double volume;
    /** Facets across the period. */
    private final int[] facets;

    private final double[] measures;
    /** dimension per facet. */
    private final double[] normals;

    PeriodicStress(SimplexMesh mesh, double[] sizeM) {
        this.mesh = mesh;
        int d = mesh.dimension();
        double product = 1;
        double shortest = Double.POSITIVE_INFINITY;
        for (double edgeM : sizeM) {
            product *= edgeM;
            shortest = Math.min(shortest, edgeM);
        }
        volume = product;
        // Copies of a point lie together up to rounding, or a period apart.
        double apartM = 0.5 * shortest;
        facets = IntStream.range(0, mesh.interfaces().count())
                .filter(f -> offset(f, 0) * offset(f, 0) + (d == 3 ? offset(f, 1) * offset(f, 1) : 0) > apartM * apartM)
                .toArray();
        measures = new double[facets.length];
        normals = new double[facets.length * d];
        FacetSides sides = new FacetSides(mesh);
        double[] normal = new double[d];
        for (int k = 0; k < facets.length; k++) {
            measures[k] = sides.interfaceNormal(facets[k], normal);
            System.arraycopy(normal, 0, normals, k * d, d);
        }
    }

    /** Σ_ij, Pa. @param flawPressurePa by interface facet, asked where it is open */
    double at(ElasticField field, int i, int j, IntToDoubleFunction flawPressurePa) {
        int d = mesh.dimension();
        double[] tractionPa = new double[d];
        double sum = 0;
        for (int k = 0; k < facets.length; k++) {
            int facet = facets[k];
            double offsetM = offset(facet, j);
            if (field.body().open().test(facet)) {
                sum -= measures[k] * offsetM * -flawPressurePa.applyAsDouble(facet) * normals[k * d + i];
            } else if (offsetM != 0) {
                field.traction(facet, tractionPa);
                sum -= measures[k] * offsetM * tractionPa[i];
            }
        }
        return sum / volume;
    }

    private double offset(int facet, int axis) {
        InterfaceFacets all = mesh.interfaces();
        return mesh.coordinateM(all.plusNode(facet, 0), axis) - mesh.coordinateM(all.minusNode(facet, 0), axis);
    }
}
