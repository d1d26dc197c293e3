package org.grainflux.study.config;

import static org.grainflux.study.config.schema.Bounds.NON_NEGATIVE;
import static org.grainflux.study.config.schema.Bounds.POSITIVE;
import static org.grainflux.study.config.schema.Key.optional;
import static org.grainflux.study.config.schema.Key.withDefault;

import org.grainflux.study.config.schema.Bounds;
import org.grainflux.study.config.schema.Type.Choice;
import org.grainflux.study.config.schema.Type.Quantity;
import org.grainflux.study.config.schema.Type.Section;
import org.grainflux.study.config.schema.Type.Whole;
import org.grainflux.study.config.schema.Unit;

/** Keys of a study that say what presses and resists cracks, and how many realizations get a field of stress. */
final class FractureSchema {
    private static final Section EXTENSION = Section.of(
            "extension",
            "Cracks that are followed with the solved stress, from one flaw of each electrode; plane structures only",
            withDefault(
                    "realizations",
                    new Whole(0, 10_000_000),
                    "0",
                    "Realizations whose cracks are followed, under every design"),
            withDefault(
                    "step_um",
                    Quantity.of(Unit.MICROMETRE, POSITIVE),
                    "3.3",
                    "How far a crack opens before it is asked again"),
            withDefault("step_limit", new Whole(1, 10_000), "200", "Most steps of one crack"),
            withDefault(
                    "element_um",
                    Quantity.of(Unit.MICROMETRE, POSITIVE),
                    "0.3",
                    "Element size along boundaries; stress intensity comes from rings of a few elements"));

    private static final Section COUPLED = Section.of(
            "coupled",
            "Flux, contact and stress brought to agree with each other; plane structures without an ionic layer only",
            withDefault(
                    "realizations", new Whole(0, 10_000_000), "0", "Realizations that are coupled, under every design"),
            withDefault(
                    "electrodes",
                    Choice.of("soft", "rigid"),
                    "soft",
                    "soft: lithium hands the stack pressure on as it is; rigid: flat parallel plates"));

    static final Section FRACTURE = Section.of(
            "fracture",
            "Priors of the fracture check, and how many realizations are followed with a stress field",
            withDefault(
                    "geometry_factor",
                    Quantity.of(Unit.NONE, POSITIVE).orDistribution(),
                    "1.12",
                    "Y of K = Y p sqrt(pi c); 1.12 is an edge crack, 0.637 a penny"),
            withDefault(
                    "in_plane_compression_MPa",
                    Quantity.of(Unit.MEGAPASCAL, NON_NEGATIVE).orDistribution(),
                    "0",
                    "Residual or applied compression across a flaw"),
            withDefault(
                    "stripping_current_mA_per_cm2",
                    Quantity.of(Unit.MILLIAMPERE_PER_SQUARE_CENTIMETRE, POSITIVE)
                            .orDistribution(),
                    "{low: 0.1, high: 0.28, distribution: log_uniform}",
                    "Current at which voids form where lithium touches the ceramic without stack pressure; calibrated"),
            withDefault(
                    "confinement_fraction",
                    Quantity.of(Unit.FRACTION, Bounds.closed(0, 1)),
                    "0",
                    "0 with free sides, 1 without lateral strain: how much of the stack pressure closes a crack"),
            withDefault("extension", EXTENSION, "{}", "Cracks that are followed with the solved stress"),
            withDefault("coupled", COUPLED, "{}", "Flux, contact and stress that agree with each other"));

    static final Section MECHANICS = Section.of(
            "mechanics",
            "What presses and resists cracks under this design, where it differs from the rest of the study",
            optional(
                    "stack_pressure_MPa",
                    Quantity.of(Unit.MEGAPASCAL, NON_NEGATIVE).orDistribution().orAxis("p", "MPa"),
                    "In place of contact.stack_pressure_MPa"),
            optional(
                    "in_plane_compression_MPa",
                    Quantity.of(Unit.MEGAPASCAL, NON_NEGATIVE).orDistribution().orAxis("c", "MPa"),
                    "In place of fracture.in_plane_compression_MPa: residual or applied"),
            optional(
                    "fracture_toughness_MPa_sqrt_m",
                    Quantity.of(Unit.MEGAPASCAL_ROOT_METRE, POSITIVE)
                            .orDistribution()
                            .orAxis("kg", ""),
                    "In place of the electrolyte's, through grains"),
            optional(
                    "grain_boundary_fracture_toughness_MPa_sqrt_m",
                    Quantity.of(Unit.MEGAPASCAL_ROOT_METRE, POSITIVE)
                            .orDistribution()
                            .orAxis("kb", ""),
                    "In place of the electrolyte's, along boundaries"),
            optional(
                    "flaw_size_um",
                    Quantity.of(Unit.MICROMETRE, POSITIVE).orPareto().orAxis("fs", "um"),
                    "In place of electrolyte.flaws.size_um"),
            optional(
                    "flaw_opening_nm",
                    Quantity.of(Unit.NANOMETRE, POSITIVE).orDistribution().orAxis("fo", "nm"),
                    "In place of electrolyte.flaws.opening_nm"),
            optional(
                    "flaws_per_foot",
                    Quantity.of(Unit.NONE, NON_NEGATIVE).orAxis("fn", ""),
                    "In place of electrolyte.flaws.count_per_foot"));

    private FractureSchema() {}
}
