package org.grainflux.jobs.predict;

import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.study.plan.StudyPlan;
import org.grainflux.study.run.FinishedWork;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunStatus;

/** What a run would do, without doing or writing anything. */
public final class PlanPreview {
    private PlanPreview() {}

    /** @throws InvalidInputException when the folder could not be used */
    public static String of(RunRequest request, RunFolder folder, EngineArguments engine, boolean resume) {
        folder.check(request.studyHash(), resume);
        FinishedWork finished = folder.finishedWork(request.structures(), request.designs());
        RunStatus.Counts counts = finished.counts();
        int cores = engine.embeddedCores();
        int units = StudyPlan.units(
                        request.structures(),
                        request.designs(),
                        request.sharedModel(),
                        Math.max(1, cores),
                        finished::isFinished)
                .size();
        StringBuilder text = new StringBuilder();
        line(text, "study", request.study() + " (" + request.studyHash().substring(0, 8) + ")");
        line(text, request.nouns().structures(), String.valueOf(request.structures()));
        line(text, request.nouns().designs(), request.designs().size() + ": " + String.join(", ", request.designs()));
        line(
                text,
                "realizations",
                counts.expected() + ", finished " + (counts.completed() + counts.failed()) + ", to compute "
                        + (counts.aborted() + counts.remaining()));
        line(text, "work units", String.valueOf(units));
        line(
                text,
                "engine",
                engine.settings().getOrDefault("spark.master", "local[*]") + (cores == 0 ? "" : ", cores " + cores));
        line(text, "run folder", folder.location());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-14s%s%n", name, value));
    }
}
