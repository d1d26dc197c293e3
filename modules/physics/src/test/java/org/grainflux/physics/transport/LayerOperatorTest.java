package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A layer under a cosine of wavenumber k against the exact operator of the strip: current amplitude σk (Y cosh + σk
 * sinh)/(σk cosh + Y sinh) with arguments kt and Y = 1/R at lithium (Y → ∞: σk coth kt).
 */
class LayerOperatorTest {
    private static final double WIDTH = 100e-6;

    /** Segments graded from 40 nm at ten feet to 0.5 µm between them, as on a polycrystal. */
    private static double[] gradedLines() {
        double[] lines = new double[4096];
        int count = 1;
        for (int foot = 0; foot < 10; foot++) {
            double start = foot * WIDTH / 10;
            double end = start + WIDTH / 10;
            while (lines[count - 1] < end - 1e-9) {
                double x = lines[count - 1];
                double nearest = Math.min(x - start, end - x);
                double step = Math.min(Math.max(40e-9, 0.25 * nearest), 0.5e-6);
                lines[count++] = x + 1.5 * step > end ? end : x + step;
            }
        }
        double[] result = Arrays.copyOf(lines, count);
        result[count - 1] = WIDTH;
        return result;
    }

    @ParameterizedTest
    @CsvSource({"20, 10, 0", "20, 3, 0", "10, 1, 0", "50, 10, 0", "20, 10, 1e-3", "20, 0.3, 1e-3"})
    void cosineTraceAgreesWithFourierOperator(double wavelengthUm, double thicknessUm, double lithiumSideOhmM2) {
        SimplexMesh slab = BlockMesh.slab(gradedLines(), BlockMesh.lines(10e-6, 2));
        ElectrodeTrace trace = ElectrodeTrace.of(slab, 0, WIDTH, new int[slab.nodeCount()]);
        double sigma = 0.01;
        ElectrodeContact.IonicLayer layer =
                new ElectrodeContact.IonicLayer(thicknessUm * 1e-6, sigma, lithiumSideOhmM2, 0);
        LayerTerm term = LayerTerm.meshed(trace, new LayerOperator(trace, layer.thicknessM()), layer);
        int m = trace.pointCount();
        double[][] columns = new double[m][m];
        term.addTo(columns, new double[m], 0, 0);
        double k = 2 * Math.PI / (wavelengthUm * 1e-6);
        double power = 0;
        for (int j = 0; j < m; j++) {
            for (int i = j; i < m; i++) {
                double product = columns[j][i] * Math.cos(k * trace.pointM(i)) * Math.cos(k * trace.pointM(j));
                power += i == j ? product : 2 * product;
            }
        }
        double depth = k * layer.thicknessM();
        double y = lithiumSideOhmM2 == 0 ? 1e30 : 1 / lithiumSideOhmM2;
        double exact = sigma
                * k
                * (y * Math.cosh(depth) + sigma * k * Math.sinh(depth))
                / (sigma * k * Math.cosh(depth) + y * Math.sinh(depth));
        // Relative, of the power; a trial potential can only take up more, so the error has a sign.
        assertThat(power / (exact * WIDTH / 2)).isBetween(1.0, 1 + 5e-3);
    }

    /** σk/sinh(kt) at perfect lithium: what is left of the cosine after the way through the layer. */
    @ParameterizedTest
    @CsvSource({"20, 1", "20, 3", "50, 10", "10, 3"})
    void depthProfileFollowsTheFourierOperator(double wavelengthUm, double thicknessUm) {
        SimplexMesh slab = BlockMesh.slab(gradedLines(), BlockMesh.lines(10e-6, 2));
        ElectrodeTrace trace = ElectrodeTrace.of(slab, 0, WIDTH, new int[slab.nodeCount()]);
        double sigma = 0.01;
        ElectrodeContact.IonicLayer layer = new ElectrodeContact.IonicLayer(thicknessUm * 1e-6, sigma, 0, 0);
        LayerTerm term = LayerTerm.meshed(trace, new LayerOperator(trace, layer.thicknessM()), layer);
        double k = 2 * Math.PI / (wavelengthUm * 1e-6);
        double[] surface = new double[trace.nodeCount()];
        Arrays.setAll(surface, i -> Math.cos(k * trace.pointM(trace.pointOfNode(i))));
        // Lithium at 0 V is the upper electrode, so current towards lithium runs upwards.
        DepthProfile depth = term.electrode(surface, new double[surface.length], 0, 1)
                .depth()
                .orElseThrow();
        for (int row = 1; row < depth.count(); row++) {
            double z = depth.depthM(row);
            double amplitude = sigma * k * Math.cosh(k * (layer.thicknessM() - z)) / Math.sinh(k * layer.thicknessM());
            InterfaceCurrent current = depth.current(row);
            for (double x = 0; x < WIDTH; x += 0.37e-6) {
                double half = 0.5e-6;
                double exact = amplitude * Math.cos(k * x) * Math.sin(k * half) / (k * half);
                assertThat(current.averageAround(new double[] {x}, 2 * half) / amplitude)
                        .as("depth %s, x %s", z, x)
                        // A cosine between points of the trace, up to 0.75 µm apart, loses (kh)²/12 = 1.9 % at most.
                        .isCloseTo(exact / amplitude, within(0.019));
            }
        }
    }
}
