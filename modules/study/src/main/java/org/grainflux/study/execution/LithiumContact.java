package org.grainflux.study.execution;

import org.grainflux.physics.contact.ContactPattern;
import org.grainflux.physics.contact.RoughContact;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.physics.transport.ResistanceProfile;
import org.grainflux.study.config.ContactConfig;
import org.grainflux.study.config.StudyConfig;

/**
 * How lithium meets the surface in this study: everywhere, or in periodic spots whose share follows from the stack
 * pressure.
 *
 * @param fraction real contact fraction f
 * @param pattern null for intimate contact
 */
record LithiumContact(double fraction, ContactPattern pattern) {

    static LithiumContact of(StudyConfig study) {
        ContactConfig contact = study.contact();
        if (contact.model() == ContactConfig.Model.INTIMATE) {
            return new LithiumContact(1, null);
        }
        double fraction = new RoughContact(
                        study.lithium().bulkYieldStressPa(), contact.hardnessFactor(), contact.floorFraction())
                .fraction(contact.stackPressurePa());
        if (fraction == 1) {
            return new LithiumContact(1, null);
        }
        double widthM = study.microstructure().sizeM()[0];
        int spots = (int) Math.max(1, Math.round(widthM / contact.spotPeriodM()));
        return new LithiumContact(fraction, new ContactPattern(widthM, spots, fraction, 0));
    }

    /** The contact with this intimate area-specific resistance; gaps between spots insulate. */
    ElectrodeContact with(double intimateResistanceOhmM2) {
        if (pattern == null) {
            return ElectrodeContact.uniform(intimateResistanceOhmM2);
        }
        double periodM = pattern.periodM();
        return new ElectrodeContact.DirectContact(
                ResistanceProfile.patchwise(periodM, new double[] {0, pattern.spotWidthM()}, new double[] {
                    intimateResistanceOhmM2, Double.POSITIVE_INFINITY
                }));
    }

    /** Ends of the spots along an electrode, where the mesh must be fine; empty for intimate contact. */
    double[] spotEndsM() {
        if (pattern == null) {
            return new double[0];
        }
        double[] starts = pattern.spotStartsM();
        double[] ends = new double[2 * starts.length];
        for (int k = 0; k < starts.length; k++) {
            ends[2 * k] = starts[k];
            ends[2 * k + 1] = starts[k] + pattern.spotWidthM();
        }
        return ends;
    }
}
