package org.grainflux.physics.tip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.Require;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.Rotation;
import org.grainflux.physics.contact.ConductiveTip;
import org.grainflux.physics.contact.ContactModel;
import org.grainflux.physics.contact.LocalModulus;
import org.grainflux.physics.contact.ReducedModulus;
import org.grainflux.physics.contact.SurfacePoint;
import org.grainflux.physics.contact.TipContactMap;

/**
 * A tip that is lowered onto places of one realization's surface and biased until a filament starts. Competing there: the
 * grooves of all boundaries, each through the disc's surface potential at its distance; the ideal strength of the crystal
 * under the tip; and apart from both, breakdown.
 *
 * @param statedAreaM2 contact area that replaces the elastic one on a crystal of mean modulus; places differ as their moduli do
 * @param chargeTransferOhmM2 R_ct of tip and ceramic
 */
public record VirtualTip(
        ConductiveTip tip,
        LocalModulus modulus,
        double hardnessPa,
        Optional<Double> statedAreaM2,
        double conductivitySPerM,
        double chargeTransferOhmM2,
        InteriorStrength interior,
        DistanceLaw law,
        double decayLengthM) {
    private static final double[] UP = {0, 0, 1};

    public VirtualTip {
        Require.positive("hardness", hardnessPa, "Pa");
        Require.positive("conductivity", conductivitySPerM, "S/m");
        // Without charge transfer no overpotential stands at the interface, and no bias would start anything.
        Require.positive("charge-transfer resistance", chargeTransferOhmM2, "Ω m²");
        Require.positive("decay length", decayLengthM, "m");
        statedAreaM2.ifPresent(area -> Require.positive("stated contact area", area, "m²"));
    }

    /** Contact of the tip at places of a structure's surface: grains by their orientations seen from above. */
    public TipContactMap contacts(Microstructure structure, List<SurfacePlace> places) {
        List<SurfacePoint> points = places.stream()
                .map(place -> new SurfacePoint(place.xM(), place.grain(), place.distanceToBoundaryM()))
                .toList();
        return TipContactMap.at(points, grain -> orientation(structure, grain), UP, tip, modulus, hardnessPa);
    }

    private static Rotation orientation(Microstructure structure, int grain) {
        return structure.grains().get(grain).orientation();
    }

    /**
     * @param grooveV critical overpotential of each boundary of the network, V
     * @return one per place
     */
    public List<TriggerBias> triggers(
            Microstructure structure, SurfacePlan plan, List<SurfacePlace> places, double[] grooveV) {
        TipContactMap contacts = contacts(structure, places);
        List<TriggerBias> found = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            found.add(trigger(plan, places.get(i), contacts, i, grooveV));
        }
        return found;
    }

    private TriggerBias trigger(SurfacePlan plan, SurfacePlace place, TipContactMap contacts, int i, double[] grooveV) {
        double areaM2 = contacts.spot(ContactModel.HERTZ, i).areaM2() * areaFactor();
        double radiusM = Math.sqrt(areaM2 / Math.PI);
        // Beyond the hardness the contact is plastic and its mean pressure stays there.
        double pressurePa = Math.min(
                tip.forceN() / areaM2, contacts.spot(ContactModel.PLASTIC, i).meanPressurePa());
        double crystalV = interior.overpotentialV(youngsModulusPa(contacts, i), pressurePa);
        double overpotentialV = crystalV;
        for (int line = 0; line < plan.lineCount(); line++) {
            double edgeV = grooveV[plan.boundaryOfLine(line)];
            // The bias only grows with distance, so most boundaries are passed over without looking where they are.
            if (edgeV < overpotentialV) {
                double distanceM = plan.distanceM(place.xM(), place.yM(), line);
                overpotentialV = Math.min(
                        overpotentialV,
                        law.biasV(
                                edgeV,
                                crystalV,
                                law == DistanceLaw.DISC_POTENTIAL ? radiusM : decayLengthM,
                                distanceM));
            }
        }
        return new TriggerBias(
                overpotentialV / share(radiusM),
                overpotentialV < crystalV ? TriggerMode.BOUNDARY_GROOVE : TriggerMode.IDEAL_STRENGTH,
                interior.breakdownBiasV(radiusM),
                radiusM);
    }

    /** Young's modulus that belongs to the indentation modulus at a place, Pa. */
    public double youngsModulusPa(TipContactMap contacts, int i) {
        double poisson = modulus.crystal().hillPoissonRatio();
        return contacts.localModulusPa(i) * (1 - poisson * poisson);
    }

    /** Stated area over the elastic one on a crystal of mean modulus; 1 without a stated one. */
    private double areaFactor() {
        return statedAreaM2
                .map(area -> area / tip.hertz().on(meanReducedModulusPa()).areaM2())
                .orElse(1.0);
    }

    private double meanReducedModulusPa() {
        double ceramicPa = ReducedModulus.indentationModulusPa(
                modulus.crystal().hillYoungsModulusPa(), modulus.crystal().hillPoissonRatio());
        return ReducedModulus.ofPa(ceramicPa, tip.indentationModulusPa());
    }

    /** Contact radius on a crystal of mean modulus, m. */
    public double meanRadiusM() {
        return Math.sqrt(statedAreaM2.orElseGet(
                        () -> tip.hertz().on(meanReducedModulusPa()).areaM2())
                / Math.PI);
    }

    private double share(double radiusM) {
        return DiscContact.bare(radiusM, conductivitySPerM, chargeTransferOhmM2).interfaceShare();
    }

    /**
     * The bias through a layer: the grooves of the ceramic feel the potential where layer and ceramic meet, which is spread
     * over the thickness of the layer, so all places see nearly the same. An upper bound of the drive, as if all of that
     * potential were overpotential: with the drop over the interface alone the bias would be larger still.
     *
     * @param belowLayer of the layer's {@link DiscField}
     * @return magnitude, V; +∞ on a surface without boundaries
     */
    public static double throughLayerV(
            SurfacePlan plan, SurfacePlace place, double[] grooveV, PotentialProfile belowLayer) {
        double biasV = Double.POSITIVE_INFINITY;
        double largest = belowLayer.at(0);
        for (int line = 0; line < plan.lineCount(); line++) {
            double edgeV = grooveV[plan.boundaryOfLine(line)];
            if (edgeV / largest < biasV) {
                biasV = Math.min(biasV, edgeV / belowLayer.at(plan.distanceM(place.xM(), place.yM(), line)));
            }
        }
        return biasV;
    }
}
