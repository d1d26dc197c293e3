package org.grainflux.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureRangesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsWrittenIsRead(long seed) {
        BitSet set = new BitSet();
        RandomStreams.stream(seed, "ranges", 0).ints(60, 0, 100).forEach(set::set);
        assertThat(StructureRanges.parse(StructureRanges.text(set)).toArray())
                .isEqualTo(set.stream().toArray());
        assertThat(StructureRanges.parse("")).isEmpty();
    }
}
