package org.grainflux.study.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What {@code status.json} says about a run. A realization is one structure under one design.
 *
 * @param state {@code submitted} (a cluster has yet to start it), {@code running}, {@code complete}, {@code failures_beyond_quota}, {@code incomplete} (aborted realizations
 *     remain), {@code interrupted} or {@code error}
 * @param exitCode of the command that last worked on the run; null while it runs
 * @param message why the run ended as it did, for a reader; empty when complete
 * @param designs in the study's order, which is the order of all tables
 * @param missing once all was tried: structures that a design lacks, e.g. {@code 3, 17-20}, by design; empty before, and when
 *     none is missing
 * @param claim number of the claim on the folder under which this was written; see the folder's {@code ownership}
 * @param startedUtc ISO 8601
 * @param timingsS wall-clock seconds since the process started: {@code engine_started}, {@code first_realization_started},
 *     {@code first_realization_finished}, {@code computed}, {@code finished}, as far as known; {@code inside_work_units}, summed over cores, and {@code of_all_cores}, the time
 *     until {@code finished} times the engine's cores
 */
public record RunStatus(
        @JsonProperty("state") String state,
        @JsonProperty("exit_code") Integer exitCode,
        @JsonProperty("message") String message,
        @JsonProperty("study") String study,
        @JsonProperty("study_hash") String studyHash,
        @JsonProperty("structures") int structures,
        @JsonProperty("designs") List<String> designs,
        @JsonProperty("counts") Counts counts,
        @JsonProperty("missing") Map<String, String> missing,
        @JsonProperty("claim") int claim,
        @JsonProperty("engine") String engine,
        @JsonProperty("versions") Map<String, String> versions,
        @JsonProperty("started_utc") String startedUtc,
        @JsonProperty("updated_utc") String updatedUtc,
        @JsonProperty("timings_s") Map<String, Double> timingsS) {
    /** How often a command that works on a run renews its status, so that its age tells whether the command lives. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    public static final String SUBMITTED = "submitted";
    public static final String RUNNING = "running";
    public static final String COMPLETE = "complete";
    public static final String FAILURES_BEYOND_QUOTA = "failures_beyond_quota";
    public static final String INCOMPLETE = "incomplete";
    public static final String INTERRUPTED = "interrupted";
    public static final String ERROR = "error";

    /** Realizations: expected = completed + failed + aborted + remaining. */
    public record Counts(int expected, int completed, int failed, int aborted, int remaining) {
        /** Realizations without a final result. */
        public int missing() {
            return aborted + remaining;
        }
    }

    /** The same run, ended by the holder of a later claim. */
    RunStatus ended(int byClaim, String endState, int endExitCode, String why, String atUtc) {
        return new RunStatus(
                endState,
                endExitCode,
                why,
                study,
                studyHash,
                structures,
                designs,
                counts,
                missing,
                byClaim,
                engine,
                versions,
                startedUtc,
                atUtc,
                timingsS);
    }

    public RunStatus {
        designs = List.copyOf(designs);
        missing = missing == null ? Map.of() : missing;
    }
}
