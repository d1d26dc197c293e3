package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.grainflux.physics.crack.CrackGrowthTest.BOUNDARY_K;
import static org.grainflux.physics.crack.CrackGrowthTest.COARSE;
import static org.grainflux.physics.crack.CrackGrowthTest.NOMINAL;
import static org.grainflux.physics.crack.CrackGrowthTest.SIGMA;
import static org.grainflux.physics.crack.CrackGrowthTest.U;
import static org.grainflux.physics.crack.CrackGrowthTest.flaw;
import static org.grainflux.physics.crack.CrackGrowthTest.grow;
import static org.grainflux.physics.crack.PathStructures.E_PA;
import static org.grainflux.physics.crack.PathStructures.GRAIN_M;
import static org.grainflux.physics.crack.PathStructures.NU;

import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.BrickTessellation;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.fracture.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a growing crack enters a grain and how it goes on inside. */
class CrackThroughGrainsTest {
    /** At a boundary across, G_d/G_p = 0.26: the grain wins when its K_IC is less than 1.96 times the boundary's, within 5 %. */
    @ParameterizedTest
    @CsvSource({"1.88, goes on", "2.05, turns"})
    void atABoundaryAcrossTheRatioOfHeAndHutchinsonDecides(double ratio, String what) {
        Flaw flaw = flaw(GRAIN_M, 6e-6, 5e-9);
        GrownCrack grown = grow(COARSE, PathStructures.bricks(6, 3, 0.5), 0, ratio * BOUNDARY_K, flaw, 0, NOMINAL);
        GrownCrack.Step atJunction = grown.steps().stream()
                .filter(step -> Math.abs(step.depthM() - GRAIN_M) < 1e-9)
                .findFirst()
                .orElseThrow();
        assertThat(grown.steps().get(0).boundary()).isNotEqualTo(CrackPath.GRAIN);
        boolean turns = what.equals("turns");
        assertThat(atJunction.boundary() != CrackPath.GRAIN).isEqualTo(turns);
        assertThat(Math.abs(Math.toDegrees(atJunction.kinkRad()))).isCloseTo(turns ? 90 : 0, within(4.0));
        double needed = turns ? BOUNDARY_K / Math.sqrt(KinkedCrack.energyRatio(0.5 * Math.PI)) : ratio * BOUNDARY_K;
        double there = atJunction.pressurePa() * atJunction.perPressure().modeIPaSqrtM();
        // The field there is nearly, not quite, pure opening.
        assertThat(there).isCloseTo(needed, within(0.05 * needed));
        if (!turns) {
            assertThat(grown.end()).isEqualTo(CrackEnd.PENETRATION);
            assertThat(grown.path().intergranularFraction()).isBetween(0.6, 0.7);
        }
    }

    /** Beside a boundary a crack may leave it by 15° or more, where 0.966 of G are left: for a grain of at most 0.983 of its toughness. */
    @ParameterizedTest
    @CsvSource({"0.95, leaves", "1, stays"})
    void aBoundaryTougherThanGrainsIsLeft(double ratio, String what) {
        GrownCrack grown = grow(
                COARSE, PathStructures.bricks(6, 3, 0), 0, ratio * BOUNDARY_K, flaw(GRAIN_M, 4e-6, 5e-9), 0, NOMINAL);
        GrownCrack.Step first = grown.steps().get(0);
        if (what.equals("stays")) {
            assertThat(grown.path().intergranularFraction()).isEqualTo(1);
            assertThat(grown.path().tortuosity()).isCloseTo(1, within(1e-9));
        } else {
            assertThat(first.boundary()).isEqualTo(CrackPath.GRAIN);
            assertThat(Math.abs(Math.toDegrees(first.kinkRad()))).isBetween(12.0, 20.0);
            assertThat(grown.path().intergranularFraction()).isLessThan(0.5);
        }
    }

    /** A grain from half the way to the far electrode; cracks grow upwards in the middle of it, pulled open alike on both sides. */
    @Test
    void underPureOpeningItRunsStraightThroughAGrain() {
        Microstructure bricks = BrickTessellation.bricks(90e-6, 40e-6, 3, 2, 0.5);
        GrownCrack grown = grow(COARSE, bricks, 0, 1.2 * BOUNDARY_K, flaw(30e-6, 19.5e-6, 5e-9), 0, NOMINAL);
        assertThat(grown.end()).isEqualTo(CrackEnd.PENETRATION);
        double[] x = grown.path().xM();
        for (int k = 0; k < x.length; k++) {
            // It may lean by as much as it does not turn for, 4°, and by 1° more to end at a node: 1.8 µm of 20.
            assertThat(x[k] - x[0]).isCloseTo(0, within(1.8e-6));
        }
        assertThat(grown.path().intergranularFraction()).isCloseTo(0.5, within(0.01));
    }

    /**
     * Tension along the electrodes, and a boundary that leans by 45° and does not crack beyond its flaw: the crack leaves it and
     * turns until it only opens. Half the elements and half the steps end at the same place.
     */
    @Test
    void underMixedModesItTurnsUntilItOnlyOpens() {
        double[] ends = new double[2];
        for (int level = 0; level < 2; level++) {
            double size = level == 0 ? 0.8e-6 : 0.4e-6;
            CrackGrowth growth = new CrackGrowth(
                    3e-6 / (level + 1),
                    6 * (level + 1),
                    new MeshGrading(size, size, 2e-6, 3e-6, 0.6 / (level + 1), new double[0][], size),
                    size,
                    BoundaryZone.llzo());
            Microstructure leaning = PathStructures.leaning(4, 30e-6, 40e-6, Math.toRadians(45));
            BoundaryFoot foot = leaning.network().feet().stream()
                    .filter(f -> f.electrode() == 0)
                    .findFirst()
                    .orElseThrow();
            FractureEnergies energies =
                    FractureEnergies.ofToughness(leaning.network(), 10 * BOUNDARY_K, BOUNDARY_K, E_PA, NU);
            GrownCrack grown = growth.grow(
                    leaning,
                    0,
                    energies,
                    flaw(foot.positionM()[0], 8e-6, 5e-9),
                    0,
                    U,
                    SIGMA,
                    NOMINAL.withCompressionPa(-100e6));
            GrownCrack.Step first = grown.steps().get(0);
            assertThat(first.boundary()).isEqualTo(CrackPath.GRAIN);
            double mixed =
                    first.perPressure().modeIIPaSqrtM() / first.perPressure().modeIPaSqrtM();
            assertThat(Math.abs(mixed)).isGreaterThan(0.2);
            for (int n = 2; n < grown.steps().size(); n++) {
                StressIntensity k = atPressure(grown.steps().get(n));
                // 4° of turn are K_II/K_I = 0.035; a step after which it turns by more has run into a field that bends.
                assertThat(Math.abs(k.modeIIPaSqrtM() / k.modeIPaSqrtM())).isLessThan(0.1);
            }
            StressIntensity last = atPressure(grown.steps().get(grown.steps().size() - 1));
            assertThat(Math.abs(last.modeIIPaSqrtM() / last.modeIPaSqrtM())).isLessThan(0.035);
            double[] x = grown.path().xM();
            double[] d = grown.path().depthM();
            ends[level] = Math.atan2(x[x.length - 1] - x[0], d[d.length - 1]);
        }
        // Seen from the mouth; 45° if it had stayed on its boundary.
        assertThat(Math.toDegrees(ends[0])).isCloseTo(Math.toDegrees(ends[1]), within(2.0));
        assertThat(Math.toDegrees(ends[1])).isBetween(15.0, 25.0);
    }

    private static StressIntensity atPressure(GrownCrack.Step step) {
        double p = step.pressurePa();
        return new StressIntensity(
                p * step.perPressure().modeIPaSqrtM() + step.resting().modeIPaSqrtM(),
                p * step.perPressure().modeIIPaSqrtM() + step.resting().modeIIPaSqrtM());
    }
}
