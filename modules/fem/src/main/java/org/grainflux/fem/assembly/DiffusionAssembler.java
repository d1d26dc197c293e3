package org.grainflux.fem.assembly;

import java.util.function.IntPredicate;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Assembles −∇·(σ∇u) with jumps across interface facets. The pattern of a mesh is built once; matrices for other
 * coefficients are then filled on it, in the order of the mesh, so the same mesh always gives the same bits.
 */
public final class DiffusionAssembler {
    private final SimplexMesh mesh;
    private final DiffusionBlocks blocks;
    private final CsrPattern pattern;

    public DiffusionAssembler(SimplexMesh mesh) {
        this.mesh = mesh;
        this.blocks = new DiffusionBlocks(mesh);
        this.pattern = CsrPattern.ofCliques(mesh.nodeCount(), new MeshCliques(mesh));
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
        blocks.bulk(regionTensors, elements, into::addBlock);
    }

    /**
     * Adds ∫ 2πr ∇v·σ∇u over all elements of a mesh of the half-plane (r, z), r ≥ 0: a body of revolution. Exact, for
     * gradients are constant and r is linear. Border terms follow with {@link BorderConductance#sampled} of 2πr·h, whose
     * rule is exact for them too where h is constant.
     */
    public void addBulkOfRevolution(CsrMatrix into, double[][] regionTensors) {
        if (mesh.dimension() != 2) {
            throw new IllegalArgumentException(
                    "a body of revolution has a plane mesh, got dimension " + mesh.dimension());
        }
        blocks.bulk(regionTensors, element -> true, (nodes, block) -> {
            double radiusM = 0;
            for (int node : nodes) {
                radiusM += mesh.coordinateM(node, 0) / nodes.length;
            }
            double circumferenceM = 2 * Math.PI * radiusM;
            for (int k = 0; k < block.length; k++) {
                block[k] *= circumferenceM;
            }
            into.addBlock(nodes, block);
        });
    }

    /** Adds ∫ g [u][v] over the interfaces. @param conductancePerTag g ≥ 0, S/m² */
    public void addInterfaces(CsrMatrix into, double[] conductancePerTag, FacetMass facetMass) {
        blocks.interfaces(conductancePerTag, facetMass, facet -> true, into::addBlock);
    }

    /** Adds ∫ κ ∂s{u}·∂s{v}: conduction along the interfaces, driven by the mean of both sides. @param tangentialPerTag κ ≥ 0, S */
    public void addTangential(CsrMatrix into, double[] tangentialPerTag) {
        blocks.tangential(tangentialPerTag, facet -> true, into::addBlock);
    }
}
