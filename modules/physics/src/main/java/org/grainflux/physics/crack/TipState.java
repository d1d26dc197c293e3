package org.grainflux.physics.crack;

import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.FaceContact;

/**
 * The fields around one place of the tip, with the same faces in touch, and what they mean for it. Both are linear in their loads,
 * so that the body under a pressure p has the sum of p times the first and the second.
 *
 * @param pressed under 1 Pa in the whole crack
 * @param rested under the stress that is there without lithium; null for none
 */
record TipState(
        CrackedPolycrystal polycrystal,
        Place place,
        ElasticField pressed,
        ElasticField rested,
        StressIntensity perPressure,
        StressIntensity resting) {

    /** @param ringM radius of the ring K is taken from, m */
    record Place(CrackTip tip, double ringM) {}

    /** Faces may overlap. */
    static TipState free(CrackedPolycrystal polycrystal, CrackLoad load, Place place) {
        ElasticField pressed = polycrystal.pressed();
        ElasticField rested = load.isAtRest() ? null : polycrystal.rested(load.compressionPa(), load.stackPressurePa());
        return new TipState(
                polycrystal,
                place,
                pressed,
                rested,
                polycrystal.intensity(pressed, place.tip(), place.ringM(), f -> 1),
                rested == null
                        ? new StressIntensity(0, 0)
                        : polycrystal.intensity(rested, place.tip(), place.ringM(), f -> 0));
    }

    /** Pairs of this free state that touch under a pressure. */
    int[] touching(FaceContact contact, double pressurePa) {
        return contact.touching(pressurePa, pressed, rested == null ? 0 : 1, rested == null ? pressed : rested);
    }

    /** This free state with some pairs of nodes kept together. */
    TipState holding(FaceContact contact, int[] touching) {
        if (touching.length == 0) {
            return this;
        }
        FaceContact.Held first = contact.held(pressed, touching);
        FaceContact.Held second = rested == null ? null : contact.held(rested, touching);
        return new TipState(
                polycrystal,
                place,
                first.field(),
                second == null ? null : second.field(),
                polycrystal.intensity(first.field(), place.tip(), place.ringM(), f -> 1 + first.pressuresPa()[f]),
                second == null
                        ? resting
                        : polycrystal.intensity(
                                second.field(), place.tip(), place.ringM(), f -> second.pressuresPa()[f]));
    }

    /** K_I under a pressure, Pa √m. */
    double openingPaSqrtM(double pressurePa) {
        return pressurePa * perPressure.modeIPaSqrtM() + resting.modeIPaSqrtM();
    }

    /** Of the crack under a pressure, m². */
    double volumeM2(double pressurePa) {
        return pressurePa * CrackedPolycrystal.volumeM2(pressed)
                + (rested == null ? 0 : CrackedPolycrystal.volumeM2(rested));
    }
}
