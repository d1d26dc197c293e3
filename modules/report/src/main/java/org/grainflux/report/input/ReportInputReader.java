package org.grainflux.report.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.report.input.ReportInput.Fact;
import org.grainflux.report.vtu.VtuFieldSink;
import org.grainflux.report.vtu.VtuFormatException;
import org.grainflux.report.vtu.VtuGrid;
import org.grainflux.report.vtu.VtuReader;
import org.grainflux.study.config.SingleFile;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers a {@link ReportInput} from a run's folder. */
public final class ReportInputReader {
    private static final Logger LOG = LoggerFactory.getLogger(ReportInputReader.class);

    /** Rows of a table that a figure can use; a larger population is summarised, not drawn. */
    private static final int MOST_ROWS = 50_000;

    private static final String FIELD_ENDING = ".vtu";

    private final RunFolder folder;
    private final RunReader run;

    private ReportInputReader(RunFolder folder) {
        this.folder = folder;
        this.run = RunReader.open(folder);
    }

    /** @throws InvalidInputException when the folder holds no run */
    public static ReportInput read(RunFolder folder) {
        return new ReportInputReader(folder).gather();
    }

    private ReportInput gather() {
        RunSummary summary = summary();
        Optional<StudyConfig> study = study();
        List<LedgerRow> failures = failures();
        List<String> fields = fields(summary);
        Optional<VtuGrid> field = fields.isEmpty() ? Optional.empty() : field(fields.get(0));
        return new ReportInput(
                summary,
                study,
                failures,
                limited(RunTables.HOT_SPOTS),
                profiles(),
                limited(RunTables.CONTACT_MAPS),
                limited(RunTables.CONVERGENCE).stream()
                        .map(ReportInputReader::inLaboratoryUnits)
                        .toList(),
                limited(RunTables.TIMINGS),
                fields.isEmpty() ? "" : fields.get(0),
                field,
                followed(),
                provenance(study));
    }

    private List<LedgerRow> failures() {
        RunStatus.Counts counts = run.counts();
        if (counts.failed() + counts.aborted() == 0) {
            return List.of();
        }
        try (Stream<LedgerRow> rows = run.rows(RunTables.LEDGER)) {
            return rows.filter(row -> !row.state().equals(LedgerRow.COMPLETED))
                    .limit(MOST_ROWS)
                    .toList();
        }
    }

    private RunSummary summary() {
        Optional<String> text = folder.readText(RunFolder.SUMMARY);
        if (text.isEmpty()) {
            return RunSummary.empty();
        }
        try {
            return new RunSummary(new ObjectMapper().readTree(text.get()));
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    folder.location() + "/" + RunFolder.SUMMARY + " is no JSON: " + e.getOriginalMessage()
                            + "; write it again by resuming the run",
                    e);
        }
    }

    private Optional<StudyConfig> study() {
        try {
            String yaml = run.studyYaml();
            return Optional.of(new StudyReader(new SingleFile(RunFolder.STUDY, yaml)).read(RunFolder.STUDY));
        } catch (InvalidInputException e) {
            // A report without sources is better than none; it says that they are missing.
            LOG.warn("the run's study file cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private <T extends Record> List<T> limited(org.grainflux.study.results.RecordTable<T> table) {
        try (Stream<T> rows = run.rows(table)) {
            return rows.limit(MOST_ROWS).toList();
        }
    }

    /** Curves of the first structure only: a figure shows one. */
    private List<ProfileRow> profiles() {
        try (Stream<ProfileRow> rows = run.rows(RunTables.PROFILES)) {
            List<ProfileRow> kept = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            rows.filter(row -> seen.add(row.design() + "\0" + row.kind() + "\0" + row.electrode()))
                    .forEach(kept::add);
            return kept;
        }
    }

    private static ConvergenceRow inLaboratoryUnits(ConvergenceRow row) {
        if (!row.metric().startsWith("effectiveConductivity")) {
            return row;
        }
        return new ConvergenceRow(
                row.structureIndex(),
                row.design(),
                row.electrode(),
                row.face(),
                "effective_conductivity_S_per_cm",
                row.coarse() / 100,
                row.medium() / 100,
                row.fine() / 100,
                row.observedOrder(),
                row.extrapolated() / 100,
                row.relativeError(),
                row.asymptotic());
    }

    /** Field files, the design with the strongest hot spots first, those of a sweep last. */
    private List<String> fields(RunSummary summary) {
        List<String> names = new ArrayList<>();
        try {
            folder.storage().list(RunFolder.FIELDS).stream()
                    .filter(name -> name.startsWith("structure-") && name.endsWith(FIELD_ENDING))
                    .forEach(name -> names.add(RunFolder.FIELDS + "/" + name));
        } catch (IOException e) {
            throw new InfrastructureException("the fields of " + folder.location() + " cannot be listed", e);
        }
        List<Design> single = Sweep.of(summary.designs()).others(summary.designs());
        List<Design> designs = single.isEmpty() ? summary.designs() : single;
        names.sort(Comparator.comparingDouble((String name) -> -strongestHotSpot(name, designs))
                .thenComparing(Comparator.naturalOrder()));
        return names;
    }

    private static double strongestHotSpot(String fileName, List<Design> designs) {
        return designs.stream()
                .filter(design -> VtuFieldSink.isOf(fileName, design.name()))
                .mapToDouble(Design::strongestHotSpot)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private FollowedCracks followed() {
        List<CrackRow> cracks = limited(RunTables.CRACKS);
        String frameName = FollowedCracks.shown(cracks)
                .map(crack -> VtuFieldSink.frameFile(
                        crack.structureIndex(), crack.design(), crack.electrode(), crack.steps() / 2))
                .orElse("");
        Optional<VtuGrid> frame = frameName.isEmpty() ? Optional.empty() : field(frameName);
        return new FollowedCracks(cracks, limited(RunTables.CRACK_STEPS), frame.isEmpty() ? "" : frameName, frame);
    }

    private Optional<VtuGrid> field(String name) {
        try {
            Optional<byte[]> bytes = folder.storage().read(name);
            return bytes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(VtuReader.read(new ByteArrayInputStream(bytes.get())));
        } catch (VtuFormatException e) {
            LOG.warn("{} is left out of the report: {}", name, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new InfrastructureException(folder.location() + "/" + name + " cannot be read", e);
        }
    }

    private List<Fact> provenance(Optional<StudyConfig> study) {
        String again = "grainflux predict " + folder.location() + "/" + RunFolder.STUDY + " --out DIR"
                + study.map(s -> " --realizations " + s.realizations() + " --seed " + s.seed())
                        .orElse("");
        return RunFacts.of(
                run.status(),
                "structures × designs",
                study.map(s -> Long.toString(s.seed())),
                folder.location(),
                again);
    }
}
