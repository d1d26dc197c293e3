package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.kinetics.ButlerVolmer;
import org.grainflux.physics.kinetics.OhmicTransfer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonlinearCellTest {
    private static final double ROOM_K = 298.15;
    private static final double ONE_OHM_CM2 = 1e-4;
    private static final double HEIGHT = 20e-6;
    private static final double WINDOW_M = 1e-6;

    private static CondensedPolycrystal polycrystal;

    @BeforeAll
    static void condense() {
        Microstructure structure = ReferenceStructures.structure(HEIGHT, 1);
        polycrystal = ReferenceStructures.condensed(structure, ReferenceStructures.mesh(structure), 1e-3);
    }

    @Test
    void ohmicLawsGiveTheLinearSolutionInOneStep() {
        CellSolution linear =
                new InterfaceSolver(polycrystal).solve(CellDesign.symmetric(ElectrodeContact.uniform(ONE_OHM_CM2)));
        OhmicTransfer law = new OhmicTransfer(ONE_OHM_CM2);
        OperatingPoint point = new NonlinearCell(polycrystal).solve(i -> law, i -> law, 10);
        assertThat(point.iterations()).isEqualTo(1);
        assertThat(point.voltageV() / 10).isCloseTo(linear.areaSpecificResistanceOhmM2(), within(1e-15));
        for (int e = 0; e < 2; e++) {
            TraceCurrent expected = (TraceCurrent) linear.electrode(e).lithiumInterface();
            TraceCurrent found = point.electrode(e).current();
            for (int cell = 0; cell < found.cellCount(); cell++) {
                // Both to rounding of a dense solve.
                assertThat(found.cellDensityAPerM2(cell) / 10)
                        .isCloseTo(
                                expected.cellDensityAPerM2(cell) / linear.meanCurrentDensityAPerM2PerVolt(),
                                within(1e-9));
            }
        }
    }

    /** In a slab every node is alike: V = j H/σ + the drops of both sides. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 10, -10, 1e4, 1e6})
    void aSlabCarriesTheSumOfItsDrops(double density) {
        double[] lines = IntStream.rangeClosed(0, 10).mapToDouble(i -> i * 1e-6).toArray();
        SimplexMesh mesh =
                BlockMesh.of(lines, new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, lines, new int[10], true, p -> p);
        CondensedPolycrystal slab = CondensedPolycrystal.of(
                mesh, new double[] {10e-6, 10e-6}, BlockMesh.isotropic(2, 0.05), new double[] {1e-6}, null);
        ButlerVolmer below = new ButlerVolmer(250, 0.4, 1e-3, 1e-5, ROOM_K);
        ButlerVolmer above = ButlerVolmer.ofResistance(ONE_OHM_CM2, ROOM_K);
        OperatingPoint point = new NonlinearCell(slab).solve(i -> below, i -> above, density);
        double expectedV = below.potentialDropV(density) + density * 10e-6 / 0.05 - above.potentialDropV(-density);
        assertThat(point.voltageV()).isCloseTo(expectedV, within(1e-9 * Math.abs(expectedV)));
        assertThat(point.lower().currentDensitiesAPerM2()[3]).isCloseTo(density, within(1e-8 * Math.abs(density)));
    }

    /**
     * Where charge transfer runs into Tafel's regime its differential resistance falls, and with it what evens the current
     * out: hot spots grow with the current, from those of the linear law towards those of a perfect contact.
     */
    @Test
    void hotSpotsGrowWithTheCurrentAndConserveIt() {
        NonlinearCell cell = new NonlinearCell(polycrystal);
        ButlerVolmer law = ButlerVolmer.ofResistance(10 * ONE_OHM_CM2, ROOM_K);
        double linear = spread(new InterfaceSolver(polycrystal)
                .solve(CellDesign.symmetric(ElectrodeContact.uniform(10 * ONE_OHM_CM2))));
        double perfect =
                spread(new InterfaceSolver(polycrystal).solve(CellDesign.symmetric(ElectrodeContact.perfect())));
        double previous = linear;
        for (double density : new double[] {1e-2, 100, 1e3, 1e4, 1e5}) {
            OperatingPoint point = cell.solve(i -> law, i -> law, density);
            TraceCurrent current = point.lower().current();
            assertThat(current.meanAPerM2()).isCloseTo(density, within(1e-9 * density));
            assertThat(point.upper().current().meanAPerM2()).isCloseTo(density, within(1e-9 * density));
            double spread = current.sliding(WINDOW_M).maximum() / density;
            if (density < 1) {
                // (F Δφ/RT)²/24 of the linear law, with Δφ = 10 µV.
                assertThat(spread).isCloseTo(linear, within(1e-6));
            } else {
                assertThat(spread).isGreaterThan(previous);
            }
            previous = spread;
        }
        assertThat(previous).isLessThan(perfect);
    }

    private static double spread(CellSolution solution) {
        TraceCurrent current = (TraceCurrent) solution.lower().lithiumInterface();
        return current.sliding(WINDOW_M).maximum() / current.meanAPerM2();
    }
}
