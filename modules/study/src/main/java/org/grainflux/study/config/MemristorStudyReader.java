package org.grainflux.study.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.schema.Canonical;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Numbers;
import org.grainflux.study.config.schema.Problems;

/** Reads a memristor study. */
public final class MemristorStudyReader {
    /** A day of one core and some tens of gigabytes; beyond it the count was mistyped. */
    private static final long MOST_CYCLES_OF_ALL = 1_000_000_000L;

    private final FileSource files;
    private final List<String> allowedPaths;

    /** @param allowedPaths folders and files that a study may name besides those of its own folder and of the program */
    public MemristorStudyReader(FileSource files, List<String> allowedPaths) {
        this.files = files;
        this.allowedPaths = List.copyOf(allowedPaths);
    }

    public MemristorStudy read(String path) {
        return read(path, List.of(), OptionalLong.empty(), OptionalInt.empty());
    }

    /**
     * The study with values set on the command line.
     *
     * @param overrides each {@code key=value}, applied in order, e.g. {@code protocols.window.rate_mV_per_s=50}
     * @throws InvalidInputException with one line for each thing that is wrong
     */
    public MemristorStudy read(String path, List<String> overrides, OptionalLong seed, OptionalInt devices) {
        Problems problems = new Problems();
        ReadableFolders readable = new ReadableFolders(files, path, allowedPaths);
        Checked study = new StudyDocument(files, readable, problems)
                .check(path, MemristorSchema.STUDY, StudyDocument.options(overrides, seed, "devices", devices));
        rules(study, problems);
        List<MemristorStudy.MeasurementSite> measurements = measurements(study, readable, problems);
        problems.throwIfAny();
        return build(study, measurements);
    }

    private static void rules(Checked study, Problems problems) {
        unique(study.items("protocols"), problems);
        unique(study.items("electrodes"), problems);
        Checked gap = study.section("gap");
        Checked ceramic = study.section("ceramic");
        if (gap != null && ceramic != null && gap.si("length_nm") > 0.1 * ceramic.si("thickness_um")) {
            problems.add(
                    gap.origin("length_nm"),
                    gap.path("length_nm"),
                    "got " + Numbers.brief(gap.number("length_nm"))
                            + " nm; must not exceed a tenth of ceramic.thickness_um, here "
                            + Numbers.brief(100 * ceramic.number("thickness_um")) + " nm: the rest is formed once");
        }
        if (ceramic != null && ceramic.si("reopening_pressure_MPa") > ceramic.si("cracking_pressure_MPa")) {
            problems.add(
                    ceramic.origin("reopening_pressure_MPa"),
                    ceramic.path("reopening_pressure_MPa"),
                    "got " + Numbers.brief(ceramic.number("reopening_pressure_MPa"))
                            + " MPa; must not exceed cracking_pressure_MPa, here "
                            + Numbers.brief(ceramic.number("cracking_pressure_MPa"))
                            + ": an open path is not harder to fill than a fresh one");
        }
        for (Checked electrode : study.items("electrodes")) {
            if (electrode.si("floor_pA") >= electrode.si("compliance_uA")) {
                problems.add(
                        electrode.origin("floor_pA"),
                        electrode.path("floor_pA"),
                        "got " + Numbers.brief(electrode.number("floor_pA"))
                                + " pA; must be below compliance_uA, here "
                                + Numbers.brief(1e6 * electrode.number("compliance_uA")) + " pA");
            }
        }
        for (Checked protocol : study.items("protocols")) {
            if (protocol.si("read_V") > protocol.si("reset_V")) {
                problems.add(
                        protocol.origin("read_V"),
                        protocol.path("read_V"),
                        "got " + Numbers.brief(protocol.number("read_V")) + " V; must not exceed reset_V, here "
                                + Numbers.brief(protocol.number("reset_V")) + " V");
            }
        }
        long count = study.whole("devices")
                * study.whole("cycles")
                * Math.max(1, study.items("protocols").size())
                * Math.max(1, study.items("electrodes").size());
        if (count > MOST_CYCLES_OF_ALL) {
            problems.add(
                    study.origin("cycles"),
                    "cycles",
                    "with " + study.whole("devices") + " devices of each electrode under each protocol these are "
                            + count + " cycles in all; at most " + MOST_CYCLES_OF_ALL + " are allowed");
        }
    }

    private static List<MemristorStudy.MeasurementSite> measurements(
            Checked study, ReadableFolders readable, Problems problems) {
        unique(study.items("measurements"), problems);
        List<MemristorStudy.MeasurementSite> sites = new ArrayList<>();
        for (Checked m : study.items("measurements")) {
            known(m, "electrode", study.items("electrodes"), problems);
            known(m, "protocol", study.items("protocols"), problems);
            if (m.text("file") == null) {
                continue;
            }
            try {
                sites.add(new MemristorStudy.MeasurementSite(
                        m.text("name"),
                        readable.place(m.text("file"), m.origin("file")),
                        "loops".equals(m.text("holds")),
                        m.text("electrode"),
                        m.text("protocol")));
            } catch (InvalidInputException e) {
                problems.add(m.origin("file"), m.path("file"), "got " + m.text("file") + ": " + e.getMessage());
            }
        }
        return sites;
    }

    private static void known(Checked item, String key, List<Checked> among, Problems problems) {
        List<String> names = among.stream().map(other -> other.text("name")).toList();
        if (item.text(key) != null && !names.contains(item.text(key))) {
            problems.add(
                    item.origin(key),
                    item.path(key),
                    "got " + item.text(key) + "; must be one of " + String.join(", ", names));
        }
    }

    private static void unique(List<Checked> items, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Checked item : items) {
            if (item.text("name") != null && !seen.add(item.text("name"))) {
                problems.add(
                        item.origin("name"),
                        item.path("name"),
                        "got " + item.text("name") + " a second time; give it another name");
            }
        }
    }

    private static MemristorStudy build(Checked study, List<MemristorStudy.MeasurementSite> measurements) {
        return new MemristorStudy(
                study.text("study"),
                study.has("description") ? study.text("description") : "",
                study.whole("seed"),
                (int) study.whole("devices"),
                (int) study.whole("cycles"),
                study.si("temperature_C"),
                ceramic(study.section("ceramic")),
                study.section("lithium").si("molar_volume_cm3_per_mol"),
                filament(study.section("filament")),
                gap(study.section("gap")),
                study.items("protocols").stream()
                        .map(MemristorStudyReader::protocol)
                        .toList(),
                study.items("electrodes").stream()
                        .map(MemristorStudyReader::electrode)
                        .toList(),
                study.section("statistics").si("failure_quota_percent"),
                (int) Math.min(
                        study.whole("devices"), study.section("statistics").whole("traces")),
                measurements,
                StudyRecords.sources(study),
                StudyDocument.resolved(study, MemristorSchema.KIND),
                Canonical.hash(study, MemristorStudy.NUMERICS_VERSION));
    }

    private static MemristorStudy.Ceramic ceramic(Checked c) {
        return new MemristorStudy.Ceramic(
                c.si("thickness_um"),
                c.si("conductivity_S_per_cm"),
                c.distribution("interface_resistance_ohm_cm2"),
                c.distribution("cracking_pressure_MPa"),
                c.si("reopening_pressure_MPa"));
    }

    private static MemristorStudy.Filament filament(Checked f) {
        return new MemristorStudy.Filament(
                f.distribution("exchange_current_density_mA_per_cm2"),
                f.distribution("contact_radius_nm"),
                f.si("resistivity_uohm_cm"),
                f.si("mean_free_path_nm"));
    }

    private static MemristorStudy.Gap gap(Checked g) {
        return new MemristorStudy.Gap(
                g.distribution("length_nm"), g.si("opened_fraction"), g.si("length_sigma_ln"), g.si("radius_sigma_ln"));
    }

    private static MemristorStudy.Protocol protocol(Checked p) {
        return new MemristorStudy.Protocol(
                p.text("name"),
                p.si("set_V"),
                p.si("reset_V"),
                p.si("rate_mV_per_s"),
                p.si("set_ms"),
                p.si("reset_ms"),
                p.si("read_V"));
    }

    private static MemristorStudy.ElectrodeSite electrode(Checked e) {
        return new MemristorStudy.ElectrodeSite(
                e.text("name"),
                e.has("label") ? e.text("label") : e.text("name"),
                e.si("electrode_um"),
                e.si("compliance_uA"),
                e.si("floor_pA"),
                e.si("forming_V"),
                e.si("forming_hold_s"));
    }
}
