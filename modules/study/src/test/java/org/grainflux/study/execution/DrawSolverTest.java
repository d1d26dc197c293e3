package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.InterfaceCurrent;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.study.config.StudyConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many draws of one interface are answered by a reduced model, which must not be told from full solutions. */
class DrawSolverTest {
    /** Relative; the stated tolerance of the model. */
    private static final double TOLERANCE = 5e-4;

    private static final StudyConfig STUDY = SmallStudy.with(
            "numerics.convergence_samples=0",
            "designs.hl.interlayer.conductivity_S_per_cm={low: 1e-5, high: 1e-3, distribution: log_uniform}");
    private static final LithiumContact LITHIUM = LithiumContact.of(STUDY);
    private static final InterfaceSolver SOLVER = solver();

    private static InterfaceSolver solver() {
        Microstructure structure = PreparedStructure.generate(STUDY, 0);
        SimplexMesh mesh = PreparedStructure.mesh(structure, PreparedStructure.grading(STUDY, LITHIUM));
        ElectrolyteProperties properties =
                ElectrolyteProperties.of(STUDY, structure, new ParameterDraw(STUDY.seed(), 0, 0), 1);
        return (InterfaceSolver) new CondensedFlux().solver(structure, mesh, properties, new StageClock());
    }

    private static List<DrawnDesign> draws(String design, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(p -> DrawnDesign.of(STUDY.design(design), LITHIUM, new ParameterDraw(STUDY.seed(), 0, p)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"au", "hl"})
    void manyDrawsAgreeWithFullSolutions(String design) {
        List<DrawnDesign> draws = draws(design, 40);
        DrawSolver reduced = DrawSolver.of(SOLVER, STUDY.design(design), draws);
        boolean differs = false;
        for (DrawnDesign draw : draws) {
            DrawSolver.Solved fast = reduced.solve(draw);
            DrawSolver.Solved full = DrawSolver.full(SOLVER).solve(draw);

            assertClose(fast.own(), full.own());
            assertClose(fast.perfect(), full.perfect());
            differs |= fast.own().areaSpecificResistanceOhmM2() != full.own().areaSpecificResistanceOhmM2();
        }
        // Otherwise nothing was reduced and this test would say nothing.
        assertThat(differs).isTrue();
    }

    @Test
    void fewDrawsAreSolvedInFull() {
        List<DrawnDesign> draws = draws("hl", 3);
        DrawSolver few = DrawSolver.of(SOLVER, STUDY.design("hl"), draws);

        for (DrawnDesign draw : draws) {
            assertThat(few.solve(draw).own().areaSpecificResistanceOhmM2())
                    .isEqualTo(SOLVER.solve(draw.cell()).areaSpecificResistanceOhmM2());
        }
    }

    private static void assertClose(CellSolution actual, CellSolution expected) {
        assertRelative(actual.areaSpecificResistanceOhmM2(), expected.areaSpecificResistanceOhmM2());
        for (int e = 0; e < 2; e++) {
            assertRelative(
                    maximum(actual.electrode(e).lithiumInterface()),
                    maximum(expected.electrode(e).lithiumInterface()));
            assertRelative(
                    maximum(actual.electrode(e).electrolyteInterface()),
                    maximum(expected.electrode(e).electrolyteInterface()));
        }
    }

    private static double maximum(InterfaceCurrent current) {
        return current.sliding(1e-6).maximum() / current.meanAPerM2();
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(TOLERANCE * expected));
    }
}
