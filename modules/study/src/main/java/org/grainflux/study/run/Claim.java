package org.grainflux.study.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Who took a run, as written into its folder.
 *
 * @param number of the claim, from 1; the highest of a folder counts
 * @param id of this claim alone
 * @param machine boot and process space in which {@code pid} means something; empty where the platform does not tell
 * @param sinceUtc ISO 8601
 */
record Claim(
        @JsonProperty("number") int number,
        @JsonProperty("id") String id,
        @JsonProperty("user") String user,
        @JsonProperty("host") String host,
        @JsonProperty("pid") long pid,
        @JsonProperty("machine") String machine,
        @JsonProperty("process_started_utc") String processStartedUtc,
        @JsonProperty("since_utc") String sinceUtc) {
    /** Linux tells the start of a process from the time of boot, which a correction of the clock moves. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    /** Of this process, from now on. */
    static Claim ofThisProcess(int number) {
        ProcessHandle self = ProcessHandle.current();
        return new Claim(
                number,
                UUID.randomUUID().toString(),
                System.getProperty("user.name"),
                hostName(),
                self.pid(),
                machineOfThisProcess(),
                self.info().startInstant().orElse(Instant.EPOCH).toString(),
                Instant.now().toString());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown host";
        }
    }

    /** A number of a process means nothing after a boot, on another machine or in another container. */
    private static String machineOfThisProcess() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).trim() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** Whether its process ran on this machine and is gone; false also when that cannot be known. */
    boolean isKnownDead() {
        return !machine.isEmpty() && machine.equals(machineOfThisProcess()) && !processLives();
    }

    private boolean processLives() {
        Instant started = Instant.parse(processStartedUtc);
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(start -> Duration.between(started, start).abs().compareTo(SAME_START) < 0)
                .orElse(false);
    }

    String text() {
        return "process " + pid + " of " + user + " on " + host + " since " + sinceUtc;
    }
}
