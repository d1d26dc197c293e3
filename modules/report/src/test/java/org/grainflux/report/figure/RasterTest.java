package org.grainflux.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.grainflux.report.vtu.FluxFields;
import org.grainflux.report.vtu.TriangleFields;
import org.junit.jupiter.api.Test;

class RasterTest {
    @Test
    void twoTrianglesCoverTheirSquareWithoutGapAndTheUpperRowComesFirst() {
        TriangleRaster raster = new TriangleRaster(0, 0, 2, 2, 64);
        raster.draw(0, 0, 2, 0, 2, 2, 1);
        raster.draw(0, 0, 2, 2, 0, 2, 5);
        assertThat(Arrays.stream(raster.values()).allMatch(v -> v == 1 || v == 5))
                .isTrue();
        assertThat(raster.at(2, 0)).isEqualTo(5);
        assertThat(raster.at(61, 63)).isEqualTo(1);
        // half of the pixels each, up to the diagonal
        long ones = Arrays.stream(raster.values()).filter(v -> v == 1).count();
        assertThat(ones).isBetween(64L * 64 / 2 - 64, 64L * 64 / 2 + 64);
    }

    @Test
    void whatLiesOutsideIsIgnored() {
        TriangleRaster raster = new TriangleRaster(0, 0, 1, 1, 8);
        raster.draw(-3, -3, -1, -3, -2, -1, 7);
        raster.draw(-1, -1, 3, -1, -1, 0.5, 2);
        assertThat(raster.at(0, 7)).isEqualTo(2);
        assertThat(raster.at(7, 0)).isNaN();
        assertThat(Arrays.stream(raster.values()).anyMatch(v -> v == 7)).isFalse();
    }

    @Test
    void outlinesKeepOnlyTheCornersOfAGrain() {
        List<List<double[]>> loops = RegionOutlines.of(FluxFields.grid(TriangleFields.twoGrains(new double[8])));
        assertThat(loops).hasSize(2);
        assertThat(loops.get(0)).hasSize(4);
        assertThat(loops.get(1)).anySatisfy(point -> assertThat(point).containsExactly(1e-6, 2e-6));
    }

    @Test
    void theColourScaleRisesInLightness() {
        double before = -1;
        for (int i = 0; i <= 20; i++) {
            int rgb = ColourScale.rgb(i / 20.0);
            double lightness = 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
            assertThat(lightness).isGreaterThan(before);
            before = lightness;
        }
    }

    @Test
    void quartilesFollowTheOrderStatistics() {
        double[] sorted = {1, 2, 3, 4, 5};
        assertThat(BoxChart.quantile(sorted, 0.25)).isEqualTo(2);
        assertThat(BoxChart.quantile(sorted, 0.9)).isEqualTo(4.6);
        assertThat(BoxChart.quantile(new double[] {7}, 0.5)).isEqualTo(7);
    }
}
