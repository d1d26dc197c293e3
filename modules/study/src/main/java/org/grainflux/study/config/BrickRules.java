package org.grainflux.study.config;

import java.util.Locale;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Numbers;
import org.grainflux.study.config.schema.Problems;

/** What must hold between several values of a study whose grains are in a regular order. */
final class BrickRules {
    /** A stated grain size is rounded; one that is off by more belongs to another lattice. */
    private static final double GRAIN_SIZE_TOLERANCE = 0.05;

    private final Checked study;
    private final Problems problems;

    BrickRules(Checked study, Problems problems) {
        this.study = study;
        this.problems = problems;
    }

    static boolean areBricks(Checked microstructure) {
        return microstructure != null && "bricks".equals(microstructure.text("seeding"));
    }

    void check(Checked microstructure) {
        Checked lattice = microstructure.section("lattice");
        if (lattice == null) {
            return;
        }
        boolean hexagons = "hexagon".equals(lattice.text("shape"));
        if (microstructure.whole("dimension") == 3) {
            refuse(lattice, "shape", hexagons, "the grains of a lattice in a volume are boxes: use brick");
            refuse(lattice, "shift_ratio", lattice.number("shift_ratio") > 0, "boxes are stacked: use 0");
            refuse(lattice, "lean_deg", lattice.number("lean_deg") < 90, "boxes stand upright: use 90");
            refuse(lattice, "columns", lattice.whole("columns") == 2, "use 3 or more, or a box meets its own image");
        } else {
            refuse(lattice, "depth_columns", lattice.has("depth_columns"), "a plane has no depth: remove it");
            boolean two = lattice.whole("columns") == 2;
            refuse(lattice, "shape", two && hexagons, "hexagons need 3 columns or more");
            refuse(lattice, "shift_ratio", two && lattice.number("shift_ratio") > 0, "a shift needs 3 columns or more");
        }
        Checked statistics = study.section("statistics");
        if (statistics != null) {
            refuse(
                    statistics,
                    "compare_dimensions",
                    statistics.flag("compare_dimensions"),
                    "a lattice has no plane structures of the same statistics: use false");
        }
        grainSize(microstructure, lattice);
    }

    private void grainSize(Checked m, Checked lattice) {
        boolean solid = m.whole("dimension") == 3;
        double depth = solid ? m.si("depth_um") : 1;
        double grains = (double) lattice.whole("columns") * lattice.whole("rows") * (solid ? depthColumns(lattice) : 1);
        double found = Math.pow(m.si("width_um") * m.si("height_um") * depth / grains, solid ? 1.0 / 3 : 0.5);
        if (Math.abs(m.si("grain_size_um") / found - 1) > GRAIN_SIZE_TOLERANCE) {
            problems.add(
                    m.origin("grain_size_um"),
                    m.path("grain_size_um"),
                    "got " + Numbers.brief(m.number("grain_size_um")) + " µm; the grains of this lattice are "
                            + String.format(Locale.ROOT, "%.4g", found / LaboratoryUnits.MICROMETRE_M)
                            + " µm: set it to that, or mend the lattice");
        }
    }

    /** As many as columns where nothing else is asked for. */
    static long depthColumns(Checked lattice) {
        return lattice.has("depth_columns") ? lattice.whole("depth_columns") : lattice.whole("columns");
    }

    private void refuse(Checked section, String key, boolean refused, String why) {
        if (refused) {
            problems.add(
                    section.origin(key),
                    section.path(key),
                    "not used with microstructure.seeding: bricks here; " + why);
        }
    }
}
