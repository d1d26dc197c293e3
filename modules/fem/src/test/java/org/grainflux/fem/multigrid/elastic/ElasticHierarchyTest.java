package org.grainflux.fem.multigrid.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.elasticity.ElasticityAssembler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticHierarchyTest {

    /** P R = B for a body that nothing holds, on two levels: to the rounding of P, which is in single precision. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1, 1e4})
    void rigidModesAreInterpolatedExactly(double springs) {
        ElasticBox box =
                new ElasticBox.Recipe(12, 12, 12).grains(2).springs(springs).build();
        CsrMatrix free = ElasticityAssembler.stiffness(box.body());
        TiedCopies copies = TiedCopies.of(free, box.coordinates(), 3);
        BlockMatrix matrix = FineBlocks.of(free, 3, copies);
        double[] modes = RigidModes.of(free, copies.order, box.coordinates(), 3);
        for (int level = 0; level < 2; level++) {
            GroupGraph graph = level == 0 ? GroupGraph.ofCopies(matrix) : GroupGraph.ofModes(matrix);
            Aggregation aggregation = Aggregation.of(graph, 0.02, 2 - level);
            AggregateModes aggregates = AggregateModes.of(matrix, aggregation, modes, 6);
            BlockProlongation prolongation = ProlongationSmoothing.of(matrix, graph, aggregation, modes, aggregates);
            for (int k = 0; k < 6; k++) {
                double[] coarse = new double[aggregation.count() * 6];
                for (int c = 0; c < coarse.length; c++) {
                    coarse[c] = aggregates.coarseModes[c * 6 + k];
                }
                double[] fine = new double[matrix.unknowns()];
                prolongation.addTo(coarse, fine, new double[0]);
                double error = 0;
                for (int u = 0; u < fine.length; u++) {
                    error = Math.max(error, Math.abs(fine[u] - modes[u * 6 + k]));
                }
                assertThat(error).isLessThanOrEqualTo(2e-6 * scale(modes));
            }
            matrix = CoarseProduct.of(matrix, prolongation);
            modes = aggregates.coarseModes;
        }
    }

    private static double scale(double[] modes) {
        double scale = 0;
        for (double mode : modes) {
            scale = Math.max(scale, Math.abs(mode));
        }
        return scale;
    }

    /** yᵀ M⁻¹ x = xᵀ M⁻¹ y, or conjugate gradients would not be entitled to it. */
    @Test
    void theCycleIsSymmetricAndPositive() {
        ElasticBox box =
                new ElasticBox.Recipe(14, 14, 14).grains(2).springs(1e4).build();
        ElasticHierarchy hierarchy = ElasticHierarchy.of(box.matrix(), box.coordinates(), 3);
        Random random = new Random(5);
        double[] x = random.doubles(box.matrix().rows()).map(v -> v - 0.5).toArray();
        double[] y = random.doubles(box.matrix().rows()).map(v -> v - 0.5).toArray();
        double[] mx = cycle(hierarchy, x);
        double[] my = cycle(hierarchy, y);
        double scale = Math.sqrt(dot(x, mx) * dot(y, my));
        assertThat(dot(x, mx)).isPositive();
        assertThat(dot(y, mx)).isCloseTo(dot(x, my), within(1e-10 * scale));
    }

    /** zᵀ A z as the backward sweep finds it on its way. */
    @Test
    void theBackwardSweepKnowsTheEnergyOfItsCorrection() {
        ElasticBox box =
                new ElasticBox.Recipe(14, 14, 14).grains(2).springs(1e2).build();
        ElasticHierarchy hierarchy = ElasticHierarchy.of(box.matrix(), box.coordinates(), 3);
        double[] places = new double[box.matrix().rows()];
        for (int p = 0; p < hierarchy.order.length; p++) {
            for (int c = 0; c < 3; c++) {
                places[3 * p + c] = box.load()[3 * hierarchy.order[p] + c];
            }
        }
        double[] z = cycle(hierarchy, places);
        double[] nodes = new double[z.length];
        for (int p = 0; p < hierarchy.order.length; p++) {
            for (int c = 0; c < 3; c++) {
                nodes[3 * hierarchy.order[p] + c] = z[3 * p + c];
            }
        }
        double energy = dot(nodes, box.matrix().multiply(nodes));
        assertThat(hierarchy.finest().sweep.energy()).isCloseTo(energy, within(1e-9 * energy));
    }

    /** Every copy of a point on a firm spring is in one group, and no other node is. */
    @Test
    void copiesAreTiedOnFirmSpringsOnly() {
        ElasticBox firm = new ElasticBox.Recipe(6, 6, 6).grains(2).springs(1e4).build();
        int points = 7 * 7 * 7;
        // Copies on the clamped side are prescribed: 49 points and their copies couple to nothing.
        int clamped = 49 + 2 * 7 + 1;
        assertThat(TiedCopies.of(firm.matrix(), firm.coordinates(), 3).starts).hasSize(1 + points - 49 + clamped);
        ElasticBox weak = new ElasticBox.Recipe(6, 6, 6).grains(2).springs(1e-2).build();
        assertThat(TiedCopies.of(weak.matrix(), weak.coordinates(), 3).starts)
                .hasSize(1 + weak.coordinates().length / 3);
    }

    private static double[] cycle(ElasticHierarchy hierarchy, double[] load) {
        ElasticLevel level = hierarchy.finest();
        double[] x = new double[load.length];
        level.sweep.forward(load, x, level.work);
        hierarchy.correct(0, level.work, x, level.work);
        level.sweep.backward(load, x, level.work);
        return x;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
