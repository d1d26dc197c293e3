package org.grainflux.physics.fracture;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.grainflux.core.Require;

/**
 * One electrode as the plating side of one design, with what the opposite, stripping side adds. A cell has two
 * polarities: the same realization is evaluated with electrode 0 plating and electrode 1 stripping, and the other way
 * round; in a symmetric cell under alternating current the first of the two to fail decides
 * ({@link FilamentRisk#firstToFail}).
 *
 * <p>With an interlayer, lithium sits at Li|HL but flaws at HL|LLZO, where the layer's own ohmic drop cannot pressurise
 * lithium. η is therefore bounded from both sides, and both bounds are evaluated.
 *
 * @param flaws flaws of the plating electrode
 * @param widthM first periodic width of the electrode, m; sub-windows divide it
 * @param upperOverpotentialOhmM2 η(x) per unit of mean current density, upper bound: local current over mean current
 *     times the whole resistance between lithium and ceramic, the layer's ohmic drop included, Ω m². Where contact is
 *     lost it returns 0: no lithium, no pressure
 * @param lowerOverpotentialOhmM2 the same with the charge-transfer resistance at the ceramic's face only, Ω m²
 * @param grainConductivitySPerM σ_g around the flaws, S/m
 * @param interfaceAsrOhmM2 R, the global interface resistance of the plating side, Ω m²
 * @param perfectContactW1000MaxOverMean w1000 maximum over mean of this design's FEM with perfect contact
 * @param platingSide interface kind of this electrode
 * @param strippingSide interface kind of the opposite electrode
 * @param platingLayerBulkAsrOhmM2 t/σ_HL of an ionic layer on this side, Ω m²; 0 without one
 * @param strippingLayerBulkAsrOhmM2 the same on the opposite side
 */
public record ElectrodeState(
        List<Flaw> flaws,
        double widthM,
        ToDoubleFunction<ElectrodePoint> upperOverpotentialOhmM2,
        ToDoubleFunction<ElectrodePoint> lowerOverpotentialOhmM2,
        double grainConductivitySPerM,
        double interfaceAsrOhmM2,
        double perfectContactW1000MaxOverMean,
        InterfaceKind platingSide,
        InterfaceKind strippingSide,
        double platingLayerBulkAsrOhmM2,
        double strippingLayerBulkAsrOhmM2) {
    public ElectrodeState {
        flaws = List.copyOf(flaws);
        Require.positive("electrode width", widthM, "m");
        Require.positive("grain conductivity", grainConductivitySPerM, "S/m");
        Require.nonNegative("interface resistance", interfaceAsrOhmM2, "Ω m²");
        Require.within("w1000 maximum over mean", perfectContactW1000MaxOverMean, 1 - 1e-9, 1e6, "");
        Require.nonNegative("bulk resistance of the plating layer", platingLayerBulkAsrOhmM2, "Ω m²");
        Require.nonNegative("bulk resistance of the stripping layer", strippingLayerBulkAsrOhmM2, "Ω m²");
    }

    /** The same electrode with other flaws. */
    public ElectrodeState with(List<Flaw> others) {
        return new ElectrodeState(
                others,
                widthM,
                upperOverpotentialOhmM2,
                lowerOverpotentialOhmM2,
                grainConductivitySPerM,
                interfaceAsrOhmM2,
                perfectContactW1000MaxOverMean,
                platingSide,
                strippingSide,
                platingLayerBulkAsrOhmM2,
                strippingLayerBulkAsrOhmM2);
    }

    /** The same electrode with another upper bound of the overpotential. */
    public ElectrodeState with(ToDoubleFunction<ElectrodePoint> otherUpperOverpotentialOhmM2) {
        return new ElectrodeState(
                flaws,
                widthM,
                otherUpperOverpotentialOhmM2,
                lowerOverpotentialOhmM2,
                grainConductivitySPerM,
                interfaceAsrOhmM2,
                perfectContactW1000MaxOverMean,
                platingSide,
                strippingSide,
                platingLayerBulkAsrOhmM2,
                strippingLayerBulkAsrOhmM2);
    }
}
