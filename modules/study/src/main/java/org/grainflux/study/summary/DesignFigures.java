package org.grainflux.study.summary;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.ClusterBootstrap;
import org.grainflux.study.results.StrengthRow;

/** What a summary asks of the population of one design, whether it is held in memory or streamed. */
interface DesignFigures {
    Sample hotSpots(String face, HotSpotMetric metric);

    Sample cells(CellMetric metric);

    /** Every distribution of the study at its median. */
    Sample nominalStrengths(Hypothesis hypothesis);

    /** Drawn from the study's distributions. */
    Sample priorStrengths(Hypothesis hypothesis);

    /** Structures with strengths, by whether all nominal ones lie within the ramp of the protocol. */
    Observed observed(Hypothesis hypothesis);

    /** @param censored structures in which some nominal value lies outside the ramp, or no flaw can extend */
    record Observed(int observed, int censored) {}

    /** Of the nominal medians of this design and of the baseline. */
    IntervalEstimate ratioToBaseline(Hypothesis hypothesis, ClusterBootstrap bootstrap, RandomGenerator random);

    /** Along the weakest path, every distribution at its median. */
    Sample cracks(CrackMetric metric);

    /** Nominal draws in which the crack that gets through first needs no more current than to begin. */
    RunningThrough runningThrough();

    /** @param of nominal draws in which a crack gets through at all */
    record RunningThrough(int count, int of) {
        RunningThrough plus(StrengthRow row) {
            if (!(row.penetrationAPerM2() < Double.POSITIVE_INFINITY)) {
                return this;
            }
            boolean through = row.penetrationAPerM2() <= row.selfConsistentAPerM2();
            return new RunningThrough(count + (through ? 1 : 0), of + 1);
        }
    }

    /** How many nominal values each mode decides, by its name. */
    Map<String, Integer> limitingModes();

    /** How many electrodes have no such figure; empty when all have it. */
    Optional<Unresolved> unresolved(String face, HotSpotMetric metric);

    /** @param reason the first one */
    record Unresolved(int count, int of, String reason) {}
}
