package org.grainflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    @Test
    void streamsAreTheSameOnEveryJavaRelease() {
        // From JDK 17.0.15 and 25.0.3; other numbers mean that every published result changes.
        assertThat(RandomStreams.stream(20210307, "grain-seeds", 3).nextLong()).isEqualTo(527971285412633416L);
        assertThat(RandomStreams.stream(20210307, "grain-seeds", 3).nextGaussian())
                .isEqualTo(0.1112404651593602);
    }

    @Test
    void seedPurposeAndIndexNameAStream() {
        Set<Long> first = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            first.add(RandomStreams.stream(1, "a", i).nextLong());
            first.add(RandomStreams.stream(1, "b", i).nextLong());
            first.add(RandomStreams.stream(2, "a", i).nextLong());
        }
        assertThat(first).hasSize(30_000);
        assertThat(RandomStreams.stream(1, "a", 5).nextLong())
                .isEqualTo(RandomStreams.stream(1, "a", 5).nextLong());
    }
}
