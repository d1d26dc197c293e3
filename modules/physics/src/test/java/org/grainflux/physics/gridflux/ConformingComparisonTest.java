package org.grainflux.physics.gridflux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.grid.LabelGrid;
import org.grainflux.microstructure.grid.StructureRaster;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.physics.transport.GrainAverage;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.physics.transport.TraceCurrent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same plane structures on a grid of 0.1 µm and on the conforming mesh. */
class ConformingComparisonTest {
    private static final double SIGMA = 0.05;
    private static final double WINDOW_M = 2e-6;
    /** Measured: 0.3 % on the conductivity, 2 % on grains, 4 % on windows. */
    @Test
    void conductivityGrainsAndWindowsAgree() {
        compare(Seeding.HARD_CORE, 1, 1e-3);
    }

    /** Laguerre 5 and Poisson 7 have grains of 57 and 133 cells at the electrode whose averages are 22 % off at 10⁻⁵. */
    @ParameterizedTest(name = "{0} {1}, contrast {2}")
    @CsvSource({"HARD_CORE, 1, 1e-2", "HARD_CORE, 1, 1e-4", "LAGUERRE, 5, 1e-5", "POISSON, 7, 1e-5"})
    @Tag("nightly")
    void agreeElsewhere(Seeding seeding, int index, double contrast) {
        compare(seeding, index, contrast);
    }

    private static void compare(Seeding seeding, int index, double contrast) {
        Microstructure structure = MicrostructureGenerator.generate(
                MicrostructureSpec.planar(60e-6, 40e-6, 10e-6, seeding),
                RandomStreams.stream(20210307, "grain-seeds", index),
                RandomStreams.stream(20210307, "orientations", index));
        double[] resistances = new double[structure.network().boundaries().size()];
        Arrays.fill(resistances, 5e-9 / (contrast * SIGMA));
        double[][] tensors = new double[structure.grains().size()][];
        Arrays.fill(tensors, new double[] {SIGMA, 0, 0, SIGMA});
        CondensedPolycrystal conforming = CondensedPolycrystal.of(
                GrainMesher.mesh(structure, MeshGrading.standard()), structure.sizeM(), tensors, resistances, null);
        CellSolution mesh = new InterfaceSolver(conforming).solve(CellDesign.symmetric(ElectrodeContact.perfect()));

        LabelGrid labels = StructureRaster.draw(structure, 600, 400);
        double[] sigma = new double[structure.grains().size()];
        Arrays.fill(sigma, SIGMA);
        GridFlux flux = GridFlux.solve(
                labels,
                sigma,
                PairResistance.of(structure.network().boundaries(), resistances),
                SurfaceContact.perfect(),
                SurfaceContact.perfect(),
                1e-8,
                2);

        double conductivity = flux.effectiveConductivitySPerM() / conforming.effectiveConductivitySPerM();
        assertThat(conductivity).isBetween(0.98, 1.02);
        for (int e = 0; e < 2; e++) {
            TraceCurrent reference = (TraceCurrent) mesh.electrode(e).electrolyteInterface();
            CellCurrents surface = flux.surface(e);
            Map<Integer, GrainAverage> averages = surface.grainAverages().stream()
                    .filter(GrainAverage::resolved)
                    .collect(Collectors.toMap(GrainAverage::grain, grain -> grain));
            assertThat(averages).isNotEmpty();
            for (GrainAverage grain : reference.grainAverages()) {
                if (averages.containsKey(grain.grain())) {
                    assertThat(averages.get(grain.grain()).meanAPerM2() / grain.meanAPerM2())
                            .isBetween(0.95, 1.05);
                }
            }
            assertThat(surface.slidingMaximum(WINDOW_M) / reference.slidingMaximum(WINDOW_M))
                    .isBetween(0.95, 1.05);
        }
    }
}
