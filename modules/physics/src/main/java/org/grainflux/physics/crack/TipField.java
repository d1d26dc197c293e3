package org.grainflux.physics.crack;

/**
 * Field of unit stress intensity at a straight, traction-free crack in plane strain, in the frame of its tip: axis 0 ahead,
 * axis 1 to the left, angles in (−π, π].
 *
 * <p>u = √r f(θ)/(2μ√(2π)); opening f = (cos ½θ (κ − cosθ), sin ½θ (κ − cosθ)), sliding f = (sin ½θ (κ + 2 + cosθ), −cos ½θ
 * (κ − 2 + cosθ)), κ = 3 − 4ν.
 *
 * @see "Williams (1957), J. Appl. Mech. 24, 109"
 */
final class TipField {
    private final double kappa;
    private final double scale;
    private final double lamePa;
    private final double shearPa;
    private final double[] gradient = new double[4];
    private final double[] stressPa = new double[3];

    TipField(double youngsModulusPa, double poissonRatio) {
        this.kappa = 3 - 4 * poissonRatio;
        this.shearPa = youngsModulusPa / (2 * (1 + poissonRatio));
        this.lamePa = 2 * shearPa * poissonRatio / (1 - 2 * poissonRatio);
        this.scale = 1 / (2 * shearPa * Math.sqrt(2 * Math.PI));
    }

    /** Computes the field at a point off the tip, m. */
    void load(boolean opening, double ahead, double left) {
        double theta = Math.atan2(left, ahead);
        double half = 0.5 * theta;
        double perRoot = scale / Math.sqrt(Math.hypot(ahead, left));
        double cos = Math.cos(theta);
        double sin = Math.sin(theta);
        for (int i = 0; i < 2; i++) {
            boolean even = (i == 0) == opening;
            double trig = even ? Math.cos(half) : Math.sin(half);
            double trigSlope = even ? -0.5 * Math.sin(half) : 0.5 * Math.cos(half);
            double sign = !opening && i == 1 ? -1 : 1;
            double factor = opening ? kappa - cos : i == 0 ? kappa + 2 + cos : kappa - 2 + cos;
            double factorSlope = opening ? sin : -sin;
            double f = sign * trig * factor;
            double slope = sign * (trigSlope * factor + trig * factorSlope);
            gradient[2 * i] = perRoot * (0.5 * f * cos - slope * sin);
            gradient[2 * i + 1] = perRoot * (0.5 * f * sin + slope * cos);
        }
        double trace = lamePa * (gradient[0] + gradient[3]);
        stressPa[0] = trace + 2 * shearPa * gradient[0];
        stressPa[1] = trace + 2 * shearPa * gradient[3];
        stressPa[2] = shearPa * (gradient[1] + gradient[2]);
    }

    /** ∂u_i/∂x_j per unit of intensity. */
    double gradient(int i, int j) {
        return gradient[2 * i + j];
    }

    /** σ_ij per unit of intensity. */
    double stressPa(int i, int j) {
        return i == j ? stressPa[i] : stressPa[2];
    }

    /** −√r ∂u_1/∂x_0 on the left face of an opening crack; the right face has the opposite sign, sliding none. */
    double faceSlope() {
        return 0.5 * scale * (kappa + 1);
    }
}
