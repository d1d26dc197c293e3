package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator of a layer without a mesh, against closed forms and against the meshed layer. */
class FourierLayerTest {
    private static final double WIDTH = 100e-6;
    private static final double SIGMA = 0.01;

    private static ElectrodeTrace trace(int segments) {
        // Uneven, so that no symmetry of the grid helps: neighbours differ by up to a factor of 2.
        double[] lines = BlockMesh.lines(WIDTH, segments);
        for (int k = 1; k < segments; k++) {
            lines[k] += (k % 3 - 1) * WIDTH / segments / 6;
        }
        var slab = BlockMesh.slab(lines, BlockMesh.lines(10e-6, 2));
        return ElectrodeTrace.of(slab, 0, WIDTH, new int[slab.nodeCount()]);
    }

    private static double[] cosine(ElectrodeTrace trace, double k) {
        double[] values = new double[trace.pointCount()];
        Arrays.setAll(values, p -> Math.cos(k * trace.pointM(p)));
        return values;
    }

    private static double power(double[][] matrix, double[] values) {
        double power = 0;
        for (int p = 0; p < values.length; p++) {
            for (int q = 0; q < values.length; q++) {
                power += values[p] * matrix[p][q] * values[q];
            }
        }
        return power;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.7, 3.0, 5.5})
    void cosineSumIsTheSumOfItsSeries(double theta) {
        double sum = 0;
        for (int n = 1; n <= 100_000; n++) {
            sum += Math.cos(n * theta) / ((double) n * n * n);
        }
        // The rest of the series is below 1/(2 n²) = 5e-11.
        assertThat(HalfSpaceOperator.cosineSum(theta)).isCloseTo(sum, within(1e-10));
    }

    /** With hyperbolic functions, where they do not overflow: φ = a cosh + b sinh solves the layer. */
    @ParameterizedTest
    @CsvSource({"20, 10, 0", "20, 1, 0", "50, 0.3, 1e-3", "10, 3, 1e-2", "30, 2, 0.1"})
    void symbolSolvesTheLayer(double wavelengthUm, double thicknessUm, double lithiumSideOhmM2) {
        double k = 2 * Math.PI / (wavelengthUm * 1e-6);
        double t = thicknessUm * 1e-6;
        LayerSymbol symbol = new LayerSymbol(t, SIGMA, lithiumSideOhmM2);
        double rho = SIGMA * k * lithiumSideOhmM2;
        double denominator = Math.sinh(k * t) + rho * Math.cosh(k * t);
        double admittance = SIGMA * k * (Math.cosh(k * t) + rho * Math.sinh(k * t)) / denominator;
        assertThat(SIGMA * k * (1 + symbol.excess(k)) / admittance).isCloseTo(1, within(1e-12));
        for (double z : new double[] {0.1 * t, 0.5 * t, t}) {
            double exact = SIGMA * k * (Math.cosh(k * (t - z)) + rho * Math.sinh(k * (t - z))) / denominator;
            assertThat(symbol.transmissions(k, 1, z)[0] / exact).isCloseTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 10, 0", "20, 3, 0", "10, 1, 0", "20, 10, 1e-3", "20, 0.3, 1e-3"})
    void powerOfACosineConvergesQuadratically(double wavelengthUm, double thicknessUm, double lithiumSideOhmM2) {
        LayerSymbol symbol = new LayerSymbol(thicknessUm * 1e-6, SIGMA, lithiumSideOhmM2);
        double k = 2 * Math.PI / (wavelengthUm * 1e-6);
        double exact = SIGMA * k * (1 + symbol.excess(k)) * WIDTH / 2;
        double[] errors = new double[2];
        for (int level = 0; level < 2; level++) {
            ElectrodeTrace trace = trace(150 << level);
            double[][] matrix = SurfaceOperator.exact(trace).matrix(symbol);
            errors[level] = Math.abs(power(matrix, cosine(trace, k)) / exact - 1);
        }
        // Only the interpolation of the cosine by straight pieces is left: the power loses (kh)²/12 at most twice.
        assertThat(errors[0]).isLessThan(k * k * Math.pow(WIDTH / 150, 2));
        assertThat(errors[1]).isBetween(0.2 * errors[0], 0.3 * errors[0]);
    }

    /** A layer's own mesh gives a larger power than the exact operator on the same trace, and approaches it. */
    @ParameterizedTest
    @CsvSource({"20, 10", "20, 1", "10, 0.5"})
    void meshedLayerApproachesTheExactOperator(double wavelengthUm, double thicknessUm) {
        double t = thicknessUm * 1e-6;
        double k = 2 * Math.PI / (wavelengthUm * 1e-6);
        double[] excess = new double[2];
        for (int level = 0; level < 2; level++) {
            ElectrodeTrace trace = trace(150 << level);
            double[] values = cosine(trace, k);
            SurfaceOperator exact = SurfaceOperator.exact(trace);
            SurfaceOperator meshed = SurfaceOperator.ofMesh(trace, new LayerOperator(trace, t));
            LayerSymbol symbol = new LayerSymbol(t, 1, 0);
            excess[level] = power(meshed.matrix(symbol), values) / power(exact.matrix(symbol), values) - 1;
        }
        // Trial potentials inside the layer can only add power, of the order of (kh)²: 0.18 for 0.67 µm and 10 µm.
        assertThat(excess[0]).isBetween(0.0, Math.pow(k * WIDTH / 150, 2));
        assertThat(excess[1]).isBetween(0.0, 0.5 * excess[0]);
    }

    @Test
    void cellAveragesOfASeriesAreExact() {
        double[] amplitudes = {0.3, -0.7, 0.1, 0.2, -0.4, 0.05};
        double[] averages = CellSeries.of(16).averages(WIDTH, 2.5, amplitudes);
        for (int i = 0; i < 16; i++) {
            double sum = 2.5;
            for (int n = 1; n <= 3; n++) {
                double k = 2 * Math.PI * n / WIDTH;
                double from = k * i * WIDTH / 16;
                double to = k * (i + 1) * WIDTH / 16;
                sum += Math.sqrt(2 / WIDTH)
                        / (to - from)
                        * (amplitudes[2 * n - 2] * (Math.sin(to) - Math.sin(from))
                                - amplitudes[2 * n - 1] * (Math.cos(to) - Math.cos(from)));
            }
            // Amplitudes of order √(2/W) = 140: rounding.
            assertThat(averages[i]).isCloseTo(sum, within(1e-11));
        }
    }

    /** Nodes of the interpolation stand for all modes of the thinnest layer and of thicker ones. */
    @ParameterizedTest
    @CsvSource({"0.3, 0", "3, 0", "0.3, 1e-3", "1, 1e-2", "10, 1e-4"})
    void nodesInterpolateTheExcess(double thicknessUm, double lithiumSideOhmM2) {
        ModeNodes nodes = new ModeNodes(1432);
        LayerSymbol symbol = new LayerSymbol(thicknessUm * 1e-6, SIGMA, lithiumSideOhmM2);
        double first = 2 * Math.PI / WIDTH;
        double scale = 1 + symbol.excess(first * 8);
        for (int n = 1; n <= nodes.modes(); n += n < 20 ? 1 : 37) {
            double[] weights = nodes.weights(n);
            double interpolated = 0;
            for (int b = 0; b < nodes.count(); b++) {
                interpolated += weights[b] * symbol.excess(first * nodes.mode(b));
            }
            assertThat(interpolated).as("mode %s", n).isCloseTo(symbol.excess(first * n), within(1e-5 * scale));
        }
    }

    /** Rows that a bound passes over on the way up from lithium do not change where the current has evened out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void boundsPassOverRowsOnly(long seed) {
        ElectrodeTrace trace = trace(400);
        Random random = new Random(seed);
        double[] surface = new double[trace.nodeCount()];
        Arrays.setAll(surface, i -> 1 + 0.05 * random.nextGaussian());
        ElectrodeContact.IonicLayer layer = new ElectrodeContact.IonicLayer(10e-6, SIGMA, 1e-4, 0);
        DepthProfile depth = LayerTerm.exact(trace, SurfaceOperator.exact(trace), layer)
                .electrode(surface, new double[surface.length], 0, 1)
                .depth()
                .orElseThrow();
        double[] depths = new double[depth.count()];
        Arrays.setAll(depths, depth::depthM);
        InterfaceCurrent[] currents = new InterfaceCurrent[depths.length];
        Arrays.setAll(currents, depth::current);
        DepthProfile everyRow = new DepthProfile(depth.windowM(), depths, currents);
        for (double fraction : new double[] {0.5, 0.2, 0.1, 0.05, 0.01}) {
            // As objects: NaN where the current never evens out that far.
            assertThat(Double.valueOf(depth.depthWithin(fraction)))
                    .isEqualTo(Double.valueOf(everyRow.depthWithin(fraction)));
        }
        assertThat(depth.depthWithin(0.05)).isPositive();
    }
}
