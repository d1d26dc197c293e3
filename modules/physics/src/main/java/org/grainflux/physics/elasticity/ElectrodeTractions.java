package org.grainflux.physics.elasticity;

import java.util.Arrays;
import org.grainflux.fem.algebra.DisjointSets;
import org.grainflux.fem.elasticity.FacetSides;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Normal stress at electrodes by nodal forces, which are in equilibrium with all loads. The copies of a node at the foot of a
 * boundary count together: what a plate that holds both takes from their springs is opposite in them.
 */
final class ElectrodeTractions {
    private final SimplexMesh mesh;
    /** Per node its share of the border. */
    private final double[] areasM2;

    private final double[] outward;
    /** First of the copies of each node. */
    private final int[] firstCopy;

    ElectrodeTractions(SimplexMesh mesh) {
        this.mesh = mesh;
        int d = mesh.dimension();
        BorderFacets borders = mesh.borders();
        FacetSides sides = new FacetSides(mesh);
        double[] normal = new double[d];
        firstCopy = firstCopies(mesh);
        areasM2 = new double[mesh.nodeCount()];
        outward = new double[borders.count()];
        for (int f = 0; f < borders.count(); f++) {
            double measure = sides.borderNormal(f, normal);
            outward[f] = Math.signum(normal[d - 1]);
            for (int c = 0; c < d; c++) {
                areasM2[firstCopy[borders.node(f, c)]] += measure / d;
            }
        }
    }

    /** Per border facet, tension positive. @param forcesN per unknown, what the electrodes do to the body */
    double[] normalPa(double[] forcesN) {
        int d = mesh.dimension();
        BorderFacets borders = mesh.borders();
        double[] together = new double[mesh.nodeCount()];
        for (int node = 0; node < together.length; node++) {
            together[firstCopy[node]] += forcesN[node * d + d - 1];
        }
        double[] normalPa = new double[borders.count()];
        for (int f = 0; f < normalPa.length; f++) {
            for (int c = 0; c < d; c++) {
                int node = firstCopy[borders.node(f, c)];
                normalPa[f] += outward[f] * together[node] / areasM2[node] / d;
            }
        }
        return normalPa;
    }

    /** Of border nodes that interface facets pair; all others are their own. */
    private static int[] firstCopies(SimplexMesh mesh) {
        boolean[] atBorder = new boolean[mesh.nodeCount()];
        BorderFacets borders = mesh.borders();
        for (int f = 0; f < borders.count(); f++) {
            for (int c = 0; c < mesh.dimension(); c++) {
                atBorder[borders.node(f, c)] = true;
            }
        }
        DisjointSets copies = new DisjointSets(mesh.nodeCount());
        InterfaceFacets facets = mesh.interfaces();
        for (int f = 0; f < facets.count(); f++) {
            for (int c = 0; c < mesh.dimension(); c++) {
                int minus = facets.minusNode(f, c);
                int plus = facets.plusNode(f, c);
                if (atBorder[minus] && atBorder[plus]) {
                    copies.join(minus, plus);
                }
            }
        }
        int[] first = new int[mesh.nodeCount()];
        Arrays.setAll(first, copies::smallest);
        return first;
    }
}
