package org.grainflux.physics.crack;

import java.util.function.IntToDoubleFunction;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.Require;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.FacetSides;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Stress intensity of a plane crack by virtual crack closure: the force that holds the two sides together at the tip times
 * the opening one facet behind it is twice the energy that opening one facet would release,
 *
 * <pre>
 *   G_I = F_n [u_n]/(2 Δ) √(Δ/Δ′),   G_II = F_t [u_t]/(2 Δ) √(Δ/Δ′),
 * </pre>
 *
 * Δ the facet ahead and Δ′ the one behind (Krueger 2004). A pressure in the crack also loads the facet to be opened, so its
 * share is added to F. Good where the elements around the tip are alike; nothing but the tip's elements enters.
 *
 * @see "Rybicki and Kanninen (1977), Eng. Fract. Mech. 9, 931; Krueger (2004), Appl. Mech. Rev. 57, 109"
 */
public final class CrackClosure {
    /** Nodes are copies of the tip when nearer than this, of the facet behind. */
    private static final double COINCIDENCE = 1e-6;

    private final double youngsModulusPa;
    private final double poissonRatio;
    private final double periodM;

    /** @param periodM period of the body along axis 0, or 0 */
    public CrackClosure(double youngsModulusPa, double poissonRatio, double periodM) {
        this.youngsModulusPa = Require.positive("Young's modulus", youngsModulusPa, "Pa");
        this.poissonRatio = Require.within("Poisson ratio", poissonRatio, 0, 0.5, "");
        this.periodM = Require.nonNegative("period", periodM, "m");
    }

    /**
     * @param aheadM Δ, length of the facet ahead of the tip, m
     * @param pressurePa pressure on both faces of open facets, by index, as loaded
     * @throws NumericalFailureException with MESH_QUALITY when no open facet ends at the tip
     */
    public StressIntensity at(ElasticField field, CrackTip tip, double aheadM, IntToDoubleFunction pressurePa) {
        int behind = facetBehind(field.body(), tip);
        SimplexMesh mesh = field.body().mesh();
        int far = radiusM(mesh, mesh.interfaces().minusNode(behind, 0), tip)
                        > radiusM(mesh, mesh.interfaces().minusNode(behind, 1), tip)
                ? 0
                : 1;
        double behindM = radiusM(mesh, mesh.interfaces().minusNode(behind, far), tip);
        double[] force = heldForce(field, tip, COINCIDENCE * behindM);
        double pressure = pressurePa.applyAsDouble(behind);
        // Behind, the pressure pulls at the tip already and is part of what holds it; ahead it would begin to.
        double opening = force[1] + 0.5 * pressure * (behindM + aheadM);
        double side = minusIsLeft(mesh, behind, tip) ? -1 : 1;
        double jumpX = side * field.jumpM(behind, far, 0);
        double jumpY = side * field.jumpM(behind, far, 1);
        double cos = Math.cos(tip.directionRad());
        double sin = Math.sin(tip.directionRad());
        double normalJump = cos * jumpY - sin * jumpX;
        double slidingJump = cos * jumpX + sin * jumpY;
        double scale = 0.5 / aheadM * Math.sqrt(aheadM / behindM);
        double modulusPa = youngsModulusPa / (1 - poissonRatio * poissonRatio);
        return new StressIntensity(
                Math.copySign(Math.sqrt(modulusPa * Math.abs(scale * opening * normalJump)), normalJump),
                Math.copySign(Math.sqrt(modulusPa * Math.abs(scale * force[0] * slidingJump)), slidingJump));
    }

    /** The open facet that ends at the tip and comes from behind. */
    private int facetBehind(ElasticBody body, CrackTip tip) {
        InterfaceFacets facets = body.mesh().interfaces();
        for (int f = 0; f < facets.count(); f++) {
            if (body.open().test(f)) {
                double a = radiusM(body.mesh(), facets.minusNode(f, 0), tip);
                double b = radiusM(body.mesh(), facets.minusNode(f, 1), tip);
                if (Math.min(a, b) < COINCIDENCE * Math.max(a, b)
                        && aheadM(body.mesh(), facets.minusNode(f, a > b ? 0 : 1), tip) < 0) {
                    return f;
                }
            }
        }
        throw new NumericalFailureException(
                Reason.MESH_QUALITY, "no open facet ends at the crack tip " + tip.xM() + ", " + tip.yM() + " m");
    }

    /** Force of the left side on the node at the tip, ahead and to the left, N/m: what its elements do to it. */
    private double[] heldForce(ElasticField field, CrackTip tip, double toleranceM) {
        SimplexMesh mesh = field.body().mesh();
        SimplexGeometry geometry = new SimplexGeometry(2);
        double[] stressPa = new double[StiffnessTensor.COMPONENTS];
        double[] force = new double[2];
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int c = 0; c < 3; c++) {
                if (radiusM(mesh, mesh.elementNode(e, c), tip) < toleranceM && isLeft(mesh, e, tip)) {
                    geometry.load(mesh, e);
                    field.stress(e, stressPa);
                    for (int i = 0; i < 2; i++) {
                        force[i] -= geometry.measure()
                                * (stressPa[StiffnessTensor.place(i, 0)] * geometry.gradient(c, 0)
                                        + stressPa[StiffnessTensor.place(i, 1)] * geometry.gradient(c, 1));
                    }
                }
            }
        }
        double cos = Math.cos(tip.directionRad());
        double sin = Math.sin(tip.directionRad());
        return new double[] {cos * force[0] + sin * force[1], cos * force[1] - sin * force[0]};
    }

    private boolean isLeft(SimplexMesh mesh, int element, CrackTip tip) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            int node = mesh.elementNode(element, c);
            sum += tip.leftM(tip.xM() + offsetX(mesh, node, tip), mesh.coordinateM(node, 1));
        }
        return sum > 0;
    }

    /** The minus side is left where the element behind the minus nodes is. */
    private boolean minusIsLeft(SimplexMesh mesh, int facet, CrackTip tip) {
        return isLeft(mesh, new FacetSides(mesh).minusElement(facet), tip);
    }

    private double aheadM(SimplexMesh mesh, int node, CrackTip tip) {
        return tip.aheadM(tip.xM() + offsetX(mesh, node, tip), mesh.coordinateM(node, 1));
    }

    private double radiusM(SimplexMesh mesh, int node, CrackTip tip) {
        return Math.hypot(offsetX(mesh, node, tip), mesh.coordinateM(node, 1) - tip.yM());
    }

    private double offsetX(SimplexMesh mesh, int node, CrackTip tip) {
        double dx = mesh.coordinateM(node, 0) - tip.xM();
        return periodM > 0 ? Math.IEEEremainder(dx, periodM) : dx;
    }
}
