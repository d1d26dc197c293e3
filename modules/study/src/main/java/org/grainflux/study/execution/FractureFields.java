package org.grainflux.study.execution;

import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.ElectrodeState;
import org.grainflux.physics.fracture.FilamentRisk;
import org.grainflux.study.config.DesignConfig;

/** What chosen realizations get beside criteria: cracks followed with the solved stress, and coupled fields. */
final class FractureFields {
    private final CrackExtensions extensions;
    private final Couplings couplings;
    private final StageClock clock;

    FractureFields(CrackExtensions extensions, Couplings couplings, StageClock clock) {
        this.extensions = extensions;
        this.couplings = couplings;
        this.clock = clock;
    }

    /**
     * Adds the rows of one electrode as plating side, for the first flaws of the nominal draw.
     *
     * @param risk what the flux alone says of {@code flawed}
     */
    void add(
            DesignConfig design,
            ParameterDraw nominal,
            int plating,
            ElectrodeState flawed,
            CriterionParameters parameters,
            FilamentRisk risk,
            ResultRows rows) {
        int structure = nominal.structureIndex();
        if (extensions.follows(structure)) {
            clock.time(StageClock.Stage.EXTEND, () -> {
                extensions.add(structure, design.name(), plating, flawed, parameters, risk.criticalFlaw(), rows);
                return null;
            });
        }
        if (couplings.couples(structure)) {
            clock.time(StageClock.Stage.COUPLE, () -> {
                couplings.add(design, nominal, plating, flawed, parameters, risk, rows);
                return null;
            });
        }
    }
}
