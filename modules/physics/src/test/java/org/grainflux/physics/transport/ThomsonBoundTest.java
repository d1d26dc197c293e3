package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The uniform trial current of every random structure, with that structure's own boundaries. */
class ThomsonBoundTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void boundsResistivityAndMeetsItsSlope(int index) {
        Microstructure structure = ReferenceStructures.structure(50e-6, index);
        SimplexMesh mesh = ReferenceStructures.mesh(structure);
        double[] resistances = new double[structure.network().boundaries().size()];
        double[][] tensors = BlockMesh.isotropic(structure.grains().size(), ReferenceStructures.SIGMA_S_PER_M);
        for (double contrast : new double[] {1e-2, 1e-4}) {
            Arrays.fill(
                    resistances,
                    ReferenceStructures.BOUNDARY_THICKNESS_M / (contrast * ReferenceStructures.SIGMA_S_PER_M));
            double effective =
                    ReferenceStructures.condensed(structure, mesh, contrast).effectiveConductivitySPerM();
            assertThat(1 / effective)
                    .isLessThanOrEqualTo(ThomsonBound.resistivityOhmM(structure, tensors, resistances));
            // Not empty either: within a factor that columns of grains cannot exceed.
            assertThat(1 / effective).isGreaterThan(1 / ReferenceStructures.SIGMA_S_PER_M);
        }
        // R_gb → 0: 1e-4 of the resistance of a grain, so terms of second order are of that size.
        double small = 1e-4 * 10e-6 / ReferenceStructures.SIGMA_S_PER_M;
        Arrays.fill(resistances, small);
        double effective = CondensedPolycrystal.of(mesh, structure.sizeM(), tensors, resistances, null)
                .effectiveConductivitySPerM();
        double slope = (1 / effective - 1 / ReferenceStructures.SIGMA_S_PER_M)
                / ThomsonBound.boundaryPartOhmM(structure, resistances);
        assertThat(slope).isCloseTo(1, within(1e-3));
    }
}
