package org.grainflux.study.config;

import static org.grainflux.study.config.schema.Bounds.NON_NEGATIVE;
import static org.grainflux.study.config.schema.Bounds.POSITIVE;
import static org.grainflux.study.config.schema.Key.optional;
import static org.grainflux.study.config.schema.Key.required;
import static org.grainflux.study.config.schema.Key.withDefault;

import org.grainflux.study.config.schema.Bounds;
import org.grainflux.study.config.schema.JsonSchema;
import org.grainflux.study.config.schema.Type.Choice;
import org.grainflux.study.config.schema.Type.Flag;
import org.grainflux.study.config.schema.Type.Items;
import org.grainflux.study.config.schema.Type.Material;
import org.grainflux.study.config.schema.Type.Quantity;
import org.grainflux.study.config.schema.Type.Section;
import org.grainflux.study.config.schema.Type.Text;
import org.grainflux.study.config.schema.Type.Whole;
import org.grainflux.study.config.schema.Unit;

/**
 * Every key of a study file with its type, unit, range, default and meaning. The check of a file, its error messages,
 * the defaults and the JSON Schema are all made from this.
 */
public final class StudySchema {
    private static final Section BOUNDARY_RESISTANCE = Section.of(
            "boundary-resistance",
            "How the resistance varies from one grain boundary to the next, at the electrolyte's mean",
            withDefault(
                    "model",
                    Choice.of("constant", "log_normal", "misorientation"),
                    "constant",
                    "What decides the resistance of one boundary"),
            withDefault(
                            "sigma_ln",
                            Quantity.of(Unit.NONE, Bounds.openClosed(0, 5)),
                            "0.5",
                            "Standard deviation of the logarithm")
                    .when("model", "log_normal"),
            withDefault(
                            "low_angle_deg",
                            Quantity.of(Unit.DEGREE, Bounds.open(0, 62.8)),
                            "15",
                            "Misorientation below which a boundary is low-angle")
                    .when("model", "misorientation"),
            withDefault(
                            "low_angle_ratio",
                            Quantity.of(Unit.NONE, Bounds.openClosed(0, 1)),
                            "0.1",
                            "Resistance without misorientation over that of high-angle boundaries")
                    .when("model", "misorientation"),
            optional(
                    "total_conductivity_S_per_cm",
                    Quantity.of(Unit.SIEMENS_PER_CENTIMETRE, POSITIVE),
                    "Effective conductivity to meet by one scale factor on all boundary resistances of the study"));

    private static final Section IMAGE = Section.of(
            "image",
            "A structure as the grain of every cell of a grid, x fastest; the last axis runs from electrode to"
                    + " electrode",
            required("file", Text.ANY, "Ends in .nrrd, .vti or .tesr; seen from the study file")
                    .notHashed(),
            optional("sha256", Text.SHA256, "Of the file; taken from it when not given, and held to when given"));

    private static final Section LATTICE = Section.of(
            "lattice",
            "Grains in a regular order, for structures whose answer is known or whose one feature is looked at",
            withDefault("shape", Choice.of("brick", "hexagon"), "brick", "Outline of a grain"),
            required(
                    "columns",
                    new Whole(2, 10_000),
                    "Grains along the width; 2 are a bicrystal, of upright bricks only"),
            optional(
                    "depth_columns",
                    new Whole(3, 10_000),
                    "Grains along the depth, with dimension: 3 only; as many as columns when not given"),
            required("rows", new Whole(1, 10_000), "Grains from electrode to electrode"),
            withDefault(
                            "shift_ratio",
                            Quantity.of(Unit.NONE, Bounds.closed(0, 0.99)),
                            "0",
                            "Shift of every second row over the width of a grain")
                    .when("shape", "brick"),
            withDefault(
                    "lean_deg",
                    Quantity.of(Unit.DEGREE, Bounds.closed(20, 90)),
                    "90",
                    "Angle between the electrodes and the boundaries that lead from one to the other"));

    static final Section MICROSTRUCTURE = Section.of(
            "microstructure",
            "The population of grain structures; periodic across, electrodes at bottom and top",
            required("dimension", new Whole(2, 3), "2: structures are plane sections; 3: volumes"),
            required("width_um", Quantity.of(Unit.MICROMETRE, POSITIVE), "Periodic width"),
            optional(
                    "depth_um",
                    Quantity.of(Unit.MICROMETRE, POSITIVE),
                    "Second periodic width, with dimension: 3 only; the width when not given"),
            required("height_um", Quantity.of(Unit.MICROMETRE, POSITIVE), "From electrode to electrode"),
            required(
                    "grain_size_um",
                    Quantity.of(Unit.MICROMETRE, POSITIVE),
                    "(cell measure / number of grains)^(1/dimension)"),
            required(
                    "seeding",
                    Choice.of("poisson", "hard_core", "centroidal", "laguerre", "bricks", "image"),
                    "How the seeds of the grains are laid; bricks: in a regular order; image: grains come from files"),
            required("lattice", LATTICE, "Order of the grains").when("seeding", "bricks"),
            required("images", new Items(IMAGE, 1), "One per realization, each stretched to width, depth and height")
                    .when("seeding", "image"),
            withDefault("periodic", new Flag(), "false", "Whether images repeat across; insulating sides when not")
                    .when("seeding", "image"),
            withDefault(
                            "hard_core_ratio",
                            Quantity.of(Unit.NONE, Bounds.openClosed(0, 0.75)),
                            "0.6",
                            "Smallest distance of two seeds over the grain size")
                    .when("seeding", "hard_core"),
            withDefault("lloyd_steps", new Whole(1, 1000), "5", "Steps towards centroidal cells")
                    .when("seeding", "centroidal"),
            withDefault(
                            "size_sigma_ln",
                            Quantity.of(Unit.NONE, Bounds.openClosed(0, 1)),
                            "0.35",
                            "Standard deviation of ln(grain diameter)")
                    .when("seeding", "laguerre"),
            withDefault(
                    "collapse_ratio",
                    Quantity.of(Unit.NONE, Bounds.closed(0, 0.3)),
                    "0.2",
                    "Boundaries shorter than this fraction of their mean length are collapsed"),
            withDefault(
                    "electrode_collapse_ratio",
                    Quantity.of(Unit.NONE, Bounds.closed(0, 0.3)),
                    "0.05",
                    "The same for boundaries that reach an electrode, where contact areas matter"),
            withDefault("boundary_resistance", BOUNDARY_RESISTANCE, "{}", "Resistance from boundary to boundary"));

    private static final Section INTERFACE = Section.of(
            "interface",
            "Where lithium, bare or metallised, meets the ceramic",
            required(
                    "area_specific_resistance_ohm_cm2",
                    Quantity.of(Unit.OHM_SQUARE_CENTIMETRE, NON_NEGATIVE)
                            .orDistribution()
                            .orAxis("r", ""),
                    "Area-specific resistance; 0 is perfect contact"));

    private static final Section INTERLAYER = Section.of(
            "interlayer",
            "An ion-conducting layer between lithium and ceramic",
            optional("material", new Material(MaterialSchema.INTERLAYER_MATERIAL), "Values that are not given here")
                    .notHashed(),
            required(
                    "thickness_um",
                    Quantity.of(Unit.MICROMETRE, POSITIVE).orDistribution().orAxis("t", "um"),
                    "Thickness"),
            required(
                            "conductivity_S_per_cm",
                            Quantity.of(Unit.SIEMENS_PER_CENTIMETRE, POSITIVE)
                                    .orDistribution()
                                    .orAxis("s", ""),
                            "Ionic conductivity")
                    .orFrom("material"),
            required(
                            "charge_transfer_lithium_ohm_cm2",
                            Quantity.of(Unit.OHM_SQUARE_CENTIMETRE, NON_NEGATIVE)
                                    .orDistribution()
                                    .orAxis("rl", ""),
                            "Charge-transfer resistance at lithium|layer")
                    .orFrom("material"),
            required(
                            "charge_transfer_electrolyte_ohm_cm2",
                            Quantity.of(Unit.OHM_SQUARE_CENTIMETRE, NON_NEGATIVE)
                                    .orDistribution()
                                    .orAxis("re", ""),
                            "Charge-transfer resistance at layer|ceramic")
                    .orFrom("material"),
            required(
                            "transference_number",
                            Quantity.of(Unit.NONE, Bounds.openClosed(0, 1))
                                    .orDistribution()
                                    .orAxis("tn", ""),
                            "Share of the current that lithium ions carry")
                    .orFrom("material"),
            withDefault("sides", Choice.of("lower", "upper", "both"), "both", "Electrodes that carry the layer"));

    static final Section DESIGN = Section.of(
            "design",
            "One interface design; a list or range of values makes one design per combination",
            required("name", Text.NAME, "Unique name"),
            optional("label", Text.ANY, "For figures and tables").notHashed(),
            withDefault(
                    "kind",
                    Choice.of("bare", "metallic", "ionic_layer"),
                    "bare",
                    "What lies between lithium and ceramic"),
            optional("interface", INTERFACE, "Where lithium, bare or metallised, meets the ceramic"),
            required("interlayer", INTERLAYER, "The layer").when("kind", "ionic_layer"),
            optional(
                    "mechanics",
                    FractureSchema.MECHANICS,
                    "What presses and resists cracks, where it differs from the study"),
            optional("observed", Text.NAME, "Name of its published value; its own name when not given")
                    .notHashed());

    private static final Section CONTACT = Section.of(
            "contact",
            "Contact of lithium with what it touches",
            withDefault(
                    "model",
                    Choice.of("rough", "intimate"),
                    "rough",
                    "rough: in spots whose share grows with pressure; intimate: everywhere"),
            withDefault(
                    "stack_pressure_MPa",
                    Quantity.of(Unit.MEGAPASCAL, NON_NEGATIVE).orDistribution(),
                    "0",
                    "Pressure on the stack; one number with model: rough, whose mesh follows the contact spots"),
            withDefault(
                            "hardness_factor",
                            Quantity.of(Unit.NONE, POSITIVE),
                            "3",
                            "Effective hardness over the bulk yield stress of lithium")
                    .when("model", "rough"),
            withDefault(
                            "floor_fraction",
                            Quantity.of(Unit.FRACTION, Bounds.openClosed(0, 1)),
                            "0.05",
                            "Real contact fraction that remains without pressure")
                    .when("model", "rough"),
            withDefault(
                            "spot_period_um",
                            Quantity.of(Unit.MICROMETRE, POSITIVE),
                            "5",
                            "Distance between neighbouring contact spots")
                    .when("model", "rough"));

    static final Section TIP = Section.of(
            "tip",
            "Conductive tip whose contact is mapped over the surface",
            withDefault("radius_nm", Quantity.of(Unit.NANOMETRE, POSITIVE), "20", "Radius"),
            withDefault("load_nN", Quantity.of(Unit.NANONEWTON, NON_NEGATIVE), "400", "Normal force"),
            withDefault(
                    "youngs_modulus_GPa", Quantity.of(Unit.GIGAPASCAL, POSITIVE), "168", "Young's modulus; platinum"),
            withDefault(
                    "poisson_ratio", Quantity.of(Unit.NONE, Bounds.open(0, 0.5)), "0.38", "Poisson's ratio; platinum"),
            withDefault(
                    "work_of_adhesion_J_per_m2",
                    Quantity.of(Unit.JOULE_PER_SQUARE_METRE, NON_NEGATIVE),
                    "0.5",
                    "Sets the pull-off force"));

    private static final Section PROTOCOL = Section.of(
            "protocol",
            "The current ramp that defines a critical current density",
            withDefault("start_mA_per_cm2", current(), "0.1", "First current"),
            withDefault("step_mA_per_cm2", current(), "0.1", "Raised by this after each half cycle"),
            withDefault("maximum_mA_per_cm2", current(), "10", "Last current"),
            withDefault(
                    "capacity_per_step_mAh_per_cm2",
                    Quantity.of(Unit.MILLIAMPERE_HOUR_PER_SQUARE_CENTIMETRE, POSITIVE),
                    "0.1",
                    "Lithium moved in each half cycle"));

    private static final Section STATISTICS = Section.of(
            "statistics",
            "Draws per structure and summary of the population",
            withDefault("flaw_draws", new Whole(1, 100_000), "4", "Flaw populations per structure"),
            withDefault(
                    "prior_draws",
                    new Whole(0, 100_000),
                    "4",
                    "Draws from the study's distributions per structure, beside the nominal one; 1 with dimension: 3,"
                            + " where each draw of an interface is a solution of its own"),
            optional(
                    "compare_dimensions",
                    new Flag(),
                    "With dimension: 3, whether each volume is given a plane structure of the same statistics and the"
                            + " ratio of their hot spots is reported; true when not given"),
            withDefault("bootstrap_resamples", new Whole(100, 1_000_000), "2000", "Resamples for an interval")
                    .notHashed(),
            withDefault(
                            "failure_quota_percent",
                            Quantity.of(Unit.PERCENT, Bounds.closed(0, 100)),
                            "5",
                            "Share of failed realizations that is tolerated")
                    .notHashed(),
            withDefault(
                            "target_area_cm2",
                            Quantity.of(Unit.SQUARE_CENTIMETRE, POSITIVE),
                            "1",
                            "Area to which the patch's result is extrapolated, if its tail allows")
                    .notHashed());

    private static final Section NUMERICS = Section.of(
            "numerics",
            "Mesh sizes, and how many realizations get more than numbers",
            withDefault(
                    "foot_element_nm",
                    Quantity.of(Unit.NANOMETRE, POSITIVE),
                    "20",
                    "Element size where a boundary meets an electrode; 350 with dimension: 3"),
            optional(
                    "hot_spot_element_nm",
                    Quantity.of(Unit.NANOMETRE, POSITIVE),
                    "With dimension: 3, element size where a first solution finds the current large, 60 unless given;"
                            + " as much as foot_element_nm does without the first solution"),
            withDefault(
                    "electrode_element_um",
                    Quantity.of(Unit.MICROMETRE, POSITIVE),
                    "0.55",
                    "Largest along electrodes; 4 with dimension: 3"),
            withDefault(
                    "interior_element_um",
                    Quantity.of(Unit.MICROMETRE, POSITIVE),
                    "0.85",
                    "Largest inside; 8 with dimension: 3"),
            withDefault(
                    "growth",
                    Quantity.of(Unit.NONE, Bounds.open(0, 1)),
                    "0.3",
                    "Growth of the element size over the distance from the foot; 0.65 with dimension: 3"),
            withDefault(
                    "convergence_samples",
                    new Whole(0, 1000),
                    "2",
                    "Realizations solved on three meshes; 1 with dimension: 3"),
            withDefault(
                    "fields",
                    new Whole(0, 1000),
                    "1",
                    "Realizations whose potential is written for viewing, for the first four designs"),
            withDefault(
                    "reduction_tolerance",
                    Quantity.of(Unit.NONE, Bounds.closed(0, 0.1)),
                    "0.015",
                    "Largest estimated error of the local current, over the mean, for which one of many designs is"
                            + " answered by a reduced model; 0 solves all in full, as volumes always are"));

    /** A study file. */
    static final Section STUDY = Section.of(
            "study",
            "A study of interlayer designs on a population of grain structures",
            required("study", Text.NAME, "Name").notHashed(),
            optional("description", Text.ANY, "What it is for").notHashed(),
            required("seed", new Whole(Long.MIN_VALUE, Long.MAX_VALUE), "Seed of all random streams"),
            required("realizations", new Whole(1, 10_000_000), "Number of structures")
                    .notHashed(),
            withDefault(
                    "temperature_C",
                    Quantity.of(Unit.CELSIUS, Bounds.closed(-100, 180)),
                    "25",
                    "Temperature; lithium melts at 180.5 °C"),
            required("microstructure", MICROSTRUCTURE, "The population of grain structures"),
            required("electrolyte", new Material(MaterialSchema.ELECTROLYTE), "The ceramic"),
            withDefault("lithium", new Material(MaterialSchema.LITHIUM), "{}", "Lithium metal"),
            required("designs", new Items(DESIGN, 1), "Interface designs, all computed on the same structures"),
            withDefault("contact", CONTACT, "{model: intimate}", "Contact of lithium with what it touches"),
            withDefault("tip", TIP, "{}", "Conductive tip whose contact is mapped over the surface"),
            withDefault("fracture", FractureSchema.FRACTURE, "{}", "Priors of the fracture check"),
            withDefault("protocol", PROTOCOL, "{}", "The current ramp"),
            withDefault("statistics", STATISTICS, "{}", "Draws per structure and summary of the population"),
            withDefault("numerics", NUMERICS, "{}", "Mesh sizes and outputs"),
            optional("observations", new Material(MaterialSchema.OBSERVATIONS), "Published values to overlay")
                    .notHashed());

    private StudySchema() {}

    /** JSON Schema (draft 2020-12) of a study file, for editors. */
    public static String json() {
        return JsonSchema.of(STUDY);
    }

    /** JSON Schema of a material or observations file. */
    public static String json(MaterialKind kind) {
        return JsonSchema.of(kind.section());
    }

    /** Files that a study may name. */
    public enum MaterialKind {
        ELECTROLYTE(MaterialSchema.ELECTROLYTE),
        LITHIUM(MaterialSchema.LITHIUM),
        INTERLAYER(MaterialSchema.INTERLAYER_MATERIAL),
        OBSERVATIONS(MaterialSchema.OBSERVATIONS);

        private final Section section;

        MaterialKind(Section section) {
            this.section = section;
        }

        private Section section() {
            return section;
        }
    }

    private static Quantity current() {
        return Quantity.of(Unit.MILLIAMPERE_PER_SQUARE_CENTIMETRE, POSITIVE);
    }
}
