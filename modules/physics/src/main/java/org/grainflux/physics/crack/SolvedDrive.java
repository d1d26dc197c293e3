package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.fem.elasticity.ReleasedFacets;

/**
 * The overpotential of the flux solved with the crack as it is: its lithium is under one pressure and takes no net current, what
 * enters it near the tip leaves it near the mouth. The cell is factored once per mesh. For one crack.
 */
final class SolvedDrive implements TipDrive {
    private final double widthM;
    private final int startElectrode;
    private final CrackResistances resistances;
    private final List<CrackTerminals> terminals = new ArrayList<>();
    private CrackedFlux flux;
    private int solvesBefore;

    SolvedDrive(double widthM, int startElectrode, CrackResistances resistances) {
        this.widthM = widthM;
        this.startElectrode = startElectrode;
        this.resistances = resistances;
    }

    @Override
    public double overpotentialOhmM2(ReleasedFacets body, double deepestM) {
        if (flux == null || flux.mesh() != body.mesh()) {
            solvesBefore = solveCount();
            flux = new CrackedFlux(body.mesh(), widthM, startElectrode, resistances);
        }
        flux.fill(IntStream.range(0, body.mesh().interfaces().count())
                .filter(body::isOpen)
                .toArray());
        CrackTerminals now = flux.terminals();
        terminals.add(now);
        return now.overpotentialOhmM2();
    }

    /** One per place at which the tip was asked. */
    List<CrackTerminals> terminals() {
        return terminals;
    }

    int solveCount() {
        return solvesBefore + (flux == null ? 0 : flux.solveCount());
    }
}
