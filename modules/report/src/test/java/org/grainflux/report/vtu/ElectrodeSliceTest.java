package org.grainflux.report.vtu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grainflux.report.figure.FluxMap;
import org.junit.jupiter.api.Test;

class ElectrodeSliceTest {
    /** Two tetrahedra stand on the floor, one on each side of the diagonal of a square; a third touches it with an edge. */
    private static VtuGrid volume() {
        double[] points = {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0.5, 0.5, 1, 0, 0.5, 1};
        int[] cells = {4, 0, 2, 1, 2, 3, 0, 4, 0, 3, 5, 4};
        return new VtuGrid(
                VtuArray.ofDoubles("points", 3, points),
                VtuArray.ofInts("connectivity", 4, cells),
                List.of(),
                List.of(
                        VtuArray.ofDoubles(FluxFields.CURRENT_OVER_MEAN, 1, new double[] {2, 3, 9}),
                        VtuArray.ofInts(FluxFields.GRAIN, 1, new int[] {5, 6, 6})),
                List.of(VtuArray.ofDoubles(FluxFields.PERIOD, 3, new double[] {1, 1, 0})));
    }

    @Test
    void keepsTheTrianglesOfTheFloorWithWhatStandsOnThem() {
        VtuGrid slice = ElectrodeSlice.of(volume());

        assertThat(slice.cellCount()).isEqualTo(2);
        assertThat(slice.pointCount()).isEqualTo(4);
        double area = 0;
        for (int t = 0; t < 2; t++) {
            double[] x = new double[3];
            double[] y = new double[3];
            for (int c = 0; c < 3; c++) {
                x[c] = slice.points().at(slice.corner(t, c), 0);
                y[c] = slice.points().at(slice.corner(t, c), 1);
            }
            double own = 0.5 * ((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]));
            assertThat(own).as("counter-clockwise").isPositive();
            area += own;
        }
        assertThat(area).isEqualTo(1);
        VtuArray value = slice.cellArray(FluxFields.CURRENT_OVER_MEAN).orElseThrow();
        VtuArray grain = slice.cellArray(FluxFields.GRAIN).orElseThrow();
        assertThat(List.of(value.at(0, 0), value.at(1, 0))).containsExactly(2.0, 3.0);
        assertThat(List.of(grain.intAt(0, 0), grain.intAt(1, 0))).containsExactly(5, 6);
    }

    @Test
    void isDrawnOverBothPeriods() {
        assertThat(FluxMap.canDraw(volume())).isFalse();
        String svg = FluxMap.draw("Map", ElectrodeSlice.of(volume()));
        assertThat(svg).contains(">x (µm)<").contains(">y (µm)<").contains("data:image/png");
    }
}
