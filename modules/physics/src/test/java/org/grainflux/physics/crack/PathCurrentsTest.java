package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.grainflux.physics.crack.PathStructures.E_PA;
import static org.grainflux.physics.crack.PathStructures.GRAIN_M;
import static org.grainflux.physics.crack.PathStructures.NU;

import java.util.List;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.ElectrodePoint;
import org.grainflux.physics.fracture.ElectrodeState;
import org.grainflux.physics.fracture.Flaw;
import org.grainflux.physics.fracture.FlawSite;
import org.grainflux.physics.fracture.InterfaceKind;
import org.junit.jupiter.api.Test;

class PathCurrentsTest {
    private static final double BOUNDARY_K = 1e6;
    private static final double U = 1e-2;
    private static final double SIGMA = 0.05;
    private static final CriterionParameters NOMINAL = CriterionParameters.nominal();

    private static Flaw flaw(double positionM, double depthM) {
        return new Flaw(ElectrodePoint.onLine(positionM), depthM, 5e-9, FlawSite.BOUNDARY_FOOT, BOUNDARY_K);
    }

    private static PathCurrents evaluate(Microstructure structure, double grainK, Flaw... flaws) {
        ElectrodeState state = new ElectrodeState(
                List.of(flaws),
                structure.sizeM()[0],
                x -> U,
                x -> U,
                SIGMA,
                U,
                1,
                InterfaceKind.DIRECT,
                InterfaceKind.DIRECT,
                0,
                0);
        FractureEnergies energies = FractureEnergies.ofToughness(structure.network(), BOUNDARY_K, grainK, E_PA, NU);
        double[] starts =
                List.of(flaws).stream().mapToDouble(f -> f.position().xM()).toArray();
        return PathCurrents.evaluate(WeakestPath.search(structure, energies, 0, starts), energies, state, NOMINAL);
    }

    private static double griffith(Flaw flaw) {
        return NOMINAL.griffith().criticalCurrentAPerM2(flaw, U, SIGMA);
    }

    @Test
    void aStraightBoundaryLetsACrackRunThrough() {
        Flaw flaw = flaw(GRAIN_M, 2e-6);
        PathCurrents found = evaluate(PathStructures.bricks(4, 3, 0), 3e6, flaw);
        assertThat(found.initiationAPerM2()).isCloseTo(griffith(flaw), within(1e-12 * griffith(flaw)));
        assertThat(found.runsThrough()).isTrue();
        assertThat(found.hardestDepthM()).isEqualTo(2e-6);
        assertThat(found.path().intergranularFraction()).isEqualTo(1);
    }

    /** In a running bond the crack must turn by 90° at the first row: K_IC there is √(1/0.26) times larger. */
    @Test
    void aTurnArrestsItUntilTheCurrentIsHigher() {
        Flaw flaw = flaw(GRAIN_M, 9e-6);
        PathCurrents found = evaluate(PathStructures.bricks(4, 3, 0.5), 10e6, flaw);
        Flaw atTurn = new Flaw(
                flaw.position(),
                GRAIN_M,
                flaw.openingM(),
                flaw.site(),
                BOUNDARY_K / Math.sqrt(KinkedCrack.energyRatio(0.5 * Math.PI)));
        assertThat(found.penetrationAPerM2()).isCloseTo(griffith(atTurn), within(1e-9 * griffith(atTurn)));
        assertThat(found.penetrationAPerM2()).isGreaterThan(1.5 * found.initiationAPerM2());
        assertThat(found.runsThrough()).isFalse();
        assertThat(found.hardestDepthM()).isCloseTo(GRAIN_M, within(1e-9 * GRAIN_M));
    }

    /** The flaw that begins first need not be the one that gets through first. */
    @Test
    void flawsCompete() {
        Flaw above = flaw(GRAIN_M, 9e-6);
        Flaw shallow = flaw(2.5 * GRAIN_M, 8e-6);
        // Half a grain beside the upright boundaries: a grain of the first row is cut, then boundary and grain in turn.
        PathCurrents alone = evaluate(PathStructures.bricks(4, 3, 0.5), 2.5e6, shallow);
        PathCurrents both = evaluate(PathStructures.bricks(4, 3, 0.5), 2.5e6, shallow, above);
        assertThat(both.initiationAPerM2()).isCloseTo(griffith(above), within(1e-9 * griffith(above)));
        assertThat(both.penetrationAPerM2()).isLessThanOrEqualTo(alone.penetrationAPerM2());
    }

    @Test
    void withoutFlawsOrWaysNothingPenetrates() {
        PathCurrents none = evaluate(PathStructures.bricks(4, 3, 0), 3e6);
        assertThat(none.initiationAPerM2()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(none.penetrationAPerM2()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(none.path()).isNull();
        assertThat(none.runsThrough()).isFalse();
        // A flaw in the middle of a grain that never cracks.
        Flaw stuck = flaw(1.5 * GRAIN_M, 2e-6);
        PathCurrents found = evaluate(PathStructures.bricks(4, 3, 0), Double.POSITIVE_INFINITY, stuck);
        assertThat(found.initiationAPerM2()).isLessThan(Double.POSITIVE_INFINITY);
        assertThat(found.path()).isNull();
    }
}
