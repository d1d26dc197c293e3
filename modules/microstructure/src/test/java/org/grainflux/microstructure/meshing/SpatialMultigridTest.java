package org.grainflux.microstructure.meshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.assembly.BorderConductance;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Iterations of the project's own multigrid on meshes of polyhedra from 25,000 unknowns on. */
class SpatialMultigridTest {
    private static final double SIGMA = 0.05;
    private static final double D = 10e-6;
    private static final double TOLERANCE = 1e-8;
    private static final int FEWEST_UNKNOWNS = 25_000;

    /** g d / σ of the boundaries, from resistive to conducting. */
    private static final double[] CONDUCTANCE_RATIOS = {0.02, 2, 20, 200, 2000};

    /**
     * At the last ratio interfaces conduct a thousand times better than an element: 17–27 iterations seen, and 28–46 on base
     * meshes, where most nodes lie on boundaries.
     */
    private static final double FIRM = 2000;

    /** Uniform, in the middle of a halving; and graded as a study grades, with a coarser trace. */
    private static final MeshGrading MID_CYCLE = uniform(3.2e-6);

    private static final MeshGrading GRADED = new MeshGrading(1e-6, 5e-6, 4e-6, 8e-6, 0.65, new double[0][], 1e-6);

    private static MeshGrading uniform(double sizeM) {
        return new MeshGrading(sizeM, sizeM, sizeM, sizeM, 0.6, new double[0][], sizeM);
    }

    record Case(Seeding seeding, int index, MeshGrading grading, double conductanceRatio) {
        @Override
        public String toString() {
            return seeding + " " + index + (grading == GRADED ? " graded, " : " mid-cycle, ") + conductanceRatio;
        }
    }

    /** The structure whose base mesh missed by most before vertices were moved. */
    static Stream<Case> worst() {
        SpatialMeshCampaignTest.Known known =
                SpatialMeshCampaignTest.onceMissed().findFirst().orElseThrow();
        return Stream.of(
                new Case(known.seeding(), known.index(), MID_CYCLE, 2),
                new Case(known.seeding(), known.index(), GRADED, 0.02));
    }

    @ParameterizedTest
    @MethodSource("worst")
    void twentyIterationsSufficeOnTheWorstStructure(Case given) {
        requireFewIterations(given);
    }

    static Stream<Case> tenWorst() {
        List<Case> cases = new ArrayList<>();
        for (SpatialMeshCampaignTest.Known known :
                SpatialMeshCampaignTest.onceMissed().limit(10).toList()) {
            for (double ratio : CONDUCTANCE_RATIOS) {
                cases.add(new Case(known.seeding(), known.index(), MID_CYCLE, ratio));
                cases.add(new Case(known.seeding(), known.index(), GRADED, ratio));
            }
        }
        return cases.stream();
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("tenWorst")
    void twentyIterationsSufficeOnTheTenWorst(Case given) {
        requireFewIterations(given);
    }

    private static void requireFewIterations(Case given) {
        Microstructure structure = CampaignCase.structure(given.seeding, given.index);
        SimplexMesh mesh = SpatialMesher.mesh(structure, given.grading).mesh();
        assertThat(iterations(structure, mesh, given.conductanceRatio))
                .isLessThanOrEqualTo(given.conductanceRatio == FIRM ? 30 : 20);
    }

    /** Base meshes have 25,000 unknowns from some 600 grains on. */
    @Tag("nightly")
    @ParameterizedTest
    @EnumSource(
            value = Seeding.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BRICKS", "IMAGE"})
    void twentyIterationsSufficeOnBaseMeshes(Seeding seeding) {
        Microstructure structure = MicrostructureGenerator.generate(
                MicrostructureSpec.solid(9 * D, 9 * D, 10 * D, D, seeding),
                RandomStreams.stream(13, "solid-seeds", 0),
                RandomStreams.stream(13, "solid-orientations", 0));
        SimplexMesh mesh = SpatialMesher.mesh(structure, uniform(1)).mesh();
        for (double ratio : CONDUCTANCE_RATIOS) {
            assertThat(iterations(structure, mesh, ratio)).isLessThanOrEqualTo(ratio == FIRM ? 50 : 20);
        }
    }

    /** Perfect contact at both electrodes, as nearly as a Robin condition gives it. */
    static int iterations(Microstructure structure, SimplexMesh mesh, double conductanceRatio) {
        assertThat(mesh.nodeCount()).isGreaterThanOrEqualTo(FEWEST_UNKNOWNS);
        double[][] tensors = new double[structure.grains().size()][];
        Arrays.fill(tensors, new double[] {SIGMA, 0, 0, 0, SIGMA, 0, 0, 0, SIGMA});
        double[] conductances = new double[structure.network().boundaries().size()];
        Arrays.fill(conductances, conductanceRatio * SIGMA / D);
        CsrMatrix a = DiffusionAssembler.stiffness(mesh, tensors, conductances, null);
        BorderAssembler border = new BorderAssembler(mesh);
        BorderConductance contact = BorderConductance.uniform(1e3 * SIGMA / D);
        border.addRobin(a, 0, contact);
        border.addRobin(a, 1, contact);
        double[] load = new double[mesh.nodeCount()];
        border.addRobinLoad(load, 0, contact, 1);
        double[] u = new double[load.length];
        int iterations = MultigridSolver.of(a).solve(load, u, TOLERANCE).iterations();
        assertThat(Residual.of(a, u, load).relativeToLoad()).isLessThanOrEqualTo(TOLERANCE);
        return iterations;
    }
}
