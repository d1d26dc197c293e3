package org.grainflux.study.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.grainflux.study.run.RunStatus.Counts;

/**
 * What the commits of a run have finished, and which commit holds the rows of each realization.
 *
 * <p>A numerical failure is final. An aborted realization is not finished: a later commit of the same realization
 * replaces it. Of several commits that finished one, the earliest counts.
 */
public final class FinishedWork {
    private final Map<String, Integer> designOrder = new HashMap<>();
    private final Map<Long, Integer> winner = new HashMap<>();
    private final Map<Integer, Integer> structureWinner = new HashMap<>();
    private final Map<Long, State> states = new HashMap<>();

    private enum State {
        COMPLETED,
        FAILED,
        ABORTED
    }

    private final int structures;

    /**
     * @param structures how many structures the run has now; commits of further ones, from a longer run of the same
     *     study, do not count
     */
    FinishedWork(int structures, List<String> designs, List<BatchCommit> commits) {
        this.structures = structures;
        for (String design : designs) {
            designOrder.put(design, designOrder.size());
        }
        for (int ordinal = 0; ordinal < commits.size(); ordinal++) {
            for (BatchCommit.StructureOutcome outcome : commits.get(ordinal).structures()) {
                int structure = outcome.structureIndex();
                record(structure, outcome.completed(), State.COMPLETED, ordinal);
                record(structure, outcome.failed(), State.FAILED, ordinal);
                record(structure, outcome.aborted(), State.ABORTED, ordinal);
                if (structure < structures && !outcome.completed().isEmpty()) {
                    structureWinner.putIfAbsent(structure, ordinal);
                }
            }
        }
    }

    private void record(int structure, List<String> designs, State state, int ordinal) {
        if (structure >= structures) {
            return;
        }
        for (String design : designs) {
            long key = key(structure, design);
            State known = states.get(key);
            if (known == null || known == State.ABORTED) {
                states.put(key, state);
                winner.put(key, ordinal);
            }
        }
    }

    private long key(int structure, String design) {
        return (long) structure << 32 | designOrder(design);
    }

    /** Position of a design in the study. */
    int designOrder(String design) {
        Integer order = designOrder.get(design);
        if (order == null) {
            throw new IllegalStateException("the run holds rows of design " + design + ", which its study lacks");
        }
        return order;
    }

    public boolean isFinished(int structureIndex, String design) {
        State state = states.get(key(structureIndex, design));
        return state == State.COMPLETED || state == State.FAILED;
    }

    boolean isCompleted(int structureIndex, String design) {
        return states.get(key(structureIndex, design)) == State.COMPLETED;
    }

    /** Position of the commit whose rows of a realization count; empty when none has any. */
    OptionalInt commitOf(int structureIndex, String design) {
        Integer ordinal = winner.get(key(structureIndex, design));
        return ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
    }

    public Counts counts() {
        int completed = count(State.COMPLETED);
        int failed = count(State.FAILED);
        int aborted = count(State.ABORTED);
        int expected = Math.multiplyExact(structures, designOrder.size());
        return new Counts(expected, completed, failed, aborted, expected - completed - failed - aborted);
    }

    private int count(State state) {
        return (int) states.values().stream().filter(state::equals).count();
    }

    /** Whether the rows of a realization count in the commit of this ordinal. */
    boolean counts(int structureIndex, String design, int commitOrdinal) {
        return winner.getOrDefault(key(structureIndex, design), -1) == commitOrdinal;
    }

    boolean knows(int structureIndex) {
        return structureIndex < structures;
    }

    /** Whether the rows of a structure itself count in the commit of this ordinal: the first that completed a design. */
    boolean countsStructure(int structureIndex, int commitOrdinal) {
        return structureWinner.getOrDefault(structureIndex, -1) == commitOrdinal;
    }
}
