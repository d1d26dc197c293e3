package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.BrickLattice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies whose grains are in a regular order. */
class BrickStudyTest {
    private static final Path SMOKE = Path.of("..", "..", "configs", "smoke.yaml");

    private static StudyConfig read(String microstructure, String... more) {
        List<String> overrides = new ArrayList<>(List.of("microstructure=" + microstructure));
        overrides.addAll(List.of(more));
        return new StudyReader(new LocalFiles())
                .read(SMOKE.toString(), overrides, OptionalLong.empty(), OptionalInt.empty());
    }

    @Test
    void aBicrystalIsReadInSi() {
        BrickLattice lattice = read("{dimension: 2, width_um: 40, height_um: 20, grain_size_um: 20, seeding: bricks,"
                        + " lattice: {columns: 2, rows: 1, lean_deg: 60}}")
                .microstructure()
                .bricks();

        assertThat(lattice.columns()).isEqualTo(2);
        assertThat(lattice.leanRad()).isCloseTo(Math.PI / 3, within(1e-15));
        assertThat(lattice.depthColumns()).isZero();
    }

    @Test
    void boxesAreAsManyAlongTheDepthAndHaveNoPlaneCompanion() {
        StudyConfig study = read("{dimension: 3, width_um: 30, height_um: 20, grain_size_um: 10, seeding: bricks,"
                + " lattice: {columns: 3, rows: 2}}");

        assertThat(study.microstructure().bricks().depthColumns()).isEqualTo(3);
        assertThat(study.statistics().compareDimensions()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grain_size_um: 10, seeding: bricks | microstructure.lattice: missing",
                "grain_size_um: 10, seeding: poisson, lattice: {columns: 4, rows: 2} | lattice: not used with seeding: poisson",
                "grain_size_um: 12, seeding: bricks, lattice: {columns: 4, rows: 2} | grain_size_um: got 12 µm; the grains of this lattice are 10.00 µm",
                "grain_size_um: 20, seeding: bricks, lattice: {columns: 2, rows: 1, shift_ratio: 0.5} | lattice.shift_ratio: not used",
                "grain_size_um: 20, seeding: bricks, lattice: {columns: 2, rows: 1, shape: hexagon} | lattice.shape: not used",
                "grain_size_um: 10, seeding: bricks, lattice: {columns: 4, rows: 2, shape: hexagon, shift_ratio: 0.1} | lattice.shift_ratio: not used with shape: hexagon",
                "grain_size_um: 10, seeding: bricks, lattice: {columns: 4, rows: 2, depth_columns: 4} | lattice.depth_columns: not used",
                "grain_size_um: 10, seeding: bricks, lattice: {columns: 4, rows: 2, lean_deg: 10} | lattice.lean_deg: got 10; must be a number >= 20 and <= 90",
            })
    void whatDoesNotGoTogetherIsRefused(String keys, String message) {
        assertThatThrownBy(() -> read("{dimension: 2, width_um: 40, height_um: 20, " + keys + "}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shape: hexagon | lattice.shape: not used",
                "lean_deg: 60 | lattice.lean_deg: not used",
                "shift_ratio: 0.5 | lattice.shift_ratio: not used",
            })
    void aVolumeHasBoxesOnly(String key, String message) {
        assertThatThrownBy(() -> read("{dimension: 3, width_um: 30, height_um: 20, grain_size_um: 10, seeding: bricks,"
                        + " lattice: {columns: 3, rows: 2, " + key + "}}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }
}
