package org.grainflux.verification.wholestudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.run.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One study cut and spread in different ways. */
class DeterminismTest {
    @TempDir
    Path temporary;

    @Test
    void theSummaryDoesNotDependOnHowTheWorkIsSpread() {
        StudyConfig study = WholeStudy.read();
        RunReader whole = WholeStudy.run(study, temporary.resolve("whole"), 1, 1);
        // For eight cores the designs of a structure are cut into blocks, which three threads finish in any order.
        RunReader cut = WholeStudy.run(study, temporary.resolve("cut"), 8, 3);

        assertThat(WholeStudy.summary(study, cut).toPrettyString())
                .isEqualTo(WholeStudy.summary(study, whole).toPrettyString());
    }
}
