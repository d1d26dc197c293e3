package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.assembly.DiffusionOperator;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * The flux problem of a polycrystal before it is solved, in the plane or in space: its mesh and its operator with natural
 * borders. The matrix of all nodes is assembled when it is first asked for: in space it never is, because a matrix of the
 * unknowns beside it would be a second one of the same size.
 */
public final class AssembledPolycrystal {
    private final double[] sizeM;
    private final DiffusionOperator operator;
    private CsrMatrix matrix;

    private AssembledPolycrystal(double[] sizeM, DiffusionOperator operator) {
        this.sizeM = sizeM;
        this.operator = operator;
    }

    /**
     * @param mesh border facets tagged 0 (lower electrode) and 1 (upper electrode), interface facets tagged by
     *     boundary
     * @param sizeM edge lengths of the cell, one per axis, the last from electrode to electrode
     * @param regionTensorsSPerM σ_g per region: dimension × dimension, row-major, symmetric
     * @param boundaryResistanceOhmM2 R_gb per interface tag, &gt; 0
     * @param boundaryTangentialS tangential conductance δσ_t per interface tag, S; null for none
     */
    public static AssembledPolycrystal of(
            SimplexMesh mesh,
            double[] sizeM,
            double[][] regionTensorsSPerM,
            double[] boundaryResistanceOhmM2,
            double[] boundaryTangentialS) {
        return new AssembledPolycrystal(
                sizeM.clone(),
                new DiffusionOperator(
                        mesh, regionTensorsSPerM, conductances(boundaryResistanceOhmM2), boundaryTangentialS));
    }

    /** Number of mesh nodes. */
    public int unknownCount() {
        return mesh().nodeCount();
    }

    /**
     * The system between perfect contacts, 1 V at the lower electrode and 0 V at the upper one, the nodes of both
     * prescribed; one unknown per mesh node.
     */
    public LinearSystem betweenPerfectContacts() {
        double[] prescribedV = new double[unknownCount()];
        Arrays.fill(prescribedV, Double.NaN);
        BorderFacets borders = mesh().borders();
        for (int facet = 0; facet < borders.count(); facet++) {
            for (int corner = 0; corner < borders.cornersPerFacet(); corner++) {
                prescribedV[borders.node(facet, corner)] = 1 - borders.tag(facet);
            }
        }
        return DirichletElimination.of(matrix(), new double[unknownCount()], prescribedV);
    }

    /** One row per node. */
    CsrMatrix matrix() {
        if (matrix == null) {
            matrix = operator.matrix();
        }
        return matrix;
    }

    /** This, with the matrix of all nodes assembled now rather than when it is first asked for. */
    public AssembledPolycrystal withMatrix() {
        matrix();
        return this;
    }

    /** The nodes of one electrode of a plane structure. @param electrode 0 (lower) or 1 (upper) */
    public ElectrodeTrace trace(int electrode) {
        return ElectrodeTrace.of(mesh(), electrode, sizeM[0], nodeRegions(mesh()));
    }

    DiffusionOperator operator() {
        return operator;
    }

    double[] sizeM() {
        return sizeM;
    }

    SimplexMesh mesh() {
        return operator.mesh();
    }

    private static double[] conductances(double[] boundaryResistanceOhmM2) {
        double[] conductances = new double[boundaryResistanceOhmM2.length];
        for (int k = 0; k < conductances.length; k++) {
            if (!(boundaryResistanceOhmM2[k] > 0 && Double.isFinite(boundaryResistanceOhmM2[k]))) {
                throw new InvalidInputException("the resistance of boundary " + k + " must be finite and > 0, got "
                        + boundaryResistanceOhmM2[k] + " ohm m2; a boundary without resistance is not a boundary");
            }
            conductances[k] = 1 / boundaryResistanceOhmM2[k];
        }
        return conductances;
    }

    /** Region of each node of the mesh. */
    static int[] nodeRegions(SimplexMesh mesh) {
        int[] regions = new int[mesh.nodeCount()];
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int c = 0; c <= mesh.dimension(); c++) {
                regions[mesh.elementNode(e, c)] = mesh.elementRegion(e);
            }
        }
        return regions;
    }
}
