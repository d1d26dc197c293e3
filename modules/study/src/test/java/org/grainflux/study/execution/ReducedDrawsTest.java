package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.InterfaceCurrent;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.study.config.StudyConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many designs or draws on one structure are answered by reduced models, within the error they state. */
class ReducedDrawsTest {
    private static final double TOLERANCE = 0.015;

    private static final StudyConfig STUDY = SmallStudy.with(
            "numerics.convergence_samples=0",
            "designs.hl.interlayer.thickness_um={low: 3, high: 10, distribution: log_uniform}",
            "designs.hl.interlayer.conductivity_S_per_cm={low: 1e-5, high: 1e-3, distribution: log_uniform}");
    private static final InterfaceSolver SOLVER = solver();

    private static InterfaceSolver solver() {
        Microstructure structure = PreparedStructure.generate(STUDY, 0);
        SimplexMesh mesh = PreparedStructure.mesh(structure, PreparedStructure.grading(STUDY));
        ElectrolyteProperties properties =
                ElectrolyteProperties.of(STUDY, structure, new ParameterDraw(STUDY.seed(), 0, 0), 1);
        return (InterfaceSolver) new CondensedFlux().solver(structure, mesh, properties, new StageClock());
    }

    private static List<DrawnDesign> draws(String design, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(p -> DrawnDesign.of(STUDY, STUDY.design(design), new ParameterDraw(STUDY.seed(), 0, p)))
                .toList();
    }

    private static DrawSolver reduced(List<DrawnDesign> draws, double tolerance) {
        return ReducedDraws.of(SOLVER, draws, tolerance, () -> RandomStreams.stream(3, "sketch", 0));
    }

    @ParameterizedTest
    @CsvSource({"au", "hl"})
    void manyDrawsAgreeWithFullSolutionsWithinTheirEstimate(String design) {
        List<DrawnDesign> draws = draws(design, 60);
        DrawSolver solver = reduced(draws, TOLERANCE);
        int answered = 0;
        for (DrawnDesign draw : draws) {
            DrawSolver.Solved own = solver.solve(draw);
            CellSolution full = SOLVER.solve(draw.cell());
            if (own.ownAnswer().reduced()) {
                answered++;
                double estimate = own.ownAnswer().currentErrorEstimate();
                assertThat(estimate).isLessThanOrEqualTo(TOLERANCE);
                assertThat(maximum(own.own())).isCloseTo(maximum(full), within(estimate));
                assertThat(maximum(own.perfect()))
                        .isCloseTo(maximum(SOLVER.solve(draw.withPerfectContacts())), within(TOLERANCE));
            } else {
                assertThat(own.own().areaSpecificResistanceOhmM2()).isEqualTo(full.areaSpecificResistanceOhmM2());
            }
        }
        // Otherwise nothing was reduced and this test would say nothing.
        assertThat(answered).isGreaterThan(30);
    }

    @Test
    void fewDrawsAndImpossibleTolerancesAreSolvedInFull() {
        assertFull(reduced(draws("hl", 39), TOLERANCE), 3);
        assertFull(reduced(draws("hl", 60), 1e-9), 3);
        assertFull(reduced(draws("hl", 60), 0), 3);
    }

    /** Any solver stands in for a volume's: what the method does with many draws is asked here. */
    @Test
    void volumesAreSolvedInFullHoweverManyDrawsThereAre() {
        DrawSolver volume = new IterativeFlux().draws(SOLVER, draws("hl", 60), TOLERANCE, () -> {
            throw new AssertionError("a model was made");
        });
        assertFull(volume, 3);
    }

    private static void assertFull(DrawSolver solver, int count) {
        for (DrawnDesign draw : draws("hl", count)) {
            DrawSolver.Solved own = solver.solve(draw);
            assertThat(own.ownAnswer().reduced()).isFalse();
            assertThat(own.own().areaSpecificResistanceOhmM2())
                    .isEqualTo(SOLVER.solve(draw.cell()).areaSpecificResistanceOhmM2());
        }
    }

    @Test
    void answersDoNotDependOnWhatWasAskedBefore() {
        List<DrawnDesign> draws = draws("hl", 60);
        DrawSolver some = reduced(draws, TOLERANCE);
        DrawSolver last = reduced(draws, TOLERANCE);
        draws.subList(20, 40).forEach(some::solve);
        assertThat(some.solve(draws.get(59)).own().areaSpecificResistanceOhmM2())
                .isEqualTo(last.solve(draws.get(59)).own().areaSpecificResistanceOhmM2());
    }

    /** Largest 1 µm average over the mean at the interfaces with the electrolyte. */
    private static double maximum(CellSolution solution) {
        double largest = 0;
        for (int e = 0; e < 2; e++) {
            InterfaceCurrent current = solution.electrode(e).electrolyteInterface();
            largest = Math.max(largest, current.sliding(1e-6).maximum() / current.meanAPerM2());
        }
        return largest;
    }
}
