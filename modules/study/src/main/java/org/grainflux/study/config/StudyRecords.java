package org.grainflux.study.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.BrickLattice;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.physics.elasticity.ElectrodeSupport;
import org.grainflux.study.config.schema.Amount;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Key;

/** The records of a checked study: every quantity in SI. */
final class StudyRecords {
    private final Checked study;
    private final double temperatureK;

    StudyRecords(Checked study) {
        this.study = study;
        this.temperatureK = study.si("temperature_C");
    }

    StudyConfig build(String resolvedYaml, String contentHash) {
        return new StudyConfig(
                study.text("study"),
                study.has("description") ? study.text("description") : "",
                study.whole("seed"),
                realizations(),
                microstructure(study.section("microstructure")),
                images(study.section("microstructure")),
                boundaryResistance(study.section("microstructure").section("boundary_resistance")),
                electrolyte(study.section("electrolyte")),
                lithium(study.section("lithium")),
                temperatureK,
                study.items("designs").stream().map(StudyRecords::design).toList(),
                contact(study.section("contact")),
                tip(study.section("tip")),
                fracture(study.section("fracture")),
                protocol(study.section("protocol")),
                statistics(study.section("statistics")),
                numerics(study.section("numerics")),
                study.has("observations") ? observations(study.section("observations")) : List.of(),
                sources(study),
                resolvedYaml,
                contentHash);
    }

    private int realizations() {
        return (int) study.whole("realizations");
    }

    static MicrostructureSpec microstructure(Checked m) {
        int dimension = (int) m.whole("dimension");
        return new MicrostructureSpec(
                dimension,
                dimension == 2
                        ? new double[] {m.si("width_um"), m.si("height_um")}
                        : new double[] {m.si("width_um"), m.si("depth_um"), m.si("height_um")},
                m.si("grain_size_um"),
                word(Seeding.class, m.text("seeding")),
                m.has("hard_core_ratio") ? m.si("hard_core_ratio") : 0,
                (int) m.whole("lloyd_steps"),
                m.has("size_sigma_ln") ? m.si("size_sigma_ln") : 0,
                m.si("collapse_ratio"),
                m.si("electrode_collapse_ratio"),
                m.has("lattice") ? lattice(dimension, m.section("lattice")) : null);
    }

    private static BrickLattice lattice(int dimension, Checked l) {
        return new BrickLattice(
                word(BrickLattice.Shape.class, l.text("shape")),
                (int) l.whole("columns"),
                dimension == 3 ? (int) BrickRules.depthColumns(l) : 0,
                (int) l.whole("rows"),
                l.has("shift_ratio") ? l.si("shift_ratio") : 0,
                l.si("lean_deg"));
    }

    private static List<ImageConfig> images(Checked m) {
        return m.items("images").stream()
                .map(image -> new ImageConfig(image.text("file"), image.text("sha256"), m.flag("periodic")))
                .toList();
    }

    private static BoundaryResistanceConfig boundaryResistance(Checked b) {
        return new BoundaryResistanceConfig(
                word(BoundaryResistanceConfig.Model.class, b.text("model")),
                b.has("sigma_ln") ? b.si("sigma_ln") : 0,
                b.has("low_angle_deg") ? b.si("low_angle_deg") : 0,
                b.has("low_angle_ratio") ? b.si("low_angle_ratio") : 1,
                b.si("total_conductivity_S_per_cm"));
    }

    ElectrolyteConfig electrolyte(Checked e) {
        double referenceK = e.si("reference_temperature_C");
        double grainEnergyJ = e.si("grain_activation_energy_eV");
        double boundaryEnergyJ = e.si("grain_boundary_activation_energy_eV");
        double thicknessM = e.si("grain_boundary_thickness_nm");
        ScalarDistribution boundaryResistance = e.has("grain_boundary_resistance_ohm_cm2")
                ? e.distribution("grain_boundary_resistance_ohm_cm2")
                : thicknessOver(thicknessM, e.distribution("grain_boundary_conductivity_S_per_cm"));
        return new ElectrolyteConfig(
                e.text("name"),
                times(e.distribution("grain_conductivity_S_per_cm"), arrhenius(grainEnergyJ, referenceK)),
                e.si("anisotropy_ratio"),
                times(boundaryResistance, 1 / arrhenius(boundaryEnergyJ, referenceK)),
                thicknessM,
                e.si("grain_boundary_tangential_conductivity_S_per_cm") * arrhenius(boundaryEnergyJ, referenceK),
                grainEnergyJ,
                boundaryEnergyJ,
                e.si("youngs_modulus_GPa"),
                e.si("grain_boundary_youngs_modulus_GPa"),
                e.si("poisson_ratio"),
                e.si("zener_ratio"),
                e.distribution("hardness_GPa"),
                e.distribution("fracture_toughness_MPa_sqrt_m"),
                e.distribution("grain_boundary_fracture_toughness_MPa_sqrt_m"),
                flaws(e.section("flaws")));
    }

    /** Conductivity at the study's temperature over that at the reference: exp[-E_a/k (1/T - 1/T_ref)]. */
    private double arrhenius(double energyJ, double referenceK) {
        return Math.exp(-energyJ / PhysicalConstants.BOLTZMANN_J_PER_K * (1 / temperatureK - 1 / referenceK));
    }

    private static ScalarDistribution times(ScalarDistribution value, double factor) {
        // A resistance of zero stays fixed; scaling by one would change nothing but the last bit.
        return factor == 1 ? value : value.scaled(factor);
    }

    /** R = δ/σ. */
    private static ScalarDistribution thicknessOver(double thicknessM, ScalarDistribution conductivitySPerM) {
        if (conductivitySPerM instanceof ScalarDistribution.LogNormal s) {
            return new ScalarDistribution.LogNormal(thicknessM / s.median(), s.sigmaLn());
        }
        if (conductivitySPerM instanceof ScalarDistribution.LogUniform s) {
            return new ScalarDistribution.LogUniform(thicknessM / s.high(), thicknessM / s.low());
        }
        return ScalarDistribution.fixed(thicknessM / conductivitySPerM.median());
    }

    private static FlawConfig flaws(Checked f) {
        return new FlawConfig(
                f.si("count_per_foot"),
                f.si("boundary_density_per_mm"),
                f.si("count_per_triple_junction"),
                f.si("count_per_grain"),
                f.distribution("size_um"),
                f.distribution("opening_nm"),
                f.text("placement").equals("boundaries"));
    }

    static LithiumConfig lithium(Checked l) {
        return new LithiumConfig(
                l.text("name"),
                l.si("molar_volume_cm3_per_mol"),
                l.si("youngs_modulus_GPa"),
                l.si("poisson_ratio"),
                l.si("yield_stress_MPa"),
                l.si("confined_yield_stress_MPa"),
                l.si("confined_reference_width_um"),
                l.si("confined_yield_exponent"));
    }

    private static DesignConfig design(Checked d) {
        String name = d.text("name");
        Checked contact = d.section("interface");
        return new DesignConfig(
                name,
                d.has("label") ? d.text("label") : name,
                word(DesignConfig.Kind.class, d.text("kind")),
                contact == null
                        ? ScalarDistribution.fixed(0)
                        : contact.distribution("area_specific_resistance_ohm_cm2"),
                d.has("interlayer") ? interlayer(d.section("interlayer")) : null,
                d.has("observed") ? d.text("observed") : name,
                d.section("mechanics") == null ? MechanicsConfig.OF_THE_STUDY : mechanics(d.section("mechanics")));
    }

    private static MechanicsConfig mechanics(Checked m) {
        return new MechanicsConfig(
                orNull(m, "stack_pressure_MPa"),
                orNull(m, "in_plane_compression_MPa"),
                orNull(m, "fracture_toughness_MPa_sqrt_m"),
                orNull(m, "grain_boundary_fracture_toughness_MPa_sqrt_m"),
                orNull(m, "flaw_size_um"),
                orNull(m, "flaw_opening_nm"),
                orNull(m, "flaws_per_foot"));
    }

    private static ScalarDistribution orNull(Checked section, String key) {
        return section.has(key) ? section.distribution(key) : null;
    }

    private static InterlayerConfig interlayer(Checked i) {
        Checked material = i.section("material");
        return new InterlayerConfig(
                material == null ? "" : material.text("name"),
                i.distribution("thickness_um"),
                i.distribution("conductivity_S_per_cm"),
                i.distribution("charge_transfer_lithium_ohm_cm2"),
                i.distribution("charge_transfer_electrolyte_ohm_cm2"),
                i.distribution("transference_number"),
                word(InterlayerConfig.Sides.class, i.text("sides")));
    }

    private static ContactConfig contact(Checked c) {
        return new ContactConfig(
                word(ContactConfig.Model.class, c.text("model")),
                c.distribution("stack_pressure_MPa"),
                c.has("hardness_factor") ? c.si("hardness_factor") : 0,
                c.has("floor_fraction") ? c.si("floor_fraction") : 1,
                c.has("spot_period_um") ? c.si("spot_period_um") : 0);
    }

    static TipConfig tip(Checked t) {
        return new TipConfig(
                t.si("radius_nm"),
                t.si("load_nN"),
                t.si("youngs_modulus_GPa"),
                t.si("poisson_ratio"),
                t.si("work_of_adhesion_J_per_m2"));
    }

    private FractureConfig fracture(Checked f) {
        Checked extension = f.section("extension");
        Checked coupled = f.section("coupled");
        return new FractureConfig(
                f.distribution("geometry_factor"),
                f.distribution("in_plane_compression_MPa"),
                f.distribution("stripping_current_mA_per_cm2"),
                f.si("confinement_fraction"),
                new ExtensionConfig(
                        (int) Math.min(realizations(), extension.whole("realizations")),
                        extension.si("step_um"),
                        (int) extension.whole("step_limit"),
                        extension.si("element_um")),
                new CouplingConfig(
                        (int) Math.min(realizations(), coupled.whole("realizations")),
                        word(ElectrodeSupport.class, coupled.text("electrodes"))));
    }

    private static ProtocolConfig protocol(Checked p) {
        return new ProtocolConfig(
                p.si("start_mA_per_cm2"),
                p.si("step_mA_per_cm2"),
                p.si("maximum_mA_per_cm2"),
                p.si("capacity_per_step_mAh_per_cm2"));
    }

    private static StatisticsConfig statistics(Checked s) {
        return new StatisticsConfig(
                (int) s.whole("flaw_draws"),
                (int) s.whole("prior_draws"),
                s.flag("compare_dimensions"),
                (int) s.whole("bootstrap_resamples"),
                s.si("failure_quota_percent"),
                s.si("target_area_cm2"));
    }

    private NumericsConfig numerics(Checked n) {
        return new NumericsConfig(
                n.si("foot_element_nm"),
                n.has("hot_spot_element_nm") ? n.si("hot_spot_element_nm") : 0,
                n.si("electrode_element_um"),
                n.si("interior_element_um"),
                n.si("growth"),
                (int) Math.min(realizations(), n.whole("convergence_samples")),
                (int) Math.min(realizations(), n.whole("fields")),
                n.si("reduction_tolerance"));
    }

    private static List<ObservationConfig> observations(Checked o) {
        return o.items("values").stream()
                .map(value -> new ObservationConfig(
                        value.text("design"),
                        word(ObservationConfig.Bound.class, value.text("bound")),
                        value.si("critical_current_density_mA_per_cm2"),
                        value.amount("critical_current_density_mA_per_cm2")
                                .provenance()
                                .text()))
                .toList();
    }

    static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    /** Where each value of a checked study comes from, in the order of its keys. */
    static List<ValueSource> sources(Checked study) {
        Map<String, ValueSource> sources = new LinkedHashMap<>();
        collectSources(study, "", sources);
        return List.copyOf(sources.values());
    }

    private static void collectSources(Checked section, String path, Map<String, ValueSource> sources) {
        for (Key key : section.section().keys()) {
            String keyPath = path.isEmpty() ? key.name() : path + "." + key.name();
            Object value = section.value(key.name());
            if (value instanceof Amount amount && amount.provenance() != null) {
                // Many designs use one material: name the value after the material, once.
                String named = key.fallback() == null
                        ? keyPath
                        : "interlayer." + section.section(key.fallback()).text("name") + "." + key.name();
                sources.putIfAbsent(
                        named,
                        new ValueSource(
                                named,
                                amount.describe(),
                                amount.unit().symbol(),
                                amount.provenance().assumed(),
                                amount.provenance().text()));
            } else if (value instanceof Checked nested && nested.section() != MaterialSchema.INTERLAYER_MATERIAL) {
                // Of a layer's material only what a design takes from it counts.
                collectSources(nested, keyPath, sources);
            } else if (value instanceof Checked.CheckedItems list) {
                for (Checked item : list.items()) {
                    String name = item.text("name") != null ? item.text("name") : item.text("design");
                    collectSources(item, keyPath + "." + name, sources);
                }
            }
        }
    }
}
