package org.grainflux.physics.crack;

import java.util.function.IntToDoubleFunction;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.FacetSides;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.elasticity.VectorField;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Energy that a crack front releases when it moves by a small field q, in plane or space: the derivative of the potential
 * energy of the discrete body when its nodes move by q,
 *
 * <pre>
 *   ∫_front G q·n ds = ∫ (σ_ij u_i,k q_k,j − W q_k,k) dV + ∫_crack p [u_n] div_s q dA,
 * </pre>
 *
 * which is the J-integral in domain form for any q that is tangential to the crack, moves the front and vanishes where the
 * body is held or loaded otherwise. Materials may vary where q leaves their borders in place; eigenstrains are uniform per
 * region. No stress of the faces is needed.
 *
 * @see "Parks (1974), Int. J. Fract. 10, 487; deLorenzi (1982), Int. J. Fract. 19, 183"
 */
public final class VirtualExtension {
    private VirtualExtension() {}

    /**
     * @param extension q, at nodes; a length of one at the front gives G times the length of the front
     * @param pressurePa pressure on both faces of open facets, by index, as loaded
     * @return J/m (2D: of G, J/m², times q in m), or J (3D)
     */
    public static double released(ElasticField field, VectorField extension, IntToDoubleFunction pressurePa) {
        ElasticBody body = field.body();
        double[] q = atNodes(body.mesh(), extension);
        return bulk(field, q) + faces(field, q, pressurePa);
    }

    private static double[] atNodes(SimplexMesh mesh, VectorField extension) {
        int d = mesh.dimension();
        double[] q = new double[mesh.nodeCount() * d];
        double[] pointM = new double[d];
        double[] value = new double[d];
        for (int v = 0; v < mesh.nodeCount(); v++) {
            for (int axis = 0; axis < d; axis++) {
                pointM[axis] = mesh.coordinateM(v, axis);
            }
            extension.at(pointM, 0, value);
            System.arraycopy(value, 0, q, v * d, d);
        }
        return q;
    }

    private static double bulk(ElasticField field, double[] q) {
        SimplexMesh mesh = field.body().mesh();
        int d = mesh.dimension();
        SimplexGeometry geometry = new SimplexGeometry(d);
        double[] stressPa = new double[StiffnessTensor.COMPONENTS];
        double sum = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            if (!isUniform(mesh, e, q)) {
                geometry.load(mesh, e);
                field.stress(e, stressPa);
                double[][] gradient = new double[d][d];
                double[][] slope = new double[d][d];
                for (int c = 0; c <= d; c++) {
                    int node = mesh.elementNode(e, c);
                    for (int i = 0; i < d; i++) {
                        for (int j = 0; j < d; j++) {
                            gradient[i][j] += field.displacementM(node, i) * geometry.gradient(c, j);
                            slope[i][j] += q[node * d + i] * geometry.gradient(c, j);
                        }
                    }
                }
                for (int k = 0; k < d; k++) {
                    sum -= field.energy(e) * slope[k][k];
                    for (int i = 0; i < d; i++) {
                        for (int j = 0; j < d; j++) {
                            sum += geometry.measure()
                                    * stressPa[StiffnessTensor.place(i, j)]
                                    * gradient[i][k]
                                    * slope[k][j];
                        }
                    }
                }
            }
        }
        return sum;
    }

    private static boolean isUniform(SimplexMesh mesh, int e, double[] q) {
        int d = mesh.dimension();
        for (int c = 1; c <= d; c++) {
            for (int axis = 0; axis < d; axis++) {
                if (q[mesh.elementNode(e, c) * d + axis] != q[mesh.elementNode(e, 0) * d + axis]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The load p [u_n] of a facet grows with its measure: by div_s q, the change of its measure over the measure. */
    private static double faces(ElasticField field, double[] q, IntToDoubleFunction pressurePa) {
        ElasticBody body = field.body();
        SimplexMesh mesh = body.mesh();
        int d = mesh.dimension();
        InterfaceFacets facets = mesh.interfaces();
        FacetSides sides = new FacetSides(mesh);
        double[] normal = new double[d];
        double sum = 0;
        for (int f = 0; f < facets.count(); f++) {
            double pressure = body.open().test(f) ? pressurePa.applyAsDouble(f) : 0;
            if (pressure != 0) {
                sides.interfaceNormal(f, normal);
                double opening = 0;
                for (int c = 0; c < d; c++) {
                    for (int axis = 0; axis < d; axis++) {
                        opening += field.jumpM(f, c, axis) * normal[axis] / d;
                    }
                }
                sum += pressure * opening * growth(mesh, f, normal, q);
            }
        }
        return sum;
    }

    /** First-order change of the measure of a facet whose nodes move by q within its plane. */
    private static double growth(SimplexMesh mesh, int facet, double[] normal, double[] q) {
        int d = mesh.dimension();
        double[][] edge = new double[d - 1][d];
        double[][] moved = new double[d - 1][d];
        int origin = mesh.interfaces().minusNode(facet, 0);
        for (int k = 0; k < d - 1; k++) {
            int node = mesh.interfaces().minusNode(facet, k + 1);
            for (int axis = 0; axis < d; axis++) {
                edge[k][axis] = mesh.coordinateM(node, axis) - mesh.coordinateM(origin, axis);
                moved[k][axis] = q[node * d + axis] - q[origin * d + axis];
            }
        }
        if (d == 2) {
            return (edge[0][0] * moved[0][0] + edge[0][1] * moved[0][1]) / Math.hypot(edge[0][0], edge[0][1]);
        }
        double area = triple(edge[0], edge[1], normal);
        double change = triple(moved[0], edge[1], normal) + triple(edge[0], moved[1], normal);
        return 0.5 * Math.signum(area) * change;
    }

    private static double triple(double[] a, double[] b, double[] c) {
        return (a[1] * b[2] - a[2] * b[1]) * c[0]
                + (a[2] * b[0] - a[0] * b[2]) * c[1]
                + (a[0] * b[1] - a[1] * b[0]) * c[2];
    }
}
