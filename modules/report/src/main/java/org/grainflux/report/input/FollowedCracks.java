package org.grainflux.report.input;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grainflux.report.vtu.VtuGrid;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.CrackStepRow;

/**
 * Cracks of chosen realizations that were followed with the solved stress.
 *
 * @param steps of all of them
 * @param frameName file below the run's folder of a frame half way along {@link #shown()}, empty when none was kept
 */
public record FollowedCracks(
        List<CrackRow> cracks, List<CrackStepRow> steps, String frameName, Optional<VtuGrid> frame) {
    public static final FollowedCracks NONE = new FollowedCracks(List.of(), List.of(), "", Optional.empty());

    public FollowedCracks {
        cracks = List.copyOf(cracks);
        steps = List.copyOf(steps);
    }

    /** The crack that figures show: of the first structure and the design listed first, the one with the most steps. */
    public Optional<CrackRow> shown() {
        return shown(cracks);
    }

    static Optional<CrackRow> shown(List<CrackRow> cracks) {
        return cracks.stream()
                .filter(crack -> crack.structureIndex() == cracks.get(0).structureIndex()
                        && crack.design().equals(cracks.get(0).design())
                        && crack.steps() > 0)
                .max(Comparator.comparingInt(CrackRow::steps));
    }

    /** Cracks of the same structure and electrode under all designs, the shown one first. */
    public List<CrackRow> besideShown() {
        return shown().stream()
                .flatMap(first -> cracks.stream()
                        .filter(crack -> crack.structureIndex() == first.structureIndex()
                                && crack.electrode() == first.electrode()
                                && crack.steps() > 0))
                .toList();
    }

    public List<CrackStepRow> stepsOf(CrackRow crack) {
        return steps.stream()
                .filter(step -> step.structureIndex() == crack.structureIndex()
                        && step.design().equals(crack.design())
                        && step.electrode() == crack.electrode())
                .toList();
    }
}
