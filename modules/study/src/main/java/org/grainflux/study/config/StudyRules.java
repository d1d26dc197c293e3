package org.grainflux.study.config;

import java.util.Set;
import java.util.TreeSet;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Numbers;
import org.grainflux.study.config.schema.Problems;

/** What must hold between several values of a study. A value that was refused already is NaN here and breaks no rule. */
final class StudyRules {
    private static final String MICROMETRES = " µm";

    private final Checked study;
    private final Problems problems;

    StudyRules(Checked study, Problems problems) {
        this.study = study;
        this.problems = problems;
    }

    void check() {
        Checked microstructure = study.section("microstructure");
        if (microstructure != null) {
            geometry(microstructure);
            meshSizes(microstructure);
            if (ImageRules.areImages(microstructure)) {
                new ImageRules(study, problems).check(microstructure);
            }
            if (BrickRules.areBricks(microstructure)) {
                new BrickRules(study, problems).check(microstructure);
            }
            new VolumeRules(study, problems).check(microstructure);
        }
        study.items("designs").forEach(this::interfaceOfKind);
        study.items("designs").forEach(this::observation);
        stackPressures();
        softerBoundaries();
        Checked electrolyte = study.section("electrolyte");
        if (electrolyte != null) {
            electrolyte(electrolyte, microstructure);
        }
        protocol();
    }

    private void geometry(Checked m) {
        double grain = m.number("grain_size_um");
        double width = m.number("width_um");
        if (grain > width) {
            add(
                    m,
                    "grain_size_um",
                    "got " + um(grain) + ", larger than the cell of width_um: " + um(width)
                            + "; make the cell at least " + um(4 * grain) + " wide");
        } else if (width < 4 * grain && !ImageRules.areImages(m) && !BrickRules.areBricks(m)) {
            add(
                    m,
                    "width_um",
                    "got " + um(width) + "; a periodic width must be at least 4 grain sizes, here " + um(4 * grain)
                            + ", or a grain becomes its own neighbour");
        }
        double height = m.number("height_um");
        if (height < grain) {
            add(
                    m,
                    "height_um",
                    "got " + um(height) + "; the electrolyte must be at least one grain thick, here " + um(grain));
        }
        Checked contact = study.section("contact");
        if (contact != null && contact.number("spot_period_um") > m.number("width_um")) {
            add(
                    contact,
                    "spot_period_um",
                    "got " + um(contact.number("spot_period_um")) + "; must not exceed microstructure.width_um, here "
                            + um(m.number("width_um")));
        }
    }

    private void meshSizes(Checked m) {
        Checked numerics = study.section("numerics");
        if (numerics == null) {
            return;
        }
        double grainM = m.si("grain_size_um");
        double footM = numerics.si("foot_element_nm");
        double electrodeM = numerics.si("electrode_element_um");
        double interiorM = numerics.si("interior_element_um");
        if (footM > grainM) {
            add(
                    numerics,
                    "foot_element_nm",
                    "got " + Numbers.brief(numerics.number("foot_element_nm"))
                            + " nm; must not exceed the grain size, here " + um(m.number("grain_size_um")));
        } else if (electrodeM < footM) {
            add(
                    numerics,
                    "electrode_element_um",
                    "got " + um(numerics.number("electrode_element_um"))
                            + "; must not be below foot_element_nm, here "
                            + Numbers.brief(numerics.number("foot_element_nm")) + " nm");
        }
        if (interiorM < electrodeM) {
            add(
                    numerics,
                    "interior_element_um",
                    "got " + um(numerics.number("interior_element_um"))
                            + "; must not be below electrode_element_um, here "
                            + um(numerics.number("electrode_element_um")));
        } else if (interiorM > grainM) {
            add(
                    numerics,
                    "interior_element_um",
                    "got " + um(numerics.number("interior_element_um")) + "; must not exceed the grain size, here "
                            + um(m.number("grain_size_um")));
        }
    }

    private void interfaceOfKind(Checked design) {
        String kind = design.text("kind");
        if (kind == null) {
            return;
        }
        boolean given = design.has("interface");
        Checked interlayer = design.section("interlayer");
        if (!kind.equals("ionic_layer")) {
            if (!given && !design.isRefused("interface")) {
                add(
                        design,
                        "interface",
                        "missing; with kind: " + kind
                                + " must be {area_specific_resistance_ohm_cm2: a number >= 0, or a distribution}");
            }
        } else if (interlayer != null && interlayer.text("sides") != null) {
            boolean both = interlayer.text("sides").equals("both");
            if (both && given) {
                add(
                        design,
                        "interface",
                        "not used when the layer is on both sides: lithium meets the layer only;"
                                + " give interlayer.charge_transfer_lithium_ohm_cm2 and"
                                + " interlayer.charge_transfer_electrolyte_ohm_cm2 instead");
            } else if (!both && !given && !design.isRefused("interface")) {
                add(
                        design,
                        "interface",
                        "missing; with sides: " + interlayer.text("sides")
                                + " the other electrode needs {area_specific_resistance_ohm_cm2: ...}");
            }
        }
    }

    /** The mesh is fine at the edges of contact spots, and there is one mesh for all draws. */
    private void stackPressures() {
        Checked contact = study.section("contact");
        if (contact == null || !"rough".equals(contact.text("model"))) {
            return;
        }
        oneStackPressure(contact);
        for (Checked design : study.items("designs")) {
            if (design.section("mechanics") != null) {
                oneStackPressure(design.section("mechanics"));
            }
        }
    }

    private void oneStackPressure(Checked section) {
        String key = "stack_pressure_MPa";
        if (section.has(key) && !section.amount(key).laboratory().isFixed()) {
            add(
                    section,
                    key,
                    "got a distribution; with contact.model: rough the mesh follows the contact spots of one pressure:"
                            + " give one number, a list of them under a design's mechanics, or use model: intimate");
        }
    }

    /** Boundaries are springs that yield more than the grains in their place. */
    private void softerBoundaries() {
        Checked fracture = study.section("fracture");
        Checked electrolyte = study.section("electrolyte");
        if (fracture == null || electrolyte == null || !solvesStress(fracture)) {
            return;
        }
        String key = "grain_boundary_youngs_modulus_GPa";
        if (electrolyte.number(key) > electrolyte.number("youngs_modulus_GPa")) {
            add(
                    electrolyte,
                    key,
                    "got " + Numbers.brief(electrolyte.number(key))
                            + " GPa; with a stress field (fracture.extension or fracture.coupled) boundaries must not"
                            + " be stiffer than grains, here "
                            + Numbers.brief(electrolyte.number("youngs_modulus_GPa")) + " GPa");
        }
    }

    private static boolean solvesStress(Checked fracture) {
        for (String key : new String[] {"extension", "coupled"}) {
            Checked part = fracture.section(key);
            if (part != null && part.has("realizations") && part.whole("realizations") > 0) {
                return true;
            }
        }
        return false;
    }

    private void observation(Checked design) {
        String wanted = design.text("observed");
        if (wanted == null) {
            return;
        }
        Set<String> known = new TreeSet<>();
        if (study.section("observations") != null) {
            study.section("observations").items("values").forEach(value -> known.add(value.text("design")));
        }
        if (!known.contains(wanted)) {
            add(
                    design,
                    "observed",
                    "got " + wanted + "; must be one of the designs under observations: "
                            + (known.isEmpty() ? "(none given)" : String.join(", ", known)));
        }
    }

    private void electrolyte(Checked e, Checked microstructure) {
        if (e.has("grain_boundary_conductivity_S_per_cm")
                && e.amount("grain_boundary_conductivity_S_per_cm").laboratory()
                        instanceof ScalarDistribution.Uniform) {
            add(
                    e,
                    "grain_boundary_conductivity_S_per_cm",
                    "got a uniform distribution; its inverse, the resistance, is"
                            + " not uniform: use log_uniform, or give grain_boundary_resistance_ohm_cm2");
        }
        if (microstructure == null) {
            return;
        }
        if (e.si("grain_boundary_thickness_nm") > 0.01 * microstructure.si("grain_size_um")) {
            add(
                    e,
                    "grain_boundary_thickness_nm",
                    "got " + Numbers.brief(e.number("grain_boundary_thickness_nm"))
                            + " nm; must be below 1 % of the grain size, here "
                            + Numbers.brief(10 * microstructure.number("grain_size_um"))
                            + " nm: a boundary is computed as an interface without thickness");
        }
        Checked boundaries = microstructure.section("boundary_resistance");
        if (boundaries != null
                && boundaries.number("total_conductivity_S_per_cm") >= e.number("grain_conductivity_S_per_cm")) {
            add(
                    boundaries,
                    "total_conductivity_S_per_cm",
                    "got "
                            + Numbers.brief(boundaries.number("total_conductivity_S_per_cm"))
                            + " S/cm; must be below the grain conductivity, here "
                            + Numbers.brief(e.number("grain_conductivity_S_per_cm")) + " S/cm: boundaries only resist");
        }
    }

    private void protocol() {
        Checked protocol = study.section("protocol");
        if (protocol != null && protocol.number("start_mA_per_cm2") >= protocol.number("maximum_mA_per_cm2")) {
            add(
                    protocol,
                    "maximum_mA_per_cm2",
                    "got " + Numbers.brief(protocol.number("maximum_mA_per_cm2"))
                            + " mA/cm²; must be above start_mA_per_cm2, here "
                            + Numbers.brief(protocol.number("start_mA_per_cm2")));
        }
    }

    private void add(Checked section, String key, String message) {
        problems.add(section.origin(key), section.path(key), message);
    }

    private static String um(double value) {
        return Numbers.brief(value) + MICROMETRES;
    }
}
