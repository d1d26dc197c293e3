package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.VolumeEstimate;
import org.junit.jupiter.api.Test;

/** Volumes that do not fit side by side wait for each other; one that fits nowhere is refused. */
class WorkingMemoryTest {
    private static final StudyConfig VOLUME =
            SmallStudy.with("microstructure.dimension=3", "numerics.foot_element_nm=500");
    private static final int NEEDED =
            VolumeEstimate.of(VOLUME.microstructure(), VOLUME.numerics()).megabytes();

    @Test
    void theSecondVolumeWaitsForTheFirst() throws Exception {
        WorkingMemory memory = new WorkingMemory(NEEDED + NEEDED / 2);
        WorkingMemory.Share first = memory.take(VOLUME);
        CompletableFuture<WorkingMemory.Share> second = CompletableFuture.supplyAsync(() -> memory.take(VOLUME));

        // Ample time for a second that does not wait.
        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        first.giveBack();
        second.get(10, TimeUnit.SECONDS).giveBack();
    }

    @Test
    void twoThatFitRunSideBySideAndPlanesTakeNothing() {
        WorkingMemory memory = new WorkingMemory(2 * NEEDED);
        StudyConfig plane = SmallStudy.with();
        memory.take(VOLUME);
        memory.take(VOLUME);

        assertThat(memory.take(plane)).isNotNull();
    }

    @Test
    void aVolumeThatDoesNotFitIsRefusedWithItsCure() {
        assertThatThrownBy(() -> new WorkingMemory(NEEDED - 1).require(VOLUME))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("about " + NEEDED + " MB, and " + (NEEDED - 1) + " MB may be used")
                .hasMessageContaining("raise numerics.foot_element_nm")
                .hasMessageContaining("GRAINFLUX_OPTS=-Xmx");
        new WorkingMemory(NEEDED).require(VOLUME);
    }
}
