package org.grainflux.report.input;

import java.util.List;
import java.util.Optional;
import org.grainflux.report.vtu.VtuGrid;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.ContactMapRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.TimingRow;

/**
 * Everything a report shows.
 *
 * @param study empty when the run's study file is missing or unreadable
 * @param failures rows of the ledger that are not completed
 * @param fieldName file of the field below the run's folder, empty when no field was kept
 * @param cracks cracks that were followed, and what the coupling found
 * @param provenance label and text, in the order of display
 */
public record ReportInput(
        RunSummary summary,
        Optional<StudyConfig> study,
        List<LedgerRow> failures,
        List<HotSpotRow> hotSpots,
        List<ProfileRow> profiles,
        List<ContactMapRow> contactMaps,
        List<ConvergenceRow> convergence,
        List<TimingRow> timings,
        String fieldName,
        Optional<VtuGrid> field,
        FollowedCracks cracks,
        List<Fact> provenance) {
    /** Something that is said in two columns. */
    public record Fact(String label, String text) {}

    public ReportInput {
        failures = List.copyOf(failures);
        hotSpots = List.copyOf(hotSpots);
        profiles = List.copyOf(profiles);
        contactMaps = List.copyOf(contactMaps);
        convergence = List.copyOf(convergence);
        timings = List.copyOf(timings);
        provenance = List.copyOf(provenance);
    }

    public List<Design> designs() {
        return summary.designs();
    }

    /** The reader's name of a design. */
    public String labelOf(String designName) {
        return designs().stream()
                .filter(design -> design.name().equals(designName))
                .map(Design::label)
                .findFirst()
                .orElse(designName);
    }
}
