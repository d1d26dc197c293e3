package org.grainflux.study.execution;

import java.util.Optional;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.crack.FractureEnergies;
import org.grainflux.physics.crack.PathCurrents;
import org.grainflux.physics.crack.WeakestPath;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.ElectrodeState;
import org.grainflux.study.config.ElectrolyteConfig;

/**
 * Where cracks of one structure would run, at the nominal draw. Paths do not depend on the design, so each electrode is
 * searched once, from the flaws of all its draws.
 */
final class CrackEstimates {
    private final Microstructure structure;
    private final ElectrolyteConfig electrolyte;
    private final FlawDraws flaws;
    private final ParameterDraw nominal;
    private final WeakestPath[] searched = new WeakestPath[2];
    private FractureEnergies energies;

    CrackEstimates(Microstructure structure, ElectrolyteConfig electrolyte, FlawDraws flaws, ParameterDraw nominal) {
        this.structure = structure;
        this.electrolyte = electrolyte;
        this.flaws = flaws;
        this.nominal = nominal;
    }

    /**
     * @param electrode where the flaws of the state lie
     * @return empty for structures without paths: volumes and images
     */
    Optional<PathCurrents> evaluate(int electrode, ElectrodeState flawed, CriterionParameters parameters) {
        if (WeakestPath.reasonWithout(structure).isPresent()) {
            return Optional.empty();
        }
        if (searched[electrode] == null) {
            double[] startsM = flaws.of(nominal, electrode).stream()
                    .flatMap(draw -> draw.stream())
                    .mapToDouble(flaw -> flaw.position().xM())
                    .toArray();
            searched[electrode] = WeakestPath.search(structure, energies(), electrode, startsM);
        }
        return Optional.of(PathCurrents.evaluate(searched[electrode], energies(), flawed, parameters));
    }

    /** Of boundaries and grains. */
    FractureEnergies energies() {
        if (energies == null) {
            energies = FractureEnergies.ofToughness(
                    structure.network(),
                    electrolyte.boundaryToughnessPaSqrtM().median(),
                    electrolyte.grainToughnessPaSqrtM().median(),
                    electrolyte.youngsModulusPa(),
                    electrolyte.poissonRatio());
        }
        return energies;
    }
}
