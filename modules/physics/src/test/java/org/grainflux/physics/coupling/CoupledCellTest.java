package org.grainflux.physics.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.fixedpoint.AndersonRelaxation;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.grainflux.physics.contact.RoughContact;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.elasticity.CubicElasticity;
import org.grainflux.physics.elasticity.ElasticPolycrystal;
import org.grainflux.physics.elasticity.ElectrodeSupport;
import org.grainflux.physics.elasticity.LateralCondition;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.physics.kinetics.ButlerVolmer;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.ElectrodeTrace;
import org.grainflux.physics.transport.NonlinearCell;
import org.grainflux.physics.transport.OperatingPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoupledCellTest {
    private static final double ROOM_K = 298.15;
    private static final double TEN_OHM_CM2 = 1e-3;
    private static final double SIGMA_S_PER_M = 0.05;
    private static final double FLAW_DEPTH_M = 1e-6;
    /** As wide as deep: lithium flows out at 121 MPa, which 16 mV drive. */
    private static final double OPENING_M = 1e-6;

    private static final LithiumMetal LITHIUM = LithiumMetal.reference();

    private static Microstructure structure;
    private static SimplexMesh mesh;
    private static CondensedPolycrystal polycrystal;
    private static List<FootFlaw> flaws;

    @BeforeAll
    static void make() {
        structure = MicrostructureGenerator.generate(
                MicrostructureSpec.planar(50e-6, 30e-6, 10e-6, Seeding.HARD_CORE),
                RandomStreams.stream(7, "grain-seeds", 1),
                RandomStreams.stream(7, "orientations", 1));
        mesh = GrainMesher.mesh(structure, MeshGrading.standard());
        double[] resistances = new double[structure.network().boundaries().size()];
        Arrays.fill(resistances, 1e-4);
        double[][] tensors = new double[structure.grains().size()][];
        Arrays.fill(tensors, new double[] {SIGMA_S_PER_M, 0, 0, SIGMA_S_PER_M});
        polycrystal = CondensedPolycrystal.of(mesh, structure.sizeM(), tensors, resistances, null);
        flaws = new ArrayList<>();
        ElectrodeTrace plated = polycrystal.trace(1);
        for (int p = 0; p < plated.pointCount(); p++) {
            if (plated.isFoot(p)) {
                FootFlaw.at(mesh, plated, 1, p, FLAW_DEPTH_M, OPENING_M).ifPresent(flaws::add);
            }
        }
    }

    private static ElasticPolycrystal grains(List<FootFlaw> open, ElectrodeSupport support) {
        boolean[] isOpen = new boolean[mesh.interfaces().count()];
        open.forEach(flaw -> Arrays.stream(flaw.facets()).forEach(f -> isOpen[f] = true));
        CubicElasticity llzo = CubicElasticity.isotropic(145e9, 0.26);
        StiffnessTensor[] regions = new StiffnessTensor[structure.grains().size()];
        Arrays.fill(regions, StiffnessTensor.isotropic(145e9, 0.26));
        return ElasticPolycrystal.of(
                new ElasticBody(
                        mesh,
                        regions,
                        BoundaryZone.llzo()
                                .springs(structure.network().boundaries().size(), llzo),
                        f -> isOpen[f]),
                structure.sizeM(),
                support);
    }

    private static StressedInterface surface(Optional<RoughContact> contact) {
        return new StressedInterface(TEN_OHM_CM2, 0.5, ROOM_K, LITHIUM, contact, 1e-6, SIGMA_S_PER_M);
    }

    private static CoupledCell cell(List<FootFlaw> open, ElectrodeSupport support, Optional<RoughContact> contact) {
        return new CoupledCell(polycrystal, grains(open, support), surface(contact), open);
    }

    /** Nothing presses and everything touches: flux alone, seen to be so in one solve. */
    @Test
    void withoutStressTheFluxIsThatOfTheFluxAlone() {
        CoupledState state =
                cell(List.of(), ElectrodeSupport.SOFT, Optional.empty()).solve(20, 0, LateralCondition.held());
        ButlerVolmer law = ButlerVolmer.ofResistance(TEN_OHM_CM2, ROOM_K);
        OperatingPoint alone = new NonlinearCell(polycrystal).solve(i -> law, i -> law, 20);
        assertThat(state.iterations()).isEqualTo(1);
        assertThat(state.flux().voltageV()).isCloseTo(alone.voltageV(), within(1e-12));
        assertThat(state.flux().lower().potentialDropsV())
                .containsExactly(alone.lower().potentialDropsV(), within(1e-12));
    }

    /** Both sides are pressed alike: equilibria move together, and only exchange currents and contact are felt. */
    @Test
    void stackPressureShiftsBothEquilibriaAndClosesTheContact() {
        double pressurePa = 1e6;
        RoughContact rough = RoughContact.lithium();
        CoupledState state = cell(List.of(), ElectrodeSupport.SOFT, Optional.of(rough))
                .solve(20, pressurePa, LateralCondition.held());
        ButlerVolmer law = surface(Optional.of(rough)).law(-pressurePa);
        assertThat(state.contactFractions()[0]).containsOnly(new double[] {rough.fraction(pressurePa)}, within(1e-6));
        OperatingPoint alone = new NonlinearCell(polycrystal).solve(i -> law, i -> law, 20);
        assertThat(state.flux().voltageV()).isCloseTo(alone.voltageV(), within(1e-9));
        // Lithium above is plated: its drop holds the shift of V_m P/F against it.
        double shiftV = pressurePa * 13.0e-6 / PhysicalConstants.FARADAY_C_PER_MOL;
        ButlerVolmer unshifted =
                new ButlerVolmer(law.exchangeCurrentDensityAPerM2(), 0.5, 0, law.seriesResistanceOhmM2(), ROOM_K);
        OperatingPoint free = new NonlinearCell(polycrystal).solve(i -> unshifted, i -> unshifted, 20);
        double[] dropsV = state.flux().upper().potentialDropsV();
        for (int i = 0; i < dropsV.length; i++) {
            assertThat(dropsV[i] - free.upper().potentialDropsV()[i]).isCloseTo(-shiftV, within(1e-9));
        }
    }

    @Test
    void flawsOfTheGivenDepthFollowTheirBoundaries() {
        assertThat(flaws).hasSizeGreaterThanOrEqualTo(4);
        for (FootFlaw flaw : flaws) {
            // Facets at the feet are 40 to 100 nm long.
            assertThat(flaw.depthM()).isCloseTo(FLAW_DEPTH_M, within(0.1e-6));
            assertThat(Arrays.stream(flaw.facets())
                            .map(f -> mesh.interfaces().tag(f))
                            .distinct()
                            .count())
                    .isEqualTo(1);
        }
    }

    /** p = −F Δφ/V_m beside the flaw, until lithium flows out of its mouth. */
    @Test
    void flawsHoldWhatTheDropDrivesUntilTheyExtrude() {
        CoupledCell cell = cell(flaws, ElectrodeSupport.SOFT, Optional.empty());
        double capPa = LITHIUM.extrusionCapPa(flaws.get(0).depthM(), OPENING_M);
        CoupledState gentle = cell.solve(1, 0, LateralCondition.held());
        for (int k = 0; k < flaws.size(); k++) {
            // About j R_ct = 1 mV and the crowding at the foot.
            assertThat(gentle.flawPressuresPa()[k] / LITHIUM.pressurePa(1e-3)).isBetween(0.9, 2.5);
            assertThat(gentle.capped()[k]).isFalse();
        }
        CoupledState hard = cell.solve(2 * capPa / LITHIUM.pressurePa(TEN_OHM_CM2), 0, LateralCondition.held());
        assertThat(hard.capped()[0]).isTrue();
        assertThat(hard.flawPressuresPa()[0]).isCloseTo(capPa, within(1.0));
        // Stripped instead of plated, flaws have no lithium under pressure.
        assertThat(cell.solve(-1, 0, LateralCondition.held()).flawPressuresPa()).containsOnly(0);
        // Under a soft electrode the ceramic's surface may bulge, so the interface feels no flaw: two solves.
        assertThat(gentle.iterations()).isLessThanOrEqualTo(2);
    }

    /** Plates that stay flat feel the flaws, and flaws feel the plates. Plain iteration and Anderson's agree. */
    @Test
    void rigidPlatesCoupleFlawsAndInterface() {
        CoupledCell cell = cell(flaws, ElectrodeSupport.RIGID, Optional.of(RoughContact.lithium()));
        double stackPa = 1.5e6;
        CoupledState state = cell.solve(0.5, stackPa, LateralCondition.free());
        CoupledState plain = cell.solve(0.5, stackPa, LateralCondition.free(), new AndersonRelaxation(0, 0.5));
        assertThat(state.residualPa()).isLessThanOrEqualTo(1e3);
        assertThat(state.iterations()).isLessThanOrEqualTo(8);
        assertThat(plain.iterations()).isGreaterThan(20);
        assertThat(state.flux().voltageV()).isCloseTo(plain.flux().voltageV(), within(1e-6));
        assertThat(state.flux().upper().current().meanAPerM2()).isCloseTo(0.5, within(1e-9));
        double[] fractions = state.contactFractions()[1];
        assertThat(IntStream.range(0, fractions.length)
                        .mapToDouble(i -> fractions[i])
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }
}
