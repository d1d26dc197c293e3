package org.grainflux.fem.assembly;

import java.util.function.IntPredicate;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Assembles −∇·(σ∇u) with jumps across interface facets. The pattern of a mesh is built once; matrices for other
 * coefficients are then filled on it, in the order of the mesh, so the same mesh always gives the same bits.
 */
public final class DiffusionAssembler {
    private final SimplexMesh mesh;
    private final int dimension;
    private final CsrPattern pattern;

    public DiffusionAssembler(SimplexMesh mesh) {
        this.mesh = mesh;
        this.dimension = mesh.dimension();
        this.pattern = patternOf(mesh);
    }

    /**
     * The whole operator with natural borders.
     *
     * @param regionTensors σ, S/m: regions × (dimension · dimension), row-major, symmetric
     * @param conductancePerTag g = 1/R per interface tag, S/m²
     * @param tangentialPerTag κ per interface tag, S; null for none
     */
    public static CsrMatrix stiffness(
            SimplexMesh mesh, double[][] regionTensors, double[] conductancePerTag, double[] tangentialPerTag) {
        DiffusionAssembler assembler = new DiffusionAssembler(mesh);
        CsrMatrix a = assembler.zero();
        assembler.addBulk(a, regionTensors);
        assembler.addInterfaces(a, conductancePerTag, FacetMass.CONSISTENT);
        if (tangentialPerTag != null) {
            assembler.addTangential(a, tangentialPerTag);
        }
        return a;
    }

    public SimplexMesh mesh() {
        return mesh;
    }

    public CsrPattern pattern() {
        return pattern;
    }

    /** A zero matrix on this mesh's pattern. */
    public CsrMatrix zero() {
        return new CsrMatrix(pattern);
    }

    /** Adds ∫ ∇v·σ∇u over all elements. */
    public void addBulk(CsrMatrix into, double[][] regionTensors) {
        addBulk(into, regionTensors, element -> true);
    }

    /** As above over the chosen elements only, e.g. one side of a cut, for a one-sided reaction. */
    public void addBulk(CsrMatrix into, double[][] regionTensors, IntPredicate elements) {
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
            into.addBlock(nodes, block);
        }
    }

    /** Adds ∫ g [u][v] over the interfaces. @param conductancePerTag g ≥ 0, S/m² */
    public void addInterfaces(CsrMatrix into, double[] conductancePerTag, FacetMass facetMass) {
        addFacets(into, conductancePerTag, "interface conductance, S/m²", (facet, g, c, d, sameSide) -> {
            double mass = facetMass == FacetMass.CONSISTENT ? facet.mass(c, d) : facet.lumpedMass(c, d);
            return (sameSide ? g : -g) * mass;
        });
    }

    /** Adds ∫ κ ∂s{u}·∂s{v}: conduction along the interfaces, driven by the mean of both sides. @param tangentialPerTag κ ≥ 0, S */
    public void addTangential(CsrMatrix into, double[] tangentialPerTag) {
        addFacets(
                into,
                tangentialPerTag,
                "tangential interface conductance, S",
                (facet, kappa, c, d, sameSide) -> 0.25 * kappa * facet.stiffness(c, d));
    }

    private interface FacetTerm {
        double at(FacetGeometry facet, double coefficient, int corner, int otherCorner, boolean sameSide);
    }

    private void addFacets(CsrMatrix into, double[] coefficientPerTag, String name, FacetTerm term) {
        InterfaceFacets facets = mesh.interfaces();
        FacetGeometry geometry = new FacetGeometry(dimension);
        int[] minus = new int[dimension];
        int[] nodes = new int[2 * dimension];
        double[] block = new double[nodes.length * nodes.length];
        for (int f = 0; f < facets.count(); f++) {
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
            into.addBlock(nodes, block);
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

    /** Elements, then both sides of interface facets, read from the mesh itself. */
    private static CsrPattern patternOf(SimplexMesh mesh) {
        int elements = mesh.elementCount();
        InterfaceFacets facets = mesh.interfaces();
        return CsrPattern.ofCliques(mesh.nodeCount(), new CsrPattern.Cliques() {
            @Override
            public int count() {
                return elements + facets.count();
            }

            @Override
            public int size(int clique) {
                return clique < elements ? mesh.dimension() + 1 : 2 * mesh.dimension();
            }

            @Override
            public int member(int clique, int place) {
                if (clique < elements) {
                    return mesh.elementNode(clique, place);
                }
                int facet = clique - elements;
                return place < mesh.dimension()
                        ? facets.minusNode(facet, place)
                        : facets.plusNode(facet, place - mesh.dimension());
            }
        });
    }
}
