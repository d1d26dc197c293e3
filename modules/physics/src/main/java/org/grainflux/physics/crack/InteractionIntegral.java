package org.grainflux.physics.crack;

import java.util.function.IntToDoubleFunction;
import org.grainflux.core.Require;
import org.grainflux.fem.assembly.QuadratureRule;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Stress intensity of a plane crack from the field around its tip, by the interaction integral in domain form,
 *
 * <pre>
 *   I = ∫ (σ_ij ũ_i,1 + σ̃_ij u_i,1 − σ_kl ε̃_kl δ_1j) q_,j dA − ∫ t_i ũ_i,1 q ds,   K = E/(2(1−ν²)) I
 * </pre>
 *
 * with the unit fields of {@link TipField} marked by a tilde, axis 1 ahead, t the pressure on the faces, and q falling from
 * one inside the inner radius to zero at the outer one, linear between nodes. What happens at the tip itself does not enter.
 *
 * <p>Inside the outer radius the crack is straight, the solid one isotropic material without eigenstrain gradients, and
 * interfaces that hold are stiff: springs of stiffness k add an error of the order E/(k r).
 *
 * @see "Yau, Wang and Corten (1980), J. Appl. Mech. 47, 335; Li, Shih and Needleman (1985), Eng. Fract. Mech. 21, 405"
 */
public final class InteractionIntegral {
    private final double youngsModulusPa;
    private final double poissonRatio;
    private final double innerM;
    private final double outerM;
    private final double periodM;

    /**
     * @param innerM radius inside which q is one, m; a few elements
     * @param outerM radius of the domain, m
     * @param periodM period of the body along axis 0, or 0
     */
    public InteractionIntegral(
            double youngsModulusPa, double poissonRatio, double innerM, double outerM, double periodM) {
        this.youngsModulusPa = Require.positive("Young's modulus", youngsModulusPa, "Pa");
        this.poissonRatio = Require.within("Poisson ratio", poissonRatio, 0, 0.5, "");
        this.innerM = Require.nonNegative("inner radius of an interaction integral", innerM, "m");
        this.outerM = outerM;
        this.periodM = Require.nonNegative("period", periodM, "m");
        if (!(outerM > innerM && Double.isFinite(outerM))) {
            throw new IllegalArgumentException("the domain of an interaction integral needs an outer radius above "
                    + innerM + " m, got " + outerM);
        }
    }

    /**
     * @param pressurePa pressure on both faces of open facets, by index, as loaded
     */
    public StressIntensity at(ElasticField field, CrackTip tip, IntToDoubleFunction pressurePa) {
        double[] sums = new double[2];
        addDomain(field, tip, sums);
        sums[0] += faces(field.body(), tip, pressurePa);
        double half = 0.5 * youngsModulusPa / (1 - poissonRatio * poissonRatio);
        return new StressIntensity(half * sums[0], half * sums[1]);
    }

    private void addDomain(ElasticField field, CrackTip tip, double[] sums) {
        SimplexMesh mesh = field.body().mesh();
        SimplexGeometry geometry = new SimplexGeometry(2);
        TipField unit = new TipField(youngsModulusPa, poissonRatio);
        Element element = new Element();
        for (int e = 0; e < mesh.elementCount(); e++) {
            if (place(mesh, e, tip, element)) {
                geometry.load(mesh, e);
                element.load(field, e, geometry, tip);
                for (int mode = 0; mode < 2; mode++) {
                    for (int point = 0; point < 3; point++) {
                        double ahead = 0;
                        double left = 0;
                        for (int c = 0; c < 3; c++) {
                            ahead += QuadratureRule.degreeTwo(3, point, c) * element.ahead[c];
                            left += QuadratureRule.degreeTwo(3, point, c) * element.left[c];
                        }
                        unit.load(mode == 0, ahead, left);
                        sums[mode] += geometry.measure() / 3 * element.interaction(unit);
                    }
                }
            }
        }
    }

    /** Coordinates and q of the corners; false where q is the same at all. */
    private boolean place(SimplexMesh mesh, int e, CrackTip tip, Element element) {
        int first = mesh.elementNode(e, 0);
        double x0 = mesh.coordinateM(first, 0);
        double shiftM = periodM > 0 ? periodM * Math.rint((x0 - tip.xM()) / periodM) : 0;
        for (int c = 0; c < 3; c++) {
            double dx = mesh.coordinateM(mesh.elementNode(e, c), 0) - shiftM - tip.xM();
            double dy = mesh.coordinateM(mesh.elementNode(e, c), 1) - tip.yM();
            element.q[c] = weight(Math.sqrt(dx * dx + dy * dy));
        }
        if (element.q[0] == element.q[1] && element.q[1] == element.q[2]) {
            return false;
        }
        for (int c = 0; c < 3; c++) {
            double x = mesh.coordinateM(mesh.elementNode(e, c), 0) - shiftM;
            double y = mesh.coordinateM(mesh.elementNode(e, c), 1);
            element.ahead[c] = tip.aheadM(x, y);
            element.left[c] = tip.leftM(x, y);
        }
        return true;
    }

    private double weight(double radiusM) {
        return Math.max(0, Math.min(1, (outerM - radiusM) / (outerM - innerM)));
    }

    /** −∫ t ũ_,1 q over both faces: q is linear and ũ_,1 ∝ r^(−1/2) on a facet, so the integral is closed. */
    private double faces(ElasticBody body, CrackTip tip, IntToDoubleFunction pressurePa) {
        InterfaceFacets facets = body.mesh().interfaces();
        double sum = 0;
        for (int f = 0; f < facets.count(); f++) {
            if (body.open().test(f)) {
                double near = radiusM(body.mesh(), facets.minusNode(f, 0), tip);
                double far = radiusM(body.mesh(), facets.minusNode(f, 1), tip);
                double low = Math.min(near, far);
                double high = Math.max(near, far);
                if (weight(low) > 0) {
                    double slope = (weight(high) - weight(low)) / (high - low);
                    double constant = weight(low) - slope * low;
                    sum += pressurePa.applyAsDouble(f)
                            * (constant * 2 * (Math.sqrt(high) - Math.sqrt(low))
                                    + slope * 2 / 3 * (high * Math.sqrt(high) - low * Math.sqrt(low)));
                }
            }
        }
        return 2 * new TipField(youngsModulusPa, poissonRatio).faceSlope() * sum;
    }

    private double radiusM(SimplexMesh mesh, int node, CrackTip tip) {
        double dx = mesh.coordinateM(node, 0) - tip.xM();
        return Math.hypot(periodM > 0 ? Math.IEEEremainder(dx, periodM) : dx, mesh.coordinateM(node, 1) - tip.yM());
    }

    /** One element in the frame of the tip. */
    private static final class Element {
        private final double[] ahead = new double[3];
        private final double[] left = new double[3];
        private final double[] q = new double[3];
        private final double[] slope = new double[2];
        private final double[] gradient = new double[4];
        private final double[] stress = new double[4];
        private final double[] stressPa = new double[StiffnessTensor.COMPONENTS];

        void load(ElasticField field, int e, SimplexGeometry geometry, CrackTip tip) {
            double cos = Math.cos(tip.directionRad());
            double sin = Math.sin(tip.directionRad());
            double[] global = new double[4];
            double qx = 0;
            double qy = 0;
            for (int c = 0; c < 3; c++) {
                int node = field.body().mesh().elementNode(e, c);
                qx += q[c] * geometry.gradient(c, 0);
                qy += q[c] * geometry.gradient(c, 1);
                for (int i = 0; i < 2; i++) {
                    global[2 * i] += field.displacementM(node, i) * geometry.gradient(c, 0);
                    global[2 * i + 1] += field.displacementM(node, i) * geometry.gradient(c, 1);
                }
            }
            slope[0] = cos * qx + sin * qy;
            slope[1] = cos * qy - sin * qx;
            rotate(global, cos, sin, gradient);
            field.stress(e, stressPa);
            global[0] = stressPa[StiffnessTensor.place(0, 0)];
            global[1] = stressPa[StiffnessTensor.place(0, 1)];
            global[2] = global[1];
            global[3] = stressPa[StiffnessTensor.place(1, 1)];
            rotate(global, cos, sin, stress);
        }

        double interaction(TipField unit) {
            double energy = 0;
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    energy += stress[2 * i + j] * unit.gradient(i, j);
                }
            }
            double sum = -energy * slope[0];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    sum += (stress[2 * i + j] * unit.gradient(i, 0) + unit.stressPa(i, j) * gradient[2 * i]) * slope[j];
                }
            }
            return sum;
        }

        /** A tensor of the body in the frame of the tip. */
        private static void rotate(double[] tensor, double cos, double sin, double[] into) {
            double[] rows = {
                cos * tensor[0] + sin * tensor[2],
                cos * tensor[1] + sin * tensor[3],
                cos * tensor[2] - sin * tensor[0],
                cos * tensor[3] - sin * tensor[1]
            };
            for (int i = 0; i < 2; i++) {
                into[2 * i] = rows[2 * i] * cos + rows[2 * i + 1] * sin;
                into[2 * i + 1] = rows[2 * i + 1] * cos - rows[2 * i] * sin;
            }
        }
    }
}
