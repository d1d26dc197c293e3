package org.grainflux.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.study.run.BatchCommit.StructureOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the rules applied one realization at a time: finished is final, the earliest finished counts, else the last aborted. */
class FinishedWorkTest {
    private static final int STRUCTURES = 12;
    private static final List<String> DESIGNS = List.of("bare", "au", "hl");

    private record Key(int structure, String design) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRulesHoldForAnyCommits(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "commits", 0);
        List<BatchCommit> commits = new ArrayList<>();
        Map<Key, Integer> winner = new HashMap<>();
        Map<Key, Integer> state = new HashMap<>();
        Map<Integer, Integer> structureWinner = new HashMap<>();
        for (int ordinal = 0; ordinal < 8; ordinal++) {
            List<StructureOutcome> outcomes = new ArrayList<>();
            // One structure more than the run has: it was longer once.
            for (int structure = 0; structure <= STRUCTURES; structure++) {
                if (random.nextInt(3) > 0) {
                    continue;
                }
                List<List<String>> byState = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                for (String design : DESIGNS) {
                    int drawn = random.nextInt(4);
                    if (drawn < 3) {
                        byState.get(drawn).add(design);
                        Key key = new Key(structure, design);
                        if (structure < STRUCTURES && state.getOrDefault(key, 2) == 2) {
                            state.put(key, drawn);
                            winner.put(key, ordinal);
                        }
                    }
                }
                if (!byState.get(0).isEmpty()) {
                    structureWinner.putIfAbsent(structure, ordinal);
                }
                outcomes.add(new StructureOutcome(
                        String.valueOf(structure), byState.get(0), byState.get(1), byState.get(2)));
            }
            commits.add(new BatchCommit(ordinal, "b", Map.of(), outcomes));
        }
        FinishedWork finished = new FinishedWork(STRUCTURES, DESIGNS, commits);

        for (int structure = 0; structure < STRUCTURES; structure++) {
            for (String design : DESIGNS) {
                Key key = new Key(structure, design);
                assertThat(finished.isFinished(structure, design)).isEqualTo(state.getOrDefault(key, 2) < 2);
                assertThat(finished.commitOf(structure, design))
                        .isEqualTo(winner.containsKey(key) ? OptionalInt.of(winner.get(key)) : OptionalInt.empty());
                for (int ordinal = 0; ordinal < commits.size(); ordinal++) {
                    if (commits.get(ordinal).holds(structure, design)) {
                        assertThat(finished.counts(structure, design, ordinal)).isEqualTo(winner.get(key) == ordinal);
                    }
                }
            }
            Integer first = structureWinner.get(structure);
            if (first != null) {
                assertThat(finished.countsStructure(structure, first)).isTrue();
            }
        }
        assertThat(finished.counts().completed())
                .isEqualTo((int) state.values().stream().filter(s -> s == 0).count());
        assertThat(finished.counts().aborted())
                .isEqualTo((int) state.values().stream().filter(s -> s == 2).count());
    }
}
