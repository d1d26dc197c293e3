package org.grainflux.physics.contact;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * Where a rough interface touches along a periodic electrode: equal spots at equal distances, gaps insulating. This is
 * the patchwise R_int(x) of the field solution.
 *
 * @param widthM length of the electrode, m
 * @param spots number of spots
 * @param fraction f, contact length over electrode length
 * @param offsetM position of the left end of the first spot, m
 */
public record ContactPattern(double widthM, int spots, double fraction, double offsetM) implements Serializable {
    public ContactPattern {
        Require.positive("electrode width", widthM, "m");
        Require.positive("number of contact spots", spots, "");
        Require.within("contact fraction", fraction, 1e-12, 1, "");
        Require.within("offset of the first spot", offsetM, 0, widthM, "m");
    }

    /**
     * Spots of a given half-width, as many as make the fraction come closest: the period is 2a/f rounded so that it
     * divides the width, and the spot width follows, f being kept exactly.
     *
     * @param spotHalfWidthM a, m
     */
    public static ContactPattern ofSpots(double widthM, double fraction, double spotHalfWidthM, double offsetM) {
        Require.positive("electrode width", widthM, "m");
        Require.within("contact fraction", fraction, 1e-12, 1, "");
        Require.positive("half-width of a contact spot", spotHalfWidthM, "m");
        int spots = (int) Math.max(1, Math.round(widthM * fraction / (2 * spotHalfWidthM)));
        return new ContactPattern(widthM, spots, fraction, offsetM);
    }

    /** 2b, m. */
    public double periodM() {
        return widthM / spots;
    }

    /** 2a, m. */
    public double spotWidthM() {
        return fraction * periodM();
    }

    /** True where lithium touches; spots are half-open, [start, start + width). */
    public boolean touches(double positionM) {
        double periodM = periodM();
        double phaseM = (positionM - offsetM) - periodM * Math.floor((positionM - offsetM) / periodM);
        return fraction == 1 || phaseM < spotWidthM();
    }

    /** R_int(x): R_ct within a spot, +∞ in a gap, Ω m². */
    public double resistanceOhmM2(double positionM, double chargeTransferOhmM2) {
        return touches(positionM) ? chargeTransferOhmM2 : Double.POSITIVE_INFINITY;
    }

    /** Left ends of the spots, unwrapped from the offset, m. */
    public double[] spotStartsM() {
        double[] starts = new double[spots];
        for (int s = 0; s < spots; s++) {
            starts[s] = offsetM + s * periodM();
        }
        return starts;
    }
}
