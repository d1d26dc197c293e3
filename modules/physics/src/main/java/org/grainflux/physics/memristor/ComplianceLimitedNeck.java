package org.grainflux.physics.memristor;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.util.FastMath;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * A neck whose overpotential is what the compliance current drops over the filament, I_c R(r). Its equation does not contain
 * the time, so it is solved for the time at which a radius is reached, t(r) = ∫dr/(±2v₀ sinh(I_c R(r)/φ)): smooth where
 * r(t) is stiff. Ends where the bias falls below the drop or the ramp ends, found on t(r) to rounding.
 */
final class ComplianceLimitedNeck {
    /**
     * Gauss–Legendre on panels of radius. I_c R/φ ≤ 20 up to 1 V and changes by at most 5 within a panel, so that 12 points
     * leave (5/4)²⁴/24! ≈ 1e-21 of it.
     */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(12);

    private static final double PANEL_RATIO = 1.15;

    /** From a radius of an atom to 1 µm there are 70. */
    private static final int MOST_PANELS = 1000;

    private static final int MOST_NEWTON_STEPS = 8;

    /** Of the radius, for a step that squares its error on the next. */
    private static final double RADIUS_TOLERANCE = 1e-13;

    private final FrontKinetics kinetics;
    private final double complianceA;

    ComplianceLimitedNeck(FrontKinetics kinetics, double complianceA) {
        this.kinetics = kinetics;
        this.complianceA = complianceA;
    }

    /**
     * @param timeS at which it ended
     * @param radiusM then
     */
    record End(double timeS, double radiusM) {}

    End advance(Neck neck, double radiusM, Ramp ramp, double fromS) {
        double ratio = ramp.plates() ? PANEL_RATIO : 1 / PANEL_RATIO;
        double r = radiusM;
        double timeS = fromS;
        for (int panel = 0; panel < MOST_PANELS; panel++) {
            double next = r * ratio;
            double nextS = timeS + passageS(neck, r, next);
            boolean over = nextS >= ramp.durationS();
            if (over || excessV(neck, next, ramp, nextS) < 0) {
                return within(neck, r, timeS, next, ramp);
            }
            r = next;
            timeS = nextS;
        }
        throw new NumericalFailureException(
                Reason.ITERATION_LIMIT,
                "a neck of " + radiusM + " m at a compliance of " + complianceA + " A runs away within one ramp");
    }

    /** The end within a panel: of the ramp, or of the compliance, whichever comes first. */
    private End within(Neck neck, double r, double timeS, double next, Ramp ramp) {
        double leftS = ramp.durationS() - timeS;
        double endR = passageS(neck, r, next) < leftS ? next : radiusAfter(neck, r, next, leftS);
        UnivariateFunction excess = x -> excessV(neck, x, ramp, timeS + FastMath.min(passageS(neck, r, x), leftS));
        if (excess.value(endR) < 0) {
            endR = excess.value(r) <= 0 ? r : Roots.between(r, endR, excess);
            return new End(timeS + FastMath.min(passageS(neck, r, endR), leftS), endR);
        }
        return new End(ramp.durationS(), endR);
    }

    /** By Newton's method on t(r), whose derivative is one over the speed. */
    private double radiusAfter(Neck neck, double r, double next, double leftS) {
        double sign = next > r ? 1 : -1;
        double x = r;
        double passedS = 0;
        for (int step = 0; step < MOST_NEWTON_STEPS; step++) {
            double move = sign * (leftS - passedS) * kinetics.speedMPerS(complianceA * neck.resistanceOhm(x));
            x += move;
            if (!((x - r) * sign >= 0 && (next - x) * sign >= 0)) {
                break;
            }
            if (FastMath.abs(move) <= RADIUS_TOLERANCE * x) {
                return x;
            }
            passedS = passageS(neck, r, x);
        }
        return Roots.between(r, next, y -> passageS(neck, r, y) - leftS);
    }

    private double excessV(Neck neck, double r, Ramp ramp, double timeS) {
        return ramp.magnitudeV(timeS) - complianceA * neck.resistanceOhm(r);
    }

    /** Time from one radius to another, in the direction of travel. */
    private double passageS(Neck neck, double fromM, double toM) {
        double centre = (fromM + toM) / 2;
        double half = (toM - fromM) / 2;
        double sum = 0;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double r = centre + half * RULE.getPoint(i);
            sum += RULE.getWeight(i) / kinetics.speedMPerS(complianceA * neck.resistanceOhm(r));
        }
        return FastMath.abs(half) * sum;
    }
}
