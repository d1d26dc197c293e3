package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.BoundaryTrace;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.FanPoints;
import org.grainflux.microstructure.Grain;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.junit.jupiter.api.Test;

class BlockTessellationTest {
    private static final double[] SIZE_M = {40e-6, 30e-6, 50e-6};
    private static final double[] BLOCK_M = {10e-6, 10e-6, 10e-6};

    private final Microstructure blocks = BlockTessellation.blocks(SIZE_M, 4, 3, 5);

    @Test
    void grainsAreBoxes() {
        assertThat(blocks.dimension()).isEqualTo(3);
        assertThat(blocks.grains()).hasSize(60);
        for (int g = 0; g < 60; g++) {
            Grain grain = blocks.grains().get(g);
            assertThat(grain.measure()).isCloseTo(1e-15, within(1e-27));
            int[] at = {g % 4, g / 4 % 3, g / 12};
            for (int axis = 0; axis < 3; axis++) {
                double middle = (at[axis] + 0.5) * BLOCK_M[axis];
                assertThat(grain.centroidM()[axis]).isCloseTo(middle, within(1e-18));
                assertThat(FanPoints.cellPointM(blocks.complex(), g)[axis]).isCloseTo(middle, within(1e-18));
            }
        }
    }

    @Test
    void boundariesPointFromMinusToPlus() {
        double[] areaM2 = new double[3];
        for (GrainBoundary boundary : blocks.network().boundaries()) {
            double[] from = blocks.grains().get(boundary.minusGrain()).centroidM();
            double[] to = blocks.grains().get(boundary.plusGrain()).centroidM();
            for (int axis = 0; axis < 3; axis++) {
                double step = to[axis] - from[axis];
                step -= axis == 2 ? 0 : SIZE_M[axis] * Math.rint(step / SIZE_M[axis]);
                assertThat(boundary.normal()[axis]).isCloseTo(step / BLOCK_M[axis], within(1e-12));
                areaM2[axis] += boundary.measure() * Math.abs(boundary.normal()[axis]);
            }
        }
        assertThat(areaM2[0]).isCloseTo(4 * 30e-6 * 50e-6, within(1e-20));
        assertThat(areaM2[1]).isCloseTo(3 * 40e-6 * 50e-6, within(1e-20));
        assertThat(areaM2[2]).isCloseTo(4 * 40e-6 * 30e-6, within(1e-20));
        // Faces of a grain per volume: (12 blocks × 5 layers + 12 × 5 + 12 × 4) faces of 10 µm by 10 µm.
        assertThat(blocks.statistics().boundaryMeasurePerVolume()).isCloseTo(168e-10 / 6e-14, within(1e-6));
    }

    @Test
    void facesSeenFromBothCellsCoincide() {
        CellComplex complex = blocks.complex();
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            assertThat(complex.cellFacetCount(cell)).isEqualTo(6);
            double[] point = FanPoints.cellPointM(complex, cell);
            for (int k = 0; k < 6; k++) {
                int facet = complex.cellFacet(cell, k);
                double outward = complex.minusCell(facet) == cell ? 1 : -1;
                for (int corner = 0; corner < 4; corner++) {
                    double distance = 0;
                    for (int axis = 0; axis < 3; axis++) {
                        distance += outward
                                * complex.facetNormal(facet)[axis]
                                * (complex.cellCornerM(cell, k, corner, axis) - point[axis]);
                    }
                    assertThat(distance).isCloseTo(5e-6, within(1e-18));
                }
            }
        }
    }

    @Test
    void tracesAreTheLinesOnTheElectrodes() {
        double[] lengthM = new double[2];
        assertThat(blocks.network().traces())
                .hasSize(48)
                .hasSameSizeAs(blocks.network().feet());
        for (int i = 0; i < 48; i++) {
            BoundaryTrace trace = blocks.network().traces().get(i);
            lengthM[trace.electrode()] += trace.lengthM();
            assertThat(trace.fromM()[2]).isEqualTo(trace.electrode() * SIZE_M[2]);
            assertThat(trace.toM()[2]).isEqualTo(trace.electrode() * SIZE_M[2]);
            assertThat(trace.minusAngleRad()).isCloseTo(0.5 * Math.PI, within(1e-12));
            assertThat(blocks.network().feet().get(i).boundary()).isEqualTo(trace.boundary());
        }
        assertThat(lengthM[0]).isCloseTo(4 * 30e-6 + 3 * 40e-6, within(1e-17));
        assertThat(lengthM[1]).isCloseTo(lengthM[0], within(1e-17));
        // 12 upright edges in 5 layers; 12 × 4 horizontal edges along x and as many along y.
        assertThat(blocks.network().junctions())
                .hasSize(60 + 48 + 48)
                .allSatisfy(junction -> assertThat(junction.boundaries()).hasSize(4));
    }

    @Test
    void refusesGrainsThatWouldMeetTheirOwnImage() {
        assertThatThrownBy(() -> BlockTessellation.blocks(SIZE_M, 3, 2, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("3 × 2 × 1");
    }
}
