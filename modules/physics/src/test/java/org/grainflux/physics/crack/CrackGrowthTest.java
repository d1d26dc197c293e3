package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.grainflux.physics.crack.PathStructures.E_PA;
import static org.grainflux.physics.crack.PathStructures.GRAIN_M;
import static org.grainflux.physics.crack.PathStructures.NU;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.ElectrodePoint;
import org.grainflux.physics.fracture.Flaw;
import org.grainflux.physics.fracture.FlawSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrackGrowthTest {
    static final double NEVER = Double.POSITIVE_INFINITY;
    static final double BOUNDARY_K = 0.7e6;
    static final double U = 1e-2;
    static final double SIGMA = 0.05;
    static final CriterionParameters NOMINAL = CriterionParameters.nominal();
    static final CrackGrowth COARSE = new CrackGrowth(
            5e-6,
            100,
            new MeshGrading(1e-6, 1e-6, 2e-6, 3e-6, 0.6, new double[0][], 1e-6),
            0.8e-6,
            BoundaryZone.llzo());

    static Flaw flaw(double positionM, double depthM, double openingM) {
        return new Flaw(ElectrodePoint.onLine(positionM), depthM, openingM, FlawSite.BOUNDARY_FOOT, BOUNDARY_K);
    }

    static GrownCrack grow(
            CrackGrowth growth,
            Microstructure structure,
            int electrode,
            double grainK,
            Flaw flaw,
            double stackPa,
            CriterionParameters parameters) {
        return growth.grow(
                structure,
                electrode,
                FractureEnergies.ofToughness(structure.network(), BOUNDARY_K, grainK, E_PA, NU),
                flaw,
                stackPa,
                U,
                SIGMA,
                parameters);
    }

    /** Upright boundaries far apart: Griffith's edge crack, then straight through. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void alongAStraightBoundaryItIsTheEdgeCrackOfTheCriterion(int electrode) {
        Flaw flaw = flaw(GRAIN_M, 2e-6, 5e-9);
        GrownCrack grown =
                grow(CrackGrowth.standard(), PathStructures.bricks(6, 3, 0), electrode, NEVER, flaw, 0, NOMINAL);
        assertThat(grown.end()).isEqualTo(CrackEnd.PENETRATION);
        assertThat(grown.path().tortuosity()).isCloseTo(1, within(1e-9));
        assertThat(grown.path().intergranularFraction()).isEqualTo(1);
        GrownCrack.Step first = grown.steps().get(0);
        // Depth a little below a tenth of the thickness, rings of a few elements: 4 %.
        double handbook = HandbookCracks.EDGE_CRACK * HandbookCracks.slitPaSqrtM(1, first.depthM());
        assertThat(first.perPressure().modeIPaSqrtM()).isCloseTo(handbook, within(0.04 * handbook));
        assertThat(Math.abs(first.perPressure().modeIIPaSqrtM())).isLessThan(0.02 * handbook);
        double griffith = NOMINAL.griffith().criticalCurrentAPerM2(flaw(GRAIN_M, first.depthM(), 5e-9), U, SIGMA);
        assertThat(grown.initiationAPerM2()).isCloseTo(griffith, within(0.04 * griffith));
        assertThat(grown.penetrationAPerM2()).isEqualTo(grown.initiationAPerM2());
        // K is known to a few per cent on elements of a few hundred nanometres.
        for (int n = 1; n < grown.steps().size(); n++) {
            assertThat(grown.steps().get(n).lengthM())
                    .isGreaterThan(grown.steps().get(n - 1).lengthM());
            assertThat(grown.steps().get(n).pressurePa())
                    .isLessThan(1.03 * grown.steps().get(n - 1).pressurePa());
        }
        // ½ p V is what growing from nothing released: V = 1.1215² π (1−ν²) p a²/E. It feels the mesh twice as much as
        // K does.
        double volume = first.chargeCPerM() / NOMINAL.lithium().chargeCPerM2(1);
        double expected = handbook * handbook * (1 - NU * NU) / E_PA * first.pressurePa() * first.depthM();
        assertThat(volume).isCloseTo(expected, within(0.12 * expected));
    }

    /** Compression σ along the electrodes closes by as much as lithium at σ opens. */
    @Test
    void compressionAddsToThePressure() {
        Flaw flaw = flaw(GRAIN_M, 2e-6, 5e-9);
        Microstructure bricks = PathStructures.bricks(6, 3, 0);
        double free =
                grow(COARSE, bricks, 0, NEVER, flaw, 0, NOMINAL).steps().get(0).pressurePa();
        GrownCrack pressed = grow(COARSE, bricks, 0, NEVER, flaw, 0, NOMINAL.withCompressionPa(50e6));
        assertThat(pressed.steps().get(0).pressurePa()).isCloseTo(free + 50e6, within(1e6));
        assertThat(pressed.steps().get(0).resting().modeIPaSqrtM()).isNegative();
        // The stack presses along an upright crack: nothing.
        GrownCrack stacked = grow(COARSE, bricks, 0, NEVER, flaw, 50e6, NOMINAL);
        assertThat(stacked.steps().get(0).pressurePa()).isCloseTo(free, within(1e6));
    }

    @Test
    void aWideFlawIsArrestedByExtrusion() {
        Microstructure bricks = PathStructures.bricks(6, 3, 0);
        GrownCrack grown = grow(COARSE, bricks, 0, NEVER, flaw(GRAIN_M, 2e-6, 2e-6), 0, NOMINAL);
        assertThat(grown.end()).isEqualTo(CrackEnd.ARREST);
        assertThat(grown.steps()).hasSize(1);
        GrownCrack limited = grow(
                new CrackGrowth(5e-6, 1, COARSE.grading(), 0.8e-6, BoundaryZone.llzo()),
                bricks,
                0,
                NEVER,
                flaw(GRAIN_M, 2e-6, 5e-9),
                0,
                NOMINAL);
        assertThat(limited.end()).isEqualTo(CrackEnd.STEP_LIMIT);
    }

    /** What arrests a crack without stress closes it under compression: the faces touch and push as hard as the stress does. */
    @Test
    void compressionClosesACrackThatIsNotHeldOpen() {
        GrownCrack grown = grow(
                COARSE,
                PathStructures.bricks(6, 3, 0),
                0,
                NEVER,
                flaw(GRAIN_M, 4e-6, 2e-6),
                0,
                NOMINAL.withCompressionPa(300e6));
        assertThat(grown.end()).isEqualTo(CrackEnd.CLOSED);
        assertThat(grown.message()).contains("pressed together");
        GrownCrack.Step step = grown.steps().get(0);
        double closed = HandbookCracks.EDGE_CRACK * HandbookCracks.slitPaSqrtM(300e6, step.depthM());
        assertThat(Math.abs(step.resting().modeIPaSqrtM())).isLessThan(0.01 * closed);
        assertThat(step.perPressure().modeIPaSqrtM()).isLessThan(0.01 * closed / 300e6);
    }

    /** @param oneIn of how many structures one has grains that may crack */
    private static Map<CrackEnd, Integer> ends(long firstSeed, int count, int oneIn) {
        Map<CrackEnd, Integer> ends = new EnumMap<>(CrackEnd.class);
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Microstructure structure = PathStructures.random(seed, 4 + (int) (seed % 3));
            BoundaryFoot foot = structure
                    .network()
                    .feet()
                    .get(random.nextInt(structure.network().feet().size()));
            Flaw flaw = flaw(
                    foot.positionM()[0],
                    Math.exp(Math.log(2e-6) + random.nextGaussian()),
                    Math.exp(Math.log(5e-9) + random.nextDouble() * Math.log(100)));
            double grainK = random.nextInt(oneIn) == 0 ? BOUNDARY_K * (1 + 3 * random.nextDouble()) : NEVER;
            CriterionParameters parameters =
                    NOMINAL.withCompressionPa(random.nextInt(3) == 0 ? 200e6 * random.nextDouble() - 50e6 : 0);
            double stackPa = random.nextInt(2) == 0 ? 10e6 * random.nextDouble() : 0;
            GrownCrack grown = grow(COARSE, structure, foot.electrode(), grainK, flaw, stackPa, parameters);
            ends.merge(grown.end(), 1, Integer::sum);
            assertThat(grown.initiationAPerM2()).isGreaterThanOrEqualTo(0);
            assertThat(grown.penetrationAPerM2()).isGreaterThanOrEqualTo(0);
            assertThat(grown.message().isEmpty()).isEqualTo(grown.end() != CrackEnd.CLOSED);
            for (GrownCrack.Step step : grown.steps()) {
                assertThat(step.perPressure().modeIPaSqrtM()).isFinite();
            }
        }
        return ends;
    }

    @Test
    void randomStructuresEndInAResult() {
        assertThat(ends(100, 6, 3).values().stream().mapToInt(n -> n).sum()).isEqualTo(6);
    }

    @Tag("nightly")
    @Test
    void fiveHundredRandomStructuresEndInAResult() {
        Map<CrackEnd, Integer> ends = ends(1000, 500, 3);
        assertThat(ends.getOrDefault(CrackEnd.NUMERICAL_FAILURE, 0)).isZero();
        assertThat(ends.getOrDefault(CrackEnd.PENETRATION, 0)).isPositive();
    }

    @Tag("nightly")
    @Test
    void soDoThoseWhoseGrainsAllCrack() {
        Map<CrackEnd, Integer> ends = ends(3000, 200, 1);
        assertThat(ends.getOrDefault(CrackEnd.NUMERICAL_FAILURE, 0)).isZero();
    }
}
