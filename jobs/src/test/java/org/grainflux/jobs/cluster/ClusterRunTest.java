package org.grainflux.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.ExitCode;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs on a real cluster whose processes are killed: each ends as if nothing had happened. */
@Tag("cluster")
class ClusterRunTest extends RunOnTwoWorkers {
    private static final String DRIVER = "org.apache.spark.deploy.worker.DriverWrapper";
    private static final String[] SUPERVISED = {
        "--deploy-mode", "cluster", "--supervise", "--driver-memory", "1g", "--driver-cores", "1"
    };
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

    @Test
    void lostExecutorChangesNothing() throws IOException, InterruptedException {
        Process process = run.submit();
        run.awaitCommits(process, 4);
        assertThat(cluster.kill(EXECUTOR)).isTrue();
        run.assertCompleteAndEqual(process);
    }

    @Test
    void lostWorkerChangesNothing() throws IOException, InterruptedException {
        Process process = run.submit();
        run.awaitCommits(process, 4);
        cluster.killWorker(0);
        run.assertCompleteAndEqual(process);
    }

    @Test
    void lostSubmissionIsResumedWithoutRepeatingWhatIsCommitted() throws IOException, InterruptedException {
        Process process = run.submit();
        run.awaitCommits(process, 4);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        List<String> before = run.commits();
        assertThat(before).hasSizeGreaterThanOrEqualTo(4);
        Process second = run.submit("--resume");
        run.assertCompleteAndEqual(second);
        assertThat(run.commits()).containsAll(before);
    }

    @Test
    void wholeCommandRunsOnTheClusterAndIsFollowed() throws IOException, InterruptedException {
        Process process =
                run.submit(List.of(), "--deploy-mode", "cluster", "--driver-memory", "1g", "--driver-cores", "1");
        run.assertCompleteAndEqual(process);
        assertThat(run.said()).contains("complete").contains("report: ");
    }

    /** The command on the cluster reads the run's own study, which names its images by their place: it is allowed those alone. */
    @Test
    void imagesThatWereAllowedAreReadOnTheClusterToo() throws IOException, InterruptedException {
        Path copy = Files.createDirectories(temporary.resolve("study"));
        for (String name :
                List.of("single-crystal/study.yaml", "single-crystal/grains.nrrd", "materials/ceramic.yaml")) {
            Path to = copy.resolve(name);
            Files.createDirectories(to.getParent());
            Files.copy(Launch.shipped("datasets/references").resolve(name), to);
        }
        String[] command = {
            "predict",
            copy.resolve("single-crystal/study.yaml").toString(),
            "--out",
            temporary.resolve("run").toString(),
            "--",
            "--master",
            cluster.url(),
            "--deploy-mode",
            "cluster",
            "--driver-memory",
            "1g",
            "--driver-cores",
            "1",
            "--executor-memory",
            "1g"
        };
        assertThat(Launch.exitCode(Launch.grainflux(run.log(), command)))
                .as(run::said)
                .isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(temporary.resolve("run")).doesNotExist();

        List<String> allowed = new ArrayList<>(List.of(command));
        allowed.addAll(2, List.of("--allow-path", copy.toString()));
        assertThat(Launch.exitCode(Launch.grainflux(run.log(), allowed.toArray(String[]::new))))
                .as(run::said)
                .isZero();
        assertThat(run.folder().status().orElseThrow().state()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void supervisedDriverThatIsKilledLivesAgain() throws IOException, InterruptedException {
        Process process = run.submit(List.of(), SUPERVISED);
        run.awaitCommits(process, 4);
        assertThat(cluster.kill(DRIVER)).isTrue();
        run.assertCompleteAndEqual(process);
        // The submission, the first life and the second.
        assertThat(temporary.resolve("run/ownership/claim-000003.json")).exists();
    }

    /** The worker starts it again after 1, 2, 4, … s, and nothing of this program ever runs there. */
    @Test
    void supervisedDriverWhoseVirtualMachineDoesNotStartEndsTheRun() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SUPERVISED));
        command.addAll(List.of("--conf", "spark.driver.extraJavaOptions=-XX:+UseSerialGC -XX:+UseParallelGC"));
        Process process = run.submit(List.of(), command.toArray(String[]::new));
        assertThat(Launch.exitCode(process)).as(run::said).isEqualTo(ExitCode.INFRASTRUCTURE.code());
        assertThat(run.said()).contains("did not begin within 300 s", "driver-", "--resume");
        assertThat(cluster.find(DRIVER)).isEmpty();
        run.assertCompleteAndEqual(run.submit("--resume"));
    }

    @Test
    void supervisedDriverLivesAsOftenAsItMay() throws IOException, InterruptedException {
        Process process = run.submit(List.of("--lives", "1"), SUPERVISED);
        run.awaitCommits(process, 4);
        assertThat(cluster.kill(DRIVER)).isTrue();
        assertThat(Launch.exitCode(process)).as(run::said).isEqualTo(ExitCode.INFRASTRUCTURE.code());
        assertThat(run.said()).contains("died 1 times (--lives)", "--resume");
        run.assertCompleteAndEqual(run.submit("--resume"));
    }
}
