package org.grainflux.microstructure.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.BoundaryTrace;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.grid.LabelGrid;
import org.grainflux.microstructure.grid.StructureRaster;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Test;

/** Structures against their own images. */
class ImagedStructureTest {
    private static Microstructure generate(MicrostructureSpec spec) {
        return MicrostructureGenerator.generate(
                spec,
                RandomStreams.stream(20210307, "grain-seeds", 0),
                RandomStreams.stream(20210307, "orientations", 0));
    }

    @Test
    void aPlaneImageHasTheNetworkOfItsStructure() {
        Microstructure structure = generate(MicrostructureSpec.planar(40e-6, 20e-6, 5e-6, Seeding.HARD_CORE));
        Microstructure image = ImagedStructure.of(StructureRaster.draw(structure, 1600, 800));
        requireGrains(structure, image, 1.5);
        assertThat(image.network().feet()).hasSameSizeAs(structure.network().feet());
        // Layers at the electrodes are drawn as they are there, so feet are known to half a cell.
        for (BoundaryFoot foot : image.network().feet()) {
            double nearest = structure.network().feet().stream()
                    .filter(known -> known.electrode() == foot.electrode())
                    .mapToDouble(known -> Math.abs(known.positionM()[0] - foot.positionM()[0]))
                    .map(distance -> Math.min(distance, 40e-6 - distance))
                    .min()
                    .orElseThrow();
            assertThat(nearest).isLessThan(0.5001 * 25e-9);
        }
        assertThat(image.network().junctions().size())
                .isCloseTo(structure.network().junctions().size(), Percentage.withPercentage(3));
    }

    @Test
    void aVolumesImageHasTheNetworkOfItsStructure() {
        Microstructure structure = generate(MicrostructureSpec.solid(20e-6, 20e-6, 10e-6, 5e-6, Seeding.HARD_CORE));
        Microstructure image = ImagedStructure.of(StructureRaster.draw(structure, 120, 120, 60));
        requireGrains(structure, image, 2);
        for (int e = 0; e < 2; e++) {
            // Pieces along axes and diagonals are 5 % too long on the average over directions.
            assertThat(traceLength(image, e) / traceLength(structure, e)).isCloseTo(1.05, Offset.offset(0.03));
        }
    }

    private static double traceLength(Microstructure structure, int electrode) {
        return structure.network().traces().stream()
                .filter(trace -> trace.electrode() == electrode)
                .mapToDouble(BoundaryTrace::lengthM)
                .sum();
    }

    private static void requireGrains(Microstructure structure, Microstructure image, double percent) {
        assertThat(image.statistics().grainCount())
                .isEqualTo(structure.statistics().grainCount());
        assertThat(image.statistics().meanGrainMeasure())
                .isCloseTo(structure.statistics().meanGrainMeasure(), Percentage.withPercentage(1e-9));
        assertThat(image.statistics().grainMeasureCov())
                .isCloseTo(structure.statistics().grainMeasureCov(), Percentage.withPercentage(1));
        assertThat(image.statistics().boundaryMeasurePerVolume())
                .isCloseTo(structure.statistics().boundaryMeasurePerVolume(), Percentage.withPercentage(percent));
        GrainBoundary largest = structure.network().boundaries().stream()
                .max((a, b) -> Double.compare(a.measure(), b.measure()))
                .orElseThrow();
        GrainBoundary seen = image.network().boundaries().stream()
                .filter(b -> b.minusGrain() == Math.min(largest.minusGrain(), largest.plusGrain())
                        && b.plusGrain() == Math.max(largest.minusGrain(), largest.plusGrain()))
                .findFirst()
                .orElseThrow();
        // Half a cell of 0.17 µm along the rim, some 25 µm long, is 4.5 % of 46 µm².
        assertThat(seen.measure()).isCloseTo(largest.measure(), Percentage.withPercentage(4.5));
        double cosine = 0;
        for (int axis = 0; axis < largest.normal().length; axis++) {
            cosine += largest.normal()[axis] * seen.normal()[axis];
        }
        double sign = seen.minusGrain() == largest.minusGrain() ? 1 : -1;
        assertThat(sign * cosine).isGreaterThan(0.999);
    }

    /** The example image of the configurations is the drawing of this structure. */
    @Test
    void theExampleImageIsDrawnFromAKnownStructure() throws IOException {
        Path file = Path.of("..", "..", "configs", "images", "hard-core.nrrd");
        Microstructure structure = generate(MicrostructureSpec.planar(40e-6, 20e-6, 5e-6, Seeding.HARD_CORE));
        LabelGrid drawn = StructureRaster.draw(structure, 800, 400);
        LabelGrid read =
                LabelImage.read(file.toString(), Files.readAllBytes(file)).onto(new double[] {40e-6, 20e-6}, true);
        assertThat(read.labelCount()).isEqualTo(drawn.labelCount());
        for (int c = 0; c < drawn.grid().cellCount(); c++) {
            if (read.label(c) != drawn.label(c)) {
                throw new AssertionError("cell " + c + ": drawn " + drawn.label(c) + ", read " + read.label(c));
            }
        }
    }
}
