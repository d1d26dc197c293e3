package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureSystemTest {
    private static final String SMOKE =
            Path.of("..", "..", "configs", "smoke.yaml").toString();

    /**
     * The exported system, solved elsewhere, carries the current that the run has at 1 V: from two factorisations of the
     * same entries in different orders in the plane, against an iteration to a relative residual of 1e-9 in space.
     */
    @ParameterizedTest
    @CsvSource({
        "microstructure.dimension=2, 1e-10",
        // As coarse as it may be: what is compared is one system with itself.
        "microstructure.dimension=3 numerics.foot_element_nm=4000 numerics.electrode_element_um=5"
                + " numerics.interior_element_um=8, 1e-7",
    })
    void carriesTheCurrentOfTheRun(String changes, double tolerance) {
        StudyConfig study = new StudyReader(new LocalFiles())
                .read(SMOKE, List.of(changes.split(" ")), OptionalLong.empty(), OptionalInt.empty());
        LinearSystem system = StructureSystem.of(study, 0);
        double[] potentials = new double[system.matrix().rows()];
        CholeskySolver.of(system.matrix()).solve(system.load(), potentials, 1e-12);
        CsrPattern pattern = system.matrix().pattern();
        double current = 0;
        for (int i = 0; i < potentials.length; i++) {
            // The load of a free row is its coupling to the electrode at 1 V, which drives 1 − φ.
            boolean free = pattern.rowEnd(i) - pattern.rowStart(i) > 1;
            current += free ? system.load()[i] * (1 - potentials[i]) : 0;
        }

        Microstructure structure = PreparedStructure.generate(study, 0);
        double[] sizeM = structure.sizeM();
        // A per metre of depth in the plane, A in space; the electrodes lie across the last axis.
        double areaOverThickness = 1 / sizeM[sizeM.length - 1];
        for (int axis = 0; axis < sizeM.length - 1; axis++) {
            areaOverThickness *= sizeM[axis];
        }
        double expected = solver(study, structure).effectiveConductivitySPerM() * areaOverThickness;
        assertThat(current).isCloseTo(expected, within(tolerance * expected));
    }

    private static CellSolver solver(StudyConfig study, Microstructure structure) {
        ElectrolyteProperties properties =
                ElectrolyteProperties.of(study, structure, new ParameterDraw(study.seed(), 0, 0), 1);
        SimplexMesh mesh = PreparedStructure.mesh(structure, PreparedStructure.grading(study));
        return FluxMethod.of(structure.sizeM().length).solver(structure, mesh, properties, new StageClock());
    }
}
