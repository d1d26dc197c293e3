package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.page.Html;

/** What the numbers do not know. */
public final class LimitsSection {
    private LimitsSection() {}

    public static String html(ReportInput input) {
        List<String> limits = new ArrayList<>();
        boolean plane =
                input.study().map(s -> s.microstructure().dimension() == 2).orElse(true);
        limits.add(
                plane
                        ? "Structures are plane: grains are columns, current cannot pass a resistive boundary in the third"
                                + " direction, and a section of a three-dimensional structure is not the same as a plane one."
                                + " What that does to each figure, the same study tells with microstructure.dimension: 3."
                        : "Structures are volumes, on meshes coarser than a plane one can afford: windows below the stated"
                                + " resolution are left out, and the errors of the others are those of the table of mesh"
                                + " convergence. A tip's contact is mapped along one line of each electrode. Flaws have the same number per"
                                + " length of boundary trace as in the plane, where a foot stands for a trace of one grain.");
        if (input.study().map(s -> !s.images().isEmpty()).orElse(false)) {
            limits.add(
                    "Structures are images. Windows of fewer than 20 cells are left out, and contacts of grains narrower than 40"
                            + " cells carry up to 20 % too little current. There is no estimate of the error of the grid, and"
                            + " orientations and tip contact are unknown.");
        }
        limits.add(
                "The size of flaws is the dominant unknown. It is a prior from published ranges, not a measurement of"
                        + " this ceramic; the critical current density scales with at least its inverse square root.");
        limits.add("The stripping limit under F3 is itself a measured critical current density without stack pressure"
                + " (0.1–0.28 mA/cm²). Where it decides, the agreement is a calibration.");
        limits.add(
                "A uniform interface resistance evens out the current, so F2 cannot explain why a metal and a polymer"
                        + " layer of similar resistance differ.");
        limits.add(
                "Crack extension is linear elastic; the pressure in a flaw follows from the overpotential, is capped by"
                        + " extrusion of lithium, and does not relax by creep. With a layer, the overpotential at the ceramic is only"
                        + " bounded; F2 and F3 use the upper bound.");
        limits.add(
                "The conductivity of grain boundaries is inferred from published profiles; hot spots depend on its ratio"
                        + " to that of the grains more than on anything else.");
        limits.add(
                "The current is that of a fresh interface in steady state: no void growth over cycles, no ageing of the"
                        + " layer, no electronic leakage.");
        return Html.bullets(limits);
    }
}
