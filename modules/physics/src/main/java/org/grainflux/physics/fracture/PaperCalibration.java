package org.grainflux.physics.fracture;

import java.io.Serializable;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.core.Require;

/**
 * The one fitted number of hypothesis F1: the depth of the flaw for which i = η_c(c)/(kR) comes closest to the observed
 * critical currents in the logarithm. Everything computed with it is <em>calibrated</em>: one parameter lands on both
 * fitted designs because the quoted k = 10 absorbs their ratio.
 *
 * @param flawDepthM c, m
 * @param criticalOverpotentialV η_c of that flaw, V
 * @param observations what was fitted and what was only checked
 * @param predictedAPerM2 F1 with the fitted flaw, one value per observation, A/m²
 * @param rmsLnResidual root mean square of ln(predicted/observed) over the fitted observations
 */
public record PaperCalibration(
        double flawDepthM,
        double criticalOverpotentialV,
        List<Observation> observations,
        List<Double> predictedAPerM2,
        double rmsLnResidual)
        implements Serializable {
    /** "Over ten times": the flux ratio the reference paper quotes for lithium directly on the ceramic. */
    private static final double QUOTED_RATIO = 10;

    public PaperCalibration {
        observations = List.copyOf(observations);
        predictedAPerM2 = List.copyOf(predictedAPerM2);
    }

    /**
     * An observed critical current density.
     *
     * @param ccdAPerM2 the value, or the upper bound when {@code upperBound}, A/m²
     * @param upperBound true for "below this": left out of the fit, used as a check
     * @param interfaceAsrOhmM2 R, Ω m²
     * @param fluxRatio k
     */
    public record Observation(
            String name, double ccdAPerM2, boolean upperBound, double interfaceAsrOhmM2, double fluxRatio)
            implements Serializable {
        public Observation {
            Require.positive("observed critical current density of " + name, ccdAPerM2, "A/m²");
            Require.positive("interface resistance of " + name, interfaceAsrOhmM2, "Ω m²");
            Require.positive("flux ratio of " + name, fluxRatio, "");
        }

        /** i k R, V: the critical overpotential this observation implies under F1. */
        double impliedOverpotentialV() {
            return ccdAPerM2 * fluxRatio * interfaceAsrOhmM2;
        }
    }

    /** k of the paper's claim: 10 where no ionic layer evens the flux out, 1 where one does. */
    public static double quotedFluxRatio(InterfaceKind kind) {
        return kind == InterfaceKind.IONIC_LAYER ? 1 : QUOTED_RATIO;
    }

    /**
     * Lu et al. 2021 (Adv. Energy Mater., 10.1002/aenm.202003811): bare &lt; 0.1, Au 0.2, HL 1.8 mA/cm²; R_bare ≈ 1000,
     * R_HL 50 → 14 Ω cm² on cycling. R_Au is not in the text, only 14 &lt; R_Au ≲ 50: geometric means are used.
     */
    public static List<Observation> paperObservations() {
        double mA = LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2;
        double ohm = LaboratoryUnits.OHM_CM2_IN_OHM_M2;
        double geometricMean = Math.sqrt(14.0 * 50.0) * ohm;
        return List.of(
                new Observation("bare", 0.1 * mA, true, 1000 * ohm, quotedFluxRatio(InterfaceKind.DIRECT)),
                new Observation("au", 0.2 * mA, false, geometricMean, quotedFluxRatio(InterfaceKind.METALLIC)),
                new Observation("hl", 1.8 * mA, false, geometricMean, quotedFluxRatio(InterfaceKind.IONIC_LAYER)));
    }

    /** Fit to {@link #paperObservations()}. */
    public static PaperCalibration fitPaper(GriffithCriterion criterion, double toughnessPaSqrtM) {
        return fit(paperObservations(), criterion, toughnessPaSqrtM);
    }

    /**
     * Least squares in ln i. ln i = ln η_c − ln(kR) has slope one in ln η_c, so the best η_c is the geometric mean of
     * the implied ones, and c follows from K_IC/(Y√(πc)) + σ_comp = Fη_c/V_m.
     */
    public static PaperCalibration fit(
            List<Observation> observations, GriffithCriterion criterion, double toughnessPaSqrtM) {
        Require.positive("toughness", toughnessPaSqrtM, "Pa √m");
        double meanLn = observations.stream()
                .filter(observation -> !observation.upperBound())
                .mapToDouble(observation -> Math.log(observation.impliedOverpotentialV()))
                .average()
                .orElseThrow(() -> new InvalidInputException(
                        "a calibration needs at least one observation that is not a bound, got none"));
        double etaV = Math.exp(meanLn);
        double fromToughnessPa = criterion.lithium().pressurePa(etaV) - criterion.compressionPa();
        if (!(fromToughnessPa > 0)) {
            throw new InvalidInputException("compression of " + criterion.compressionPa()
                    + " Pa alone exceeds the pressure the observations imply; lower the compression");
        }
        double sqrtPiC = toughnessPaSqrtM / (criterion.geometryFactor() * fromToughnessPa);
        List<Double> predicted = observations.stream()
                .map(observation -> etaV / (observation.fluxRatio() * observation.interfaceAsrOhmM2()))
                .toList();
        return new PaperCalibration(
                sqrtPiC * sqrtPiC / Math.PI, etaV, observations, predicted, rms(observations, meanLn));
    }

    /** Every bound among the observations is respected by the fit. */
    public boolean respectsBounds() {
        for (int n = 0; n < observations.size(); n++) {
            if (observations.get(n).upperBound()
                    && !(predictedAPerM2.get(n) < observations.get(n).ccdAPerM2())) {
                return false;
            }
        }
        return true;
    }

    private static double rms(List<Observation> observations, double meanLn) {
        return Math.sqrt(observations.stream()
                .filter(observation -> !observation.upperBound())
                .mapToDouble(observation -> Math.log(observation.impliedOverpotentialV()) - meanLn)
                .map(residual -> residual * residual)
                .average()
                .orElse(0));
    }
}
