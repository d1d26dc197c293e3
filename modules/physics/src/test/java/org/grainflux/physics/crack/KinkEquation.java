package org.grainflux.physics.crack;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Stress intensity at the tip of a straight kink of a semi-infinite crack, alone or with its mirror image, from dislocations
 * spread over the kink in front of the main crack (Lo 1978, J. Appl. Mech. 45, 797; He and Hutchinson 1989). Nothing in
 * common with the expansion in the program.
 *
 * <p>Muskhelishvili potentials Φ, Ω with σ_yy − iσ_xy = Φ(z) + Ω(z̄) + (z − z̄)Φ̄'(z̄); a dislocation of strength A at z₀ adds
 * A/(z−z₀) to Φ, A/(z−z̄₀) + Ā(z₀−z̄₀)/(z−z̄₀)² to Ω, and to both F = −½[T − R/√z] that frees the main crack of the traction
 * T, where R is the principal part of T√z. Quadrature of Gauss and Chebyshev with a bounded density at the corner.
 */
final class KinkEquation {
    private KinkEquation() {}

    /** The limit of many points, from 30, 60 and 120 and the order that they show (Aitken). */
    static StressIntensity limit(StressIntensity parent, double angle, boolean mirrored) {
        StressIntensity coarse = solve(parent, angle, mirrored, 30);
        StressIntensity middle = solve(parent, angle, mirrored, 60);
        StressIntensity fine = solve(parent, angle, mirrored, 120);
        return new StressIntensity(
                aitken(coarse.modeIPaSqrtM(), middle.modeIPaSqrtM(), fine.modeIPaSqrtM()),
                aitken(coarse.modeIIPaSqrtM(), middle.modeIIPaSqrtM(), fine.modeIIPaSqrtM()));
    }

    private static double aitken(double a, double b, double c) {
        double bend = c - 2 * b + a;
        return bend == 0 ? c : c - (c - b) * (c - b) / bend;
    }

    /** A complex number. */
    private record C(double re, double im) {
        static C polar(double r, double angle) {
            return new C(r * Math.cos(angle), r * Math.sin(angle));
        }

        C plus(C o) {
            return new C(re + o.re, im + o.im);
        }

        C minus(C o) {
            return new C(re - o.re, im - o.im);
        }

        C times(C o) {
            return new C(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        C times(double f) {
            return new C(f * re, f * im);
        }

        C over(C o) {
            return times(o.conjugate()).times(1 / (o.re * o.re + o.im * o.im));
        }

        C conjugate() {
            return new C(re, -im);
        }

        C root() {
            return polar(Math.sqrt(Math.hypot(re, im)), 0.5 * Math.atan2(im, re));
        }
    }

    /** Φ, Φ' and Ω̄ at a point. */
    private record Field(C phi, C slope, C omegaBar) {
        Field plus(Field o) {
            return new Field(phi.plus(o.phi), slope.plus(o.slope), omegaBar.plus(o.omegaBar));
        }

        /** σ_θθ + iσ_rθ on a line of direction ω through z. */
        C traction(C z, double angle) {
            C psi = omegaBar.minus(phi).minus(z.times(slope));
            return new C(2 * phi.re, 0)
                    .plus(C.polar(1, 2 * angle).times(z.conjugate().times(slope).plus(psi)));
        }
    }

    private static Field dislocation(C z, C z0, C a) {
        C slope = a.over(z.minus(z0).times(z.minus(z0))).times(-1).plus(freeing(z, z0, a)[1]);
        C phi = a.over(z.minus(z0)).plus(freeing(z, z0, a)[0]);
        C below = z.conjugate();
        C d = below.minus(z0.conjugate());
        C omega = a.over(d)
                .plus(a.conjugate().times(z0.minus(z0.conjugate())).over(d.times(d)))
                .plus(freeing(below, z0, a)[0]);
        return new Field(phi, slope, omega.conjugate());
    }

    /** F and F' at z. */
    private static C[] freeing(C z, C z0, C a) {
        C mirror = z0.conjugate();
        C p = z.minus(z0);
        C q = z.minus(mirror);
        C twice = a.conjugate().times(z0.minus(mirror));
        C root0 = z0.root();
        C rootM = mirror.root();
        C t = a.over(p).plus(a.over(q)).plus(twice.over(q.times(q)));
        C dt = a.over(p.times(p))
                .plus(a.over(q.times(q)))
                .plus(twice.times(2).over(q.times(q).times(q)))
                .times(-1);
        C simple = twice.over(rootM).times(0.5).plus(a.times(rootM));
        C r = a.times(root0)
                .over(p)
                .plus(simple.over(q))
                .plus(twice.times(rootM).over(q.times(q)));
        C dr = a.times(root0)
                .over(p.times(p))
                .plus(simple.over(q.times(q)))
                .plus(twice.times(rootM).times(2).over(q.times(q).times(q)))
                .times(-1);
        C x = new C(1, 0).over(z.root());
        C dx = x.over(z).times(-0.5);
        return new C[] {
            t.minus(x.times(r)).times(-0.5),
            dt.minus(dx.times(r)).minus(x.times(dr)).times(-0.5)
        };
    }

    /** Field of the main crack, K_I − iK_II = k. */
    private static Field crack(C z, C k) {
        C phi = k.over(z.root()).times(0.5 / Math.sqrt(2 * Math.PI));
        C omega = k.over(z.conjugate().root()).times(0.5 / Math.sqrt(2 * Math.PI));
        return new Field(phi, phi.over(z).times(-0.5), omega.conjugate());
    }

    /**
     * @param mirrored a second kink at the opposite angle; the load must then be pure opening
     * @param n points of the quadrature
     */
    static StressIntensity solve(StressIntensity parent, double angle, boolean mirrored, int n) {
        DMatrixRMaj matrix = new DMatrixRMaj(2 * n, 2 * n);
        DMatrixRMaj load = new DMatrixRMaj(2 * n, 1);
        double[] atCorner = new double[n];
        double[] atTip = new double[n];
        C direction = C.polar(1, angle);
        for (int k = 1; k < n; k++) {
            C z = direction.times(0.5 * (1 + Math.cos(k * Math.PI / n)));
            C free = crack(z, new C(parent.modeIPaSqrtM(), -parent.modeIIPaSqrtM()))
                    .traction(z, angle);
            load.set(k - 1, 0, -free.re);
            load.set(n + k - 2, 0, -free.im);
            for (int j = 0; j < n; j++) {
                C z0 = direction.times(0.5 * (1 + Math.cos((2 * j + 1) * Math.PI / (2 * n))));
                for (int component = 0; component < 2; component++) {
                    C a = direction.times(component == 0 ? new C(1, 0) : new C(0, 1));
                    Field field = dislocation(z, z0, a);
                    if (mirrored) {
                        field = field.plus(dislocation(z, z0.conjugate(), a.conjugate()));
                    }
                    C traction = field.traction(z, angle).times(0.5 * Math.PI / n);
                    matrix.set(k - 1, 2 * j + component, traction.re);
                    matrix.set(n + k - 2, 2 * j + component, traction.im);
                }
            }
        }
        for (int j = 0; j < n; j++) {
            double quarter = (2 * j + 1) * Math.PI / (4 * n);
            atCorner[j] = ((j + 1 + n) % 2 == 0 ? 1 : -1) * Math.tan(quarter) / n;
            atTip[j] = (j % 2 == 0 ? 1 : -1) / Math.tan(quarter) / n;
            matrix.set(2 * n - 2, 2 * j, atCorner[j]);
            matrix.set(2 * n - 1, 2 * j + 1, atCorner[j]);
        }
        DMatrixRMaj density = new DMatrixRMaj(2 * n, 1);
        CommonOps_DDRM.solve(matrix, load, density);
        double opening = 0;
        double sliding = 0;
        for (int j = 0; j < n; j++) {
            opening += atTip[j] * density.get(2 * j, 0);
            sliding += atTip[j] * density.get(2 * j + 1, 0);
        }
        double toIntensity = Math.PI * Math.sqrt(2 * Math.PI);
        return new StressIntensity(toIntensity * opening, -toIntensity * sliding);
    }
}
