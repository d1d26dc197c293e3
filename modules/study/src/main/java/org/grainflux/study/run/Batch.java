package org.grainflux.study.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.grainflux.study.plan.PlannedUnits;
import org.grainflux.study.plan.UnitRange;
import org.grainflux.study.plan.WorkUnit;

/** Work units that are computed by one task and committed together. */
public record Batch(List<UnitRange> ranges) {
    /**
     * A batch lasts a 64th of the run: what a kill can lose of each core, and 64 times the cost of a commit, some tens of
     * milliseconds, are both small against the run.
     */
    private static final int BATCHES_PER_CORE = 64;

    /** On many cores the batches are fewer and longer, so that files and markers stay countable. */
    private static final int MOST_BATCHES = 16_384;

    /** Below this the last batches would not be small against the run. */
    private static final int FEWEST_BATCHES_PER_CORE = 8;

    public Batch {
        ranges = List.copyOf(ranges);
    }

    public static Batch of(List<WorkUnit> units) {
        return new Batch(PlannedUnits.of(units).ranges());
    }

    /**
     * Cuts the units, in order, into batches of equal size, the last ones falling: a batch is never more than half of
     * what a core has left on average, so that all cores end together (factoring, Hummel et al. 1992, Commun. ACM 35(8), 90).
     */
    public static List<Batch> of(PlannedUnits units, int cores) {
        int perCore = Math.min(BATCHES_PER_CORE, Math.max(FEWEST_BATCHES_PER_CORE, MOST_BATCHES / cores));
        int largest = Math.max(1, (int) (units.size() / ((long) perCore * cores)));
        int smallest = Math.max(1, largest / perCore);
        List<Integer> sizes = new ArrayList<>();
        for (int left = units.size(), size; left > 0; left -= size) {
            size = Math.min(left, Math.max(smallest, (int) Math.min(largest, left / (2L * cores))));
            sizes.add(size);
        }
        return units.cut(sizes).stream().map(piece -> new Batch(piece.ranges())).toList();
    }

    /** In the order in which they are to be computed. */
    Stream<WorkUnit> units() {
        return ranges.stream().flatMap(UnitRange::units);
    }

    /** Names the batch by its content. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (UnitRange range : ranges) {
                digest.update(
                        (range.highest() + "\0" + range.lowest() + "\0" + String.join("\0", range.designs()) + "\n")
                                .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }
}
