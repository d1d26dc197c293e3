package org.grainflux.report.vtu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void aFileIsRecognisedByItsDesignAlone() {
        assertThat(VtuFieldSink.isOf(VtuFieldSink.fileName(7, "hl 10/µm"), "hl 10/µm"))
                .isTrue();
        assertThat(VtuFieldSink.isOf(VtuFieldSink.fileName(7, "thick-hl"), "hl"))
                .isFalse();
    }
}
