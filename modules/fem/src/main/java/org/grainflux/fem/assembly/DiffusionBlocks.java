package org.grainflux.fem.assembly;

import java.util.function.IntPredicate;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/** The dense blocks of which −∇·(σ∇u) with jumps across interface facets is the sum, in the order of the mesh. */
final class DiffusionBlocks {
    private final SimplexMesh mesh;
    private final int dimension;

    DiffusionBlocks(SimplexMesh mesh) {
        this.mesh = mesh;
        this.dimension = mesh.dimension();
    }

    /** Takes blocks; arrays are used again for the next one. */
    @FunctionalInterface
    interface Sink {
        /** @param block row-major, nodes × nodes, symmetric */
        void add(int[] nodes, double[] block);
    }

    /** ∫ ∇v·σ∇u of the chosen elements. */
    void bulk(double[][] regionTensors, IntPredicate elements, Sink sink) {
        int corners = dimension + 1;
        checkTensors(regionTensors);
        SimplexGeometry geometry = new SimplexGeometry(dimension);
        int[] nodes = new int[corners];
        double[] block = new double[corners * corners];
        double[] flux = new double[dimension];
        for (int e = 0; e < mesh.elementCount(); e++) {
            if (!elements.test(e)) {
                continue;
            }
            geometry.load(mesh, e);
            double[] tensor = regionTensors[mesh.elementRegion(e)];
            for (int b = 0; b < corners; b++) {
                nodes[b] = mesh.elementNode(e, b);
                for (int i = 0; i < dimension; i++) {
                    double sum = 0;
                    for (int j = 0; j < dimension; j++) {
                        sum += tensor[i * dimension + j] * geometry.gradient(b, j);
                    }
                    flux[i] = geometry.measure() * sum;
                }
                for (int a = 0; a <= b; a++) {
                    double sum = 0;
                    for (int i = 0; i < dimension; i++) {
                        sum += geometry.gradient(a, i) * flux[i];
                    }
                    block[a * corners + b] = sum;
                    block[b * corners + a] = sum;
                }
            }
            sink.add(nodes, block);
        }
    }

    /** ∫ g [u][v] of the chosen facets. */
    void interfaces(double[] conductancePerTag, FacetMass facetMass, IntPredicate facets, Sink sink) {
        addFacets(conductancePerTag, "interface conductance, S/m²", facets, sink, (facet, g, c, d, sameSide) -> {
            double mass = facetMass == FacetMass.CONSISTENT ? facet.mass(c, d) : facet.lumpedMass(c, d);
            return (sameSide ? g : -g) * mass;
        });
    }

    /** ∫ κ ∂s{u}·∂s{v} of the chosen facets. */
    void tangential(double[] tangentialPerTag, IntPredicate facets, Sink sink) {
        addFacets(
                tangentialPerTag,
                "tangential interface conductance, S",
                facets,
                sink,
                (facet, kappa, c, d, sameSide) -> 0.25 * kappa * facet.stiffness(c, d));
    }

    private interface FacetTerm {
        double at(FacetGeometry facet, double coefficient, int corner, int otherCorner, boolean sameSide);
    }

    private void addFacets(double[] coefficientPerTag, String name, IntPredicate chosen, Sink sink, FacetTerm term) {
        InterfaceFacets facets = mesh.interfaces();
        FacetGeometry geometry = new FacetGeometry(dimension);
        int[] minus = new int[dimension];
        int[] nodes = new int[2 * dimension];
        double[] block = new double[nodes.length * nodes.length];
        for (int f = 0; f < facets.count(); f++) {
            if (!chosen.test(f)) {
                continue;
            }
            double coefficient = coefficientPerTag[facets.tag(f)];
            if (!(coefficient >= 0 && Double.isFinite(coefficient))) {
                throw new InvalidInputException(
                        name + " of interface " + facets.tag(f) + " must be finite and >= 0, got " + coefficient
                                + "; join the regions for a perfect interface");
            }
            for (int c = 0; c < dimension; c++) {
                minus[c] = facets.minusNode(f, c);
                nodes[c] = minus[c];
                nodes[dimension + c] = facets.plusNode(f, c);
            }
            geometry.load(mesh, minus);
            for (int a = 0; a < nodes.length; a++) {
                for (int b = 0; b < nodes.length; b++) {
                    boolean sameSide = a / dimension == b / dimension;
                    block[a * nodes.length + b] =
                            term.at(geometry, coefficient, a % dimension, b % dimension, sameSide);
                }
            }
            sink.add(nodes, block);
        }
    }

    private void checkTensors(double[][] regionTensors) {
        for (int region = 0; region < regionTensors.length; region++) {
            double[] tensor = regionTensors[region];
            if (tensor.length != dimension * dimension) {
                throw new IllegalArgumentException("tensor of region " + region + " has " + tensor.length
                        + " entries, a mesh of dimension " + dimension + " needs " + dimension * dimension);
            }
            for (int i = 0; i < dimension; i++) {
                if (!(tensor[i * dimension + i] > 0)) {
                    throw new InvalidInputException("conductivity tensor of region " + region
                            + " must be positive definite, got diagonal entry " + tensor[i * dimension + i] + " S/m");
                }
            }
        }
    }
}
