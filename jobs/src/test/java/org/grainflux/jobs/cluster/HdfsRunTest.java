package org.grainflux.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.ExitCode;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose study, materials and folder are on a real HDFS of two DataNodes, one of which is lost. */
@Tag("cluster")
class HdfsRunTest {
    /** A copy on each DataNode, so that either may go. */
    private static final String TWO_COPIES = "spark.hadoop.dfs.replication=2";

    @TempDir
    Path temporary;

    private HdfsCluster hdfs;
    private StandaloneCluster cluster;
    private ClusterRun run;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        hdfs = HdfsCluster.start(temporary.resolve("hdfs"), 2);
        hdfs.upload(Path.of(Launch.study("smoke.yaml")), "/studies/smoke.yaml");
        hdfs.upload(Launch.shipped("configs/materials"), "/studies/materials");
        cluster = StandaloneCluster.start(temporary.resolve("cluster"), 2);
        run = new ClusterRun(cluster, hdfs.address("/runs/smoke"), temporary)
                .ofStudy(hdfs.address("/studies/smoke.yaml"));
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
        if (hdfs != null) {
            hdfs.close();
        }
    }

    @Test
    void lostDataNodeChangesNothing() throws IOException, InterruptedException {
        Process process = run.submit(List.of(), "--conf", TWO_COPIES);
        run.awaitCommits(process, 4);
        hdfs.killDataNode(0);
        int commits = run.commits().size();
        assertThat(commits).isLessThan(ClusterRun.STRUCTURES);
        run.assertCompleteAndEqual(process);
        assertThat(run.folder().storage().list(RunFolder.FIELDS)).isNotEmpty();

        assertThat(grainflux("status", run.folder().location())).isZero();
        assertThat(run.said()).contains("smoke: complete, 36 of 36 realizations completed");
        Optional<String> summary = run.folder().readText(RunFolder.SUMMARY);
        run.folder().storage().delete(RunFolder.SUMMARY);
        run.folder().storage().delete(RunFolder.REPORT);
        assertThat(grainflux("report", run.folder().location())).isZero();
        assertThat(run.folder().readText(RunFolder.SUMMARY)).isEqualTo(summary);
        assertThat(run.folder().readText(RunFolder.REPORT).orElseThrow()).contains("</html>");
    }

    @Test
    void lostSubmissionIsResumedOnTheClusterAndHasOneOwner() throws IOException, InterruptedException {
        Process process = run.submit(List.of(), "--conf", TWO_COPIES);
        run.awaitCommits(process, 2);
        assertThat(Launch.exitCode(run.submit())).as(run::said).isEqualTo(ExitCode.HELD_BY_ANOTHER.code());
        assertThat(run.said()).contains("worked on by process " + process.pid());
        process.destroyForcibly().waitFor();
        List<String> before = run.commits();
        assertThat(before).hasSizeLessThan(ClusterRun.STRUCTURES);

        Process second = run.submit(
                List.of("--resume"), "--conf", TWO_COPIES, "--deploy-mode", "cluster", "--driver-memory", "1g");
        run.assertCompleteAndEqual(second);
        assertThat(run.commits()).containsAll(before);
    }

    /** Executors read them too, by the address that the study's own gives them. */
    @Test
    void imagesAreReadFromHdfsByDriverAndExecutors() throws IOException, InterruptedException {
        for (String name :
                List.of("single-crystal/study.yaml", "single-crystal/grains.nrrd", "materials/ceramic.yaml")) {
            hdfs.upload(Launch.shipped("datasets/references").resolve(name), "/references/" + name);
        }
        String[] command = {
            "predict",
            hdfs.address("/references/single-crystal/study.yaml"),
            "--allow-path",
            hdfs.address("/references"),
            "--out",
            hdfs.address("/runs/image"),
            "--",
            "--master",
            cluster.url(),
            "--executor-memory",
            "1g"
        };
        assertThat(grainflux(command)).as(run::said).isZero();
        RunFolder folder = RunFolder.at(hdfs.address("/runs/image"));
        assertThat(folder.status().orElseThrow().state()).isEqualTo(RunStatus.COMPLETE);
        assertThat(folder.readText(RunFolder.STUDY).orElseThrow())
                .contains(hdfs.address("/references/single-crystal/grains.nrrd"));
    }

    private int grainflux(String... arguments) throws InterruptedException {
        return Launch.exitCode(Launch.grainflux(run.log(), arguments));
    }
}
