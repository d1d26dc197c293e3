package org.grainflux.study.memristor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A measured table as the run keeps it: what is drawn, and what is fitted.
 *
 * @param design electrode and protocol
 * @param loops some of its loops; empty for endurance
 * @param features of all its loops; NaN where they do not show one
 * @param cycle of an endurance table; empty for loops
 * @param onOffRatio the same
 */
public record Measurement(
        @JsonProperty("name") String name,
        @JsonProperty("design") String design,
        @JsonProperty("loops") List<Loop> loops,
        @JsonProperty("loop_count") int loopCount,
        @JsonProperty("features") List<Feature> features,
        @JsonProperty("cycle") double[] cycle,
        @JsonProperty("on_off_ratio") double[] onOffRatio) {
    public Measurement {
        loops = List.copyOf(loops);
        features = List.copyOf(features);
    }

    /** A measured curve. */
    public record Loop(
            @JsonProperty("cycle") int cycle,
            @JsonProperty("bias_V") double[] biasV,
            @JsonProperty("current_A") double[] currentA) {}

    /**
     * A positive figure of the loops by its logarithm.
     *
     * @param kind of {@link SwitchingFit}
     * @param ln mean over loops
     * @param standardErrorLn of that mean
     */
    public record Feature(
            @JsonProperty("kind") String kind,
            @JsonProperty("ln") double ln,
            @JsonProperty("standard_error_ln") double standardErrorLn) {}
}
