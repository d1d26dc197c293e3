package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plane structure of leaning columns, extruded along y, against its own solution in the plane. */
class ExtrudedStructureTest {
    private static final double WIDTH = 20e-6;
    private static final double HEIGHT = 20e-6;
    private static final double SIGMA = 0.05;
    private static final double[][] SPACE_TENSORS = new double[2][];

    static {
        Arrays.fill(SPACE_TENSORS, new double[] {SIGMA, 0, 0, 0, SIGMA, 0, 0, 0, SIGMA});
    }

    private record Pair(InterfaceSolver plane, IterativeCellSolver space) {}

    private static Pair leaning(int lines, double resistanceOhmM2) {
        int[] columns = new int[lines];
        Arrays.setAll(columns, k -> 2 * k / lines);
        SimplexMesh mesh = BlockMesh.of(
                BlockMesh.lines(WIDTH, lines),
                columns,
                BlockMesh.lines(HEIGHT, lines / 2),
                new int[lines / 2],
                true,
                // Leaning and bent, so that one grain narrows where the other widens.
                p -> new double[] {
                    p[0] + 0.4 * p[1] + 2e-6 * Math.sin(Math.PI * p[1] / HEIGHT) * Math.cos(2 * Math.PI * p[0] / WIDTH),
                    p[1]
                });
        return pair(mesh, lines / 4, resistanceOhmM2);
    }

    private static Pair pair(SimplexMesh plane, int layers, double resistanceOhmM2) {
        double depth = 0.5 * WIDTH;
        SimplexMesh space = ExtrudedMesh.of(plane, BlockMesh.lines(depth, layers), new int[layers], p -> p);
        return new Pair(
                new InterfaceSolver(CondensedPolycrystal.withField(
                        plane,
                        new double[] {WIDTH, HEIGHT},
                        BlockMesh.isotropic(2, SIGMA),
                        new double[] {resistanceOhmM2},
                        null)),
                new IterativeCellSolver(
                        AssembledPolycrystal.of(
                                space,
                                new double[] {WIDTH, depth, HEIGHT},
                                SPACE_TENSORS,
                                new double[] {resistanceOhmM2},
                                null),
                        DirectSolver::new,
                        1e-10));
    }

    /** The end faces of the prisms share their area unevenly between nodes: an error that falls with the mesh. */
    @Test
    void resistanceAndGrainAveragesAreThoseOfThePlane() {
        CellDesign[] designs = {
            CellDesign.symmetric(ElectrodeContact.perfect()),
            CellDesign.symmetric(ElectrodeContact.uniform(5e-5)),
            CellDesign.symmetric(new ElectrodeContact.IonicLayer(3e-6, 0.01, 0, 0)),
            new CellDesign(new ElectrodeContact.IonicLayer(3e-6, 0.01, 1e-4, 2e-4), ElectrodeContact.perfect())
        };
        Pair coarse = leaning(16, 1e-3);
        Pair fine = leaning(32, 1e-3);
        for (CellDesign design : designs) {
            double[] difference = differences(fine, design);
            double[] before = differences(coarse, design);
            assertThat(difference[0]).isLessThan(1e-4).isLessThan(0.5 * before[0]);
            assertThat(difference[1]).isLessThan(1e-3).isLessThan(0.6 * before[1]);
            // The plane continues its layers exactly, so the depths of the prisms are an error that falls more slowly.
            assertThat(difference[2]).isLessThan(1.5e-3).isLessThan(0.9 * before[2]);
        }
    }

    /** Of the resistance; of grain averages at the electrolyte and the electrodes' shares of the resistance; of those at lithium. */
    private static double[] differences(Pair pair, CellDesign design) {
        CellSolution plane = pair.plane.solve(design);
        CellSolution space = pair.space.solve(design);
        double worst = 0;
        double atLithium = 0;
        for (int e = 0; e < 2; e++) {
            worst = Math.max(
                    worst,
                    Math.abs(space.electrode(e).resistanceFraction()
                            - plane.electrode(e).resistanceFraction()));
            atLithium = Math.max(
                    atLithium,
                    difference(
                            space.electrode(e).lithiumInterface(),
                            plane.electrode(e).lithiumInterface()));
            worst = Math.max(
                    worst,
                    difference(
                            space.electrode(e).electrolyteInterface(),
                            plane.electrode(e).electrolyteInterface()));
        }
        return new double[] {
            Math.abs(space.areaSpecificResistanceOhmM2() / plane.areaSpecificResistanceOhmM2() - 1), worst, atLithium
        };
    }

    private static double difference(InterfaceCurrent space, InterfaceCurrent plane) {
        double own = HotSpots.of(space).grainAverageMaxOverMin();
        double its = HotSpots.of(plane).grainAverageMaxOverMin();
        return Math.abs(own / its - 1);
    }

    /** Disc averages of a current that depends on x only are chord-weighted integrals of the plane's current. */
    @Test
    void discsWeighThePlanesCurrentByTheirChords() {
        Pair pair = leaning(40, 1e-3);
        CellDesign design = CellDesign.symmetric(ElectrodeContact.uniform(1e-5));
        TraceCurrent trace = (TraceCurrent) pair.plane.solve(design).lower().lithiumInterface();
        InterfaceCurrent surface = pair.space.solve(design).lower().lithiumInterface();
        double radius = 2e-6;
        for (double x = 0; x < WIDTH; x += 1.7e-6) {
            double expected = 0;
            int n = 400;
            for (int k = 0; k < n; k++) {
                double from = -radius + 2 * radius * k / n;
                double mid = from + radius / n;
                double chord = 2 * Math.sqrt(radius * radius - mid * mid);
                expected += trace.meanBetween(x + from, x + from + 2 * radius / n) * chord * 2 * radius / n;
            }
            expected /= Math.PI * radius * radius;
            // The mesh is 0.5 µm: chords within one triangle differ from those of the dual cells of the plane.
            assertThat(surface.averageAround(new double[] {x, 5e-6}, 2 * radius) / expected)
                    .isCloseTo(1, within(2e-3));
        }
    }

    /** Spots that end inside triangles, so that their share of each has to be integrated. */
    @ParameterizedTest
    @CsvSource({"0.25, 0", "0.5, 0", "0.37, 1e-3", "0.61, 1e-5"})
    void stripsOfContactAreThoseOfThePlane(double fraction, double chargeTransferOhmM2) {
        Pair pair = leaning(40, 1e-3);
        CellDesign design = new CellDesign(
                PatchyContact.strips(fraction, 0.5 * WIDTH, chargeTransferOhmM2), ElectrodeContact.perfect());
        double plane = pair.plane.solve(design).areaSpecificResistanceOhmM2();
        double space = pair.space.solve(design).areaSpecificResistanceOhmM2();
        assertThat(space / plane).isCloseTo(1, within(2e-3));
    }

    @Test
    void aPeriodMustFitTheCell() {
        Pair pair = leaning(8, 1e-3);
        CellDesign design = new CellDesign(PatchyContact.strips(0.5, 7e-6, 1e-3), ElectrodeContact.perfect());
        assertThatThrownBy(() -> pair.space.solve(design))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("whole number of times");
    }
}
