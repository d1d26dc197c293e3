package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.Seeding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies whose structures are images. */
class ImageStudyTest {
    private static final Path SHIPPED = Path.of("..", "..", "configs", "image.yaml");

    @TempDir
    Path temporary;

    private static StudyConfig read(Path study, String... overrides) {
        return new StudyReader(new LocalFiles())
                .read(study.toString(), List.of(overrides), OptionalLong.empty(), OptionalInt.empty());
    }

    @Test
    void theResolvedStudyKeepsItsImageWhereverItIsRead() throws Exception {
        StudyConfig study = read(SHIPPED);
        assertThat(study.microstructure().seeding()).isEqualTo(Seeding.IMAGE);
        assertThat(study.images()).hasSize(1);
        assertThat(study.images().get(0).periodic()).isTrue();
        assertThat(study.images().get(0).sha256()).hasSize(64);
        assertThat(study.reducesDesigns()).isFalse();
        Path elsewhere = Files.writeString(temporary.resolve("study.yaml"), study.resolvedYaml());
        StudyConfig again =
                new StudyReader(new LocalFiles(), List.of(study.images().get(0).file())).read(elsewhere.toString());
        assertThat(again.images()).isEqualTo(study.images());
        assertThat(again.contentHash()).isEqualTo(study.contentHash());
    }

    /** The same study of another image is another study, and an image that changed later is refused. */
    @Test
    void theContentOfAnImageCounts() throws Exception {
        Path image = temporary.resolve("a.nrrd");
        Files.writeString(image, "NRRD0001\ntype: uint8\nsizes: 2 2\nencoding: text\n\n0 1 2 3\n");
        String[] overrides = {
            "microstructure.images=[{file: " + image + "}]", "microstructure.grain_size_um=14.1421",
        };
        StudyConfig first = read(SHIPPED, overrides);
        Files.writeString(image, "NRRD0001\ntype: uint8\nsizes: 2 2\nencoding: text\n\n0 1 3 2\n");
        assertThat(read(SHIPPED, overrides).contentHash()).isNotEqualTo(first.contentHash());
        assertThatThrownBy(() -> first.images().get(0).content(new LocalFiles()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a.nrrd: the image has the checksum");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "microstructure.images=[{file: none.nrrd}] | none.nrrd: no such file",
                "microstructure.images=[{file: image.yaml}] | must end in .nrrd, .vti or .tesr",
                "microstructure.dimension=3 | set microstructure.dimension: 2",
                "microstructure.grain_size_um=7 | the image has 32 grains, which in a cell of this size are 5.00 µm",
                "realizations=2 | must not exceed the number of images, here 1",
                "microstructure.seeding=poisson | not used with seeding: poisson, only with seeding: image",
                "microstructure.boundary_resistance={model: misorientation} | an image has no orientations",
                "microstructure.boundary_resistance={total_conductivity_S_per_cm: 1e-4} | met on meshes only",
                "numerics={convergence_samples: 1} | a grid has no mesh: use 0",
                "numerics={fields: 1} | fields of grids are not written: use 0",
                "microstructure.images=[] | at least 1"
            })
    void whatAnImageCannotDoIsRefused(String override, String message) {
        assertThatThrownBy(() -> read(SHIPPED, override))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }
}
