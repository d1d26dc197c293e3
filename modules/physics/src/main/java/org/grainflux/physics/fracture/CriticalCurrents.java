package org.grainflux.physics.fracture;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.PhysicalConstants;

/**
 * Evaluates one electrode as the plating side under the three hypotheses. Costs a few operations per flaw; no field is
 * solved.
 */
public final class CriticalCurrents {
    private CriticalCurrents() {}

    public static FilamentRisk evaluate(ElectrodeState state, CriterionParameters parameters) {
        GriffithCriterion griffith = parameters.griffith();
        // 1. F1: one calibrated flaw, the global resistance, two readings of the flux ratio k
        double etaV = griffith.criticalOverpotentialV(
                parameters.toughnessScale() * parameters.nominalToughnessPaSqrtM(), parameters.calibratedFlawDepthM());
        double quoted = paperCurrentAPerM2(etaV, PaperCalibration.quotedFluxRatio(state.platingSide()), state);
        double predicted = paperCurrentAPerM2(etaV, state.perfectContactW1000MaxOverMean(), state);
        // 2. F2: every flaw with the local overpotential of the design's own field, both bounds
        Weakest upper = weakest(state, parameters, griffith, state.upperOverpotentialOhmM2());
        Weakest lower = weakest(state, parameters, griffith, state.lowerOverpotentialOhmM2());
        // 3. F3: the first of Griffith, stripping and salt depletion
        double stripping = strippingAPerM2(state, parameters);
        double limiting = limitingCurrentAPerM2(
                Math.max(state.platingLayerBulkAsrOhmM2(), state.strippingLayerBulkAsrOhmM2()), parameters);
        double competing = Math.min(upper.currentAPerM2, Math.min(stripping, limiting));
        return new FilamentRisk(
                quoted,
                predicted,
                upper.currentAPerM2,
                lower.currentAPerM2,
                competing,
                stripping,
                limiting,
                mode(competing, upper.currentAPerM2, stripping),
                upper.flaw,
                state.flaws().size(),
                upper.held,
                upper.windowMinima);
    }

    /**
     * i_lim = 4 t₊ (RT/F)/R_HL,bulk, A/m²: limiting current of a binary electrolyte between electrodes that block its
     * anion, with its conductivity and diffusivity tied by Nernst and Einstein. +∞ for a resistance of 0.
     *
     * @param layerBulkAsrOhmM2 t/σ_HL of one layer, Ω m²
     */
    public static double limitingCurrentAPerM2(double layerBulkAsrOhmM2, CriterionParameters parameters) {
        double thermalVoltageV = PhysicalConstants.GAS_CONSTANT_J_PER_MOL_K
                * parameters.temperatureK()
                / PhysicalConstants.FARADAY_C_PER_MOL;
        return layerBulkAsrOhmM2 == 0
                ? Double.POSITIVE_INFINITY
                : 4 * parameters.transferenceNumber() * thermalVoltageV / layerBulkAsrOhmM2;
    }

    /** F1, i = η_c/(kR), A/m²; +∞ without an interface resistance, where the hypothesis says nothing. */
    private static double paperCurrentAPerM2(double etaV, double fluxRatio, ElectrodeState state) {
        return state.interfaceAsrOhmM2() == 0
                ? Double.POSITIVE_INFINITY
                : etaV / (fluxRatio * state.interfaceAsrOhmM2());
    }

    private static double strippingAPerM2(ElectrodeState state, CriterionParameters parameters) {
        return state.strippingSide().metalTouchesCeramic()
                ? parameters.strippingLimitAPerM2()
                : Double.POSITIVE_INFINITY;
    }

    private static LimitingMode mode(double competing, double griffith, double stripping) {
        if (competing == Double.POSITIVE_INFINITY) {
            return LimitingMode.NONE;
        }
        if (competing == griffith) {
            return LimitingMode.GRIFFITH;
        }
        return competing == stripping ? LimitingMode.STRIPPING : LimitingMode.LIMITING_CURRENT;
    }

    private static Weakest weakest(
            ElectrodeState state,
            CriterionParameters parameters,
            GriffithCriterion griffith,
            ToDoubleFunction<ElectrodePoint> overpotentialOhmM2) {
        Weakest result = new Weakest();
        for (Flaw drawn : state.flaws()) {
            Flaw flaw = parameters.scaled(drawn);
            double u = overpotentialOhmM2.applyAsDouble(flaw.position());
            if (Double.isNaN(u)) {
                throw new NumericalFailureException(
                        NumericalFailureException.Reason.NOT_FINITE,
                        "overpotential per current is not a number at x = "
                                + flaw.position().xM() + " m, y = "
                                + flaw.position().yM() + " m");
            }
            if (griffith.heldByExtrusion(flaw)) {
                result.held++;
            }
            double current = griffith.criticalCurrentAPerM2(flaw, u, state.grainConductivitySPerM());
            int window = windowOf(flaw.position().xM(), state.widthM());
            result.windowMinima[window] = Math.min(result.windowMinima[window], current);
            if (current < result.currentAPerM2) {
                result.currentAPerM2 = current;
                result.flaw = flaw;
            }
        }
        return result;
    }

    private static int windowOf(double positionM, double widthM) {
        int window = (int) (FilamentRisk.WINDOWS * ElectrodeSites.wrap(positionM, widthM) / widthM);
        return Math.min(window, FilamentRisk.WINDOWS - 1);
    }

    /** Running minimum over the flaws. */
    private static final class Weakest {
        private double currentAPerM2 = Double.POSITIVE_INFINITY;
        private Flaw flaw;
        private int held;
        private final double[] windowMinima = new double[FilamentRisk.WINDOWS];

        private Weakest() {
            Arrays.fill(windowMinima, Double.POSITIVE_INFINITY);
        }
    }
}
