package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.vtu.CrackFields;
import org.grainflux.report.vtu.VtuGrid;

/** Largest principal stress in one plane structure with its grain boundaries and the courses of cracks. */
public final class StressMap {
    /** A crack, m; a course that crosses the period leaves the cell. */
    public record Course(String name, Style style, double[] xM, double[] yM) {}

    private StressMap() {}

    /** Whether the grid is a frame of a crack. */
    public static boolean canDraw(VtuGrid grid) {
        return FieldMap.canDraw(grid, CrackFields.LARGEST_STRESS);
    }

    public static String draw(String description, VtuGrid grid, List<Course> courses) {
        List<FieldMap.Line> lines = new ArrayList<>();
        courses.forEach(
                course -> lines.add(new FieldMap.Line(course.name(), course.style(), course.xM(), course.yM())));
        return FieldMap.draw(
                description,
                grid,
                CrackFields.LARGEST_STRESS,
                "MPa",
                (low, high) -> Axis.linear("largest principal stress, tension positive", Math.min(low, 0), high, 5),
                lines);
    }
}
