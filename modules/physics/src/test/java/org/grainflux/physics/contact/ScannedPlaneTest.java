package org.grainflux.physics.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Test;

/** The line that a tip follows over the plane of a volume: it sees every grain where that grain is. */
class ScannedPlaneTest {
    private static final double[] SIZE = {40e-6, 40e-6, 20e-6};

    @Test
    void eachPositionLiesInTheFacetOfItsGrain() {
        Microstructure structure = MicrostructureGenerator.generate(
                new MicrostructureSpec(3, SIZE, 10e-6, Seeding.HARD_CORE, 0.6, 5, 0.35, 0.2, 0.05),
                RandomStreams.stream(11, "scan", 0),
                RandomStreams.stream(12, "scan", 0));
        for (int electrode = 0; electrode < 2; electrode++) {
            SurfaceGrains surface = SurfaceGrains.of(structure, electrode);

            assertThat(surface.feet()).hasSizeBetween(2, 12);
            for (SurfacePoint point : surface.equidistant(200)) {
                assertThat(grainAt(structure.complex(), electrode, point.positionM(), 0.5 * SIZE[1]))
                        .isEqualTo(point.grain());
                assertThat(point.distanceToBoundaryM()).isBetween(0.0, 0.5 * SIZE[0]);
            }
            assertThat(surface.at(surface.feet().get(0).positionM()).distanceToBoundaryM())
                    .isCloseTo(0, within(1e-18));
        }
    }

    /** By the winding of the facet's corners around the point, in any period. */
    private static int grainAt(CellComplex complex, int electrode, double x, double y) {
        for (int facet = 0; facet < complex.facetCount(); facet++) {
            for (int shift = 0; complex.borderTag(facet) == electrode && shift < 9; shift++) {
                if (winds(
                        complex,
                        facet,
                        x + (shift % 3 - 1) * complex.sizeM(0),
                        y + (shift / 3 - 1) * complex.sizeM(1))) {
                    return complex.grain(complex.minusCell(facet));
                }
            }
        }
        throw new AssertionError("no facet at " + x + ", " + y);
    }

    private static boolean winds(CellComplex complex, int facet, double x, double y) {
        double angle = 0;
        int n = complex.facetCornerCount(facet);
        for (int c = 0; c < n; c++) {
            int next = (c + 1) % n;
            double ax = complex.facetCornerM(facet, c, 0) - x;
            double ay = complex.facetCornerM(facet, c, 1) - y;
            double bx = complex.facetCornerM(facet, next, 0) - x;
            double by = complex.facetCornerM(facet, next, 1) - y;
            angle += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
        }
        return Math.abs(angle) > Math.PI;
    }
}
