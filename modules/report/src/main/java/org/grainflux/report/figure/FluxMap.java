package org.grainflux.report.figure;

import java.util.List;
import org.grainflux.report.vtu.FluxFields;
import org.grainflux.report.vtu.VtuGrid;

/** Current density over its mean in one plane structure, or on an electrode of a volume, with the grain boundaries. */
public final class FluxMap {
    private FluxMap() {}

    /** Whether the grid is a 2D field that this map can draw. */
    public static boolean canDraw(VtuGrid grid) {
        return FieldMap.canDraw(grid, FluxFields.CURRENT_OVER_MEAN);
    }

    public static String draw(String description, VtuGrid grid) {
        return FieldMap.draw(
                description,
                grid,
                FluxFields.CURRENT_OVER_MEAN,
                "–",
                (low, high) ->
                        Axis.linear("current density over its mean", low < 0.4 ? 0 : low, Math.max(high, 1.01), 5),
                List.of());
    }
}
