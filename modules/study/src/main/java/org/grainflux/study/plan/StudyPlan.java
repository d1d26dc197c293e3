package org.grainflux.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.grainflux.physics.transport.ReducedInterfaceFamily;

/**
 * Spreads a study over work units. A structure is generated and condensed once per unit, so a unit carries all designs
 * of its structure unless there are too few structures to keep every core busy; then the designs are cut into blocks, many
 * designs into few large ones.
 */
public final class StudyPlan {
    /** Units per core that keep the last core from idling long. */
    public static final int UNITS_PER_CORE = 4;

    /**
     * A split repeats the condensation and the reduced model of the structure, worth seconds, and a design answered by
     * the model takes milliseconds: smaller blocks would mostly repeat.
     */
    static final int REDUCED_DESIGNS_PER_BLOCK = 1000;

    private StudyPlan() {}

    /**
     * The units that remain, by falling structure index, then block of designs.
     *
     * @param structures number of structures, indexed from 0
     * @param designs in the study's order
     * @param sharedModel whether many designs on one structure are answered by a model that they share, see {@link
     *     org.grainflux.study.config.StudyConfig#reducesDesigns()}; without one, a design alone is worth a unit
     * @param cores that will work, > 0
     * @param finished whether a structure and a design need no more work
     */
    public static List<WorkUnit> units(
            int structures,
            List<String> designs,
            boolean sharedModel,
            int cores,
            BiPredicate<Integer, String> finished) {
        if (structures < 1 || designs.isEmpty() || cores < 1) {
            throw new IllegalArgumentException("a plan needs structures, designs and cores, got " + structures + ", "
                    + designs.size() + " and " + cores);
        }
        int wanted = (UNITS_PER_CORE * cores + structures - 1) / structures;
        int worthwhile = sharedModel && designs.size() >= ReducedInterfaceFamily.FEWEST_DESIGNS
                ? (designs.size() + REDUCED_DESIGNS_PER_BLOCK - 1) / REDUCED_DESIGNS_PER_BLOCK
                : designs.size();
        int blocks = Math.min(worthwhile, Math.max(1, wanted));
        List<WorkUnit> units = new ArrayList<>();
        // The first structures are the chosen ones (fields, three meshes): computed last, they delay no first result.
        for (int structure = structures - 1; structure >= 0; structure--) {
            for (int block = 0; block < blocks; block++) {
                int index = structure;
                List<String> remaining =
                        designs.subList(block * designs.size() / blocks, (block + 1) * designs.size() / blocks).stream()
                                .filter(design -> !finished.test(index, design))
                                .toList();
                if (!remaining.isEmpty()) {
                    units.add(new WorkUnit(structure, remaining));
                }
            }
        }
        return units;
    }
}
