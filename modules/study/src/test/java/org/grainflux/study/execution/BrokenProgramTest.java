package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.regression.Finding;
import org.grainflux.study.regression.Outcome;
import org.grainflux.study.regression.Quantities;
import org.grainflux.study.regression.ReferenceReader;
import org.grainflux.study.regression.Regression;
import org.grainflux.study.regression.RunnerSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped references catch a program whose constants, mesh or solver is wrong, and only that. */
class BrokenProgramTest {
    private static final Path REFERENCES = Path.of("..", "..", "datasets", "references");

    private static Outcome run(String reference, RunnerSource program) {
        return new Regression(program, 2)
                .run(ReferenceReader.readAll(REFERENCES, List.of(reference), List.of(), false), outcome -> {})
                .get(0);
    }

    private static RunnerSource solvedBy(IntFunction<FluxMethod> methods) {
        return (study, fields) -> new RealizationRunner(study, 1, fields, methods);
    }

    private static RunnerSource withValue(String reference, String value) {
        StudyConfig other = new StudyReader(new LocalFiles(), List.of(REFERENCES.toString()))
                .read(
                        REFERENCES.resolve(reference).resolve("study.yaml").toString(),
                        List.of(value),
                        OptionalLong.empty(),
                        OptionalInt.empty());
        return (study, fields) -> new RealizationRunner(other, 1, fields);
    }

    private static List<String> differing(Outcome outcome, Finding.Against against) {
        return outcome.findings().stream()
                .filter(finding -> finding.against() == against && !finding.agrees())
                .map(Finding::quantity)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"brick", "bicrystal-60", "single-crystal", "hexagonal", "patch-contact", "interlayer-kinds"})
    void theProgramAsItIsAgrees(String reference) {
        Outcome outcome = run(reference, RunnerSource.PROGRAM);

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.findings()).isNotEmpty().allMatch(Finding::agrees);
    }

    /** A part in a million of the conductivity: against the golden, and against the formula that knows no golden. */
    @Test
    void aWrongConductivityIsCaught() {
        Outcome outcome = run("brick", withValue("brick", "electrolyte.grain_conductivity_S_per_cm=5.000005e-4"));

        assertThat(differing(outcome, Finding.Against.GOLDEN))
                .contains("effective_conductivity_S_per_cm", "area_specific_resistance_ohm_cm2");
        assertThat(differing(outcome, Finding.Against.KNOWN)).contains("effective_conductivity_S_per_cm");
        assertThat(outcome.isExactWhereKnown()).isFalse();
    }

    @Test
    void aWrongBoundaryResistanceIsCaughtWhereItChangesTheField() {
        Outcome outcome = run("bicrystal-60", (study, fields) -> new RealizationRunner(study, 1 + 1e-6, fields));

        assertThat(differing(outcome, Finding.Against.GOLDEN))
                .contains("effective_conductivity_S_per_cm", Quantities.CURRENT_PROFILE, Quantities.POTENTIAL);
        // Named by design, electrode and place.
        assertThat(outcome.findings())
                .filteredOn(finding -> finding.quantity().equals(Quantities.CURRENT_PROFILE) && !finding.agrees())
                .allSatisfy(finding -> assertThat(finding.where())
                        .matches("(perfect|metallic|layer), (lower|upper) electrode at x = [0-9.]+ µm"));
    }

    @Test
    void aWrongToughnessIsCaughtInTheCriticalCurrentsAlone() {
        Outcome outcome = run(
                "bicrystal-60",
                withValue("bicrystal-60", "electrolyte.grain_boundary_fracture_toughness_MPa_sqrt_m=0.70001"));

        // Which of the two limits is the lower one decides whether both move.
        assertThat(differing(outcome, Finding.Against.GOLDEN))
                .contains("ccd_self_consistent_mA_per_cm2")
                .isSubsetOf("ccd_self_consistent_mA_per_cm2", "ccd_competing_mA_per_cm2");
    }

    /** One node of two thousand, moved by 10 nm: no count changes; the local current does, to first order. */
    @Test
    void aMeshWithOneMovedNodeIsCaught() {
        Outcome outcome = run("bicrystal-60", solvedBy(dimension -> new MovedNode(10e-9)));

        assertThat(differing(outcome, Finding.Against.GOLDEN))
                .contains("w500_max_over_mean", Quantities.CURRENT_PROFILE, Quantities.POTENTIAL)
                .doesNotContain("unknowns", "grain_count");
    }

    @Test
    void aCoarserMeshIsCaught() {
        Outcome outcome = run("bicrystal-60", withValue("bicrystal-60", "numerics.interior_element_um=3"));

        assertThat(differing(outcome, Finding.Against.GOLDEN)).contains("unknowns", "effective_conductivity_S_per_cm");
    }

    @Test
    void aSolverThatStopsEarlyIsCaught() {
        Outcome outcome = run("blocks", solvedBy(dimension -> new IterativeFlux(1e-5)));

        assertThat(outcome.agrees()).isFalse();
    }

    /** The tolerance of iterative references is what their reason says: above what stopping elsewhere moves. */
    @Tag("nightly")
    @ParameterizedTest
    @CsvSource({
        "blocks, 1e-9",
        "blocks, 1e-11",
        "hard-core-volume, 1e-9",
        "hard-core-volume, 1e-11",
        "patch-contact-volume, 1e-9",
        "patch-contact-volume, 1e-11"
    })
    void aSolverThatStopsTenTimesEarlierOrLaterAgrees(String reference, double relativeTolerance) {
        Outcome outcome = run(reference, solvedBy(dimension -> new IterativeFlux(relativeTolerance)));

        assertThat(outcome.findings()).isNotEmpty().allMatch(Finding::agrees);
    }

    /** The plane's method on a mesh one of whose inner nodes lies elsewhere. */
    private static final class MovedNode implements FluxMethod {
        private final FluxMethod method = new CondensedFlux();
        private final double distanceM;

        MovedNode(double distanceM) {
            this.distanceM = distanceM;
        }

        @Override
        public SimplexMesh mesh(Microstructure structure, MeshGrading grading) {
            SimplexMesh mesh = method.mesh(structure, grading);
            int moved = innerNode(mesh);
            double[] coordinatesM = new double[2 * mesh.nodeCount()];
            for (int node = 0; node < mesh.nodeCount(); node++) {
                coordinatesM[2 * node] = mesh.coordinateM(node, 0) + (node == moved ? distanceM : 0);
                coordinatesM[2 * node + 1] = mesh.coordinateM(node, 1);
            }
            int[] elementNodes = new int[3 * mesh.elementCount()];
            int[] regions = new int[mesh.elementCount()];
            for (int e = 0; e < regions.length; e++) {
                regions[e] = mesh.elementRegion(e);
                for (int corner = 0; corner < 3; corner++) {
                    elementNodes[3 * e + corner] = mesh.elementNode(e, corner);
                }
            }
            return new SimplexMesh(2, coordinatesM, elementNodes, regions, mesh.interfaces(), mesh.borders());
        }

        private static int innerNode(SimplexMesh mesh) {
            Set<Integer> outer = new HashSet<>();
            for (int f = 0; f < mesh.interfaces().count(); f++) {
                for (int corner = 0; corner < 2; corner++) {
                    outer.add(mesh.interfaces().minusNode(f, corner));
                    outer.add(mesh.interfaces().plusNode(f, corner));
                }
            }
            for (int f = 0; f < mesh.borders().count(); f++) {
                outer.add(mesh.borders().node(f, 0));
                outer.add(mesh.borders().node(f, 1));
            }
            int node = mesh.nodeCount() / 2;
            while (outer.contains(node)) {
                node++;
            }
            return node;
        }

        @Override
        public CellSolver solver(
                Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties, StageClock clock) {
            return method.solver(structure, mesh, properties, clock);
        }

        @Override
        public String solvedBy() {
            return method.solvedBy();
        }

        @Override
        public DrawSolver draws(
                CellSolver solver,
                Collection<DrawnDesign> all,
                double tolerance,
                Supplier<RandomGenerator> randomness) {
            return method.draws(solver, all, tolerance, randomness);
        }
    }
}
