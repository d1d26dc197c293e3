package org.grainflux.fem.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisjointSetsTest {
    @Test
    void setsAreCountedInTheOrderOfTheirSmallestMembers() {
        DisjointSets sets = new DisjointSets(6);
        assertThat(sets.join(5, 1)).isTrue();
        assertThat(sets.join(3, 5)).isTrue();
        assertThat(sets.join(1, 3)).isFalse();
        assertThat(sets.smallest(5)).isEqualTo(1);
        assertThat(sets.numbered()).containsExactly(0, 1, 2, 1, 3, 1);
        assertThat(new DisjointSets(0).numbered()).isEmpty();
    }

    /** Against walking the links from every number. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void membersOfASetAreThoseThatLinksReach(long seed) {
        Random random = new Random(seed);
        int count = 60;
        BitSet[] linked = new BitSet[count];
        for (int i = 0; i < count; i++) {
            linked[i] = new BitSet();
        }
        DisjointSets sets = new DisjointSets(count);
        for (int link = 0; link < 45; link++) {
            int i = random.nextInt(count);
            int j = random.nextInt(count);
            linked[i].set(j);
            linked[j].set(i);
            sets.join(i, j);
        }
        for (int i = 0; i < count; i++) {
            BitSet reached = new BitSet();
            reached.set(i);
            for (int before = 0; before != reached.cardinality(); ) {
                before = reached.cardinality();
                for (int member : reached.stream().toArray()) {
                    reached.or(linked[member]);
                }
            }
            assertThat(sets.smallest(i)).isEqualTo(reached.nextSetBit(0));
        }
    }
}
