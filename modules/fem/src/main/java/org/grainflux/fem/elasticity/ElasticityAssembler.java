package org.grainflux.fem.elasticity;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.assembly.FacetGeometry;
import org.grainflux.fem.assembly.MeshCliques;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Assembles the stiffness of an elastic body; unknown = node · dimension + axis. The pattern of a mesh is built once, and
 * the matrices of other materials or other open facets are filled on it, in the order of the mesh, so that the same mesh
 * always gives the same bits. Open facets keep their (zero) entries, for a factorisation that is updated.
 */
public final class ElasticityAssembler {
    private final SimplexMesh mesh;
    private final int dimension;
    private final CsrPattern nodePattern;
    private final CsrPattern pattern;

    public ElasticityAssembler(SimplexMesh mesh) {
        this.mesh = mesh;
        this.dimension = mesh.dimension();
        this.nodePattern = CsrPattern.ofCliques(mesh.nodeCount(), new MeshCliques(mesh));
        this.pattern = BlockPattern.widen(nodePattern, dimension);
    }

    /** The stiffness of a body with natural (free) borders, on a pattern of its own. */
    public static CsrMatrix stiffness(ElasticBody body) {
        return new ElasticityAssembler(body.mesh()).matrix(body);
    }

    public CsrPattern pattern() {
        return pattern;
    }

    /** Which nodes couple; the pattern of the unknowns has a full block for each entry. */
    public CsrPattern nodePattern() {
        return nodePattern;
    }

    /** The stiffness of a body on this assembler's mesh, with natural (free) borders. */
    public CsrMatrix matrix(ElasticBody body) {
        CsrMatrix matrix = new CsrMatrix(pattern);
        addBulk(matrix, body.regions());
        forEachSpring(body, (nodes, block) -> addNodeBlocks(matrix, nodes, block));
        return matrix;
    }

    /** Adds ∫ ε(v):C:ε(u) over all elements. */
    private void addBulk(CsrMatrix into, StiffnessTensor[] regions) {
        int corners = dimension + 1;
        SimplexGeometry geometry = new SimplexGeometry(dimension);
        int[] nodes = new int[corners];
        double[] block = new double[corners * dimension * corners * dimension];
        double[] stress = new double[dimension * dimension];
        double[][] tensors = Arrays.stream(regions)
                .map(region -> region.components(dimension))
                .toArray(double[][]::new);
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            for (int c = 0; c < corners; c++) {
                nodes[c] = mesh.elementNode(e, c);
            }
            elementBlock(geometry, tensors[mesh.elementRegion(e)], stress, block);
            addNodeBlocks(into, nodes, block);
        }
    }

    /** Takes the blocks of facets; arrays are used again for the next one. */
    @FunctionalInterface
    interface SpringSink {
        void add(int[] nodes, double[] block);
    }

    /** The blocks of all facets that hold, as {@link #springBlock} gives them. */
    static void forEachSpring(ElasticBody body, SpringSink sink) {
        int d = body.mesh().dimension();
        int[] nodes = new int[2 * d];
        double[] block = new double[4 * d * d * d * d];
        for (int f = 0; f < body.mesh().interfaces().count(); f++) {
            if (!body.open().test(f)) {
                springBlock(body, f, nodes, block);
                sink.add(nodes, block);
            }
        }
    }

    /**
     * ∫ [v]·K[u] of one interface facet, open or not, with its consistent mass: what opening it takes from the matrix.
     *
     * @param nodes 2 · dimension entries, overwritten: the corners of the minus side, then those of the plus side
     * @param block overwritten, row-major and symmetric: (2 · dimension²) × (2 · dimension²), unknowns of a node side by
     *     side
     */
    public static void springBlock(ElasticBody body, int facet, int[] nodes, double[] block) {
        SimplexMesh mesh = body.mesh();
        int dimension = mesh.dimension();
        InterfaceFacets facets = mesh.interfaces();
        FacetGeometry geometry = new FacetGeometry(dimension);
        int[] minus = new int[dimension];
        double[] normal = new double[dimension];
        double[] stiffness = new double[dimension * dimension];
        for (int c = 0; c < dimension; c++) {
            minus[c] = facets.minusNode(facet, c);
            nodes[c] = minus[c];
            nodes[dimension + c] = facets.plusNode(facet, c);
        }
        geometry.load(mesh, minus);
        geometry.normal(normal);
        body.springs().stiffness(facets.tag(facet), normal, stiffness);
        int width = 2 * dimension * dimension;
        for (int a = 0; a < nodes.length; a++) {
            for (int b = 0; b < nodes.length; b++) {
                double mass = geometry.mass(a % dimension, b % dimension);
                double signed = a / dimension == b / dimension ? mass : -mass;
                for (int i = 0; i < dimension; i++) {
                    for (int k = 0; k < dimension; k++) {
                        block[(a * dimension + i) * width + b * dimension + k] = signed * stiffness[i * dimension + k];
                    }
                }
            }
        }
    }

    private void elementBlock(SimplexGeometry geometry, double[] tensor, double[] stress, double[] block) {
        int corners = dimension + 1;
        int width = corners * dimension;
        for (int b = 0; b < corners; b++) {
            for (int k = 0; k < dimension; k++) {
                // Stress of the unit displacement of corner b along axis k, times the measure.
                for (int i = 0; i < dimension; i++) {
                    for (int j = i; j < dimension; j++) {
                        double sum = 0;
                        for (int l = 0; l < dimension; l++) {
                            sum += tensor[((i * dimension + j) * dimension + k) * dimension + l]
                                    * geometry.gradient(b, l);
                        }
                        stress[i * dimension + j] = geometry.measure() * sum;
                        stress[j * dimension + i] = stress[i * dimension + j];
                    }
                }
                for (int a = 0; a <= b; a++) {
                    for (int i = 0; i < dimension; i++) {
                        double sum = 0;
                        for (int j = 0; j < dimension; j++) {
                            sum += geometry.gradient(a, j) * stress[i * dimension + j];
                        }
                        block[(a * dimension + i) * width + b * dimension + k] = sum;
                        block[(b * dimension + k) * width + a * dimension + i] = sum;
                    }
                }
            }
        }
    }

    /** The unknowns of a node stand side by side, at the same place in each of its rows: one search finds a block. */
    private void addNodeBlocks(CsrMatrix into, int[] nodes, double[] block) {
        double[] values = into.values();
        int width = nodes.length * dimension;
        for (int a = 0; a < nodes.length; a++) {
            int row = nodes[a] * dimension;
            for (int b = 0; b < nodes.length; b++) {
                int place = pattern.find(row, nodes[b] * dimension) - pattern.rowStart(row);
                for (int i = 0; i < dimension; i++) {
                    int entry = pattern.rowStart(row + i) + place;
                    int from = (a * dimension + i) * width + b * dimension;
                    for (int k = 0; k < dimension; k++) {
                        values[entry + k] += block[from + k];
                    }
                }
            }
        }
    }
}
