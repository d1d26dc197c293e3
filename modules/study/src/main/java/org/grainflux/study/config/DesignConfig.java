package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.core.ScalarDistribution;

/**
 * One interface design, the same on both electrodes unless the interlayer is on one side only.
 *
 * @param name unique in the study, safe as a file name
 * @param label for figures and tables
 * @param interfaceResistanceOhmM2 area-specific resistance where lithium, bare or metallised, meets the ceramic; 0 is
 *     perfect contact. Not used on a side that carries an ionic layer
 * @param interlayer null unless {@link Kind#IONIC_LAYER}
 * @param observedAs name under which published values of this design are listed
 * @param mechanics what presses and resists cracks, where it differs from the study
 */
public record DesignConfig(
        String name,
        String label,
        Kind kind,
        ScalarDistribution interfaceResistanceOhmM2,
        InterlayerConfig interlayer,
        String observedAs,
        MechanicsConfig mechanics)
        implements Serializable {
    /** What lies between lithium and ceramic. */
    public enum Kind {
        /** Nothing. */
        BARE,
        /** A metal that conducts electrons and alloys: only its interface resistance acts. */
        METALLIC,
        /** A layer free of grain boundaries that conducts ions. */
        IONIC_LAYER
    }

    /**
     * Whether this electrode carries an ionic layer.
     *
     * @param electrode 0 (lower) or 1 (upper)
     */
    public boolean hasInterlayerAt(int electrode) {
        return interlayer != null
                && (interlayer.sides() == InterlayerConfig.Sides.BOTH
                        || interlayer.sides()
                                == (electrode == 0 ? InterlayerConfig.Sides.LOWER : InterlayerConfig.Sides.UPPER));
    }
}
