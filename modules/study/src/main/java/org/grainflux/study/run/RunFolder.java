package org.grainflux.study.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.FileSource;
import org.grainflux.study.config.HadoopFiles;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.results.RecordTable;

/**
 * The folder of one run: {@code study.yaml status.json summary.json ledger/ results/<table>/ profiles/ timings/ fields/
 * figures/ report.html}, on a local disk or on any file system of Hadoop's client.
 */
public final class RunFolder {
    public static final String STUDY = "study.yaml";
    public static final String STATUS = "status.json";
    public static final String SUMMARY = "summary.json";
    public static final String REPORT = "report.html";
    public static final String FIELDS = "fields";
    public static final String FIGURES = "figures";
    static final String COMMITS = "ledger/commits";

    /** What a command leaves that died between claiming the folder and its first status. */
    private static final List<String> ONLY_CLAIMED = List.of(Ownership.FOLDER, STUDY);

    private static final String RESUMABLE =
            "; free space or check the folder's permissions, then continue with --resume";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final ObjectMapper COMPACT_JSON = new ObjectMapper();

    private final RunStorage storage;
    private final FileSource inputs;

    private RunFolder(RunStorage storage, FileSource inputs) {
        this.storage = storage;
        this.inputs = inputs;
    }

    /** A folder by path or URI ({@code hdfs://…}, {@code s3a://…}); nothing is read or created yet. */
    public static RunFolder at(String location) {
        return at(location, null);
    }

    /**
     * @param hadoop settings of the file systems, of the folder's and of the study's inputs; null for the client's own
     */
    public static RunFolder at(String location, Configuration hadoop) {
        if (location.isBlank()) {
            throw new InvalidInputException("the run's folder must have a name; check --out");
        }
        Configuration settings = hadoop == null ? new Configuration() : hadoop;
        FileSource inputs = new HadoopFiles(settings);
        if (!location.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*") || location.startsWith("file:/")) {
            Path local = location.startsWith("file:/") ? Path.of(java.net.URI.create(location)) : Path.of(location);
            return new RunFolder(new LocalStorage(local), inputs);
        }
        try {
            return new RunFolder(new HadoopStorage(new org.apache.hadoop.fs.Path(location), settings), inputs);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the run's folder " + location + " cannot be reached: " + e.getMessage()
                            + "; check --out and the file system's settings",
                    e);
        }
    }

    static RunFolder on(RunStorage storage) {
        return new RunFolder(storage, new LocalFiles());
    }

    /** What the run's study reads beside its folder, by path or URI, with the same settings. */
    public FileSource inputs() {
        return inputs;
    }

    public RunStorage storage() {
        return storage;
    }

    public String location() {
        return storage.location();
    }

    /**
     * Makes the folder ready for a run before any work is done, and claims it.
     *
     * @param studyYaml resolved study, stored as it is
     * @param admission with {@code resume} a run that is there is continued; starting anew in an empty folder is fine too
     * @return number of the claim, higher than that of every earlier command on this folder
     * @throws InvalidInputException when it cannot be written, holds something else, or holds a run of another study
     * @throws org.grainflux.core.HeldByAnotherException when another command works on it
     */
    public int open(String studyYaml, String studyHash, Admission admission) {
        return open(studyYaml, studyHash, admission, new Ownership(this, Ownership.LEASE));
    }

    int open(String studyYaml, String studyHash, Admission admission, Ownership ownership) {
        try {
            storage.createFolder();
            // Claims first: whoever claims after this look, and even ends, makes the number below taken.
            OptionalInt current = ownership.current();
            ownership.requireFree(current, admission);
            try {
                check(studyHash, admission.resume());
            } catch (InvalidInputException e) {
                // What is there now may be a faster command's, and not a stranger's.
                ownership.requireUnchanged(current);
                throw e;
            }
            int claim = ownership.take(current);
            storage.replace(STUDY, studyYaml.getBytes(StandardCharsets.UTF_8));
            return claim;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the folder " + location() + " cannot be written: " + reason(e)
                            + "; check its permissions and free space, or choose another --out",
                    e);
        }
    }

    /**
     * Counts a start of the command that a cluster runs, before anything of it can fail.
     *
     * @param handedOver number of the claim under which it was submitted
     * @return 1 for the first start
     */
    public int beginLife(int handedOver) {
        try {
            return new Ownership(this, Ownership.LEASE).beginLife(handedOver);
        } catch (IOException e) {
            throw new InfrastructureException(
                    "the folder " + location() + " cannot be written: " + reason(e) + RESUMABLE, e);
        }
    }

    /** Whether {@link #beginLife} was called for this claim. */
    public boolean hasBegunLife(int handedOver) {
        return new Ownership(this, Ownership.LEASE).hasBegunLife(handedOver);
    }

    /**
     * Ends a run whose command is not started again, unless it has ended already.
     *
     * @throws org.grainflux.core.HeldByAnotherException when another command works on it
     */
    public void giveUp(Admission admission, ExitCode exitCode, String message) {
        Ownership ownership = new Ownership(this, Ownership.LEASE);
        try {
            OptionalInt current = ownership.current();
            ownership.requireFree(current, admission);
            Optional<RunStatus> status = status();
            if (status.isPresent() && status.get().exitCode() == null) {
                int claim = ownership.take(current);
                String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
                writeStatus(status.get().ended(claim, RunStatus.ERROR, exitCode.code(), message, now));
            }
        } catch (IOException e) {
            throw new InfrastructureException(
                    "the folder " + location() + " cannot be written: " + reason(e) + RESUMABLE, e);
        }
    }

    /**
     * Whether {@link #open} would accept the folder, without writing to it.
     *
     * @throws InvalidInputException when it holds something else, or a run of another study
     */
    public void check(String studyHash, boolean resume) {
        try {
            List<String> content = storage.list("");
            Optional<RunStatus> status = status();
            if (!isUntouched(content) && !resume) {
                throw new InvalidInputException("the folder " + location() + " is not empty; "
                        + (status.isPresent() ? "add --resume to continue the run in it, or " : "")
                        + "choose another one with --out");
            }
            if (status.isEmpty() && !content.isEmpty() && !isOnlyClaimed(content)) {
                throw new InvalidInputException("the folder " + location()
                        + " holds files but no run (no status.json), so nothing can be resumed; choose another --out");
            }
            if (status.isPresent() && !status.get().studyHash().equals(studyHash)) {
                throw new InvalidInputException("the run in " + location() + " belongs to another study: its hash is "
                        + status.get().studyHash() + ", the study given has " + studyHash
                        + " (compare with its study.yaml); resume with the same study and overrides, or choose"
                        + " another --out");
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the folder " + location() + " cannot be read: " + reason(e) + "; choose another --out", e);
        }
    }

    /** A disk shows the folder of the claims a moment before the first claim is in it. */
    private boolean isUntouched(List<String> content) throws IOException {
        return content.isEmpty()
                || content.equals(List.of(Ownership.FOLDER))
                        && storage.list(Ownership.FOLDER).isEmpty();
    }

    private static boolean isOnlyClaimed(List<String> content) {
        return content.contains(Ownership.FOLDER) && ONLY_CLAIMED.containsAll(content);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }

    /** The status, empty when the folder holds no run. */
    public Optional<RunStatus> status() {
        return readText(STATUS).map(text -> parse(STATUS, text, RunStatus.class));
    }

    public void writeStatus(RunStatus status) {
        writeJson(STATUS, status);
    }

    /** Any value as indented JSON. */
    public void writeJson(String name, Object value) {
        try {
            writeText(name, JSON.writeValueAsString(value) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name + " cannot be expressed as JSON", e);
        }
    }

    /** Replaces a text file, UTF-8. */
    public void writeText(String name, String text) {
        try {
            storage.replace(name, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InfrastructureException(
                    location() + "/" + name + " cannot be written: " + reason(e) + RESUMABLE, e);
        }
    }

    /** A text file, UTF-8; empty when there is none. */
    public Optional<String> readText(String name) {
        try {
            return storage.read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InfrastructureException(location() + "/" + name + " cannot be read: " + reason(e), e);
        }
    }

    /** Folder of a table's part files. */
    static String folderOf(RecordTable<?> table) {
        return switch (table.name()) {
            case "ledger", "profiles", "timings" -> table.name();
            default -> "results/" + table.name();
        };
    }

    /** @return false when the batch was committed before; the new part files then do not count */
    boolean commit(BatchCommit commit) {
        try {
            return storage.createIfAbsent(commit.markerName(), COMPACT_JSON.writeValueAsBytes(commit));
        } catch (IOException e) {
            throw new InfrastructureException(
                    "batch " + commit.batch() + " cannot be committed in " + location() + ": " + reason(e) + RESUMABLE,
                    e);
        }
    }

    /** All commits in the order of their rounds, then of their batch hashes. */
    List<BatchCommit> commits() {
        try {
            List<BatchCommit> commits = new ArrayList<>();
            for (String name : storage.list(COMMITS)) {
                if (name.endsWith(".json") && !name.startsWith(".")) {
                    String marker = COMMITS + "/" + name;
                    readText(marker).ifPresent(text -> commits.add(parse(marker, text, BatchCommit.class)));
                }
            }
            return commits;
        } catch (IOException e) {
            throw new InfrastructureException("the commits of " + location() + " cannot be listed: " + reason(e), e);
        }
    }

    /** What is finished of so many structures, for designs in the study's order. */
    public FinishedWork finishedWork(int structures, List<String> designs) {
        return new FinishedWork(structures, designs, commits());
    }

    /** Whether the claim of this number still counts.
     *
     * @throws org.grainflux.core.HeldByAnotherException when another command has taken the run over
     */
    public void requireHeld(int claim) {
        try {
            new Ownership(this, Ownership.LEASE).requireHeld(claim);
        } catch (IOException e) {
            throw new InfrastructureException("the claims of " + location() + " cannot be listed: " + reason(e), e);
        }
    }

    /** The first round that no batch has been committed in. */
    int nextRound() {
        return 1 + commits().stream().mapToInt(BatchCommit::round).max().orElse(0);
    }

    private <T> T parse(String name, String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new InfrastructureException(
                    location() + "/" + name + " is damaged: " + e.getOriginalMessage() + "; restore or remove it", e);
        }
    }
}
