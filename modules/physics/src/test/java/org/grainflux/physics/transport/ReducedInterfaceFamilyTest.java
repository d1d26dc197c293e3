package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReducedInterfaceFamilyTest {
    private static final Microstructure STRUCTURE = ReferenceStructures.structure(50e-6, 3);
    /** Coarse: model and full solution share the mesh, so its error cancels. */
    private static final CondensedPolycrystal POLYCRYSTAL = ReferenceStructures.condensed(
            STRUCTURE, GrainMesher.mesh(STRUCTURE, MeshGrading.standard().refined(0.5)), 1e-3);

    /** Families of draws over the ranges of the literature. */
    enum Family {
        METALLIC(random -> CellDesign.symmetric(ElectrodeContact.uniform(logUniform(random, 1e-4, 0.1)))),
        LAYER_CONDUCTIVITY(random ->
                CellDesign.symmetric(new ElectrodeContact.IonicLayer(10e-6, logUniform(random, 2e-3, 0.1), 0, 0))),
        LAYER_ALL(random -> CellDesign.symmetric(new ElectrodeContact.IonicLayer(
                3e-6, logUniform(random, 2e-3, 0.1), logUniform(random, 1e-4, 1e-2), logUniform(random, 1e-5, 1e-2)))),
        LAYER_AND_METAL(random -> new CellDesign(
                new ElectrodeContact.IonicLayer(1e-6, logUniform(random, 2e-3, 0.1), 0, 1e-4),
                ElectrodeContact.uniform(logUniform(random, 1e-3, 5e-3)))),
        SPOTS(random -> {
            double resistance = logUniform(random, 1e-5, 1e-2);
            return new CellDesign(
                    new ElectrodeContact.DirectContact(ResistanceProfile.patchwise(
                            10e-6, new double[] {0, 4e-6}, new double[] {resistance, Double.POSITIVE_INFINITY})),
                    ElectrodeContact.perfect());
        });

        private final Function<RandomGenerator, CellDesign> draw;

        Family(Function<RandomGenerator, CellDesign> draw) {
            this.draw = draw;
        }

        private static double logUniform(RandomGenerator random, double low, double high) {
            return low * Math.pow(high / low, random.nextDouble());
        }

        List<CellDesign> designs(String purpose, int count) {
            RandomGenerator random = RandomStreams.stream(7, purpose, ordinal());
            return Stream.generate(() -> draw.apply(random)).limit(count).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithFullSolutionsOfItsDraws(Family family) {
        InterfaceSolver solver = new InterfaceSolver(POLYCRYSTAL);
        List<CellDesign> designs = family.designs("training", 64);
        ReducedInterfaceFamily reduced = ReducedInterfaceFamily.of(solver, designs, 5e-4);
        assertThat(reduced.snapshotCount()).isLessThanOrEqualTo(ReducedInterfaceFamily.MOST_SNAPSHOTS);
        // Three parameters over three decades can use up the snapshots; the model then says what it reached.
        assertThat(reduced.testedError()).isLessThanOrEqualTo(family == Family.LAYER_ALL ? 1e-2 : 5e-4);
        double tolerance = Math.max(1e-3, 2 * reduced.testedError());
        for (CellDesign design : designs.subList(0, 16)) {
            assertThat(difference(reduced.solve(design), solver.solve(design))).isLessThan(tolerance);
        }
        // Draws it was not built for may lie outside the range of its snapshots, where its error is not controlled.
        for (CellDesign design : family.designs("unseen", 8)) {
            assertThat(difference(reduced.solve(design), solver.solve(design))).isLessThan(3 * tolerance);
        }
    }

    /** Largest relative difference in cell resistance, 1 µm maxima and share of the interface in the resistance. */
    private static double difference(CellSolution own, CellSolution full) {
        double largest = Math.abs(own.areaSpecificResistanceOhmM2() / full.areaSpecificResistanceOhmM2() - 1);
        for (int e = 0; e < 2; e++) {
            CellSolution.Electrode a = own.electrode(e);
            CellSolution.Electrode b = full.electrode(e);
            largest = Math.max(largest, Math.abs(w1000(a.lithiumInterface()) / w1000(b.lithiumInterface()) - 1));
            largest =
                    Math.max(largest, Math.abs(w1000(a.electrolyteInterface()) / w1000(b.electrolyteInterface()) - 1));
            largest = Math.max(largest, Math.abs(a.resistanceFraction() - b.resistanceFraction()));
        }
        return largest;
    }

    private static double w1000(InterfaceCurrent current) {
        return current.slidingMaximum(1e-6) / current.meanAPerM2();
    }

    @Test
    void refusesAnotherGeometry() {
        InterfaceSolver solver = new InterfaceSolver(POLYCRYSTAL);
        ReducedInterfaceFamily reduced =
                ReducedInterfaceFamily.of(solver, Family.LAYER_CONDUCTIVITY.designs("training", 1), 5e-4);
        assertThatThrownBy(() -> reduced.solve(CellDesign.symmetric(new ElectrodeContact.IonicLayer(9e-6, 0.01, 0, 0))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("9.0E-6");
    }
}
