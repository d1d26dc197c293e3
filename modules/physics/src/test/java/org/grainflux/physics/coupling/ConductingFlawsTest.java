package org.grainflux.physics.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.grainflux.physics.contact.RoughContact;
import org.grainflux.physics.crack.CrackResistances;
import org.grainflux.physics.crack.CrackTerminals;
import org.grainflux.physics.crack.CrackedFlux;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.elasticity.CubicElasticity;
import org.grainflux.physics.elasticity.ElasticPolycrystal;
import org.grainflux.physics.elasticity.ElectrodeSupport;
import org.grainflux.physics.elasticity.LateralCondition;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.physics.kinetics.ButlerVolmer;
import org.grainflux.physics.transport.AssembledPolycrystal;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.ElectrodeTrace;
import org.grainflux.physics.transport.FlawedPolycrystal;
import org.grainflux.physics.transport.NonlinearCell;
import org.grainflux.physics.transport.OperatingPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductingFlawsTest {
    private static final double ROOM_K = 298.15;
    private static final double TEN_OHM_CM2 = 1e-3;
    private static final double BOUNDARY_OHM_M2 = 1e-4;
    private static final double SIGMA_S_PER_M = 0.05;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final LithiumMetal LITHIUM = LithiumMetal.reference();
    /** Of Butler–Volmer: 1 mA/m² through 10 Ω cm² are 1 µV beside 26 mV, so laws are straight to 1e-4. */
    private static final double GENTLE_A_PER_M2 = 1e-3;

    private static Plane plane;
    private static List<FootFlaw> flaws;

    /** A structure with its flux and its flaws, one at every foot of the plated electrode, as narrow as to hold any pressure. */
    private record Plane(Microstructure structure, SimplexMesh mesh, AssembledPolycrystal assembled) {
        static Plane of(double widthM, double heightM, MeshGrading grading) {
            Microstructure structure = MicrostructureGenerator.generate(
                    MicrostructureSpec.planar(widthM, heightM, 10e-6, Seeding.HARD_CORE),
                    RandomStreams.stream(7, "grain-seeds", 1),
                    RandomStreams.stream(7, "orientations", 1));
            SimplexMesh mesh = GrainMesher.mesh(structure, grading);
            double[][] tensors = new double[structure.grains().size()][];
            Arrays.fill(tensors, new double[] {SIGMA_S_PER_M, 0, 0, SIGMA_S_PER_M});
            return new Plane(
                    structure,
                    mesh,
                    AssembledPolycrystal.of(mesh, structure.sizeM(), tensors, boundaries(structure), null));
        }

        List<FootFlaw> flaws() {
            List<FootFlaw> found = new ArrayList<>();
            ElectrodeTrace plated = assembled.trace(1);
            for (int p = 0; p < plated.pointCount(); p++) {
                if (plated.isFoot(p)) {
                    FootFlaw.at(mesh, plated, 1, p, 2e-6, 5e-9).ifPresent(found::add);
                }
            }
            return found;
        }

        double widthM() {
            return structure.sizeM()[0];
        }

        ElasticPolycrystal grains(List<FootFlaw> open, ElectrodeSupport support) {
            boolean[] isOpen = new boolean[mesh.interfaces().count()];
            open.forEach(flaw -> Arrays.stream(flaw.facets()).forEach(f -> isOpen[f] = true));
            StiffnessTensor[] regions = new StiffnessTensor[structure.grains().size()];
            Arrays.fill(regions, StiffnessTensor.isotropic(145e9, 0.26));
            return ElasticPolycrystal.of(
                    new ElasticBody(
                            mesh,
                            regions,
                            BoundaryZone.llzo()
                                    .springs(
                                            structure.network().boundaries().size(),
                                            CubicElasticity.isotropic(145e9, 0.26)),
                            f -> isOpen[f]),
                    structure.sizeM(),
                    support);
        }

        CoupledCell conducting(
                List<FootFlaw> open, ElectrodeSupport support, Optional<RoughContact> contact, double growthPa) {
            double[] growth = new double[open.size()];
            Arrays.fill(growth, growthPa);
            return new CoupledCell(
                    FlawedPolycrystal.of(assembled, FootFlaw.filled(open)),
                    grains(open, support),
                    surface(contact),
                    open,
                    growth);
        }
    }

    private static double[] boundaries(Microstructure structure) {
        double[] boundaries = new double[structure.network().boundaries().size()];
        Arrays.fill(boundaries, BOUNDARY_OHM_M2);
        return boundaries;
    }

    @BeforeAll
    static void make() {
        plane = Plane.of(50e-6, 30e-6, new MeshGrading(0.2e-6, 0.5e-6, 1e-6, 1.5e-6, 0.4, new double[0][], 0.2e-6));
        flaws = plane.flaws();
    }

    private static StressedInterface surface(Optional<RoughContact> contact) {
        return new StressedInterface(TEN_OHM_CM2, 0.5, ROOM_K, LITHIUM, contact, 1e-6, SIGMA_S_PER_M);
    }

    private static CrackTerminals alone(FootFlaw flaw) {
        CrackedFlux flux = new CrackedFlux(
                plane.mesh(),
                plane.widthM(),
                1,
                new CrackResistances(
                        SIGMA_S_PER_M, boundaries(plane.structure()), TEN_OHM_CM2, TEN_OHM_CM2, TEN_OHM_CM2));
        flux.fill(flaw.facets());
        return flux.terminals();
    }

    @Test
    void withoutFlawsItIsTheCellAsBefore() {
        CoupledState state = plane.conducting(List.of(), ElectrodeSupport.SOFT, Optional.empty(), NEVER)
                .solve(20, 0, LateralCondition.held());
        ButlerVolmer law = ButlerVolmer.ofResistance(TEN_OHM_CM2, ROOM_K);
        OperatingPoint plain =
                new NonlinearCell(CondensedPolycrystal.withField(plane.assembled())).solve(i -> law, i -> law, 20);
        assertThat(state.iterations()).isEqualTo(1);
        assertThat(state.flux().voltageV()).isCloseTo(plain.voltageV(), within(1e-12));
        assertThat(state.flux().upper().potentialDropsV())
                .containsExactly(plain.upper().potentialDropsV(), within(1e-12));
    }

    /** Under no pressure a flaw takes its share of the current; under enough of it, nothing: as the linear cell says. */
    @Test
    void shareAndPressureAreThoseOfTheLinearCell() {
        FootFlaw flaw = flaws.get(1);
        CrackTerminals alone = alone(flaw);
        double width = plane.widthM();
        CoupledState open = plane.conducting(List.of(flaw), ElectrodeSupport.SOFT, Optional.empty(), 0)
                .solve(GENTLE_A_PER_M2, 0, LateralCondition.held());
        double expected = alone.share() * GENTLE_A_PER_M2 * width;
        assertThat(open.capped()[0]).isTrue();
        assertThat(open.flawPressuresPa()[0]).isZero();
        assertThat(open.flawCurrentsAPerM()[0]).isCloseTo(expected, within(1e-3 * expected));
        // What the flaw takes is missing at the electrode.
        assertThat(open.flux().lower().current().meanAPerM2()).isCloseTo(GENTLE_A_PER_M2, within(1e-12));
        assertThat(open.flux().upper().current().meanAPerM2() * width + open.flawCurrentsAPerM()[0])
                .isCloseTo(GENTLE_A_PER_M2 * width, within(1e-9 * GENTLE_A_PER_M2 * width));

        double density = 1;
        CoupledState full = plane.conducting(List.of(flaw), ElectrodeSupport.SOFT, Optional.empty(), NEVER)
                .solve(density, 0, LateralCondition.held());
        double expectedPa = LITHIUM.pressurePa(alone.overpotentialOhmM2() * density);
        assertThat(full.capped()[0]).isFalse();
        // 1 mV of 26: laws bend by 1e-3, and the residual is 1e-4 of this pressure.
        assertThat(full.flawPressuresPa()[0]).isCloseTo(expectedPa, within(2e-3 * expectedPa));
        assertThat(Math.abs(full.flawCurrentsAPerM()[0])).isLessThan(1e-9 * density * width);

        // Half the pressure, half of what the flaw takes freely.
        CoupledState growing = plane.conducting(
                        List.of(flaw), ElectrodeSupport.SOFT, Optional.empty(), 0.5 * expectedPa)
                .solve(density, 0, LateralCondition.held());
        double half = 0.5 * alone.share() * density * width;
        assertThat(growing.capped()[0]).isTrue();
        assertThat(growing.flawCurrentsAPerM()[0]).isCloseTo(half, within(0.02 * half));
    }

    /** Plates that stay flat, contact that needs pressure, all flaws at once. */
    @ParameterizedTest
    @CsvSource({"10e6, 5, 3", "1.5e6, 25, 3"})
    void manyFlawsUnderRigidPlatesSettle(double stackPa, int passes, int newtonStepsPerPass) {
        assertThat(flaws).hasSizeGreaterThanOrEqualTo(4);
        Optional<RoughContact> rough = Optional.of(RoughContact.lithium());
        CoupledState state = plane.conducting(flaws, ElectrodeSupport.RIGID, rough, NEVER)
                .solve(0.5, stackPa, LateralCondition.free());
        assertThat(state.residualPa()).isLessThanOrEqualTo(1e3);
        // At 1.5 MPa flaws of 29 MPa lift the plates beside them, which opens the contact there.
        assertThat(state.iterations()).isLessThanOrEqualTo(passes);
        assertThat(state.newtonSteps()).isLessThanOrEqualTo(newtonStepsPerPass * state.iterations());
        double width = plane.widthM();
        assertThat(state.flux().upper().current().meanAPerM2() * width).isCloseTo(0.5 * width, within(1e-9 * width));
        // The flaws are full: they feel the potential beside them and half their depth further in.
        CoupledState full = new CoupledCell(
                        CondensedPolycrystal.withField(plane.assembled()),
                        plane.grains(flaws, ElectrodeSupport.RIGID),
                        surface(rough),
                        flaws)
                .solve(0.5, stackPa, LateralCondition.free());
        for (int k = 0; k < flaws.size(); k++) {
            assertThat(state.capped()[k]).isFalse();
            assertThat(Math.abs(state.flawCurrentsAPerM()[k])).isLessThan(1e-9 * width);
            assertThat(state.flawPressuresPa()[k] / full.flawPressuresPa()[k]).isBetween(1.0, 1.03);
        }
    }

    /** Stripped, a flaw has no pressure. */
    @Test
    void aStrippedFlawIsUnderNoPressure() {
        assertThat(plane.conducting(flaws, ElectrodeSupport.SOFT, Optional.empty(), NEVER)
                        .solve(-1, 0, LateralCondition.held())
                        .flawPressuresPa())
                .containsOnly(0);
    }

    @Test
    void flawsMustBeThoseOfThePolycrystal() {
        FlawedPolycrystal one = FlawedPolycrystal.of(plane.assembled(), FootFlaw.filled(flaws.subList(0, 1)));
        ElasticPolycrystal grains = plane.grains(flaws, ElectrodeSupport.SOFT);
        assertThatThrownBy(() -> new CoupledCell(
                        one, grains, surface(Optional.empty()), flaws.subList(1, 2), new double[] {NEVER}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new CoupledCell(one, grains, surface(Optional.empty()), flaws.subList(0, 1), new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * About 75,000 nodes of potential: one factorisation of the flux, one of the stiffness, and per pass a load of it and a few dense steps;
     * docs/performance.md has what that costs.
     */
    @Tag("nightly")
    @Test
    void aPlaneOfSeventyFiveThousandNodesTakesFewPasses() {
        Plane large = Plane.of(100e-6, 100e-6, MeshGrading.standard());
        assertThat(large.mesh().nodeCount()).isBetween(60_000, 90_000);
        List<FootFlaw> all = large.flaws();
        assertThat(all).hasSizeGreaterThan(5);
        CoupledState state = large.conducting(all, ElectrodeSupport.RIGID, Optional.of(RoughContact.lithium()), NEVER)
                .solve(5, 10e6, LateralCondition.free());
        assertThat(state.iterations()).isLessThanOrEqualTo(7);
        assertThat(state.newtonSteps()).isLessThanOrEqualTo(3 * state.iterations());
    }
}
