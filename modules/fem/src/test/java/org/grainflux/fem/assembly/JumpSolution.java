package org.grainflux.fem.assembly;

/**
 * A smooth field on either side of the line ξ = 0, with the flux continuous across it and equal to g times the jump.
 * Normal and tangential coordinates are ξ and η; on each side
 *
 * <pre>u = (a0 + a1 ξ + a2 ξ²) sin kη + (b0 + b1 ξ) cos kη.</pre>
 */
final class JumpSolution {
    static final double WAVE = 2.3;

    /** Per side: σ as xx, xy, yx, yy. */
    private final double[][] tensors;

    private final double[] origin;
    private final double[] normal;
    /** Per side: a0, a1, a2, b0, b1. */
    private final double[][] coefficients;

    JumpSolution(double[][] tensors, double conductance, double[] origin, double[] normal) {
        this.tensors = tensors;
        this.origin = origin;
        this.normal = normal;
        double k = WAVE;
        double fluxSin = nn(0);
        double fluxCos = nt(0) * k;
        // Minus side: (1 + ξ + ξ²/2) sin; its flux σ∇u·n at ξ = 0 is fluxSin sin + fluxCos cos.
        double jumpSin = 1 + fluxSin / conductance;
        double jumpCos = fluxCos / conductance;
        double slopeSin = (fluxSin + nt(1) * k * jumpCos) / nn(1);
        double slopeCos = (fluxCos - nt(1) * k * jumpSin) / nn(1);
        this.coefficients = new double[][] {{1, 1, 0.5, 0, 0}, {jumpSin, slopeSin, 0.5, jumpCos, slopeCos}};
    }

    double value(double[] p, int side) {
        double[] c = coefficients[side];
        double xi = xi(p);
        double phase = WAVE * eta(p);
        return (c[0] + c[1] * xi + c[2] * xi * xi) * Math.sin(phase) + (c[3] + c[4] * xi) * Math.cos(phase);
    }

    /** ∂u/∂x, ∂u/∂y. */
    double[] gradient(double[] p, int side) {
        double[] c = coefficients[side];
        double xi = xi(p);
        double sin = Math.sin(WAVE * eta(p));
        double cos = Math.cos(WAVE * eta(p));
        double dXi = (c[1] + 2 * c[2] * xi) * sin + c[4] * cos;
        double dEta = WAVE * ((c[0] + c[1] * xi + c[2] * xi * xi) * cos - (c[3] + c[4] * xi) * sin);
        return new double[] {normal[0] * dXi - normal[1] * dEta, normal[1] * dXi + normal[0] * dEta};
    }

    /** σ∇u · direction. */
    double flux(double[] p, int side, double[] direction) {
        double[] g = gradient(p, side);
        double[] t = tensors[side];
        return direction[0] * (t[0] * g[0] + t[1] * g[1]) + direction[1] * (t[2] * g[0] + t[3] * g[1]);
    }

    /** −∇·(σ∇u). */
    double source(double[] p, int side) {
        double[] c = coefficients[side];
        double xi = xi(p);
        double sin = Math.sin(WAVE * eta(p));
        double cos = Math.cos(WAVE * eta(p));
        double xiXi = 2 * c[2] * sin;
        double xiEta = WAVE * ((c[1] + 2 * c[2] * xi) * cos - c[4] * sin);
        double etaEta = -WAVE * WAVE * value(p, side);
        return -(nn(side) * xiXi + 2 * nt(side) * xiEta + tt(side) * etaEta);
    }

    private double xi(double[] p) {
        return normal[0] * (p[0] - origin[0]) + normal[1] * (p[1] - origin[1]);
    }

    private double eta(double[] p) {
        return -normal[1] * (p[0] - origin[0]) + normal[0] * (p[1] - origin[1]);
    }

    private double nn(int side) {
        return form(side, normal[0], normal[1], normal[0], normal[1]);
    }

    private double nt(int side) {
        return form(side, normal[0], normal[1], -normal[1], normal[0]);
    }

    private double tt(int side) {
        return form(side, -normal[1], normal[0], -normal[1], normal[0]);
    }

    private double form(int side, double ax, double ay, double bx, double by) {
        double[] t = tensors[side];
        return ax * (t[0] * bx + t[1] * by) + ay * (t[2] * bx + t[3] * by);
    }
}
