package org.grainflux.physics.tip;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * A layer between a tip and the ceramic, e.g. a homogenizing layer.
 *
 * @param thicknessM t
 * @param conductivitySPerM σ_L
 */
public record SurfaceLayer(double thicknessM, double conductivitySPerM) implements Serializable {
    public SurfaceLayer {
        Require.positive("layer thickness", thicknessM, "m");
        Require.positive("layer conductivity", conductivitySPerM, "S/m");
    }
}
