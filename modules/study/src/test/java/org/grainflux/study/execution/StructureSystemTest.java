package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.junit.jupiter.api.Test;

class StructureSystemTest {
    private static final StudyConfig STUDY = new StudyReader(new LocalFiles())
            .read(Path.of("..", "..", "configs", "smoke.yaml").toString());

    /** The exported system, solved elsewhere, carries the current that the condensed structure has at 1 V. */
    @Test
    void carriesTheCurrentOfTheRun() {
        LinearSystem system = StructureSystem.of(STUDY, 0);
        double[] potentials = new double[system.matrix().rows()];
        CholeskySolver.of(system.matrix()).solve(system.load(), potentials, 1e-12);
        CsrPattern pattern = system.matrix().pattern();
        double currentAPerM = 0;
        for (int i = 0; i < potentials.length; i++) {
            // The load of a free row is its coupling to the electrode at 1 V, which drives 1 − φ.
            boolean free = pattern.rowEnd(i) - pattern.rowStart(i) > 1;
            currentAPerM += free ? system.load()[i] * (1 - potentials[i]) : 0;
        }

        Microstructure structure = PreparedStructure.generate(STUDY, 0);
        double[] sizeM = structure.sizeM();
        double expected = solver(structure).effectiveConductivitySPerM() * sizeM[0] / sizeM[1];
        // Two factorisations of the same entries in different orders.
        assertThat(currentAPerM).isCloseTo(expected, within(1e-10 * expected));
    }

    private static CellSolver solver(Microstructure structure) {
        ElectrolyteProperties properties =
                ElectrolyteProperties.of(STUDY, structure, new ParameterDraw(STUDY.seed(), 0, 0), 1);
        SimplexMesh mesh =
                PreparedStructure.mesh(structure, PreparedStructure.grading(STUDY, LithiumContact.of(STUDY)));
        return new CondensedFlux().solver(structure, mesh, properties, new StageClock());
    }
}
