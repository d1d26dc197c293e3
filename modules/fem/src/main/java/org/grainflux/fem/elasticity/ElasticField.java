package org.grainflux.fem.elasticity;

import java.util.Arrays;
import org.grainflux.fem.assembly.FacetGeometry;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Displacements of a loaded body and what follows from them; stresses and strains are uniform in an element. Tension is
 * positive.
 */
public final class ElasticField {
    private final ElasticLoads loads;
    private final ElasticBody body;
    private final SimplexMesh mesh;
    private final int dimension;
    private final double[] displacementM;

    /** @param displacementM one per unknown; kept, not copied */
    public ElasticField(ElasticLoads loads, double[] displacementM) {
        this.loads = loads;
        this.body = loads.body();
        this.mesh = body.mesh();
        this.dimension = mesh.dimension();
        this.displacementM = displacementM;
    }

    public ElasticBody body() {
        return body;
    }

    public ElasticLoads loads() {
        return loads;
    }

    public double displacementM(int node, int axis) {
        return displacementM[node * dimension + axis];
    }

    /** One per unknown; owned by the field, not to be changed. */
    public double[] displacementsM() {
        return displacementM;
    }

    /** Strain of an element, eigenstrain included. @param strain six components, engineering shear; overwritten */
    public void strain(int element, double[] strain) {
        SimplexGeometry geometry = new SimplexGeometry(dimension);
        geometry.load(mesh, element);
        strain(geometry, element, strain);
    }

    /** Stress of an element, Pa. @param stressPa six components, overwritten; σ_zz in plane strain as well */
    public void stress(int element, double[] stressPa) {
        double[] strain = new double[StiffnessTensor.COMPONENTS];
        strain(element, strain);
        subtractEigenstrain(element, strain);
        body.regionOf(element).stress(strain, stressPa);
    }

    /** ½ (ε − ε*):C:(ε − ε*) of an element times its measure, J (3D) or J/m (2D). */
    public double energy(int element) {
        SimplexGeometry geometry = new SimplexGeometry(dimension);
        geometry.load(mesh, element);
        double[] strain = new double[StiffnessTensor.COMPONENTS];
        double[] stressPa = new double[StiffnessTensor.COMPONENTS];
        strain(geometry, element, strain);
        subtractEigenstrain(element, strain);
        body.regionOf(element).stress(strain, stressPa);
        double sum = 0;
        for (int k = 0; k < StiffnessTensor.COMPONENTS; k++) {
            sum += strain[k] * stressPa[k];
        }
        return 0.5 * geometry.measure() * sum;
    }

    /** Strain energy of all elements and of the springs of all facets that hold, J (3D) or J/m (2D). */
    public double energy() {
        double[] sum = new double[1];
        for (int e = 0; e < mesh.elementCount(); e++) {
            sum[0] += energy(e);
        }
        ElasticityAssembler.forEachSpring(body, (nodes, block) -> {
            // With one side at rest the block acts on the jump alone.
            int width = nodes.length * dimension;
            for (int a = dimension; a < nodes.length; a++) {
                for (int b = dimension; b < nodes.length; b++) {
                    for (int i = 0; i < dimension; i++) {
                        for (int k = 0; k < dimension; k++) {
                            sum[0] += 0.5
                                    * block[(a * dimension + i) * width + b * dimension + k]
                                    * jump(nodes[a - dimension], nodes[a], i)
                                    * jump(nodes[b - dimension], nodes[b], k);
                        }
                    }
                }
            }
        });
        return sum[0];
    }

    /** [u]_axis at the corner of an interface facet, plus minus minus, without the step of a mean gradient, m. */
    public double jumpM(int facet, int corner, int axis) {
        InterfaceFacets facets = mesh.interfaces();
        return jump(facets.minusNode(facet, corner), facets.plusNode(facet, corner), axis);
    }

    /**
     * Mean traction of the springs of an interface facet, K[u], Pa: what the plus side does to the minus side. Its component
     * along the normal of {@link FacetSides} is the tension across the facet. None where the facet is open.
     *
     * @param tractionPa dimension entries, overwritten
     */
    public void traction(int facet, double[] tractionPa) {
        FacetGeometry geometry = new FacetGeometry(dimension);
        int[] minus = new int[dimension];
        double[] normal = new double[dimension];
        double[] stiffness = new double[dimension * dimension];
        for (int c = 0; c < dimension; c++) {
            minus[c] = mesh.interfaces().minusNode(facet, c);
        }
        geometry.load(mesh, minus);
        geometry.normal(normal);
        body.springs().stiffness(mesh.interfaces().tag(facet), normal, stiffness);
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int c = 0; c < dimension && !body.open().test(facet); c++) {
                for (int k = 0; k < dimension; k++) {
                    sum += stiffness[i * dimension + k] * jumpM(facet, c, k) / dimension;
                }
            }
            tractionPa[i] = sum;
        }
    }

    private double jump(int minusNode, int plusNode, int axis) {
        return displacementM(plusNode, axis) - displacementM(minusNode, axis) - loads.step(minusNode, plusNode, axis);
    }

    private void strain(SimplexGeometry geometry, int element, double[] strain) {
        Arrays.fill(strain, 0);
        for (int c = 0; c <= dimension; c++) {
            int node = mesh.elementNode(element, c);
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    strain[StiffnessTensor.place(i, j)] += geometry.gradient(c, j) * displacementM(node, i);
                }
            }
        }
    }

    private void subtractEigenstrain(int element, double[] strain) {
        double[] eigenstrain = loads.eigenstrain(mesh.elementRegion(element));
        for (int k = 0; k < strain.length && eigenstrain != null; k++) {
            strain[k] -= eigenstrain[k];
        }
    }
}
