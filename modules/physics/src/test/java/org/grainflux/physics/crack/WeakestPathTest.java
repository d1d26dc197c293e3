package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.grainflux.physics.crack.PathStructures.E_PA;
import static org.grainflux.physics.crack.PathStructures.GRAIN_M;
import static org.grainflux.physics.crack.PathStructures.NU;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.tessellation.BlockTessellation;
import org.grainflux.physics.crack.PathNetwork.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeakestPathTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double[] NOWHERE = {};
    /** Rounding of coordinates, relative. */
    private static final double ROUNDING = 1e-9;

    private static CrackPath weakest(Microstructure structure, double boundary, double grain, double... starts) {
        return WeakestPath.search(structure, energies(structure, boundary, grain), 0, starts)
                .weakest()
                .orElseThrow();
    }

    private static FractureEnergies energies(Microstructure structure, double boundary, double grain) {
        return FractureEnergies.uniform(structure.network(), boundary, grain, E_PA, NU);
    }

    /** Hexagons of height s: rows of 3s/2, joined by slopes of length s at 60° to the way across. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8})
    void alongAHoneycombThePathZigzags(int rows) {
        CrackPath path = weakest(PathStructures.honeycomb(4, rows), 2, NEVER);
        double row = Math.sqrt(0.75) * GRAIN_M;
        double upright = rows * row - (rows - 1) * row / 3;
        double slopes = (rows - 1) * row * 2 / 3;
        assertThat(path.lengthM()).isCloseTo(upright + slopes, within(ROUNDING * GRAIN_M));
        assertThat(path.tortuosity()).isCloseTo(1 + (rows - 1) / (3.0 * rows), within(ROUNDING));
        assertThat(path.intergranularFraction()).isEqualTo(1);
        double cost = 2 * (upright + slopes / KinkedCrack.energyRatio(Math.toRadians(60)));
        assertThat(path.costJPerM()).isCloseTo(cost, within(1e-6 * cost));
        assertThat(path.energyJPerM(energies(PathStructures.honeycomb(4, rows), 2, NEVER)))
                .isCloseTo(2 * (upright + slopes), within(ROUNDING * upright));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 1.375", "0.25, 1.1875"})
    void amongBricksThePathRunsUpAndAcross(double shift, double tortuosity) {
        int rows = 4;
        CrackPath path = weakest(PathStructures.bricks(4, rows, shift), 2, NEVER);
        double across = (tortuosity - 1) * rows * GRAIN_M;
        assertThat(path.tortuosity()).isCloseTo(tortuosity, within(ROUNDING));
        assertThat(path.intergranularFraction()).isEqualTo(1);
        double cost = 2 * (rows * GRAIN_M + across / KinkedCrack.energyRatio(0.5 * Math.PI));
        assertThat(path.costJPerM()).isCloseTo(cost, within(1e-9 * cost));
    }

    @Test
    void tougherBoundariesAreLeftAside() {
        CrackPath path = weakest(PathStructures.bricks(4, 4, 0.5), 3, 2, 0.25 * GRAIN_M);
        assertThat(path.tortuosity()).isCloseTo(1, within(ROUNDING));
        assertThat(path.intergranularFraction()).isZero();
        assertThat(path.costJPerM()).isCloseTo(2 * 4 * GRAIN_M, within(ROUNDING * GRAIN_M));
    }

    /** Half a running bond lies on boundaries without any turn; turning pays from G_gb/G_g = g/(g + ½) = 0.342 down. */
    @Test
    void aBoundaryAcrossIsTakenOnlyWhenWeakEnough() {
        double g = KinkedCrack.energyRatio(0.5 * Math.PI);
        // One row: through the grain G_g h, or across and up G_b (w/2)/g + G_b h, with w = h.
        double limit = g / (g + 0.5);
        Microstructure bricks = PathStructures.bricks(4, 2, 0.5);
        CrackPath turned = weakest(bricks, 0.97 * limit, 1);
        assertThat(turned.intergranularFraction()).isEqualTo(1);
        CrackPath straight = weakest(bricks, 1.03 * limit, 1);
        assertThat(straight.intergranularFraction()).isCloseTo(0.5, within(ROUNDING));
        assertThat(straight.tortuosity()).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void thePathFromAFlawStartsThere() {
        Microstructure bricks = PathStructures.bricks(4, 3, 0);
        WeakestPath paths = WeakestPath.search(bricks, energies(bricks, 1, 10), 0, new double[] {1.3 * GRAIN_M});
        CrackPath path = paths.from(1.3 * GRAIN_M).orElseThrow();
        assertThat(path.xM()[0]).isCloseTo(1.3 * GRAIN_M, within(ROUNDING * GRAIN_M));
        assertThat(path.costJPerM()).isGreaterThan(paths.weakest().orElseThrow().costJPerM());
        // The position is periodic.
        assertThat(paths.from(-2.7 * GRAIN_M).orElseThrow().costJPerM()).isEqualTo(path.costJPerM());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPeriodChangesNothing(long seed) {
        Microstructure structure = PathStructures.random(seed, 6);
        CrackPath here = weakest(structure, 1, 2);
        for (double offset : new double[] {0.31, 0.77}) {
            CrackPath there = weakest(PathStructures.moved(structure, offset * 6 * GRAIN_M), 1, 2);
            assertThat(there.costJPerM()).isCloseTo(here.costJPerM(), within(1e-9 * here.costJPerM()));
            assertThat(there.lengthM()).isCloseTo(here.lengthM(), within(1e-6 * here.lengthM()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void randomStructuresKeepTheLaws(long seed) {
        Microstructure structure = PathStructures.random(seed, 6);
        double thickness = structure.sizeM()[1];
        double before = 0;
        for (double boundary : new double[] {0.05, 0.3, 0.7, 1, 3}) {
            CrackPath path = weakest(structure, boundary, 1);
            assertThat(path.depthM()[0]).isZero();
            assertThat(path.depthM()[path.pieces()]).isCloseTo(thickness, within(ROUNDING * thickness));
            assertThat(path.costJPerM())
                    .isBetween(Math.min(boundary, 1) * thickness * (1 - ROUNDING), thickness * (1 + ROUNDING))
                    .isGreaterThanOrEqualTo(before);
            assertThat(path.costJPerM()).isCloseTo(costOf(path, boundary, 1), within(1e-9 * path.costJPerM()));
            before = path.costJPerM();
            if (boundary > 1) {
                assertThat(path.tortuosity()).isCloseTo(1, within(1e-9));
            }
            assertThat(WeakestPath.search(structure, energies(structure, boundary, 1), 1, NOWHERE)
                            .weakest()
                            .orElseThrow()
                            .costJPerM())
                    .isCloseTo(path.costJPerM(), within(1e-9 * path.costJPerM()));
        }
        assertThat(weakest(structure, 1, NEVER).intergranularFraction()).isEqualTo(1);
    }

    private static double costOf(CrackPath path, double boundary, double grain) {
        double sum = 0;
        for (int piece = 0; piece < path.pieces(); piece++) {
            double energy = path.boundary(piece) == CrackPath.GRAIN ? grain : boundary;
            sum += energy * path.pieceLengthM(piece) / KinkedCrack.energyRatio(path.pieceAngleRad(piece));
        }
        return sum;
    }

    /** Every path of a small graph is walked; boundaries have energies of their own, so the best is one. */
    @ParameterizedTest
    @CsvSource({"21, 0.5, 1e300", "22, 0.3, 1e300", "23, 0.5, 2", "24, 0, 1.5", "25, 0.5, 1"})
    void noPathOfASmallGraphIsWeaker(long seed, double shift, double grain) {
        Microstructure bricks = PathStructures.bricks(3, 2, shift);
        SplittableRandom random = new SplittableRandom(seed);
        double[] boundaries =
                random.doubles(bricks.network().boundaries().size(), 0.2, 3).toArray();
        WeakestPath paths = WeakestPath.search(bricks, new FractureEnergies(boundaries, grain, E_PA, NU), 0, NOWHERE);
        double best = Double.POSITIVE_INFINITY;
        PathNetwork network = paths.network();
        List<List<Way>> outOf = new ArrayList<>();
        for (int point = 0; point < network.pointCount(); point++) {
            outOf.add(new ArrayList<>());
        }
        for (Way way : network.ways()) {
            outOf.get(way.from()).add(way);
            outOf.get(way.to()).add(way.reversed());
        }
        for (int start = 0; start < network.pointCount(); start++) {
            if (network.electrode(start) == 0) {
                best = walk(paths, outOf, start, 0, best, new boolean[network.pointCount()]);
            }
        }
        double found = paths.weakest().orElseThrow().costJPerM();
        assertThat(found).isCloseTo(best, within(1e-12 * best));
    }

    private static double walk(
            WeakestPath paths, List<List<Way>> outOf, int point, double cost, double best, boolean[] visited) {
        if (cost >= best) {
            return best;
        }
        if (paths.network().electrode(point) == 1) {
            return cost;
        }
        double least = best;
        visited[point] = true;
        for (Way way : outOf.get(point)) {
            if (!visited[way.to()]) {
                least = walk(paths, outOf, way.to(), cost + paths.costJPerM(way), least, visited);
            }
        }
        visited[point] = false;
        return least;
    }

    @Test
    void structuresWithoutPathsSayWhy() {
        Microstructure blocks = BlockTessellation.blocks(new double[] {3e-5, 3e-5, 2e-5}, 3, 3, 2);
        assertThat(WeakestPath.reasonWithout(blocks))
                .hasValueSatisfying(r -> assertThat(r).contains("surface"));
        assertThatThrownBy(() -> WeakestPath.search(blocks, energies(blocks, 1, 1), 0, NOWHERE))
                .isInstanceOf(InvalidInputException.class);
        Microstructure bricks = PathStructures.bricks(3, 2, 0);
        assertThat(WeakestPath.reasonWithout(bricks)).isEmpty();
        assertThatThrownBy(() ->
                        WeakestPath.search(bricks, new FractureEnergies(new double[] {1}, 1, E_PA, NU), 0, NOWHERE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("boundaries");
    }
}
