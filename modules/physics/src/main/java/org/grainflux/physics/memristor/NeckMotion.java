package org.grainflux.physics.memristor;

import org.apache.commons.math3.util.FastMath;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * The radius of a neck under a ramp: in closed form below the compliance, integrated at it, changing over where |V| = I_c R.
 * In either phase |V| − I_c R(r(t)) is concave in time or monotone, so that it changes sign at most once from below and
 * once from above.
 */
final class NeckMotion {
    /** Two changes per ramp are all there can be; one more would be a mistake here. */
    private static final int MOST_PHASES = 4;

    private final FrontKinetics kinetics;
    private final double complianceA;
    private final ComplianceLimitedNeck atCompliance;

    /**
     * @param timeS at which the ramp or the neck ended
     * @param radiusM then; 0 when it was cut
     * @param platedM3 lithium plated by the current meanwhile; negative when dissolved
     */
    record End(double timeS, double radiusM, double platedM3) {}

    NeckMotion(FrontKinetics kinetics, double complianceA) {
        this.kinetics = kinetics;
        this.complianceA = complianceA;
        this.atCompliance = new ComplianceLimitedNeck(kinetics, complianceA);
    }

    /** @param fromS since the start of the ramp */
    End advance(Neck neck, double radiusM, Ramp ramp, double fromS) {
        double timeS = fromS;
        double r = radiusM;
        double platedM3 = 0;
        boolean compliant = startsAtCompliance(neck, r, ramp, timeS);
        boolean mayComply = true;
        for (int phase = 0; phase < MOST_PHASES; phase++) {
            if (compliant) {
                ComplianceLimitedNeck.End end = atCompliance.advance(neck, r, ramp, timeS);
                timeS = end.timeS();
                double grown = end.radiusM() - r;
                platedM3 += Math.PI * neck.lengthM() * grown * (2 * r + grown);
                r = end.radiusM();
                // By concavity the compliance does not set in again within this ramp.
                mayComply = false;
            } else {
                Below below = new Below(neck, r, ramp, timeS);
                double cutS = ramp.plates() ? Double.POSITIVE_INFINITY : below.cutS();
                double ownEndS = FastMath.min(ramp.durationS(), cutS);
                double complianceS = mayComply ? below.complianceS(ownEndS) : Double.POSITIVE_INFINITY;
                double endS = FastMath.min(ownEndS, complianceS);
                double grown = cutS <= endS ? -r : below.grownM(endS);
                platedM3 += Math.PI * neck.lengthM() * grown * (2 * r + grown);
                r = cutS <= endS ? 0 : r + grown;
                timeS = endS;
            }
            if (timeS >= ramp.durationS() || r == 0) {
                return new End(FastMath.min(timeS, ramp.durationS()), r, platedM3);
            }
            compliant = !compliant;
        }
        throw new NumericalFailureException(
                Reason.ITERATION_LIMIT, "the compliance sets in more than once within one ramp, which it cannot");
    }

    private boolean startsAtCompliance(Neck neck, double r, Ramp ramp, double timeS) {
        double above = ramp.magnitudeV(timeS) - complianceA * neck.resistanceOhm(r);
        return above > 0 || above == 0 && ramp.magnitudeSlopeVPerS() > 0;
    }

    /** The neck below the compliance, from one time on. */
    private final class Below {
        private final Neck neck;
        private final double radiusM;
        private final Ramp ramp;
        private final double fromS;
        private final double sign;

        Below(Neck neck, double radiusM, Ramp ramp, double fromS) {
            this.neck = neck;
            this.radiusM = radiusM;
            this.ramp = ramp;
            this.fromS = fromS;
            this.sign = ramp.plates() ? 1 : -1;
        }

        double grownM(double timeS) {
            return sign * kinetics.advanceM(ramp.magnitudeV(fromS), ramp.magnitudeV(timeS), timeS - fromS);
        }

        double cutS() {
            return fromS + kinetics.timeToAdvanceS(ramp.magnitudeV(fromS), ramp.magnitudeSlopeVPerS(), radiusM);
        }

        private double excessV(double timeS) {
            // A radius of zero has an infinite resistance, which a bracket does not like.
            double r = FastMath.max(radiusM + grownM(timeS), 1e-6 * radiusM);
            return ramp.magnitudeV(timeS) - complianceA * neck.resistanceOhm(r);
        }

        private double excessSlope(double timeS) {
            double r = FastMath.max(radiusM + grownM(timeS), 1e-6 * radiusM);
            return ramp.magnitudeSlopeVPerS()
                    - complianceA * neck.slopeOhmPerM(r) * sign * kinetics.speedMPerS(ramp.magnitudeV(timeS));
        }

        /** When the compliance sets in, infinite when not before {@code endS}. */
        double complianceS(double endS) {
            double topS = endS;
            if (excessV(endS) <= 0) {
                if (!(excessSlope(fromS) > 0 && excessSlope(endS) < 0)) {
                    return Double.POSITIVE_INFINITY;
                }
                topS = Roots.between(fromS, endS, this::excessSlope);
                if (excessV(topS) <= 0) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            return excessV(fromS) >= 0 ? fromS : Roots.between(fromS, topS, this::excessV);
        }
    }
}
