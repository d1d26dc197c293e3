package org.grainflux.fem.elasticity;

import java.util.function.IntToDoubleFunction;
import org.grainflux.fem.assembly.QuadratureRule;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/** What acts on an elastic body, summed up in one load per unknown. Each method adds and returns this. */
public final class ElasticLoads {
    private final ElasticBody body;
    private final SimplexMesh mesh;
    private final int dimension;
    private final double[] load;
    private final FacetSides sides;
    /** Sum of what was added; null for none. Needed to get stresses from displacements. */
    private double[][] regionEigenstrains;

    /** H, dimension × dimension. */
    private final double[] meanGradient;

    public ElasticLoads(ElasticBody body) {
        this.body = body;
        this.mesh = body.mesh();
        this.dimension = mesh.dimension();
        this.load = new double[body.unknowns()];
        this.sides = new FacetSides(mesh);
        this.meanGradient = new double[dimension * dimension];
    }

    /** ∫ f·v over the elements, by the rule of degree 2. @param forceNPerM3 f */
    public ElasticLoads bodyForce(VectorField forceNPerM3) {
        SimplexGeometry geometry = new SimplexGeometry(dimension);
        int[] nodes = new int[dimension + 1];
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            for (int c = 0; c <= dimension; c++) {
                nodes[c] = mesh.elementNode(e, c);
            }
            integrate(nodes, geometry.measure(), mesh.elementRegion(e), forceNPerM3);
        }
        return this;
    }

    /** ∫ t·v over the border with a tag, by the rule of degree 2. @param tractionPa t, what acts on the body */
    public ElasticLoads traction(int tag, VectorField tractionPa) {
        BorderFacets facets = mesh.borders();
        int[] nodes = new int[dimension];
        double[] normal = new double[dimension];
        for (int f = 0; f < facets.count(); f++) {
            if (facets.tag(f) == tag) {
                double measure = sides.borderNormal(f, normal);
                for (int c = 0; c < dimension; c++) {
                    nodes[c] = facets.node(f, c);
                }
                integrate(nodes, measure, mesh.elementRegion(sides.borderElement(f)), tractionPa);
            }
        }
        return this;
    }

    /** A uniform pressure on the border with a tag, t = −p n; compression for p &gt; 0. */
    public ElasticLoads pressure(int tag, double pressurePa) {
        BorderFacets facets = mesh.borders();
        double[] normal = new double[dimension];
        for (int f = 0; f < facets.count(); f++) {
            if (facets.tag(f) == tag) {
                double perCorner = -pressurePa * sides.borderNormal(f, normal) / dimension;
                for (int c = 0; c < dimension; c++) {
                    add(facets.node(f, c), perCorner, normal);
                }
            }
        }
        return this;
    }

    /**
     * A pressure on both faces of open facets, which pushes them apart. A closed facet is left alone: there it would be in
     * equilibrium with itself.
     *
     * @param pressurePa per interface facet, uniform on it
     */
    public ElasticLoads openingPressure(IntToDoubleFunction pressurePa) {
        InterfaceFacets facets = mesh.interfaces();
        double[] normal = new double[dimension];
        for (int f = 0; f < facets.count(); f++) {
            if (body.open().test(f)) {
                double perCorner = pressurePa.applyAsDouble(f) * sides.interfaceNormal(f, normal) / dimension;
                for (int c = 0; c < dimension; c++) {
                    add(facets.minusNode(f, c), -perCorner, normal);
                    add(facets.plusNode(f, c), perCorner, normal);
                }
            }
        }
        return this;
    }

    /**
     * Strains that the regions would take if nothing held them: ∫ ε(v):C:ε*. In plane strain ε*_zz loads the plane as well.
     *
     * @param eigenstrains ε* per region: six components, engineering shear
     */
    public ElasticLoads eigenstrain(double[][] eigenstrains) {
        SimplexGeometry geometry = new SimplexGeometry(dimension);
        double[] stressPa = new double[StiffnessTensor.COMPONENTS];
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            body.regionOf(e).stress(eigenstrains[mesh.elementRegion(e)], stressPa);
            for (int c = 0; c <= dimension; c++) {
                for (int i = 0; i < dimension; i++) {
                    double sum = 0;
                    for (int j = 0; j < dimension; j++) {
                        sum += geometry.gradient(c, j) * stressPa[StiffnessTensor.place(i, j)];
                    }
                    load[mesh.elementNode(e, c) * dimension + i] += geometry.measure() * sum;
                }
            }
        }
        keepEigenstrains(eigenstrains);
        return this;
    }

    /**
     * A mean displacement gradient H of a periodic mesh: across a facet whose sides lie a period o apart the displacement
     * steps by H o beside the jump of the springs.
     *
     * @param gradient H_ij = ∂u_i/∂x_j, dimension × dimension, row-major
     */
    public ElasticLoads meanGradient(double[] gradient) {
        for (int k = 0; k < meanGradient.length; k++) {
            meanGradient[k] += gradient[k];
        }
        ElasticityAssembler.forEachSpring(body, (nodes, block) -> {
            int width = nodes.length * dimension;
            for (int b = dimension; b < nodes.length; b++) {
                for (int k = 0; k < dimension; k++) {
                    double step = step(gradient, nodes[b - dimension], nodes[b], k);
                    for (int a = 0; a < nodes.length && step != 0; a++) {
                        for (int i = 0; i < dimension; i++) {
                            load[nodes[a] * dimension + i] +=
                                    block[(a * dimension + i) * width + b * dimension + k] * step;
                        }
                    }
                }
            }
        });
        return this;
    }

    /** One entry per unknown; a copy. */
    public double[] vector() {
        return load.clone();
    }

    public ElasticBody body() {
        return body;
    }

    /** ε* of a region, or null. */
    double[] eigenstrain(int region) {
        return regionEigenstrains == null ? null : regionEigenstrains[region];
    }

    /** (H o)_axis between two copies of a point. */
    double step(int minusNode, int plusNode, int axis) {
        return step(meanGradient, minusNode, plusNode, axis);
    }

    private double step(double[] gradient, int minusNode, int plusNode, int axis) {
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
            double offsetM = mesh.coordinateM(plusNode, j) - mesh.coordinateM(minusNode, j);
            sum += gradient[axis * dimension + j] * offsetM;
        }
        return sum;
    }

    private void keepEigenstrains(double[][] added) {
        double[][] sum = new double[added.length][StiffnessTensor.COMPONENTS];
        for (int region = 0; region < added.length; region++) {
            for (int k = 0; k < StiffnessTensor.COMPONENTS; k++) {
                sum[region][k] = added[region][k] + (regionEigenstrains == null ? 0 : regionEigenstrains[region][k]);
            }
        }
        regionEigenstrains = sum;
    }

    private void integrate(int[] nodes, double measure, int region, VectorField field) {
        int corners = nodes.length;
        double[] pointM = new double[dimension];
        double[] value = new double[dimension];
        for (int q = 0; q < corners; q++) {
            for (int axis = 0; axis < dimension; axis++) {
                pointM[axis] = 0;
                for (int c = 0; c < corners; c++) {
                    pointM[axis] += QuadratureRule.degreeTwo(corners, q, c) * mesh.coordinateM(nodes[c], axis);
                }
            }
            field.at(pointM, region, value);
            for (int c = 0; c < corners; c++) {
                add(nodes[c], measure / corners * QuadratureRule.degreeTwo(corners, q, c), value);
            }
        }
    }

    private void add(int node, double factor, double[] vector) {
        for (int axis = 0; axis < dimension; axis++) {
            load[node * dimension + axis] += factor * vector[axis];
        }
    }
}
