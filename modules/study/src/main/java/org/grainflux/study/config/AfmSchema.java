package org.grainflux.study.config;

import static org.grainflux.study.config.schema.Bounds.NON_NEGATIVE;
import static org.grainflux.study.config.schema.Bounds.POSITIVE;
import static org.grainflux.study.config.schema.Key.optional;
import static org.grainflux.study.config.schema.Key.required;
import static org.grainflux.study.config.schema.Key.withDefault;

import org.grainflux.study.config.schema.Bounds;
import org.grainflux.study.config.schema.JsonSchema;
import org.grainflux.study.config.schema.Type.Choice;
import org.grainflux.study.config.schema.Type.Material;
import org.grainflux.study.config.schema.Type.Quantity;
import org.grainflux.study.config.schema.Type.Section;
import org.grainflux.study.config.schema.Type.Text;
import org.grainflux.study.config.schema.Type.Whole;
import org.grainflux.study.config.schema.Unit;

/** Every key of a study of the conductive tip. */
public final class AfmSchema {
    /** Value of the key {@code kind}. */
    public static final String KIND = "afm";

    private static final Section INSTRUMENT = Section.of(
            "afm-instrument",
            "What the tip measures with",
            optional(
                    "contact_area_nm2",
                    sourced(Unit.SQUARE_NANOMETRE, POSITIVE),
                    "Stated contact area, instead of the elastic one, where the modulus is that of the polycrystal"),
            withDefault(
                    "charge_transfer_ohm_cm2",
                    sourced(Unit.OHM_SQUARE_CENTIMETRE, POSITIVE),
                    "{value: 1, assumed: order of magnitude of intimate contacts of lithium and garnet}",
                    "Charge-transfer resistance between tip and ceramic"),
            withDefault("limit_V", volt(), "10", "Largest bias; what does not start below it is censored"),
            withDefault(
                    "compliance_uA", Quantity.of(Unit.MICROAMPERE, Bounds.openClosed(0, 1e6)), "1", "Largest current"),
            withDefault(
                    "floor_pA",
                    Quantity.of(Unit.PICOAMPERE, NON_NEGATIVE),
                    "1",
                    "Smallest current that is told from none"),
            withDefault("read_V", volt(), "0.05", "Magnitude of the bias at which current maps are read"),
            withDefault(
                    "map_sweep_V", volt(), "1", "Magnitude of the bias that the current map is swept to in between"),
            withDefault(
                    "filament_radius_nm",
                    sourced(Unit.NANOMETRE, Bounds.openClosed(0, 1e4)).orDistribution(),
                    "{value: 3, assumed: radius of the contact}",
                    "Radius of the filament that the back-scan reads"),
            withDefault(
                    "pellet_thickness_um",
                    Quantity.of(Unit.MICROMETRE, Bounds.openClosed(0, 1e5)),
                    "300",
                    "Length of that filament"));

    private static final Section TRIGGER = Section.of(
            "afm-trigger",
            "What starts a filament",
            withDefault(
                    "groove_depth_nm",
                    sourced(Unit.NANOMETRE, POSITIVE).orDistribution(),
                    "{value: {low: 30, high: 500, distribution: log_uniform}, assumed: 'from the roughness of a polished"
                            + " surface to thermal grooves; not measured'}",
                    "Depth of the groove where a boundary reaches the surface"),
            withDefault(
                    "groove_toughness_MPa_sqrt_m",
                    sourced(Unit.MEGAPASCAL_ROOT_METRE, POSITIVE).orDistribution(),
                    "{value: {low: 0.44, high: 1.0, distribution: log_uniform}, assumed: 'from the lowest intergranular"
                            + " value (Hu 2020) to the macroscopic one'}",
                    "Toughness along a boundary at its groove"),
            withDefault(
                    "ideal_strength_ratio",
                    sourced(Unit.NONE, Bounds.openClosed(0, 0.5)),
                    "{value: 0.1, source: 'Kelly and Macmillan 1986, Strong Solids: E/10'}",
                    "Strength of the flawless crystal over its Young's modulus"),
            withDefault(
                    "breakdown_field_MV_per_cm",
                    sourced(Unit.MEGAVOLT_PER_CENTIMETRE, POSITIVE).orDistribution(),
                    "{value: {median: 18, sigma_ln: 0.1}, assumed: 'calibrated: the field that 9 V make under a contact of 30"
                            + " nm2; no measured strength of the crystal is known'}",
                    "Field in the middle of the contact at which the crystal breaks down"),
            withDefault(
                    "distance_law",
                    Choice.of("disc_potential", "exponential"),
                    "disc_potential",
                    "How the bias grows with the distance to a boundary"),
            withDefault(
                            "decay_length_nm",
                            Quantity.of(Unit.NANOMETRE, POSITIVE),
                            "50",
                            "Length over which the bias grows to that of the interior")
                    .when("distance_law", "exponential"));

    private static final Section LAYER = Section.of(
            "afm-layer",
            "A layer on the ceramic, on which the tip is also set",
            required("thickness_um", Quantity.of(Unit.MICROMETRE, POSITIVE), "Thickness"),
            required("conductivity_S_per_cm", Quantity.of(Unit.SIEMENS_PER_CENTIMETRE, POSITIVE), "Ionic conductivity"),
            withDefault(
                    "charge_transfer_ohm_cm2",
                    Quantity.of(Unit.OHM_SQUARE_CENTIMETRE, NON_NEGATIVE),
                    "1",
                    "Between tip and layer"),
            withDefault(
                    "youngs_modulus_MPa",
                    Quantity.of(Unit.MEGAPASCAL, POSITIVE),
                    "1",
                    "Of the layer; the contact is never wider than the tip"));

    private static final Section PLACES = Section.of(
            "afm-places",
            "Where the tip is set, on every structure",
            withDefault("on_boundaries", new Whole(1, 100_000), "60", "Places on boundaries"),
            withDefault("anywhere", new Whole(1, 100_000), "120", "Places anywhere"),
            withDefault("approaching", new Whole(0, 100_000), "60", "Places at distances of nanometres to micrometres"),
            withDefault("map_window_um", Quantity.of(Unit.MICROMETRE, POSITIVE), "0.6", "Side of the mapped square"),
            withDefault("map_points", new Whole(2, 400), "60", "Places along each side of the map"),
            withDefault("maps", new Whole(0, 1000), "1", "Structures that are mapped"));

    private static final Section ELECTRODES = Section.of(
            "afm-electrodes",
            "Sizes of electrodes whose triggering bias is predicted",
            withDefault("smallest_nm", Quantity.of(Unit.NANOMETRE, POSITIVE), "3", "Smallest side"),
            withDefault("largest_um", Quantity.of(Unit.MICROMETRE, POSITIVE), "500", "Largest side"),
            withDefault("count", new Whole(2, 1000), "25", "Sizes, evenly spaced in the logarithm"));

    private static final Section SCAN = Section.of(
            "afm-scan",
            "Profiles across a boundary",
            withDefault(
                    "core_softening_fraction",
                    sourced(Unit.FRACTION, Bounds.closed(0, 0.99)),
                    "{value: 0.30, source: 'Lu 2021, doi:10.1002/aenm.202003811: locally 30 % lower'}",
                    "By how much the core of a boundary is softer"),
            withDefault(
                    "core_width_nm",
                    sourced(Unit.NANOMETRE, NON_NEGATIVE),
                    "{value: 2.1, assumed: calibrated so that a contact of 30 nm2 reads 120 GPa}",
                    "Width of the softer core"),
            withDefault(
                    "probe_width_nm",
                    sourced(Unit.NANOMETRE, POSITIVE),
                    "{value: 100, assumed: resolution of Kelvin probes in air}",
                    "Equivalent width of the surface-potential probe"),
            withDefault(
                    "relative_permittivity",
                    sourced(Unit.NONE, POSITIVE),
                    "{value: 50, assumed: middle of 40 to 60 for garnets}",
                    "Of the ceramic"));

    private static final Section MEASURED = Section.of(
            "afm-measured",
            "Published values to compare with; they enter no prediction",
            withDefault(
                            "boundary_V",
                            sourced(Unit.VOLT, POSITIVE),
                            "{value: 0.12, source: 'Lu 2021, doi:10.1002/aenm.202003811'}",
                            "Magnitude of the triggering bias on boundaries")
                    .notHashed(),
            withDefault(
                            "interior_above_V",
                            sourced(Unit.VOLT, POSITIVE),
                            "{value: 9, source: 'Lu 2021, doi:10.1002/aenm.202003811: beyond -9 V'}",
                            "Magnitude that the triggering bias in interiors exceeds")
                    .notHashed(),
            withDefault(
                            "surface_potential_mV",
                            sourced(Unit.MILLIVOLT, POSITIVE),
                            "{value: 10, source: 'Lu 2021, doi:10.1002/aenm.202003811'}",
                            "Magnitude of the dip of the surface potential")
                    .notHashed(),
            withDefault(
                            "boundary_modulus_GPa",
                            sourced(Unit.GIGAPASCAL, POSITIVE),
                            "{value: 120, source: 'Lu 2021, doi:10.1002/aenm.202003811'}",
                            "Modulus read at boundaries")
                    .notHashed());

    static final Section STUDY = Section.of(
            "afm-study",
            "A conductive tip on a population of polycrystal surfaces",
            required("study", Text.NAME, "Name of the study").notHashed(),
            required(StudyDocument.KIND, Choice.of(KIND), "Says that this study is for the command afm"),
            optional("description", Text.ANY, "For the report").notHashed(),
            required("seed", new Whole(Long.MIN_VALUE, Long.MAX_VALUE), "Seed of all random streams"),
            required("realizations", new Whole(1, 1_000_000), "Number of structures")
                    .notHashed(),
            withDefault("temperature_C", Quantity.of(Unit.CELSIUS, Bounds.closed(-100, 180)), "25", "Temperature"),
            required(
                    "microstructure",
                    StudySchema.MICROSTRUCTURE,
                    "The population; with dimension 2 the plane is the surface itself"),
            required("electrolyte", new Material(MaterialSchema.ELECTROLYTE), "The ceramic"),
            withDefault("lithium", new Material(MaterialSchema.LITHIUM), "{}", "Lithium metal"),
            withDefault("tip", StudySchema.TIP, "{}", "The tip"),
            withDefault("instrument", INSTRUMENT, "{}", "What the tip measures with"),
            withDefault("trigger", TRIGGER, "{}", "What starts a filament"),
            optional("layer", LAYER, "A layer on the ceramic, on which the tip is also set"),
            withDefault("places", PLACES, "{}", "Where the tip is set, on every structure"),
            withDefault("electrodes", ELECTRODES, "{}", "Sizes of electrodes"),
            withDefault("scan", SCAN, "{}", "Profiles across a boundary"),
            withDefault("measured", MEASURED, "{}", "Published values to compare with"),
            withDefault(
                            "failure_quota_percent",
                            Quantity.of(Unit.PERCENT, Bounds.closed(0, 100)),
                            "1",
                            "Share of numerical failures beyond which the run counts as failed")
                    .notHashed());

    private AfmSchema() {}

    private static Quantity sourced(Unit unit, Bounds bounds) {
        return Quantity.of(unit, bounds).withSource();
    }

    private static Quantity volt() {
        return Quantity.of(Unit.VOLT, Bounds.openClosed(0, 1000));
    }

    /** JSON Schema (draft 2020-12) of a study of the tip, for editors. */
    public static String json() {
        return JsonSchema.of(STUDY);
    }
}
