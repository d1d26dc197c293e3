package org.grainflux.study.config;

import static org.grainflux.study.config.schema.Bounds.NON_NEGATIVE;
import static org.grainflux.study.config.schema.Bounds.POSITIVE;
import static org.grainflux.study.config.schema.Key.optional;
import static org.grainflux.study.config.schema.Key.required;
import static org.grainflux.study.config.schema.Key.withDefault;

import org.grainflux.study.config.schema.Bounds;
import org.grainflux.study.config.schema.Key;
import org.grainflux.study.config.schema.Type.Choice;
import org.grainflux.study.config.schema.Type.Items;
import org.grainflux.study.config.schema.Type.Quantity;
import org.grainflux.study.config.schema.Type.Section;
import org.grainflux.study.config.schema.Type.Text;
import org.grainflux.study.config.schema.Unit;

/** The keys of material files: every value has a source or says why it is assumed. */
final class MaterialSchema {
    /** ν of a stable isotropic solid that does not fatten when pulled. */
    private static final Bounds POISSON_RATIO = Bounds.open(0, 0.5);

    private static final Key NAME =
            required("name", Text.ANY, "What this is, for the report").notHashed();

    static final Section FLAWS = Section.of(
            "flaws",
            "Flaws of the ceramic's surface, a marked Poisson process; counts are means per site",
            withDefault(
                    "count_per_foot",
                    sourced(Unit.NONE, NON_NEGATIVE),
                    "{value: 1, assumed: one flaw where a grain boundary meets the electrode}",
                    "Flaws per foot of a boundary on the electrode"),
            withDefault(
                    "boundary_density_per_mm",
                    sourced(Unit.PER_MILLIMETRE, NON_NEGATIVE),
                    "{value: 0, assumed: flaws sit at the feet only}",
                    "Flaws per length of boundary"),
            withDefault(
                    "count_per_triple_junction",
                    sourced(Unit.NONE, NON_NEGATIVE),
                    "{value: 0, assumed: flaws sit at the feet only}",
                    "Flaws per triple junction"),
            withDefault(
                    "count_per_grain",
                    sourced(Unit.NONE, NON_NEGATIVE),
                    "{value: 0, assumed: flaws sit at the feet only}",
                    "Flaws per grain"),
            withDefault(
                    "size_um",
                    sourced(Unit.MICROMETRE, POSITIVE).orDistribution().orPareto(),
                    "{value: {median: 2.1, sigma_ln: 1.0}, assumed: 'published flaw sizes span 0.3 to 15 um; the"
                            + " dominant unknown'}",
                    "Depth of a flaw"),
            withDefault(
                    "opening_nm",
                    sourced(Unit.NANOMETRE, POSITIVE).orDistribution(),
                    "{value: {low: 5, high: 500, distribution: log_uniform}, assumed: 'from the width of a grain"
                            + " boundary to that of a scratch'}",
                    "Width of a flaw's mouth"),
            withDefault(
                    "placement",
                    Choice.of("boundaries", "uniform"),
                    "boundaries",
                    "On the boundaries, or the same flaws anywhere: isolates what their correlation does"));

    static final Section ELECTROLYTE = Section.of(
                    "electrolyte",
                    "The ceramic: conductivities, elastic constants, toughness, flaws",
                    NAME,
                    required(
                            "grain_conductivity_S_per_cm",
                            sourced(Unit.SIEMENS_PER_CENTIMETRE, POSITIVE).orDistribution(),
                            "Ionic conductivity of the grains at the reference temperature"),
                    withDefault(
                            "anisotropy_ratio",
                            sourced(Unit.NONE, POSITIVE),
                            "{value: 1, assumed: cubic crystals conduct isotropically}",
                            "Grain conductivity along one crystal axis over that across it"),
                    optional(
                            "grain_boundary_conductivity_S_per_cm",
                            sourced(Unit.SIEMENS_PER_CENTIMETRE, POSITIVE).orDistribution(),
                            "Conductivity across a boundary of the stated thickness"),
                    optional(
                            "grain_boundary_resistance_ohm_cm2",
                            sourced(Unit.OHM_SQUARE_CENTIMETRE, POSITIVE).orDistribution(),
                            "Area-specific resistance of one boundary"),
                    required(
                            "grain_boundary_thickness_nm",
                            sourced(Unit.NANOMETRE, POSITIVE),
                            "Thickness of a boundary; never meshed"),
                    withDefault(
                            "grain_boundary_tangential_conductivity_S_per_cm",
                            sourced(Unit.SIEMENS_PER_CENTIMETRE, NON_NEGATIVE),
                            "{value: 0, assumed: no conduction along boundaries}",
                            "Conductivity along a boundary; 0 switches it off"),
                    withDefault(
                            "reference_temperature_C",
                            sourced(Unit.CELSIUS, Bounds.closed(-100, 1000)),
                            "{value: 25, assumed: room temperature}",
                            "Temperature of the stated conductivities"),
                    withDefault(
                            "grain_activation_energy_eV",
                            sourced(Unit.ELECTRONVOLT, NON_NEGATIVE),
                            "{value: 0.28, source: 'Heo 2021, bulk of doped LLZO'}",
                            "Activation energy of the grain conductivity"),
                    withDefault(
                            "grain_boundary_activation_energy_eV",
                            sourced(Unit.ELECTRONVOLT, NON_NEGATIVE),
                            "{value: 0.52, source: 'Heo 2021, grain boundaries of doped LLZO'}",
                            "Activation energy of the grain-boundary conductance"),
                    required("youngs_modulus_GPa", sourced(Unit.GIGAPASCAL, POSITIVE), "Young's modulus of the grains"),
                    required(
                            "grain_boundary_youngs_modulus_GPa",
                            sourced(Unit.GIGAPASCAL, POSITIVE),
                            "Young's modulus of the boundary zone"),
                    required("poisson_ratio", sourced(Unit.NONE, POISSON_RATIO), "Poisson's ratio"),
                    withDefault(
                            "zener_ratio",
                            sourced(Unit.NONE, POSITIVE),
                            "{value: 1, assumed: elastically isotropic grains}",
                            "2 C44/(C11 - C12) of the cubic grains"),
                    required(
                            "hardness_GPa",
                            sourced(Unit.GIGAPASCAL, POSITIVE).orDistribution(),
                            "Indentation hardness"),
                    required(
                            "fracture_toughness_MPa_sqrt_m",
                            sourced(Unit.MEGAPASCAL_ROOT_METRE, POSITIVE).orDistribution(),
                            "Fracture toughness through grains"),
                    required(
                            "grain_boundary_fracture_toughness_MPa_sqrt_m",
                            sourced(Unit.MEGAPASCAL_ROOT_METRE, POSITIVE).orDistribution(),
                            "Fracture toughness along boundaries"),
                    withDefault("flaws", FLAWS, "{}", "Flaws of the surface"))
            .oneOf("grain_boundary_conductivity_S_per_cm", "grain_boundary_resistance_ohm_cm2");

    static final Section INTERLAYER_MATERIAL = Section.of(
            "interlayer-material",
            "An ion-conducting layer without grain boundaries",
            NAME,
            optional(
                    "conductivity_S_per_cm",
                    sourced(Unit.SIEMENS_PER_CENTIMETRE, POSITIVE).orDistribution(),
                    "Ionic conductivity"),
            optional(
                    "charge_transfer_lithium_ohm_cm2",
                    sourced(Unit.OHM_SQUARE_CENTIMETRE, NON_NEGATIVE).orDistribution(),
                    "Charge-transfer resistance at lithium|layer"),
            optional(
                    "charge_transfer_electrolyte_ohm_cm2",
                    sourced(Unit.OHM_SQUARE_CENTIMETRE, NON_NEGATIVE).orDistribution(),
                    "Charge-transfer resistance at layer|ceramic"),
            optional(
                    "transference_number",
                    sourced(Unit.NONE, Bounds.openClosed(0, 1)).orDistribution(),
                    "Share of the current that lithium ions carry; 1 for a single-ion conductor"));

    static final Section LITHIUM = Section.of(
            "lithium",
            "Lithium metal",
            withDefault("name", Text.ANY, "lithium metal", "What this is, for the report")
                    .notHashed(),
            withDefault(
                    "molar_volume_cm3_per_mol",
                    sourced(Unit.CUBIC_CENTIMETRE_PER_MOLE, POSITIVE),
                    "{value: 13.0, assumed: 'handbook density 0.534 g/cm3 and molar mass 6.94 g/mol'}",
                    "Molar volume"),
            withDefault(
                    "youngs_modulus_GPa",
                    sourced(Unit.GIGAPASCAL, POSITIVE),
                    "{value: 7.8, assumed: handbook value for polycrystalline lithium at room temperature}",
                    "Young's modulus"),
            withDefault(
                    "poisson_ratio",
                    sourced(Unit.NONE, POISSON_RATIO),
                    "{value: 0.38, assumed: handbook value for polycrystalline lithium at room temperature}",
                    "Poisson's ratio"),
            withDefault(
                    "yield_stress_MPa",
                    sourced(Unit.MEGAPASCAL, POSITIVE),
                    "{value: 0.8, assumed: 'upper end of 0.73 to 0.81 MPa reported for bulk lithium in tension'}",
                    "Yield stress of a macroscopic piece"),
            withDefault(
                    "confined_yield_stress_MPa",
                    sourced(Unit.MEGAPASCAL, POSITIVE),
                    "{value: 105, source: 'Xu 2017, PNAS 114, 57, pillars of 1 um'}",
                    "Yield stress at the reference width"),
            withDefault(
                    "confined_reference_width_um",
                    sourced(Unit.MICROMETRE, POSITIVE),
                    "{value: 1, source: 'Xu 2017, PNAS 114, 57, pillars of 1 um'}",
                    "Width at which lithium has its confined yield stress"),
            withDefault(
                    "confined_yield_exponent",
                    sourced(Unit.NONE, Bounds.closed(-2, 0)),
                    "{value: -0.68, source: 'Xu 2017, PNAS 114, 57'}",
                    "Power of the width in the confined yield stress"));

    static final Section OBSERVATIONS = Section.of(
            "observations",
            "Published critical current densities to compare with",
            NAME,
            required(
                    "values",
                    new Items(
                            Section.of(
                                    "observation",
                                    "One published value",
                                    required("design", Text.NAME, "Name under which designs refer to it"),
                                    withDefault(
                                            "bound",
                                            Choice.of("exact", "upper", "lower"),
                                            "exact",
                                            "upper: the true value is below; lower: it is above"),
                                    required(
                                            "critical_current_density_mA_per_cm2",
                                            sourced(Unit.MILLIAMPERE_PER_SQUARE_CENTIMETRE, POSITIVE),
                                            "The published number")),
                            1),
                    "The published values"));

    private MaterialSchema() {}

    private static Quantity sourced(Unit unit, Bounds bounds) {
        return Quantity.of(unit, bounds).withSource();
    }
}
