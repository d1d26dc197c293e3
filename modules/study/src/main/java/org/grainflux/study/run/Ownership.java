package org.grainflux.study.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grainflux.core.HeldByAnotherException;
import org.grainflux.core.InfrastructureException;

/**
 * Who works on a run. Claims are files with rising numbers, each created only if absent, and the highest counts: of two
 * commands that claim at once one creates the file. Nothing is renamed or replaced, so this holds on every storage that
 * can refuse to create a file twice.
 *
 * <p>The owner shows that it lives by the heartbeat in {@code status.json}, which names its claim, and gives the run up
 * by an exit code there. An owner that is silent for {@link #LEASE} may be followed; that it is silent is seen by watching, not by
 * comparing clocks of two machines. An owner that comes back finds the higher claim and stops.
 */
final class Ownership {
    static final String FOLDER = "ownership";

    /** Six heartbeats: a run is not lost to one slow write. */
    static final Duration LEASE = RunStatus.HEARTBEAT.multipliedBy(6);

    /** What clocks of one cluster may differ by: the default tolerance of Kerberos (RFC 4120, 5.2.6 and krb5.conf). */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Pattern NAME = Pattern.compile("claim-(\\d{6,})\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunFolder folder;
    private final Duration lease;

    /** @param lease how long an owner elsewhere must be silent to be followed */
    Ownership(RunFolder folder, Duration lease) {
        this.folder = folder;
        this.lease = lease;
    }

    /** Number of the claim that counts; empty in a folder nobody has claimed. */
    OptionalInt current() throws IOException {
        return folder.storage().list(FOLDER).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .max();
    }

    /**
     * Waits, when the owner may be dead, until that is clear.
     *
     * @throws HeldByAnotherException while another command holds the run
     */
    void requireFree(OptionalInt current, Admission admission) {
        if (current.isEmpty()) {
            return;
        }
        int number = current.getAsInt();
        Optional<RunStatus> status = statusUnder(number);
        Optional<Claim> owner = read(number);
        if (status.map(RunStatus::exitCode).isPresent()
                || admission.takeOver()
                || owner.map(Claim::isKnownDead).orElse(false)) {
            return;
        }
        boolean submitted =
                status.map(s -> s.state().equals(RunStatus.SUBMITTED)).orElse(false);
        if (submitted && admission.handedOver() == number) {
            return;
        }
        if (submitted || lives(number, sinceLastSign(status, owner), admission.resume())) {
            throw new HeldByAnotherException(refusal(number, submitted));
        }
    }

    private Optional<RunStatus> statusUnder(int number) {
        return folder.status().filter(status -> status.claim() == number);
    }

    /** Empty while it is being written, or when it was left half written. */
    private Optional<Claim> read(int number) {
        return folder.readText(name(number)).flatMap(text -> {
            try {
                return Optional.of(JSON.readValue(text, Claim.class));
            } catch (JsonProcessingException notWhole) {
                return Optional.empty();
            }
        });
    }

    /** By the clocks of two machines. */
    private static Duration sinceLastSign(Optional<RunStatus> status, Optional<Claim> owner) {
        return status.map(RunStatus::updatedUtc)
                .or(() -> owner.map(Claim::sinceUtc))
                .map(sign -> Duration.between(Instant.parse(sign), Instant.now()))
                .orElse(Duration.ZERO);
    }

    /** A command that would not continue the run anyway need not wait to know. */
    private boolean lives(int number, Duration silence, boolean resume) {
        if (silence.compareTo(lease.plus(CLOCK_SKEW)) > 0) {
            return false;
        }
        return resume ? givesSign(number) : silence.compareTo(lease) <= 0;
    }

    private boolean givesSign(int number) {
        Optional<RunStatus> first = statusUnder(number);
        long end = System.nanoTime() + lease.toNanos();
        while (System.nanoTime() < end) {
            pause();
            Optional<RunStatus> now = statusUnder(number);
            if (now.map(RunStatus::exitCode).isPresent()) {
                return false;
            }
            if (!now.map(RunStatus::updatedUtc).equals(first.map(RunStatus::updatedUtc))) {
                return true;
            }
        }
        return false;
    }

    private void pause() {
        try {
            Thread.sleep(Math.min(500, lease.toMillis() / 10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while waiting for a sign of the run's owner", e);
        }
    }

    /** @throws HeldByAnotherException when another command has claimed the run since {@code before} */
    void requireUnchanged(OptionalInt before) throws IOException {
        OptionalInt now = current();
        if (!now.equals(before)) {
            throw new HeldByAnotherException(refusal(now.orElseThrow(), false));
        }
    }

    /**
     * Takes the run.
     *
     * @param current as it was when the folder was looked at
     * @return number of the claim
     * @throws HeldByAnotherException when another command was faster
     */
    int take(OptionalInt current) throws IOException {
        // Folders written before there were claims have rounds; numbers go on from them.
        int number = current.isPresent() ? current.getAsInt() + 1 : folder.nextRound();
        if (!folder.storage().reserve(name(number), JSON.writeValueAsBytes(Claim.ofThisProcess(number)))) {
            throw new HeldByAnotherException(refusal(number, false));
        }
        return number;
    }

    /**
     * Counts a start of the command that was handed a claim. A mark of its own, since the command may die before it claims.
     *
     * @return 1 for the first
     */
    int beginLife(int handedOver) throws IOException {
        int life = 1;
        while (!folder.storage()
                .reserve(life(handedOver, life), JSON.writeValueAsBytes(Claim.ofThisProcess(handedOver)))) {
            life++;
        }
        return life;
    }

    private static String life(int handedOver, int life) {
        return String.format("%s/life-%06d-%d.json", FOLDER, handedOver, life);
    }

    /** Whether the command that was handed a claim has started at least once. */
    boolean hasBegunLife(int handedOver) {
        return folder.readText(life(handedOver, 1)).isPresent();
    }

    /** @throws HeldByAnotherException when another command has taken the run over */
    void requireHeld(int number) throws IOException {
        int highest = current().orElse(number);
        if (highest != number) {
            throw new HeldByAnotherException("the run in " + folder.location() + " was taken over by " + holder(highest)
                    + ", because this command gave no sign for " + lease.toSeconds()
                    + " s or by --take-over; this command stops, what it committed counts");
        }
    }

    private String holder(int number) {
        return read(number).map(Claim::text).orElse("a command that is just starting");
    }

    private String refusal(int number, boolean submitted) {
        String where = folder.location();
        return submitted
                ? "the run in " + where + " was submitted to a cluster by " + holder(number)
                        + " and waits to be started; follow it with grainflux status " + where
                        + " --watch, choose another --out, or, when the cluster has lost it, add --take-over"
                : "the run in " + where + " is worked on by " + holder(number)
                        + "; follow it with grainflux status " + where
                        + " --watch, stop it there, or choose another --out; once it has been silent for "
                        + lease.toSeconds() + " s, --resume takes the run over";
    }

    private static String name(int number) {
        return String.format("%s/claim-%06d.json", FOLDER, number);
    }
}
