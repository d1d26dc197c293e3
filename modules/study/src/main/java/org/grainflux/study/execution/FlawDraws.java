package org.grainflux.study.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.fracture.Flaw;

/**
 * Flaws of one structure's electrodes: every design meets the same ones, so those of a draw are kept for the next design
 * while there is room. Drawn again they are the same.
 */
final class FlawDraws {
    /** Flaws of all draws together; one takes some 100 bytes. */
    private static final int MOST_KEPT = 200_000;

    private final Criteria criteria;
    private final Microstructure structure;
    private final Map<Key, List<List<Flaw>>> known = new HashMap<>();
    private int kept;

    FlawDraws(Criteria criteria, Microstructure structure) {
        this.criteria = criteria;
        this.structure = structure;
    }

    private record Key(int draw, int electrode) {}

    /** [flaw draw] → flaws. */
    List<List<Flaw>> of(ParameterDraw draw, int electrode) {
        Key key = new Key(draw.index(), electrode);
        List<List<Flaw>> flaws = known.get(key);
        if (flaws == null) {
            flaws = criteria.flaws(structure, electrode, draw);
            int count = flaws.stream().mapToInt(List::size).sum();
            if (kept + count <= MOST_KEPT) {
                kept += count;
                known.put(key, flaws);
            }
        }
        return flaws;
    }
}
