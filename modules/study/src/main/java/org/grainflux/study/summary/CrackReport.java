package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.physics.crack.WeakestPath;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CrackRow;

/** What became of the cracks that were followed with the solved stress, and what the weakest path had said of them. */
final class CrackReport {
    private static final double MILLIAMPS = LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2;

    private CrackReport() {}

    /** Adds {@code crack_extension}: without cracks only the reason. */
    static void put(ObjectNode parent, StudyConfig study, List<CrackRow> cracks) {
        ObjectNode node = parent.putObject("crack_extension");
        Optional<String> reason = reasonWithout(study, cracks);
        node.put("label", "predicted");
        node.put("cracks", cracks.size());
        if (reason.isPresent()) {
            node.put("reason", reason.get());
            return;
        }
        node.put(
                "realizations",
                cracks.stream().mapToInt(CrackRow::structureIndex).distinct().count());
        ObjectNode ends = node.putObject("ends");
        Map<String, Integer> counts = new TreeMap<>();
        cracks.forEach(crack -> counts.merge(crack.end(), 1, Integer::sum));
        counts.forEach(ends::put);
        quantiles(node, "initiation_mA_per_cm2", cracks, CrackRow::initiationAPerM2, MILLIAMPS);
        quantiles(node, "penetration_mA_per_cm2", cracks, CrackRow::penetrationAPerM2, MILLIAMPS);
        quantiles(node, "length_um", cracks, CrackRow::lengthM, LaboratoryUnits.MICROMETRE_M);
        quantiles(node, "depth_um", cracks, CrackRow::depthM, LaboratoryUnits.MICROMETRE_M);
        quantiles(node, "intergranular_fraction", cracks, CrackRow::intergranularFraction, 1);
        putComparison(node.putObject("against_weakest_path"), cracks);
    }

    /** Of the same flaws; a ratio needs both currents. */
    private static void putComparison(ObjectNode node, List<CrackRow> cracks) {
        node.put("label", "consistency check");
        Predicate<CrackRow> estimated = crack -> Double.isFinite(crack.estimatePenetrationAPerM2());
        Predicate<CrackRow> penetrates = crack -> Double.isFinite(crack.penetrationAPerM2());
        node.put("estimate_crosses", cracks.stream().filter(estimated).count());
        node.put("extension_crosses", cracks.stream().filter(penetrates).count());
        node.put("both_cross", cracks.stream().filter(estimated.and(penetrates)).count());
        quantiles(
                node,
                "initiation_ratio",
                cracks,
                crack -> crack.initiationAPerM2() / crack.estimateInitiationAPerM2(),
                1);
        quantiles(
                node,
                "penetration_ratio",
                cracks,
                crack -> penetrates.test(crack)
                        ? crack.penetrationAPerM2() / crack.estimatePenetrationAPerM2()
                        : Double.NaN,
                1);
        quantiles(
                node,
                "largest_current_ratio",
                cracks,
                crack -> crack.largestAPerM2() / crack.estimatePenetrationAPerM2(),
                1);
        quantiles(node, "shared_boundary_fraction", cracks, CrackRow::sharedBoundaryFraction, 1);
    }

    private static void quantiles(
            ObjectNode parent, String key, List<CrackRow> cracks, ToDoubleFunction<CrackRow> value, double unit) {
        putQuantiles(parent, key, cracks.stream().mapToDouble(value), unit);
    }

    /** Median and range of what is finite, and of how many. */
    static void putQuantiles(ObjectNode parent, String key, DoubleStream values, double unit) {
        double[] sorted = values.filter(Double::isFinite).sorted().toArray();
        ObjectNode node = parent.putObject(key);
        JsonNumbers.put(node, "median", median(sorted) / unit);
        JsonNumbers.put(node, "minimum", sorted.length == 0 ? Double.NaN : sorted[0] / unit);
        JsonNumbers.put(node, "maximum", sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1] / unit);
        node.put("of", sorted.length);
    }

    static double median(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }

    private static Optional<String> reasonWithout(StudyConfig study, List<CrackRow> cracks) {
        if (!cracks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(WeakestPath.reasonWithout(
                        study.microstructure().dimension(), study.images().isEmpty())
                .orElse(
                        study.fracture().extension().realizations() == 0
                                ? "fracture.extension.realizations is 0"
                                : "none of the realizations asked for was completed"));
    }
}
