package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.physics.contact.ConductiveTip;
import org.grainflux.physics.contact.ReducedModulus;

/**
 * The conductive tip whose contact area and pressure are mapped over the surface.
 *
 * @param workOfAdhesionJPerM2 w of the JKR pull-off force 1.5 π w r
 */
public record TipConfig(
        double radiusM, double loadN, double youngsModulusPa, double poissonRatio, double workOfAdhesionJPerM2)
        implements Serializable {
    public ConductiveTip conductive() {
        return new ConductiveTip(
                radiusM,
                loadN,
                ReducedModulus.indentationModulusPa(youngsModulusPa, poissonRatio),
                workOfAdhesionJPerM2);
    }
}
