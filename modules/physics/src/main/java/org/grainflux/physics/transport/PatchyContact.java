package org.grainflux.physics.transport;

import org.grainflux.core.InvalidInputException;

/** Contact in periodic strips: spots of charge-transfer resistance R_ct between insulating gaps. */
public final class PatchyContact {
    private PatchyContact() {}

    /**
     * The profile of strips that begin at multiples of the period.
     *
     * @param contactFraction f in (0, 1], width of a spot over the period
     * @param periodM 2b; the cell's width must be a whole number of periods
     * @param chargeTransferOhmM2 R_ct within a spot, ≥ 0; 0 is perfect
     */
    public static ElectrodeContact strips(double contactFraction, double periodM, double chargeTransferOhmM2) {
        if (!(contactFraction > 0 && contactFraction <= 1)) {
            throw new InvalidInputException("a contact fraction must lie in (0, 1], got " + contactFraction);
        }
        if (contactFraction == 1) {
            return ElectrodeContact.uniform(chargeTransferOhmM2);
        }
        return new ElectrodeContact.DirectContact(
                ResistanceProfile.patchwise(periodM, new double[] {0, contactFraction * periodM}, new double[] {
                    chargeTransferOhmM2, Double.POSITIVE_INFINITY
                }));
    }
}
