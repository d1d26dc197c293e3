package org.grainflux.fem.assembly;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Robin and flux terms on the tagged border of a mesh. Outward flux of a Robin side is h (u − u₀), so its contribution
 * is ∫ h u v to the matrix and ∫ h u₀ v to the load.
 */
public final class BorderAssembler {
    private final SimplexMesh mesh;
    private final BorderFacets facets;

    public BorderAssembler(SimplexMesh mesh) {
        this.mesh = mesh;
        this.facets = mesh.borders();
    }

    /** Nodes on the border with this tag, ascending, each once; copies in different regions are different nodes. */
    public int[] nodes(int tag) {
        int[] found = new int[facets.count() * facets.cornersPerFacet()];
        int count = 0;
        for (int f = 0; f < facets.count(); f++) {
            for (int c = 0; c < facets.cornersPerFacet() && facets.tag(f) == tag; c++) {
                found[count++] = facets.node(f, c);
            }
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    /** Adds ∫ h u v over the facets with this tag. */
    public void addRobin(CsrMatrix into, int tag, BorderConductance conductance) {
        forEachMass(tag, conductance, into::addBlock);
    }

    /** Adds ∫ h u₀ v with a uniform outside value. @param load one entry per node */
    public void addRobinLoad(double[] load, int tag, BorderConductance conductance, double outside) {
        forEachMass(tag, conductance, (nodes, block) -> {
            for (int a = 0; a < nodes.length; a++) {
                for (int b = 0; b < nodes.length; b++) {
                    load[nodes[a]] += block[a * nodes.length + b] * outside;
                }
            }
        });
    }

    /** ∫ h (u₀ − u): what enters the body through the facets with this tag. @param solution one entry per node */
    public double inflow(int tag, BorderConductance conductance, double outside, double[] solution) {
        double[] sum = new double[1];
        forEachMass(tag, conductance, (nodes, block) -> {
            for (int a = 0; a < nodes.length; a++) {
                for (int b = 0; b < nodes.length; b++) {
                    sum[0] += block[a * nodes.length + b] * (outside - solution[nodes[b]]);
                }
            }
        });
        return sum[0];
    }

    /** Adds ∫ q v for a given inward flux, by the rule of degree 2. @param load one entry per node */
    public void addFlux(double[] load, int tag, PointField inwardFlux) {
        int corners = facets.cornersPerFacet();
        FacetGeometry geometry = new FacetGeometry(corners);
        int[] nodes = new int[corners];
        double[] barycentric = new double[corners];
        double[] pointM = new double[corners];
        for (int f = 0; f < facets.count(); f++) {
            if (!loadFacet(f, tag, nodes, geometry)) {
                continue;
            }
            for (int q = 0; q < corners; q++) {
                for (int c = 0; c < corners; c++) {
                    barycentric[c] = QuadratureRule.degreeTwo(corners, q, c);
                }
                geometry.point(barycentric, pointM);
                double weighted = inwardFlux.at(pointM) * geometry.measure() / corners;
                for (int c = 0; c < corners; c++) {
                    load[nodes[c]] += weighted * barycentric[c];
                }
            }
        }
    }

    private interface MassConsumer {
        void accept(int[] nodes, double[] block);
    }

    private void forEachMass(int tag, BorderConductance conductance, MassConsumer consumer) {
        int corners = facets.cornersPerFacet();
        FacetGeometry geometry = new FacetGeometry(corners);
        int[] nodes = new int[corners];
        double[] block = new double[corners * corners];
        for (int f = 0; f < facets.count(); f++) {
            if (loadFacet(f, tag, nodes, geometry)) {
                Arrays.fill(block, 0);
                conductance.addMass(geometry, block);
                consumer.accept(nodes, block);
            }
        }
    }

    private boolean loadFacet(int facet, int tag, int[] nodes, FacetGeometry geometry) {
        if (facets.tag(facet) != tag) {
            return false;
        }
        for (int c = 0; c < nodes.length; c++) {
            nodes[c] = facets.node(facet, c);
        }
        geometry.load(mesh, nodes);
        return true;
    }
}
