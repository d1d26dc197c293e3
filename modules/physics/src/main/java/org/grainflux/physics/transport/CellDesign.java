package org.grainflux.physics.transport;

import java.util.Objects;

/** The contacts of a cell: what lies at the lower (0) and at the upper (1) electrode. */
public record CellDesign(ElectrodeContact lower, ElectrodeContact upper) {
    public CellDesign {
        Objects.requireNonNull(lower, "lower contact");
        Objects.requireNonNull(upper, "upper contact");
    }

    /** The same contact at both electrodes. */
    public static CellDesign symmetric(ElectrodeContact contact) {
        return new CellDesign(contact, contact);
    }

    public ElectrodeContact contact(int electrode) {
        return electrode == 0 ? lower : upper;
    }
}
