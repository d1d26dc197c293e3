package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.data.Percentage;
import org.grainflux.study.config.FileSource;
import org.grainflux.study.config.HadoopFiles;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.StructureRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped study of an image: the rows that any structure has. */
class ImageRunTest {
    private static final WorkUnit ALL = new WorkUnit(0, List.of("perfect", "bare", "hl"));

    private static final Path SHIPPED =
            Path.of("..", "..", "configs", "image.yaml").toAbsolutePath().normalize();

    private static RealizationRunner runner;
    private static UnitResult result;

    @BeforeAll
    static void run() {
        runner = new RealizationRunner(study(new LocalFiles(), SHIPPED.toString()), 1, FieldSink.NONE);
        result = runner.run(ALL);
    }

    private static StudyConfig study(FileSource files, String file) {
        return new StudyReader(files)
                .read(
                        file,
                        List.of("statistics={flaw_draws: 2, prior_draws: 1}"),
                        OptionalLong.empty(),
                        OptionalInt.empty());
    }

    /** Named by URI, it is no file of this machine to the runner, which is then told where it is. */
    @Test
    void anImageIsReadThroughTheFileSystemOfItsAddress() {
        HadoopFiles files = new HadoopFiles(new Configuration(false));
        StudyConfig study = study(files, SHIPPED.toUri().toString());
        assertThat(study.images().get(0).file()).startsWith("file:/").endsWith(".nrrd");
        RealizationRunner ofThisMachine = new RealizationRunner(study, 1, FieldSink.NONE);
        assertThatThrownBy(() -> ofThisMachine.run(ALL)).hasMessageContaining("no such file");
        UnitResult elsewhere = ofThisMachine.readingImagesFrom(files).run(ALL);
        assertThat(elsewhere.cells()).isEqualTo(result.cells());
        assertThat(elsewhere.hotSpots()).isEqualTo(result.hotSpots());
    }

    @Test
    void threadsChangeNoBit() {
        UnitResult onThree = runner.onThreads(3).run(ALL);
        assertThat(onThree.cells()).isEqualTo(result.cells());
        assertThat(onThree.hotSpots()).isEqualTo(result.hotSpots());
    }

    @Test
    void everyDesignIsCompleteOnTheCellsOfTheImage() {
        assertThat(result.ledger()).hasSize(3).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(LedgerRow.COMPLETED);
            assertThat(row.elements()).isEqualTo(800 * 400);
        });
        assertThat(result.timings().get(0).solver()).contains("image");
    }

    /** 20 cells of 50 nm are a window of 1 µm. */
    @Test
    void windowsThatTheGridDoesNotResolveAreNull() {
        assertThat(result.hotSpots()).hasSize(3 * 2 * 2).allSatisfy(row -> {
            assertThat(row.w500MaxOverMean()).isNaN();
            assertThat(row.unresolvedReason()).contains("the grid resolves windows from 1000 nm");
            assertThat(row.w1000MaxOverMean()).isGreaterThanOrEqualTo(1);
        });
    }

    @Test
    void resistancesInSeriesAddUp() {
        CellRow perfect = cell("perfect");
        CellRow bare = cell("bare");
        double grains = 20e-6 / perfect.effectiveConductivitySPerM();
        assertThat(perfect.areaSpecificResistanceOhmM2()).isCloseTo(grains, Percentage.withPercentage(1e-3));
        // Twice 1000 Ω cm², which evens out the current; the grains then resist a little more.
        assertThat(bare.areaSpecificResistanceOhmM2()).isBetween(0.2 + grains, 0.2 + 1.5 * grains);
        assertThat(spot("bare").grainAverageMaxOverMin()).isLessThan(1.05);
        assertThat(spot("perfect").grainAverageMaxOverMin()).isGreaterThan(1.2);
    }

    @Test
    void flawsSitOnTheFeetOfTheImage() {
        StructureRow structure = result.structures().get(0);
        assertThat(structure.grainCount()).isEqualTo(32);
        assertThat(structure.footCount()).isBetween(8, 40);
        assertThat(structure.thomsonBoundSPerM()).isNaN();
        assertThat(structure.meanMisorientationRad()).isNaN();
        assertThat(structure.tipModulusMinPa()).isNaN();
        assertThat(result.strengths())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.selfConsistentAPerM2()).isPositive());
    }

    private static CellRow cell(String design) {
        return result.cells().stream()
                .filter(row -> row.design().equals(design))
                .findFirst()
                .orElseThrow();
    }

    private static HotSpotRow spot(String design) {
        return result.hotSpots().stream()
                .filter(row -> row.design().equals(design))
                .findFirst()
                .orElseThrow();
    }
}
