package org.grainflux.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study needs no network: commands work where the loopback device is the only one. */
@Tag("cluster")
class NoNetworkTest {
    /** A network of its own (Linux), which a user may make where the system lets users be root of a namespace. */
    private static final List<String> ALONE =
            List.of("unshare", "--map-root-user", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");

    @TempDir
    Path temporary;

    /** That nothing else is there is seen and not believed. */
    @BeforeEach
    void requireLoopbackOnly() throws IOException, InterruptedException {
        Path log = temporary.resolve("devices.txt");
        List<String> command = new ArrayList<>(ALONE);
        command.addAll(List.of("cat", "/proc/net/dev"));
        int exitCode = -1;
        try {
            exitCode = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException notInstalled) {
            Files.writeString(log, notInstalled.getMessage());
        }
        assumeTrue(exitCode == 0, "no network of its own can be made here: " + Files.readString(log));
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains(":"))
                .singleElement()
                .asString()
                .startsWith("    lo:");
    }

    @Test
    void predictNeedsNone() throws InterruptedException, IOException {
        Path run = temporary.resolve("run");
        assertEndsWell("predict", Launch.study("smoke.yaml"), "--out", run.toString());
        assertThat(run.resolve("status.json")).content().contains("\"state\" : \"complete\"");
        assertThat(run.resolve("report.html")).exists();
    }

    @Test
    void regressNeedsNone() throws InterruptedException, IOException {
        Path out = temporary.resolve("regress");
        assertEndsWell(
                "regress",
                Launch.shipped("datasets/references").toString(),
                "--only",
                "single-crystal",
                "--out",
                out.toString());
        assertThat(out.resolve("report.html")).exists();
    }

    private void assertEndsWell(String... arguments) throws InterruptedException, IOException {
        Path log = temporary.resolve("log.txt");
        int exitCode = Launch.exitCode(Launch.start(log, Map.of(), ALONE, arguments));
        assertThat(exitCode).as(Files.readString(log)).isZero();
    }
}
