package org.grainflux.report.vtu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grainflux.study.execution.FieldSink.CrackFrame;
import org.grainflux.study.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VtuFieldSinkTest {
    @Test
    void writesOneFilePerRealizationAndNothingElse(@TempDir Path folder) throws IOException {
        VtuFieldSink sink = new VtuFieldSink(RunFolder.at(folder.toString()));
        sink.accept(TriangleFields.twoGrains(new double[8]));
        sink.accept(TriangleFields.twoGrains(new double[] {1, 2, 3, 4, 5, 6, 7, 8}));

        try (var listed = Files.list(folder.resolve("fields"))) {
            List<String> names = listed.map(p -> p.getFileName().toString()).toList();
            assertThat(names).containsExactly("structure-000007-hl_10__m.vtu");
        }
        try (InputStream in = Files.newInputStream(folder.resolve("fields/structure-000007-hl_10__m.vtu"))) {
            assertThat(VtuReader.read(in)
                            .pointArray(FluxFields.POTENTIAL)
                            .orElseThrow()
                            .at(7, 0))
                    .isEqualTo(8);
        }
    }

    /** Two grains of which the upper one is lifted: the copies of their common corners lie apart. */
    private static CrackFrame frame(double... lengthsM) {
        double[] displacementM = new double[16];
        for (int node = 4; node < 8; node++) {
            displacementM[2 * node + 1] = 1e-8;
        }
        double[] stressPa = new double[4 * 6];
        // σ_xx = 3, σ_yy = −1, σ_xy = 1.5 MPa: principal stresses 1 ± 2.5 MPa.
        stressPa[0] = 3e6;
        stressPa[1] = -1e6;
        stressPa[5] = 1.5e6;
        return new CrackFrame(
                7,
                "au",
                1,
                lengthsM,
                2e6,
                TriangleFields.twoGrains(new double[8]).mesh(),
                displacementM,
                stressPa);
    }

    @Test
    void framesOfACrackAreListedForParaView(@TempDir Path folder) throws IOException {
        VtuFieldSink sink = new VtuFieldSink(RunFolder.at(folder.toString()));
        sink.accept(frame(1e-6));
        sink.accept(frame(1e-6, 2.5e-6));

        assertThat(Files.readString(folder.resolve("fields/crack-000007-au-e1.pvd")))
                .contains("timestep=\"1.0\" file=\"crack-000007-au-e1-0000.vtu\"")
                .contains("timestep=\"2.5\" file=\"crack-000007-au-e1-0001.vtu\"");
        try (InputStream in = Files.newInputStream(folder.resolve(VtuFieldSink.frameFile(7, "au", 1, 1)))) {
            VtuGrid grid = VtuReader.read(in);
            VtuArray moved = grid.pointArray(CrackFields.DISPLACEMENT).orElseThrow();
            assertThat(grid.points().at(4, 1)).isEqualTo(grid.points().at(3, 1));
            assertThat(moved.at(4, 1) - moved.at(3, 1)).isEqualTo(1e-8);
            assertThat(grid.cellArray(CrackFields.LARGEST_STRESS).orElseThrow().at(0, 0))
                    .isCloseTo(3.5, within(1e-12));
            assertThat(grid.fieldArray(CrackFields.LENGTH).orElseThrow().at(0, 0))
                    .isEqualTo(2.5e-6);
        }
    }

    @Test
    void aFileIsRecognisedByItsDesignAlone() {
        assertThat(VtuFieldSink.isOf(VtuFieldSink.fileName(7, "hl 10/µm"), "hl 10/µm"))
                .isTrue();
        assertThat(VtuFieldSink.isOf(VtuFieldSink.fileName(7, "thick-hl"), "hl"))
                .isFalse();
    }
}
