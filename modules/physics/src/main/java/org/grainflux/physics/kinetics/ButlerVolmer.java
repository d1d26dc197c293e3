package org.grainflux.physics.kinetics;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.core.Require;

/**
 * Butler–Volmer kinetics about a shifted equilibrium, with an ohmic resistance in series.
 *
 * @param exchangeCurrentDensityAPerM2 j₀ &gt; 0 over the whole area, contact fraction and stress included
 * @param anodicTransfer α_a in (0, 1); α_c is 1 − α_a
 * @param equilibriumShiftV Δφ_eq
 * @param seriesResistanceOhmM2 R_c ≥ 0, e.g. of the constriction towards spots of contact
 * @param temperatureK T &gt; 0
 */
public record ButlerVolmer(
        double exchangeCurrentDensityAPerM2,
        double anodicTransfer,
        double equilibriumShiftV,
        double seriesResistanceOhmM2,
        double temperatureK)
        implements ChargeTransfer {
    /** Newton steps for one current density: the function is monotone, so more only polish rounding. */
    private static final int STEP_LIMIT = 200;

    private static final double RELATIVE_TOLERANCE = 1e-14;

    public ButlerVolmer {
        Require.positive("exchange current density", exchangeCurrentDensityAPerM2, "A/m2");
        Require.positive("anodic transfer coefficient", anodicTransfer, "");
        Require.positive("cathodic transfer coefficient", 1 - anodicTransfer, "");
        Require.nonNegative("series resistance", seriesResistanceOhmM2, "ohm m2");
        Require.positive("temperature", temperatureK, "K");
        if (!Double.isFinite(equilibriumShiftV)) {
            throw new InvalidInputException("the equilibrium shift must be finite, got " + equilibriumShiftV + " V");
        }
    }

    /** Symmetric kinetics (α = ½) with j₀ = RT/(F R_ct), which near equilibrium is j = Δφ/R_ct. */
    public static ButlerVolmer ofResistance(double chargeTransferOhmM2, double temperatureK) {
        Require.positive("charge-transfer resistance", chargeTransferOhmM2, "ohm m2");
        return new ButlerVolmer(thermalVoltageV(temperatureK) / chargeTransferOhmM2, 0.5, 0, 0, temperatureK);
    }

    /** The same law about an equilibrium at Δφ = 0. */
    public ButlerVolmer withoutShift() {
        return new ButlerVolmer(exchangeCurrentDensityAPerM2, anodicTransfer, 0, seriesResistanceOhmM2, temperatureK);
    }

    /** RT/F, V. */
    public static double thermalVoltageV(double temperatureK) {
        return PhysicalConstants.GAS_CONSTANT_J_PER_MOL_K * temperatureK / PhysicalConstants.FARADAY_C_PER_MOL;
    }

    @Override
    public double currentDensityAPerM2(double potentialDropV) {
        double drop = potentialDropV - equilibriumShiftV;
        if (seriesResistanceOhmM2 == 0) {
            return kinetic(drop);
        }
        // The overpotential solves drop = η + R j(η). Both the whole drop and what drives drop/R lie beyond the
        // solution, and
        // the function is curved away from there, so Newton comes from one side and need not be held back.
        double alone = overpotentialV(drop / seriesResistanceOhmM2);
        double eta = Math.abs(alone) < Math.abs(drop) ? alone : drop;
        for (int step = 0; step < STEP_LIMIT; step++) {
            double excess = eta + seriesResistanceOhmM2 * kinetic(eta) - drop;
            double change = excess / (1 + seriesResistanceOhmM2 * kineticSlope(eta));
            eta -= change;
            if (Math.abs(change) <= RELATIVE_TOLERANCE * Math.abs(drop)) {
                break;
            }
        }
        return (drop - eta) / seriesResistanceOhmM2;
    }

    @Override
    public double slopeSPerM2(double potentialDropV) {
        double drop = potentialDropV - equilibriumShiftV;
        if (seriesResistanceOhmM2 == 0) {
            return kineticSlope(drop);
        }
        double eta = drop - seriesResistanceOhmM2 * currentDensityAPerM2(potentialDropV);
        double slope = kineticSlope(eta);
        return slope / (1 + seriesResistanceOhmM2 * slope);
    }

    @Override
    public double potentialDropV(double currentDensityAPerM2) {
        return equilibriumShiftV + overpotentialV(currentDensityAPerM2) + seriesResistanceOhmM2 * currentDensityAPerM2;
    }

    /** η that drives a current density: the inverse of the two exponentials. */
    public double overpotentialV(double currentDensityAPerM2) {
        double ratio = currentDensityAPerM2 / exchangeCurrentDensityAPerM2;
        // α = ½ is exact; it starts Newton on the logarithm's scale for others, where plain Newton would overflow.
        double x = 2 * asinh(0.5 * ratio);
        if (anodicTransfer != 0.5) {
            x = ratio >= 0 ? Math.log1p(ratio) / anodicTransfer : -Math.log1p(-ratio) / (1 - anodicTransfer);
            for (int step = 0; step < STEP_LIMIT; step++) {
                double change = (difference(x) - ratio) / differenceSlope(x);
                x -= change;
                if (Math.abs(change) <= RELATIVE_TOLERANCE * Math.abs(x)) {
                    break;
                }
            }
        }
        return x * thermalVoltageV(temperatureK);
    }

    private double kinetic(double eta) {
        return exchangeCurrentDensityAPerM2 * difference(eta / thermalVoltageV(temperatureK));
    }

    private double kineticSlope(double eta) {
        double thermal = thermalVoltageV(temperatureK);
        return exchangeCurrentDensityAPerM2 / thermal * differenceSlope(eta / thermal);
    }

    /** e^(α_a x) − e^(−α_c x), accurate for small x. */
    private double difference(double x) {
        return Math.expm1(anodicTransfer * x) - Math.expm1(-(1 - anodicTransfer) * x);
    }

    private double differenceSlope(double x) {
        return anodicTransfer * Math.exp(anodicTransfer * x)
                + (1 - anodicTransfer) * Math.exp(-(1 - anodicTransfer) * x);
    }

    private static double asinh(double y) {
        double size = Math.abs(y);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), y);
    }
}
