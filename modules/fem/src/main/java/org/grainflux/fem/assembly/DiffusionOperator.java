package org.grainflux.fem.assembly;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * −∇·(σ∇u) with jumps across interface facets and natural borders, before it is a matrix. Large problems ask for the matrix
 * of their unknowns, or for a few rows times a vector, without ever storing the matrix of all nodes.
 *
 * @param regionTensors σ, S/m: regions × (dimension · dimension), row-major, symmetric
 * @param conductancePerTag g = 1/R per interface tag, S/m²
 * @param tangentialPerTag κ per interface tag, S; null for none
 */
public record DiffusionOperator(
        SimplexMesh mesh, double[][] regionTensors, double[] conductancePerTag, double[] tangentialPerTag) {

    /** In a numbering: this node has a given value. */
    public static final int GIVEN = -1;

    /** The matrix of all nodes. */
    public CsrMatrix matrix() {
        return DiffusionAssembler.stiffness(mesh, regionTensors, conductancePerTag, tangentialPerTag);
    }

    /**
     * The matrix of the unknowns, the nodes with a given value taken out symmetrically.
     *
     * @param unknowns rows of the result; each gets a diagonal entry even if no node has it
     * @param unknownOfNode unknown of each node, or {@link #GIVEN}; nodes may share one
     * @param values read at nodes with a given value only
     * @param load one per unknown; what given values load their neighbours with is added
     */
    public CsrMatrix matrix(int unknowns, int[] unknownOfNode, double[] values, double[] load) {
        MeshCliques nodes = new MeshCliques(mesh);
        CsrMatrix matrix = new CsrMatrix(CsrPattern.ofCliques(unknowns, new CsrPattern.Cliques() {
            @Override
            public int count() {
                return nodes.count();
            }

            @Override
            public int size(int clique) {
                return nodes.size(clique);
            }

            @Override
            public int member(int clique, int place) {
                return unknownOfNode[nodes.member(clique, place)];
            }
        }));
        addBlocks(element -> true, facet -> true, (corners, block) -> {
            for (int a = 0; a < corners.length; a++) {
                int row = unknownOfNode[corners[a]];
                for (int b = 0; b < corners.length && row != GIVEN; b++) {
                    int column = unknownOfNode[corners[b]];
                    double value = block[a * corners.length + b];
                    if (column == GIVEN) {
                        load[row] -= value * values[corners[b]];
                    } else {
                        matrix.add(row, column, value);
                    }
                }
            }
        });
        return matrix;
    }

    /**
     * (A x) at the given nodes: their variational reactions. Looks at the elements and facets that touch them only.
     *
     * @param x one per node
     */
    public double[] reactions(int[] nodes, double[] x) {
        int[] place = new int[mesh.nodeCount()];
        Arrays.fill(place, GIVEN);
        for (int k = 0; k < nodes.length; k++) {
            place[nodes[k]] = k;
        }
        double[] sums = new double[nodes.length];
        InterfaceFacets facets = mesh.interfaces();
        IntPredicate atElement = element -> {
            for (int c = 0; c <= mesh.dimension(); c++) {
                if (place[mesh.elementNode(element, c)] != GIVEN) {
                    return true;
                }
            }
            return false;
        };
        IntPredicate atFacet = facet -> {
            for (int c = 0; c < mesh.dimension(); c++) {
                if (place[facets.minusNode(facet, c)] != GIVEN || place[facets.plusNode(facet, c)] != GIVEN) {
                    return true;
                }
            }
            return false;
        };
        addBlocks(atElement, atFacet, (corners, block) -> {
            for (int a = 0; a < corners.length; a++) {
                int k = place[corners[a]];
                for (int b = 0; b < corners.length && k != GIVEN; b++) {
                    sums[k] += block[a * corners.length + b] * x[corners[b]];
                }
            }
        });
        return sums;
    }

    private void addBlocks(IntPredicate elements, IntPredicate facets, DiffusionBlocks.Sink sink) {
        DiffusionBlocks blocks = new DiffusionBlocks(mesh);
        blocks.bulk(regionTensors, elements, sink);
        blocks.interfaces(conductancePerTag, FacetMass.CONSISTENT, facets, sink);
        if (tangentialPerTag != null) {
            blocks.tangential(tangentialPerTag, facets, sink);
        }
    }
}
