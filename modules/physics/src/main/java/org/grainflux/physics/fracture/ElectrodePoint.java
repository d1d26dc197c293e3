package org.grainflux.physics.fracture;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * A point of an electrode.
 *
 * @param xM along the first periodic axis, m, in [0, width)
 * @param yM along the second one, m, in [0, depth); 0 on the electrode line of a plane structure
 */
public record ElectrodePoint(double xM, double yM) implements Serializable {
    public ElectrodePoint {
        Require.nonNegative("position along the electrode", xM, "m");
        Require.nonNegative("second position along the electrode", yM, "m");
    }

    /** On the electrode line of a plane structure. */
    public static ElectrodePoint onLine(double xM) {
        return new ElectrodePoint(xM, 0);
    }
}
