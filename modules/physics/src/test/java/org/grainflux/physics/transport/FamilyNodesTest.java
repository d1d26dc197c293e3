package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Few modes stand for all of them in the layers of a family, and a layer that they do not stand for is noticed. */
class FamilyNodesTest {
    private static final double FIRST_PER_M = 2 * Math.PI / 100e-6;
    private static final int MODES = 531;

    private static List<LayerSymbol> layers(String purpose, int count, boolean chargeTransfer) {
        RandomGenerator random = RandomStreams.stream(11, purpose, 0);
        return Stream.generate(() -> new LayerSymbol(
                        logUniform(random, 0.3e-6, 10e-6),
                        logUniform(random, 1e-3, 0.1),
                        chargeTransfer ? logUniform(random, 1e-5, 1e-2) : 0))
                .limit(count)
                .toList();
    }

    private static double logUniform(RandomGenerator random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    /** All modes of layers that were not looked at, not only the nodes. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void unseenLayersOfTheFamilyAreInterpolated(boolean chargeTransfer) {
        FamilyNodes nodes = FamilyNodes.of(new ModeNodes(MODES), FIRST_PER_M, layers("seen", 1000, chargeTransfer));
        assertThat(nodes.count()).isBetween(8, 20);
        for (LayerSymbol layer : layers("unseen", 50, chargeTransfer)) {
            double[] excesses = nodes.excesses(layer);
            double[] chosen = nodes.chosen(excesses);
            double error = 0;
            for (int n = 1; n <= MODES; n++) {
                double[] weights = nodes.weights(n);
                double interpolated = 0;
                for (int j = 0; j < chosen.length; j++) {
                    interpolated += weights[j] * chosen[j];
                }
                double exact = layer.excess(n * FIRST_PER_M);
                error = Math.max(error, Math.abs(interpolated - exact) / (1 + exact));
            }
            // A layer between those looked at may be off by a few times the 3e-6 that they are; the nodes' own is 1e-5.
            assertThat(error).as("%s", layer).isLessThan(3e-5);
            assertThat(nodes.relativeError(excesses)).as("%s", layer).isLessThan(3e-5);
        }
    }

    /** The conductivity alone does not change the excess of a tied layer: one function of the mode. */
    @Test
    void layersOfOneThicknessNeedOneNode() {
        List<LayerSymbol> layers = Stream.of(1e-3, 1e-2, 0.1)
                .map(sigma -> new LayerSymbol(5e-6, sigma, 0))
                .toList();
        assertThat(FamilyNodes.of(new ModeNodes(MODES), FIRST_PER_M, layers).count())
                .isEqualTo(1);
    }

    @Test
    void aLayerFromOutsideTheFamilyIsNoticed() {
        List<LayerSymbol> layers = Stream.of(1e-3, 1e-2, 0.1)
                .map(sigma -> new LayerSymbol(5e-6, sigma, 0))
                .toList();
        FamilyNodes nodes = FamilyNodes.of(new ModeNodes(MODES), FIRST_PER_M, layers);
        assertThat(nodes.relativeError(nodes.excesses(new LayerSymbol(1e-6, 0.01, 0))))
                .isGreaterThan(0.01);
    }
}
