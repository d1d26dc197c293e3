package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.ElectrodePoint;
import org.grainflux.physics.fracture.Flaw;
import org.grainflux.physics.fracture.FlawSite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upright boundaries, through which a crack runs straight: what the solved flux makes of its currents. */
class DrivenCrackTest {
    private static final double SIGMA = 0.05;
    /** 1 Ω cm²: as much as 5 µm of ceramic. */
    private static final double ELECTRODE_OHM_M2 = 1e-4;

    private static final double BOUNDARY_OHM_M2 = 2e-5;
    private static final CriterionParameters NOMINAL = CriterionParameters.nominal();
    private static final CrackGrowth COARSE = new CrackGrowth(
            5e-6,
            100,
            new MeshGrading(1e-6, 1e-6, 2e-6, 3e-6, 0.6, new double[0][], 1e-6),
            0.8e-6,
            BoundaryZone.llzo());
    private static final Microstructure BRICKS = PathStructures.bricks(6, 3, 0);
    private static final double WIDTH_M = BRICKS.sizeM()[0];

    private static GrownCrack byFormula;
    private static DrivenCrack conducting;

    private static final Flaw FLAW =
            new Flaw(ElectrodePoint.onLine(PathStructures.GRAIN_M), 2e-6, 5e-9, FlawSite.BOUNDARY_FOOT, 0.7e6);

    private static FractureEnergies energies() {
        return FractureEnergies.ofToughness(
                BRICKS.network(), 0.7e6, Double.POSITIVE_INFINITY, PathStructures.E_PA, PathStructures.NU);
    }

    private static CrackResistances resistances(Microstructure structure, double faceOhmM2) {
        double[] boundaries = new double[structure.network().boundaries().size()];
        Arrays.fill(boundaries, BOUNDARY_OHM_M2);
        return new CrackResistances(SIGMA, boundaries, ELECTRODE_OHM_M2, ELECTRODE_OHM_M2, faceOhmM2);
    }

    private static DrivenCrack grow(int electrode, double faceOhmM2) {
        return COARSE.grow(
                BRICKS, electrode, energies(), FLAW, 0, resistances(BRICKS, faceOhmM2), NOMINAL, CrackObserver.NONE);
    }

    @BeforeAll
    static void grow() {
        conducting = grow(0, ELECTRODE_OHM_M2);
        byFormula = COARSE.grow(BRICKS, 0, energies(), FLAW, 0, ELECTRODE_OHM_M2, SIGMA, NOMINAL);
    }

    /** Faces that hardly conduct leave the field even, and the lithium between them takes its mean: half the detour. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void poorFacesFeelTheMeanPotentialBesideThem(int electrode) {
        DrivenCrack driven = grow(electrode, 1e3);
        assertThat(driven.crack().end()).isEqualTo(CrackEnd.PENETRATION);
        assertThat(driven.terminals()).hasSameSizeAs(driven.crack().steps());
        for (int n = 0; n < driven.crack().steps().size(); n++) {
            double depth = driven.crack().steps().get(n).depthM();
            double even = ELECTRODE_OHM_M2 + 0.5 * depth / SIGMA;
            // Behind each boundary across the potential is higher by its drop.
            for (double row = PathStructures.GRAIN_M; row < depth; row += PathStructures.GRAIN_M) {
                even += BOUNDARY_OHM_M2 * (1 - row / depth);
            }
            assertThat(driven.terminals().get(n).overpotentialOhmM2()).isCloseTo(even, within(1e-6 * even));
        }
        GrownCrack.Step first = driven.crack().steps().get(0);
        double ratio = (ELECTRODE_OHM_M2 + first.depthM() / SIGMA) / (ELECTRODE_OHM_M2 + 0.5 * first.depthM() / SIGMA);
        if (electrode == 0) {
            assertThat(driven.crack().initiationAPerM2())
                    .isCloseTo(ratio * byFormula.initiationAPerM2(), within(1e-5 * byFormula.initiationAPerM2()));
        }
    }

    @Test
    void conductingFacesLevelThePotentialTheyLiveOn() {
        DrivenCrack driven = conducting;
        GrownCrack crack = driven.crack();
        assertThat(crack.end()).isEqualTo(CrackEnd.PENETRATION);
        for (int n = 0; n < crack.steps().size(); n++) {
            // The same stress: only the current that makes it differs.
            assertThat(crack.steps().get(n).pressurePa())
                    .isEqualTo(byFormula.steps().get(n).pressurePa());
            assertThat(crack.steps().get(n).currentAPerM2())
                    .isGreaterThan(byFormula.steps().get(n).currentAPerM2());
        }
        CrackTerminals first = driven.terminals().get(0);
        CrackTerminals last = driven.terminals().get(driven.terminals().size() - 1);
        assertThat(last.share()).isGreaterThan(first.share());
        assertThat(last.filledOhmM2()).isLessThan(first.filledOhmM2());
        // A metal that passes current on without taking any still shortens its way.
        assertThat(last.balancedOhmM2()).isBetween(last.filledOhmM2(), first.balancedOhmM2());
        assertThat(driven.fluxSolves()).isLessThan(200);
    }

    @Test
    void lengthFollowsTheChargeThatEntersTheCrack() {
        DrivenCrack driven = conducting;
        GrownCrack crack = driven.crack();
        double current = 1.5 * crack.penetrationAPerM2();
        List<DrivenCrack.Progress> progress = driven.progress(current, NOMINAL.lithium());
        assertThat(driven.arrestsAt(current)).isFalse();
        assertThat(progress).hasSameSizeAs(crack.steps());
        for (int n = 0; n < progress.size(); n++) {
            DrivenCrack.Progress at = progress.get(n);
            assertThat(at.lengthM()).isEqualTo(crack.steps().get(n).lengthM());
            assertThat(at.timeS()).isFinite().isPositive();
            assertThat(at.cellChargeCPerM2()).isCloseTo(current * at.timeS(), within(1e-12 * current * at.timeS()));
            assertThat(at.crackChargeCPerM())
                    .isGreaterThanOrEqualTo(crack.steps().get(n).chargeCPerM());
            // The crack cannot hold more than passed through the cell.
            assertThat(at.crackChargeCPerM()).isLessThan(at.cellChargeCPerM2() * WIDTH_M);
            if (n > 0) {
                assertThat(at.timeS())
                        .isGreaterThanOrEqualTo(progress.get(n - 1).timeS());
            }
        }
        // Charging the flaw: dQ/dt = I_c(Q V_needed/Q₀), by small steps.
        double neededV = NOMINAL.lithium().overpotentialV(crack.steps().get(0).pressurePa());
        double full = crack.steps().get(0).chargeCPerM();
        double timeS = 0;
        int pieces = 20_000;
        for (int k = 0; k < pieces; k++) {
            double shift = neededV * (k + 0.5) / pieces;
            timeS += full / pieces / driven.terminals().get(0).crackCurrentAPerM(current, shift);
        }
        assertThat(progress.get(0).timeS()).isCloseTo(timeS, within(1e-6 * timeS));

        // More current, less time, and less charge in the cell: the crack gets what exceeds its equilibrium.
        List<DrivenCrack.Progress> faster = driven.progress(2 * current, NOMINAL.lithium());
        DrivenCrack.Progress end = progress.get(progress.size() - 1);
        DrivenCrack.Progress fasterEnd = faster.get(faster.size() - 1);
        assertThat(fasterEnd.timeS()).isLessThan(0.5 * end.timeS());
        assertThat(fasterEnd.cellChargeCPerM2()).isLessThan(end.cellChargeCPerM2());

        // Not enough for the first step: arrest, never.
        double little = 0.9 * crack.initiationAPerM2();
        assertThat(driven.arrestsAt(little)).isTrue();
        List<DrivenCrack.Progress> stopped = driven.progress(little, NOMINAL.lithium());
        assertThat(stopped).hasSize(1);
        assertThat(stopped.get(0).timeS()).isInfinite();
    }

    private static void everyRandomCrackHasAFlux(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            Microstructure structure = PathStructures.random(seed, 4);
            SplittableRandom random = new SplittableRandom(seed);
            BoundaryFoot foot = structure
                    .network()
                    .feet()
                    .get(random.nextInt(structure.network().feet().size()));
            double depth = Math.exp(Math.log(2e-6) + random.nextGaussian());
            Flaw flaw =
                    new Flaw(ElectrodePoint.onLine(foot.positionM()[0]), depth, 5e-9, FlawSite.BOUNDARY_FOOT, 0.7e6);
            double faces = ELECTRODE_OHM_M2 * Math.exp(3 * random.nextGaussian());
            DrivenCrack driven = COARSE.grow(
                    structure,
                    foot.electrode(),
                    FractureEnergies.ofToughness(
                            structure.network(),
                            0.7e6,
                            Double.POSITIVE_INFINITY,
                            PathStructures.E_PA,
                            PathStructures.NU),
                    flaw,
                    0,
                    resistances(structure, faces),
                    NOMINAL,
                    CrackObserver.NONE);
            assertThat(driven.crack().message()).isEmpty();
            assertThat(driven.terminals()).hasSameSizeAs(driven.crack().steps());
            for (CrackTerminals terminals : driven.terminals()) {
                assertThat(terminals.share()).isBetween(0.0, 1.0);
                assertThat(terminals.overpotentialOhmM2()).isFinite().isPositive();
                assertThat(terminals.balancedOhmM2()).isGreaterThanOrEqualTo(terminals.filledOhmM2());
            }
        }
    }

    @Test
    void randomCracksHaveAFlux() {
        everyRandomCrackHasAFlux(300, 3);
    }

    @Tag("nightly")
    @Test
    void twoHundredRandomCracksHaveAFlux() {
        everyRandomCrackHasAFlux(2000, 200);
    }
}
