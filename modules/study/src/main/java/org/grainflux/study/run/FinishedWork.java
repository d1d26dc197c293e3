package org.grainflux.study.run;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grainflux.study.run.RunStatus.Counts;

/**
 * What the commits of a run have finished, and which commit holds the rows of each realization.
 *
 * <p>A numerical failure is final. An aborted realization is not finished: a later commit of the same realization
 * replaces it. Of several commits that finished one, the earliest counts. Memory: five bits per realization, and one
 * entry of a map for each of the few that more than one commit holds.
 */
public final class FinishedWork {
    private final Map<String, Integer> designOrder = new HashMap<>();
    private final List<DesignWork> designs;
    private final Ownerships structureCommits = new Ownerships();
    private final List<BatchCommit> commits;
    private final int structures;

    /** The commits that hold structures: only where there are several, the one that counts must be remembered. */
    private static final class Ownerships {
        private final BitSet known = new BitSet();
        private final BitSet contested = new BitSet();
        private final Map<Integer, Integer> winner = new HashMap<>();

        void announce(int structure) {
            if (known.get(structure)) {
                contested.set(structure);
            }
            known.set(structure);
        }

        void winsIfFirst(int structure, int ordinal) {
            if (contested.get(structure)) {
                winner.putIfAbsent(structure, ordinal);
            }
        }

        void wins(int structure, int ordinal) {
            if (contested.get(structure)) {
                winner.put(structure, ordinal);
            }
        }

        boolean counts(int structure, int ordinal) {
            return known.get(structure) && winner.getOrDefault(structure, ordinal) == ordinal;
        }
    }

    /** The realizations of one design by structure. */
    private static final class DesignWork {
        private final BitSet completed = new BitSet();
        private final BitSet failed = new BitSet();
        private final BitSet aborted = new BitSet();
        private final Ownerships commits = new Ownerships();

        void finish(int structure, BitSet state, int ordinal) {
            if (!isFinished(structure)) {
                aborted.clear(structure);
                state.set(structure);
                commits.wins(structure, ordinal);
            }
        }

        void abort(int structure, int ordinal) {
            if (!isFinished(structure)) {
                aborted.set(structure);
                commits.wins(structure, ordinal);
            }
        }

        boolean isFinished(int structure) {
            return completed.get(structure) || failed.get(structure);
        }
    }

    /**
     * @param structures how many structures the run has now; commits of further ones, from a longer run of the same
     *     study, do not count
     */
    FinishedWork(int structures, List<String> designs, List<BatchCommit> commits) {
        this.structures = structures;
        this.commits = commits;
        this.designs = designs.stream().map(design -> new DesignWork()).toList();
        for (String design : designs) {
            designOrder.put(design, designOrder.size());
        }
        commits.forEach(commit -> commit.structures().forEach(this::announce));
        for (int ordinal = 0; ordinal < commits.size(); ordinal++) {
            for (BatchCommit.StructureOutcome outcome : commits.get(ordinal).structures()) {
                add(outcome, ordinal);
            }
        }
    }

    private void announce(BatchCommit.StructureOutcome outcome) {
        Stream.of(outcome.completed(), outcome.failed(), outcome.aborted())
                .flatMap(List::stream)
                .map(this::work)
                .forEach(work -> indices(outcome).forEach(work.commits::announce));
        if (!outcome.completed().isEmpty()) {
            indices(outcome).forEach(structureCommits::announce);
        }
    }

    private void add(BatchCommit.StructureOutcome outcome, int ordinal) {
        for (String design : outcome.completed()) {
            DesignWork work = work(design);
            indices(outcome).forEach(structure -> work.finish(structure, work.completed, ordinal));
        }
        for (String design : outcome.failed()) {
            DesignWork work = work(design);
            indices(outcome).forEach(structure -> work.finish(structure, work.failed, ordinal));
        }
        for (String design : outcome.aborted()) {
            DesignWork work = work(design);
            indices(outcome).forEach(structure -> work.abort(structure, ordinal));
        }
        if (!outcome.completed().isEmpty()) {
            indices(outcome).forEach(structure -> structureCommits.winsIfFirst(structure, ordinal));
        }
    }

    private IntStream indices(BatchCommit.StructureOutcome outcome) {
        return outcome.structureIndices().filter(this::knows);
    }

    private DesignWork work(String design) {
        return designs.get(designOrder(design));
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
        return work(design).isFinished(structureIndex);
    }

    /** Structures that are completed under a design; a copy. */
    BitSet completed(String design) {
        return (BitSet) work(design).completed.clone();
    }

    /** Structures that failed under a design; a copy. */
    BitSet failed(String design) {
        return (BitSet) work(design).failed.clone();
    }

    /** Position of the commit whose rows of a realization count; empty when none has any. */
    OptionalInt commitOf(int structureIndex, String design) {
        return IntStream.range(0, commits.size())
                .filter(ordinal -> counts(structureIndex, design, ordinal))
                .filter(ordinal -> commits.get(ordinal).holds(structureIndex, design))
                .findFirst();
    }

    public Counts counts() {
        int completed = 0;
        int failed = 0;
        int aborted = 0;
        for (DesignWork work : designs) {
            completed = Math.addExact(completed, work.completed.cardinality());
            failed = Math.addExact(failed, work.failed.cardinality());
            aborted = Math.addExact(aborted, work.aborted.cardinality());
        }
        int expected = Math.multiplyExact(structures, designOrder.size());
        return new Counts(expected, completed, failed, aborted, expected - completed - failed - aborted);
    }

    /** Whether the rows of a realization count in the commit of this ordinal, which holds them. */
    boolean counts(int structureIndex, String design, int commitOrdinal) {
        return work(design).commits.counts(structureIndex, commitOrdinal);
    }

    boolean knows(int structureIndex) {
        return structureIndex < structures;
    }

    /**
     * Whether the rows of a structure itself count in the commit of this ordinal, which holds them: the first that
     * completed a design.
     */
    boolean countsStructure(int structureIndex, int commitOrdinal) {
        return structureCommits.counts(structureIndex, commitOrdinal);
    }
}
