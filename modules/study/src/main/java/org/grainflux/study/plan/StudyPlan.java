package org.grainflux.study.plan;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
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
    public static PlannedUnits units(
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
        List<List<String>> designsOfBlocks = IntStream.range(0, blocks)
                .mapToObj(block ->
                        designs.subList(block * designs.size() / blocks, (block + 1) * designs.size() / blocks))
                .map(List::copyOf)
                .toList();
        // The first structures are the chosen ones (fields, three meshes): computed last, they delay no first result.
        return PlannedUnits.joined(IntStream.iterate(
                        structures - 1, structure -> structure >= 0, structure -> structure - 1)
                .boxed()
                .flatMap(structure -> designsOfBlocks.stream()
                        .map(block -> remaining(structure, block, finished))
                        .filter(block -> !block.isEmpty())
                        .map(block -> new UnitRange(structure, structure, block))));
    }

    /** The block itself where nothing of it is finished, so that units share it. */
    private static List<String> remaining(int structure, List<String> block, BiPredicate<Integer, String> finished) {
        List<String> remaining = block.stream()
                .filter(design -> !finished.test(structure, design))
                .toList();
        return remaining.size() == block.size() ? block : remaining;
    }
}
