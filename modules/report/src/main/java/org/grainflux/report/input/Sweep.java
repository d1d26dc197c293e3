package org.grainflux.report.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Designs that were expanded from one entry of the study over thickness and conductivity of an ionic layer.
 *
 * @param lines designs of one conductivity (S/cm, ascending) by ascending thickness
 */
public record Sweep(TreeMap<Double, List<Design>> lines) {
    private static final int FEWEST_THICKNESSES = 3;

    /** The sweep of a study, without lines when there is none. */
    public static Sweep of(List<Design> designs) {
        Map<String, List<Design>> families = new LinkedHashMap<>();
        for (Design design : designs) {
            if (!Double.isNaN(design.thicknessUm()) && !Double.isNaN(design.conductivitySPerCm())) {
                families.computeIfAbsent(familyOf(design.name()), f -> new ArrayList<>())
                        .add(design);
            }
        }
        TreeMap<Double, List<Design>> lines = new TreeMap<>();
        for (List<Design> family : families.values()) {
            long thicknesses =
                    family.stream().map(Design::thicknessUm).distinct().count();
            if (thicknesses >= FEWEST_THICKNESSES) {
                for (Design design : family) {
                    lines.computeIfAbsent(design.conductivitySPerCm(), c -> new ArrayList<>())
                            .add(design);
                }
            }
        }
        lines.values().forEach(line -> line.sort(java.util.Comparator.comparingDouble(Design::thicknessUm)));
        return new Sweep(lines);
    }

    /** An expanded name is the entry's name followed by parts with numbers: {@code sweep-0.3um-1e-4}. */
    private static String familyOf(String name) {
        int cut = name.length();
        for (int i = 1; i < name.length(); i++) {
            char before = name.charAt(i - 1);
            if ("-_ @,".indexOf(before) >= 0 && name.substring(i).matches("[A-Za-z_]{0,24}=?[0-9].*")) {
                cut = i - 1;
                break;
            }
        }
        return name.substring(0, cut);
    }

    public boolean exists() {
        return !lines.isEmpty();
    }

    /** What a section shows that has no room for a sweep: the designs apart from it, or all when there are no others. */
    public static List<Design> apart(List<Design> designs) {
        List<Design> others = of(designs).others(designs);
        return others.isEmpty() ? designs : others;
    }

    /** All designs but those of the sweep. */
    public List<Design> others(List<Design> designs) {
        Set<String> swept =
                lines.values().stream().flatMap(List::stream).map(Design::name).collect(Collectors.toSet());
        return designs.stream().filter(d -> !swept.contains(d.name())).toList();
    }
}
