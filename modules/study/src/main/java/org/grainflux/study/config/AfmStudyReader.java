package org.grainflux.study.config;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.physics.tip.DistanceLaw;
import org.grainflux.study.config.schema.Canonical;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Numbers;
import org.grainflux.study.config.schema.Problems;

/** Reads a study of the conductive tip. */
public final class AfmStudyReader {
    /** Rows of all structures are held in memory for the summary: some gigabytes, beyond which a count was mistyped. */
    private static final long MOST_PLACES = 100_000_000L;

    private final FileSource files;
    private final List<String> allowedPaths;

    /** @param allowedPaths folders and files that a study may name besides those of its own folder and of the program */
    public AfmStudyReader(FileSource files, List<String> allowedPaths) {
        this.files = files;
        this.allowedPaths = List.copyOf(allowedPaths);
    }

    public AfmStudy read(String path) {
        return read(path, List.of(), OptionalLong.empty(), OptionalInt.empty());
    }

    /**
     * The study with values set on the command line.
     *
     * @param overrides each {@code key=value}, applied in order, e.g. {@code trigger.groove_depth_nm=100}
     * @throws InvalidInputException with one line for each thing that is wrong
     */
    public AfmStudy read(String path, List<String> overrides, OptionalLong seed, OptionalInt realizations) {
        Problems problems = new Problems();
        Checked given = new StudyDocument(files, new ReadableFolders(files, path, allowedPaths), problems)
                .check(path, AfmSchema.STUDY, StudyDocument.options(overrides, seed, "realizations", realizations));
        Checked study = VolumeDefaults.fillDepth(given);
        rules(study, problems);
        problems.throwIfAny();
        return build(study);
    }

    private static void rules(Checked study, Problems problems) {
        Checked structure = study.section("microstructure");
        if (structure != null && "image".equals(structure.text("seeding"))) {
            problems.add(
                    structure.origin("seeding"),
                    structure.path("seeding"),
                    "got image; the tip needs boundaries as lines and crystals with orientations: generate the structures");
        }
        Checked instrument = study.section("instrument");
        if (instrument != null && instrument.si("floor_pA") >= instrument.si("compliance_uA")) {
            problems.add(
                    instrument.origin("floor_pA"),
                    instrument.path("floor_pA"),
                    "got " + Numbers.brief(instrument.number("floor_pA")) + " pA; must be below compliance_uA, here "
                            + Numbers.brief(1e6 * instrument.number("compliance_uA")) + " pA");
        }
        for (String key : List.of("read_V", "map_sweep_V")) {
            if (instrument != null && instrument.si(key) > instrument.si("limit_V")) {
                problems.add(
                        instrument.origin(key),
                        instrument.path(key),
                        "got " + Numbers.brief(instrument.number(key)) + " V; must not exceed limit_V, here "
                                + Numbers.brief(instrument.number("limit_V")) + " V");
            }
        }
        Checked electrodes = study.section("electrodes");
        if (electrodes != null && electrodes.si("smallest_nm") >= electrodes.si("largest_um")) {
            problems.add(
                    electrodes.origin("smallest_nm"),
                    electrodes.path("smallest_nm"),
                    "got " + Numbers.brief(electrodes.number("smallest_nm")) + " nm; must be below largest_um, here "
                            + Numbers.brief(1e3 * electrodes.number("largest_um")) + " nm");
        }
        Checked places = study.section("places");
        if (places != null && structure != null) {
            if (places.si("map_window_um") > Math.min(structure.si("width_um"), surfaceHeight(structure))) {
                problems.add(
                        places.origin("map_window_um"),
                        places.path("map_window_um"),
                        "got " + Numbers.brief(places.number("map_window_um"))
                                + " um; must not exceed the surface of a structure");
            }
            long count = study.whole("realizations")
                            * (places.whole("on_boundaries") + places.whole("anywhere") + places.whole("approaching"))
                    + Math.min(study.whole("realizations"), places.whole("maps"))
                            * places.whole("map_points")
                            * places.whole("map_points");
            if (count > MOST_PLACES) {
                problems.add(
                        study.origin("realizations"),
                        "realizations",
                        "with the places of each structure these are " + count + " places in all; at most "
                                + MOST_PLACES + " are allowed");
            }
        }
    }

    /** Second side of the surface: the plane itself, or the face of a volume. */
    private static double surfaceHeight(Checked structure) {
        return structure.si(structure.whole("dimension") == 3 ? "depth_um" : "height_um");
    }

    private static AfmStudy build(Checked study) {
        StudyRecords records = new StudyRecords(study);
        return new AfmStudy(
                study.text("study"),
                study.has("description") ? study.text("description") : "",
                study.whole("seed"),
                (int) study.whole("realizations"),
                study.si("temperature_C"),
                StudyRecords.microstructure(study.section("microstructure")),
                records.electrolyte(study.section("electrolyte")),
                StudyRecords.lithium(study.section("lithium")),
                StudyRecords.tip(study.section("tip")),
                instrument(study.section("instrument")),
                trigger(study.section("trigger")),
                study.has("layer") ? layer(study.section("layer")) : null,
                places(study.section("places"), (int) study.whole("realizations")),
                sides(study.section("electrodes")),
                scan(study.section("scan")),
                measured(study.section("measured")),
                study.si("failure_quota_percent"),
                StudyRecords.sources(study),
                StudyDocument.resolved(study, AfmSchema.KIND),
                Canonical.hash(study, AfmStudy.NUMERICS_VERSION));
    }

    private static AfmStudy.Instrument instrument(Checked i) {
        return new AfmStudy.Instrument(
                i.si("contact_area_nm2"),
                i.si("charge_transfer_ohm_cm2"),
                i.si("limit_V"),
                i.si("compliance_uA"),
                i.si("floor_pA"),
                i.si("read_V"),
                i.si("map_sweep_V"),
                i.distribution("filament_radius_nm"),
                i.si("pellet_thickness_um"));
    }

    private static AfmStudy.Trigger trigger(Checked t) {
        DistanceLaw law = StudyRecords.word(DistanceLaw.class, t.text("distance_law"));
        return new AfmStudy.Trigger(
                t.distribution("groove_depth_nm"),
                t.distribution("groove_toughness_MPa_sqrt_m"),
                t.si("ideal_strength_ratio"),
                t.distribution("breakdown_field_MV_per_cm"),
                law,
                law == DistanceLaw.EXPONENTIAL ? t.si("decay_length_nm") : Double.MIN_NORMAL);
    }

    private static AfmStudy.Layer layer(Checked l) {
        return new AfmStudy.Layer(
                l.si("thickness_um"),
                l.si("conductivity_S_per_cm"),
                l.si("charge_transfer_ohm_cm2"),
                l.si("youngs_modulus_MPa"));
    }

    private static AfmStudy.Places places(Checked p, int structures) {
        return new AfmStudy.Places(
                (int) p.whole("on_boundaries"),
                (int) p.whole("anywhere"),
                (int) p.whole("approaching"),
                p.si("map_window_um"),
                (int) p.whole("map_points"),
                (int) Math.min(structures, p.whole("maps")));
    }

    private static double[] sides(Checked e) {
        int count = (int) e.whole("count");
        double smallest = e.si("smallest_nm");
        double ratio = e.si("largest_um") / smallest;
        return IntStream.range(0, count)
                .mapToDouble(k -> smallest * Math.pow(ratio, k / (count - 1.0)))
                .toArray();
    }

    private static AfmStudy.Scan scan(Checked s) {
        return new AfmStudy.Scan(
                s.si("core_softening_fraction"),
                s.si("core_width_nm"),
                s.si("probe_width_nm"),
                s.si("relative_permittivity"));
    }

    private static AfmStudy.Measured measured(Checked m) {
        return new AfmStudy.Measured(
                m.si("boundary_V"),
                m.si("interior_above_V"),
                m.si("surface_potential_mV"),
                m.si("boundary_modulus_GPa"));
    }
}
