package org.grainflux.study.config;

import static org.grainflux.study.config.schema.Bounds.NON_NEGATIVE;
import static org.grainflux.study.config.schema.Bounds.POSITIVE;
import static org.grainflux.study.config.schema.Key.optional;
import static org.grainflux.study.config.schema.Key.required;
import static org.grainflux.study.config.schema.Key.withDefault;

import org.grainflux.study.config.schema.Bounds;
import org.grainflux.study.config.schema.JsonSchema;
import org.grainflux.study.config.schema.Type.Choice;
import org.grainflux.study.config.schema.Type.Items;
import org.grainflux.study.config.schema.Type.Material;
import org.grainflux.study.config.schema.Type.Quantity;
import org.grainflux.study.config.schema.Type.Section;
import org.grainflux.study.config.schema.Type.Text;
import org.grainflux.study.config.schema.Type.Whole;
import org.grainflux.study.config.schema.Unit;

/** Every key of a memristor study. */
public final class MemristorSchema {
    /** Value of the key {@code kind}. */
    public static final String KIND = "memristor";

    /** Beyond 1 V the kinetics are extrapolated by ten decades; beyond 3 V sinh leaves all meaning. */
    private static final double LARGEST_BIAS_V = 3;

    private static final Bounds NEGATIVE_BIAS = new Bounds(-LARGEST_BIAS_V, true, 0, false);
    private static final Bounds POSITIVE_BIAS = Bounds.openClosed(0, LARGEST_BIAS_V);

    private static final Section CERAMIC = Section.of(
            "ceramic",
            "The pellet",
            required(
                    "thickness_um",
                    Quantity.of(Unit.MICROMETRE, Bounds.openClosed(0, 1e5)).withSource(),
                    "From lithium to electrode"),
            required(
                    "conductivity_S_per_cm",
                    Quantity.of(Unit.SIEMENS_PER_CENTIMETRE, POSITIVE).withSource(),
                    "Ionic conductivity at the study's temperature"),
            required(
                    "interface_resistance_ohm_cm2",
                    Quantity.of(Unit.OHM_SQUARE_CENTIMETRE, NON_NEGATIVE)
                            .orDistribution()
                            .withSource(),
                    "Area-specific resistance of the electrode's interface, without a filament"),
            required(
                    "cracking_pressure_MPa",
                    Quantity.of(Unit.MEGAPASCAL, NON_NEGATIVE).orDistribution().withSource(),
                    "Pressure of lithium that opens a fresh path; 1 mV of overpotential makes 7.4 MPa"),
            withDefault(
                    "reopening_pressure_MPa",
                    Quantity.of(Unit.MEGAPASCAL, NON_NEGATIVE).withSource(),
                    "{value: 0, assumed: a path that was cracked open needs no pressure to be filled again}",
                    "The same for a path that is open"));

    private static final Section FILAMENT = Section.of(
            "filament",
            "Lithium in the ceramic",
            required(
                    "exchange_current_density_mA_per_cm2",
                    Quantity.of(Unit.MILLIAMPERE_PER_SQUARE_CENTIMETRE, POSITIVE)
                            .orDistribution()
                            .withSource(),
                    "Of plating and dissolving at the filament"),
            required(
                    "contact_radius_nm",
                    Quantity.of(Unit.NANOMETRE, POSITIVE).orDistribution().withSource(),
                    "Radius at which a filament reaches the electrode; median over cycles"),
            withDefault(
                    "resistivity_uohm_cm",
                    Quantity.of(Unit.MICROOHM_CENTIMETRE, POSITIVE).withSource(),
                    "{value: 9.28, assumed: handbook value of bulk lithium at 20 C}",
                    "Resistivity of bulk lithium"),
            withDefault(
                    "mean_free_path_nm",
                    Quantity.of(Unit.NANOMETRE, NON_NEGATIVE).withSource(),
                    "{value: 11, assumed: free-electron value of lithium at room temperature}",
                    "Of its electrons, for the resistance of thin filaments; 0 leaves the size effect out"));

    private static final Section GAP = Section.of(
            "working-gap",
            "What switches: the stretch between the formed filament and the electrode",
            required(
                    "length_nm",
                    Quantity.of(Unit.NANOMETRE, POSITIVE).orDistribution().withSource(),
                    "Length of the gap, and of the neck that fills it; median over cycles"),
            withDefault(
                    "opened_fraction",
                    Quantity.of(Unit.FRACTION, Bounds.closed(0, 1)).withSource(),
                    "{value: 0, assumed: after forming the electrode is reconnected along a fresh path}",
                    "Of the first path, open from the start"),
            withDefault(
                    "length_sigma_ln",
                    Quantity.of(Unit.NONE, Bounds.closed(0, 2)).withSource(),
                    "{value: 0.1, assumed: scatter of the order seen from cycle to cycle}",
                    "Log-normal scatter of the gap from cycle to cycle"),
            withDefault(
                    "radius_sigma_ln",
                    Quantity.of(Unit.NONE, Bounds.closed(0, 2)).withSource(),
                    "{value: 0.2, assumed: scatter of the order seen from cycle to cycle}",
                    "Log-normal scatter of the filament's radius from cycle to cycle"));

    private static final Section PROTOCOL = Section.of(
            "protocol",
            "What one cycle applies: first what may set, then what may reset",
            required("name", Text.NAME, "Unique name"),
            withDefault("shape", Choice.of("sweep", "pulse"), "sweep", "Triangles or rectangles"),
            required("set_V", Quantity.of(Unit.VOLT, NEGATIVE_BIAS), "Most negative bias; plates lithium"),
            required("reset_V", Quantity.of(Unit.VOLT, POSITIVE_BIAS), "Most positive bias"),
            required("rate_mV_per_s", Quantity.of(Unit.MILLIVOLT_PER_SECOND, Bounds.openClosed(0, 1e12)), "Sweep rate")
                    .when("shape", "sweep"),
            required("set_ms", Quantity.of(Unit.MILLISECOND, Bounds.openClosed(0, 1e12)), "Length of the setting pulse")
                    .when("shape", "pulse"),
            required(
                            "reset_ms",
                            Quantity.of(Unit.MILLISECOND, Bounds.openClosed(0, 1e12)),
                            "Length of the resetting pulse")
                    .when("shape", "pulse"),
            withDefault(
                    "read_V",
                    Quantity.of(Unit.VOLT, POSITIVE_BIAS),
                    "0.2",
                    "Bias of the reading after each half, too short to move anything"));

    private static final Section ELECTRODE = Section.of(
            "electrode",
            "An electrode with its instrument",
            required("name", Text.NAME, "Unique name"),
            optional("label", Text.ANY, "For figures and tables").notHashed(),
            required(
                    "electrode_um",
                    Quantity.of(Unit.MICROMETRE, Bounds.openClosed(0, 1e5)),
                    "Side of the square of its area"),
            required(
                    "compliance_uA",
                    Quantity.of(Unit.MICROAMPERE, Bounds.openClosed(0, 1e9)),
                    "Largest current of the instrument"),
            required("floor_pA", Quantity.of(Unit.PICOAMPERE, NON_NEGATIVE), "Smallest current it tells from none"),
            withDefault("forming_V", Quantity.of(Unit.VOLT, NEGATIVE_BIAS), "-0.25", "Bias at which it is formed"),
            withDefault(
                    "forming_hold_s",
                    Quantity.of(Unit.SECOND, Bounds.closed(0, 1e8)),
                    "0",
                    "Time at that bias after the filament has crossed the pellet"));

    private static final Section STATISTICS = Section.of(
            "statistics",
            "What is done with the population",
            withDefault(
                            "failure_quota_percent",
                            Quantity.of(Unit.PERCENT, Bounds.closed(0, 100)),
                            "1",
                            "Share of numerical failures beyond which the run counts as failed")
                    .notHashed(),
            withDefault("traces", new Whole(0, 100), "3", "Devices of which current–voltage loops are kept"));

    private static final Section MEASUREMENT = Section.of(
            "measurement",
            "A measured table to overlay: text with a header that states units",
            required("name", Text.NAME, "Unique name"),
            required("file", Text.ANY, "Seen from the study file"),
            withDefault(
                    "holds",
                    Choice.of("loops", "endurance"),
                    "loops",
                    "loops: bias and current, perhaps a cycle; endurance: on/off ratio, or on and off, perhaps a cycle"),
            required("electrode", Text.NAME, "Name of the electrode it was measured at"),
            required("protocol", Text.NAME, "Name of the protocol under which"));

    static final Section STUDY = Section.of(
            "memristor-study",
            "A population of switching devices by electrode and protocol",
            required("study", Text.NAME, "Name of the study").notHashed(),
            required(StudyDocument.KIND, Choice.of(KIND), "Says that this study is for the command memristor"),
            optional("description", Text.ANY, "For the report").notHashed(),
            withDefault("seed", new Whole(Long.MIN_VALUE, Long.MAX_VALUE), "1", "Seed of all random numbers"),
            required("devices", new Whole(1, 1_000_000), "Devices of every electrode under every protocol")
                    .notHashed(),
            required("cycles", new Whole(1, 100_000), "Cycles of every device"),
            withDefault(
                    "temperature_C",
                    Quantity.of(Unit.CELSIUS, Bounds.closed(-40, 150)),
                    "25",
                    "Temperature of the kinetics"),
            required("ceramic", CERAMIC, "The pellet"),
            withDefault("lithium", new Material(MaterialSchema.LITHIUM), "{}", "Lithium metal"),
            required("filament", FILAMENT, "Lithium in the ceramic"),
            required("gap", GAP, "The working gap"),
            required("protocols", new Items(PROTOCOL, 1), "Every electrode is cycled under each"),
            required("electrodes", new Items(ELECTRODE, 1), "The electrodes"),
            optional("measurements", new Items(MEASUREMENT, 1), "Measured tables to overlay and to fit")
                    .notHashed(),
            withDefault("statistics", STATISTICS, "{}", "What is done with the population"));

    private MemristorSchema() {}

    /** JSON Schema (draft 2020-12) of a memristor study, for editors. */
    public static String json() {
        return JsonSchema.of(STUDY);
    }
}
