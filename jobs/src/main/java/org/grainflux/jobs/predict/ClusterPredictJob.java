package org.grainflux.jobs.predict;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.jobs.engine.DriverSubmission;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunStatus;

/**
 * A run whose driver lives on the cluster. The study goes into the run's folder with all its materials, so the folder is
 * all that the cluster needs to reach; this process then only watches, and may go.
 */
public final class ClusterPredictJob {
    private final RunRequest request;
    private final String location;
    private final EngineArguments arguments;
    private final List<String> imageFiles;
    private final int lives;
    private final PrintStream out;
    private final PrintStream progressStream;

    /**
     * @param imageFiles what the study reads besides its own file, allowed here already
     * @param lives how often a supervising cluster may start the driver
     * @param out for results
     * @param progressStream for everything that is only of interest while waiting
     */
    public ClusterPredictJob(
            RunRequest request,
            String location,
            EngineArguments arguments,
            List<String> imageFiles,
            int lives,
            PrintStream out,
            PrintStream progressStream) {
        this.request = request;
        this.lives = lives;
        this.location = location;
        this.arguments = arguments;
        this.imageFiles = List.copyOf(imageFiles);
        this.out = out;
        this.progressStream = progressStream;
    }

    /** From a validated study to the exit code of the cluster's command. */
    public ExitCode run(Admission admission) {
        // 1. The folder is checked and claimed here, where the user reads what is wrong.
        DriverSubmission submission = new DriverSubmission(arguments);
        RunFolder folder = arguments.folder(location);
        int claim = folder.open(request.studyYaml(), request.studyHash(), admission);
        StatusKeeper status = StatusKeeper.submitted(
                folder,
                claim,
                request,
                folder.finishedWork(request.structures(), request.designs()).counts());

        // 2. The driver continues the run that was begun here.
        Optional<DriverStart> start;
        try {
            start = submission
                    .submit(command(folder, claim), progressStream)
                    .map(driver ->
                            new DriverStart(folder, claim, driver, DriverStart.LONGEST, DriverStart.BETWEEN_QUESTIONS));
        } catch (InfrastructureException e) {
            status.failed(e);
            throw e;
        }
        progressStream.println("submitted; this command may be interrupted, the run goes on: grainflux status "
                + folder.location() + " --watch");

        // 3. Its own status tells the rest, once it has started.
        RunStatus end = new RunFollower(folder, progressStream, () -> start.ifPresent(DriverStart::watch)).follow();
        if (!end.message().isEmpty()) {
            progressStream.println(end.message());
        }
        out.println("report: " + folder.location() + "/" + RunFolder.REPORT);
        return ExitCode.ofCode(end.exitCode());
    }

    private List<String> command(RunFolder folder, int claim) {
        List<String> command = new ArrayList<>(List.of(
                "predict",
                folder.location() + "/" + RunFolder.STUDY,
                "--out",
                folder.location(),
                "--unit-limit",
                String.valueOf(request.unitLimit().toNanos() / 60e9),
                "--claim",
                String.valueOf(claim)));
        imageFiles.forEach(image -> command.addAll(List.of("--allow-path", image)));
        if (arguments.isSupervised()) {
            command.addAll(List.of("--lives", String.valueOf(lives)));
        }
        return command;
    }
}
