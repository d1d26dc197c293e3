package org.grainflux.study.config;

import java.util.Locale;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Numbers;
import org.grainflux.study.config.schema.Problems;

/** What must hold between several values of a study in a volume, and which keys belong to a volume only. */
final class VolumeRules {
    /** Indices of nodes, elements and matrix entries are 32-bit: about 30 entries of memory per unknown and array. */
    private static final double MOST_UNKNOWNS = 4e7;

    private final Checked study;
    private final Problems problems;

    VolumeRules(Checked study, Problems problems) {
        this.study = study;
        this.problems = problems;
    }

    void check(Checked microstructure) {
        Checked statistics = study.section("statistics");
        if (microstructure.whole("dimension") == 2) {
            refuseInPlane(microstructure, "depth_um");
            Checked numerics = study.section("numerics");
            if (numerics != null) {
                refuseInPlane(numerics, "hot_spot_element_nm");
            }
            if (statistics != null && statistics.flag("compare_dimensions")) {
                refuseInPlane(statistics, "compare_dimensions");
            }
        } else if (microstructure.whole("dimension") == 3) {
            if (ImageRules.areImages(microstructure)) {
                refuseSpotsOnImages();
            } else {
                if (!BrickRules.areBricks(microstructure)) {
                    depth(microstructure);
                }
                contact(microstructure);
                size(microstructure);
            }
        }
    }

    private void refuseInPlane(Checked section, String key) {
        if (section.has(key)) {
            problems.add(
                    section.origin(key),
                    section.path(key),
                    "not used with microstructure.dimension: 2; remove it, or set dimension: 3");
        }
    }

    private void depth(Checked m) {
        double least = 4 * m.number("grain_size_um");
        if (m.number("depth_um") < least) {
            problems.add(
                    m.origin("depth_um"),
                    m.path("depth_um"),
                    "got " + Numbers.brief(m.number("depth_um"))
                            + " µm; a periodic width must be at least 4 grain sizes, here " + Numbers.brief(least)
                            + " µm, or a grain becomes its own neighbour");
        }
    }

    private void contact(Checked m) {
        Checked contact = study.section("contact");
        if (contact != null
                && "rough".equals(contact.text("model"))
                && contact.number("spot_period_um") > m.number("depth_um")) {
            problems.add(
                    contact.origin("spot_period_um"),
                    contact.path("spot_period_um"),
                    "got " + Numbers.brief(contact.number("spot_period_um"))
                            + " µm; must not exceed microstructure.depth_um, here "
                            + Numbers.brief(m.number("depth_um"))
                            + " µm");
        }
    }

    private void refuseSpotsOnImages() {
        Checked contact = study.section("contact");
        if (contact != null && "rough".equals(contact.text("model"))) {
            problems.add(
                    contact.origin("model"),
                    contact.path("model"),
                    "got rough; the spots of a volume need a mesh, and an image has none: use model: intimate");
        }
    }

    private void size(Checked m) {
        Checked n = study.section("numerics");
        if (n == null) {
            return;
        }
        double unknowns = VolumeEstimate.of(
                        m.si("width_um") * m.si("depth_um"),
                        m.si("height_um"),
                        m.si("grain_size_um"),
                        n.si("foot_element_nm"),
                        n.si("electrode_element_um"),
                        n.si("interior_element_um"),
                        n.si("growth"))
                .unknowns();
        if (unknowns > MOST_UNKNOWNS) {
            problems.add(
                    n.origin("foot_element_nm"),
                    n.path("foot_element_nm"),
                    String.format(
                            Locale.ROOT,
                            "got %s nm; with a volume of %s × %s × %s µm that is about %.2g unknowns, more than the %.2g"
                                    + " that can be held: raise foot_element_nm, electrode_element_um or"
                                    + " interior_element_um, or make the cell smaller",
                            Numbers.brief(n.number("foot_element_nm")),
                            Numbers.brief(m.number("width_um")),
                            Numbers.brief(m.number("depth_um")),
                            Numbers.brief(m.number("height_um")),
                            unknowns,
                            MOST_UNKNOWNS));
        }
    }
}
