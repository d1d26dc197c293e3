package org.grainflux.physics.fracture;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * Where a grain boundary reaches an electrode: a foot, which is a point of the line (2D), or a straight piece of a trace
 * on the plane (3D).
 *
 * @param start first end, wrapped into the cell
 * @param alongXM from the first end to the second, m; 0 for a foot
 * @param alongYM the same along the second axis
 * @param measure how much boundary it is: 1 for a foot, its length in m for a piece of trace
 */
public record BoundarySite(ElectrodePoint start, double alongXM, double alongYM, double measure)
        implements Serializable {
    public BoundarySite {
        Require.positive("measure of a boundary site", measure, "");
    }

    static BoundarySite foot(double positionM) {
        return new BoundarySite(ElectrodePoint.onLine(positionM), 0, 0, 1);
    }

    /** A piece of trace from one point to another, both in one unwrapped frame. */
    static BoundarySite trace(ElectrodePoint start, double alongXM, double alongYM) {
        return new BoundarySite(start, alongXM, alongYM, Math.hypot(alongXM, alongYM));
    }

    boolean isFoot() {
        return alongXM == 0 && alongYM == 0;
    }
}
