package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.meshing.SpatialMesher;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What flows in flows out, and through every cut between: the same current crosses ten heights of a random structure, under
 * every kind of contact, and Thomson's bound and the conductivity of a structure without boundaries enclose σ_eff.
 */
class SpaceConservationTest {
    private static final double SIGMA = 0.05;
    private static final double RESISTANCE = 1e-4;
    private static final double GRAIN = 10e-6;
    private static final int CUTS = 10;
    private static final MeshGrading GRADING = new MeshGrading(1.5e-6, 5e-6, 4e-6, 6e-6, 0.8, new double[0][], 1e-6);

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everyHeightCarriesTheSameCurrent(int index) {
        Microstructure structure = MicrostructureGenerator.generate(
                MicrostructureSpec.solid(4 * GRAIN, 4 * GRAIN, 2 * GRAIN, GRAIN, Seeding.HARD_CORE),
                RandomStreams.stream(20210307, "grain-seeds", index),
                RandomStreams.stream(20210307, "grain-orientations", index));
        SimplexMesh mesh = SpatialMesher.mesh(structure, GRADING).mesh();
        double[] resistances = new double[structure.network().boundaries().size()];
        Arrays.fill(resistances, RESISTANCE);
        double[][] tensors = new double[structure.grains().size()][];
        Arrays.fill(tensors, new double[] {SIGMA, 0, 0, 0, SIGMA, 0, 0, 0, SIGMA});
        AssembledPolycrystal polycrystal = AssembledPolycrystal.of(mesh, structure.sizeM(), tensors, resistances, null);
        IterativeCellSolver cell = new IterativeCellSolver(polycrystal, MultigridSolver::of, 1e-12);
        ElectrodeContact tied = new ElectrodeContact.IonicLayer(3e-6, 0.01, 0, 0);
        ElectrodeContact layer = new ElectrodeContact.IonicLayer(3e-6, 0.01, 1e-4, 2e-4);
        CellDesign[] designs = {
            CellDesign.symmetric(ElectrodeContact.perfect()),
            new CellDesign(ElectrodeContact.uniform(1e-5), ElectrodeContact.uniform(1e-3)),
            new CellDesign(tied, layer)
        };
        for (CellDesign design : designs) {
            CellSolution solution = cell.solve(design);
            double expectedA = solution.meanCurrentDensityAPerM2PerVolt() * 16 * GRAIN * GRAIN;
            double[] potentials = cell.nodePotentialsV(solution);
            for (int cut = 1; cut <= CUTS; cut++) {
                double heightM = 2 * GRAIN * (cut - 0.5) / CUTS;
                assertThat(currentBelow(polycrystal, potentials, heightM) / expectedA)
                        .isCloseTo(1, within(1e-10));
            }
            for (int e = 0; e < 2; e++) {
                CellSolution.Electrode electrode = solution.electrode(e);
                for (InterfaceCurrent face :
                        new InterfaceCurrent[] {electrode.lithiumInterface(), electrode.electrolyteInterface()}) {
                    assertThat(face.meanAPerM2() * 16 * GRAIN * GRAIN / expectedA)
                            .isCloseTo(1, within(1e-9));
                }
            }
        }
        assertThat(cell.effectiveConductivitySPerM())
                .isGreaterThanOrEqualTo(1 / ThomsonBound.resistivityOhmM(structure, tensors, resistances))
                .isLessThan(SIGMA);
    }

    /** ∫ J·∇w with w = 1 at the nodes below a height and 0 above: only elements and facets across it contribute. */
    private static double currentBelow(AssembledPolycrystal polycrystal, double[] potentials, double heightM) {
        SimplexMesh mesh = polycrystal.mesh();
        int[] below = IntStream.range(0, mesh.nodeCount())
                .filter(i -> mesh.coordinateM(i, 2) < heightM)
                .toArray();
        return Arrays.stream(polycrystal.operator().reactions(below, potentials))
                .sum();
    }
}
