package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.physics.fracture.GriffithCriterion;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.MechanicsConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CouplingRow;
import org.grainflux.study.results.CrackRow;

/**
 * What is known of stress in ceramics with lithium, asked of this run: each check has what was found, what is expected and
 * whether they agree, or a reason why the run cannot say.
 *
 * @param populations by design, in the study's order
 */
record ConsistencyChecks(StudyConfig study, Map<String, DesignPopulation> populations) {
    /** Fincher et al. 2022, Joule 6, 2794: a compression of about 200 MPa along the electrodes averts failure by deflection. */
    private static final double FINCHER_PA = 200e6;

    /** Size of flaw for which superposition is quoted: the median of published flaws. */
    private static final double FLAW_M = 2e-6;

    /** Cracks in the ceramic see the stack in the plane by 0 with free sides, by ν/(1−ν) without lateral strain; open flaws yield. */
    private static final double LATERAL_TOLERANCE = 0.05;

    /** Exchange currents feel the stress as well, besides the shift of the equilibrium. */
    private static final double SHIFT_TOLERANCE = 0.02;

    /** Adds {@code consistency_checks}. */
    void putInto(ObjectNode root) {
        ArrayNode checks = root.putArray("consistency_checks");
        superposition(checks.addObject());
        deflection(checks.addObject());
        stackInThePlane(checks.addObject());
        stackOnCracks(checks.addObject());
        potentialShift(checks.addObject());
    }

    private static ObjectNode named(ObjectNode node, String name, String expected) {
        node.put("name", name);
        node.put("label", "consistency check");
        node.put("expected", expected);
        return node;
    }

    private static void cannotSay(ObjectNode node, String reason) {
        node.putNull("holds");
        node.put("reason", reason);
    }

    /** The Griffith criterion with and without compression: a factor, no prevention. */
    private void superposition(ObjectNode node) {
        double toughness = study.electrolyte().boundaryToughnessPaSqrtM().median();
        double geometry = study.fracture().geometryFactor().median();
        LithiumMetal lithium = LithiumMetal.reference();
        double factor = new GriffithCriterion(lithium, geometry, FINCHER_PA).criticalPressurePa(toughness, FLAW_M)
                / new GriffithCriterion(lithium, geometry, 0).criticalPressurePa(toughness, FLAW_M);
        named(
                node,
                "200 MPa in the plane by superposition of K, flaw of 2 µm",
                "a factor between 1 and 3: does not prevent cracks by itself");
        node.put("found", factor);
        node.put("holds", factor > 1 && factor < 3);
    }

    /** A crack of one design and the same one of another. */
    private record Pair(CrackRow without, CrackRow with) {}

    /** Cracks under compression beside the same flaws without. */
    private void deflection(ObjectNode node) {
        named(
                node,
                "cracks under compression in the plane",
                "fewer get through and they get less deep for their length (Fincher 2022: deflection)");
        List<Pair> pairs = pairs(
                MechanicsConfig::inPlaneCompressionPa,
                mechanics -> new MechanicsConfig(
                        mechanics.stackPressurePa(),
                        null,
                        mechanics.grainToughnessPaSqrtM(),
                        mechanics.boundaryToughnessPaSqrtM(),
                        mechanics.flawSizeM(),
                        mechanics.flawOpeningM(),
                        mechanics.flawsPerFoot()));
        if (pairs.isEmpty()) {
            cannotSay(node, "no followed cracks of designs that differ in compression alone");
            return;
        }
        long crossWithout = count(pairs, Pair::without);
        long crossWith = count(pairs, Pair::with);
        double slopeWithout =
                median(pairs, pair -> pair.without().depthM() / pair.without().lengthM());
        double slopeWith =
                median(pairs, pair -> pair.with().depthM() / pair.with().lengthM());
        node.put("pairs", pairs.size());
        node.put("cross_without", crossWithout);
        node.put("cross_with", crossWith);
        JsonNumbers.put(node, "depth_over_length_without", slopeWithout);
        JsonNumbers.put(node, "depth_over_length_with", slopeWith);
        JsonNumbers.put(node, "initiation_ratio", initiationRatio(pairs));
        node.put("holds", crossWith <= crossWithout && slopeWith < slopeWithout);
    }

    /** From the field of stress of the coupled realizations. */
    private void stackInThePlane(ObjectNode node) {
        double poisson = study.electrolyte().poissonRatio();
        double confined = poisson / (1 - poisson);
        named(
                node,
                "stack pressure along the electrodes, over itself",
                "0 with free sides to ν/(1−ν) = " + Math.round(100 * confined) / 100.0 + " without lateral strain");
        List<CouplingRow> rows = coupled(row -> true);
        if (rows.isEmpty()) {
            cannotSay(node, "no coupled realization");
            return;
        }
        double free = median(rows, CouplingRow::freeLateralRatio);
        double held = median(rows, CouplingRow::confinedLateralRatio);
        node.put("free_sides", free);
        node.put("confined", held);
        node.put("holds", Math.abs(free) < LATERAL_TOLERANCE && Math.abs(held - confined) < LATERAL_TOLERANCE);
    }

    private void stackOnCracks(ObjectNode node) {
        named(
                node,
                "stack pressure on the current at which cracks begin",
                "small: less than a tenth, since the stack presses along a crack that leads across");
        List<Pair> pairs = pairs(
                MechanicsConfig::stackPressurePa,
                mechanics -> new MechanicsConfig(
                        null,
                        mechanics.inPlaneCompressionPa(),
                        mechanics.grainToughnessPaSqrtM(),
                        mechanics.boundaryToughnessPaSqrtM(),
                        mechanics.flawSizeM(),
                        mechanics.flawOpeningM(),
                        mechanics.flawsPerFoot()));
        double ratio = initiationRatio(pairs);
        if (Double.isNaN(ratio)) {
            cannotSay(node, "no followed cracks of designs that differ in stack pressure alone");
            return;
        }
        node.put("pairs", pairs.size());
        node.put("initiation_ratio", ratio);
        node.put("holds", Math.abs(ratio - 1) < 0.1);
    }

    private void potentialShift(ObjectNode node) {
        double mvPerMpa = -LithiumMetal.reference().overpotentialV(1e6) * 1e3;
        named(
                node,
                "shift of the plating potential by pressure, mV/MPa",
                "negative, harder to plate: " + Math.round(1e4 * mvPerMpa) / 1e4 + " (1 mV per 7.42 MPa)");
        List<CouplingRow> pressed = coupled(row -> row.normalStressMaxPa() < -1e3 && Double.isFinite(row.dropShiftV()));
        if (pressed.isEmpty()) {
            cannotSay(node, "no coupled realization under stack pressure");
            return;
        }
        double found = median(
                pressed,
                row -> row.dropShiftV() * 1e3 / (-0.5e-6 * (row.normalStressMinPa() + row.normalStressMaxPa())));
        node.put("found", found);
        node.put("holds", Math.abs(found / mvPerMpa - 1) < SHIFT_TOLERANCE);
    }

    private List<CouplingRow> coupled(Predicate<CouplingRow> chosen) {
        return populations.values().stream()
                .flatMap(population -> population.couplings().stream())
                .filter(row -> row.reason().isEmpty())
                .filter(chosen)
                .toList();
    }

    /** Cracks of the same structure and electrode under designs that differ in one value alone, the smaller one first. */
    private List<Pair> pairs(
            Function<MechanicsConfig, ScalarDistribution> value, Function<MechanicsConfig, MechanicsConfig> rest) {
        List<Pair> pairs = new ArrayList<>();
        for (DesignConfig low : study.designs()) {
            for (DesignConfig high : study.designs()) {
                MechanicsConfig ofLow = low.mechanics().filledFrom(study);
                MechanicsConfig ofHigh = high.mechanics().filledFrom(study);
                boolean alike = rest.apply(ofLow).equals(rest.apply(ofHigh))
                        && low.kind() == high.kind()
                        && low.interfaceResistanceOhmM2().equals(high.interfaceResistanceOhmM2())
                        && Objects.equals(low.interlayer(), high.interlayer());
                if (alike
                        && value.apply(ofLow).median() == 0
                        && value.apply(ofHigh).median() > 0) {
                    addPairs(pairs, low, high);
                }
            }
        }
        return pairs;
    }

    private void addPairs(List<Pair> pairs, DesignConfig low, DesignConfig high) {
        for (CrackRow without : populations.get(low.name()).cracks()) {
            populations.get(high.name()).cracks().stream()
                    .filter(with -> with.structureIndex() == without.structureIndex()
                            && with.electrode() == without.electrode()
                            && with.steps() > 0
                            && without.steps() > 0)
                    .findFirst()
                    .ifPresent(with -> pairs.add(new Pair(without, with)));
        }
    }

    private static long count(List<Pair> pairs, Function<Pair, CrackRow> of) {
        return pairs.stream()
                .filter(pair -> of.apply(pair).end().equals(CrackRow.PENETRATION))
                .count();
    }

    private static double initiationRatio(List<Pair> pairs) {
        return median(
                pairs, pair -> pair.with().initiationAPerM2() / pair.without().initiationAPerM2());
    }

    private static <T> double median(List<T> rows, ToDoubleFunction<T> value) {
        return CrackReport.median(rows.stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .sorted()
                .toArray());
    }
}
