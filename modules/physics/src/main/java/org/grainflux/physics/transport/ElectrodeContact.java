package org.grainflux.physics.transport;

import org.grainflux.core.InvalidInputException;

/** What lies between lithium and the electrolyte at one electrode. */
public sealed interface ElectrodeContact {

    /** Lithium straight on the electrolyte, without resistance. */
    static ElectrodeContact perfect() {
        return new DirectContact(ResistanceProfile.uniform(0));
    }

    /** The same area-specific resistance everywhere, Ω m². */
    static ElectrodeContact uniform(double areaSpecificResistanceOhmM2) {
        return new DirectContact(ResistanceProfile.uniform(areaSpecificResistanceOhmM2));
    }

    /** Lithium on the electrolyte, or on a metallic film that adds nothing but a resistance. */
    record DirectContact(ResistanceProfile resistance) implements ElectrodeContact {}

    /**
     * Lithium that touches a volume's electrolyte in discs on a rectangular lattice, the first centre half a period from the
     * origin along both axes; gaps insulate.
     *
     * @param periodXM distance of centres along x; the cell's width must be a whole number of them
     * @param periodYM along y
     * @param radiusM of each disc; at most half the shorter period, so that discs do not overlap
     * @param resistanceOhmM2 within a disc, ≥ 0; 0 is perfect
     */
    record DiscContact(double periodXM, double periodYM, double radiusM, double resistanceOhmM2)
            implements ElectrodeContact {
        public DiscContact {
            if (!(radiusM > 0 && 2 * radiusM <= Math.min(periodXM, periodYM))) {
                throw new InvalidInputException(
                        "discs of contact need a radius > 0 and at most half their distances, got "
                                + radiusM + " m and distances of " + periodXM + " and " + periodYM
                                + " m; closer spots are intimate contact");
            }
            if (!(resistanceOhmM2 >= 0 && Double.isFinite(resistanceOhmM2))) {
                throw new InvalidInputException(
                        "the resistance of a contact spot must be finite and >= 0, got " + resistanceOhmM2 + " ohm m2");
            }
        }
    }

    /**
     * A homogeneous ionic conductor without grain boundaries.
     *
     * @param thicknessM t &gt; 0
     * @param conductivitySPerM σ_HL &gt; 0
     * @param lithiumSideOhmM2 charge transfer at Li|HL, ≥ 0; 0 is perfect
     * @param electrolyteSideOhmM2 charge transfer at HL|electrolyte, ≥ 0; 0 ties layer and grains
     */
    record IonicLayer(double thicknessM, double conductivitySPerM, double lithiumSideOhmM2, double electrolyteSideOhmM2)
            implements ElectrodeContact {
        public IonicLayer {
            if (!(thicknessM > 0 && Double.isFinite(thicknessM))) {
                throw new InvalidInputException("interlayer thickness must be finite and > 0, got " + thicknessM
                        + " m; for no layer use direct contact");
            }
            if (!(conductivitySPerM > 0 && Double.isFinite(conductivitySPerM))) {
                throw new InvalidInputException(
                        "interlayer conductivity must be finite and > 0, got " + conductivitySPerM + " S/m");
            }
            if (!(lithiumSideOhmM2 >= 0 && Double.isFinite(lithiumSideOhmM2))
                    || !(electrolyteSideOhmM2 >= 0 && Double.isFinite(electrolyteSideOhmM2))) {
                throw new InvalidInputException(
                        "charge-transfer resistances of an interlayer must be finite and >= 0, got " + lithiumSideOhmM2
                                + " ohm m2 at the lithium and " + electrolyteSideOhmM2 + " ohm m2 at the electrolyte");
            }
        }
    }
}
