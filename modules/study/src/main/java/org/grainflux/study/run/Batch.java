package org.grainflux.study.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.grainflux.study.plan.WorkUnit;

/** Work units that are computed by one task and committed together. */
public record Batch(List<WorkUnit> units) {
    /** Enough batches for an even load and a live progress bar, few enough for the file system. */
    private static final int BATCHES_PER_CORE = 64;

    public Batch {
        units = List.copyOf(units);
    }

    /** Cuts the units, in order, into batches of equal size. */
    public static List<Batch> of(List<WorkUnit> units, int cores) {
        int size = Math.max(1, units.size() / (BATCHES_PER_CORE * cores));
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < units.size(); from += size) {
            batches.add(new Batch(units.subList(from, Math.min(units.size(), from + size))));
        }
        return batches;
    }

    /** Names the batch by its content. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (WorkUnit unit : units) {
                digest.update((unit.structureIndex() + "\0" + String.join("\0", unit.designs()) + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }
}
