package org.grainflux.report.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grainflux.study.results.HotSpotRow;

/** One design's entry of the summary. */
public final class Design {
    private final JsonNode node;
    private final Map<Hypothesis, CriticalCurrent> criticalCurrents = new EnumMap<>(Hypothesis.class);

    Design(JsonNode node) {
        this.node = node;
        for (Hypothesis hypothesis : Hypothesis.values()) {
            criticalCurrents.put(
                    hypothesis, CriticalCurrent.of(node.path("ccd_mA_per_cm2").path(hypothesis.key())));
        }
    }

    public String name() {
        return node.path("name").asText();
    }

    /** The name a reader sees. */
    public String label() {
        String label = node.path("label").asText();
        return label.isEmpty() ? name() : label;
    }

    /** {@code bare}, {@code metallic} or {@code ionic_layer}; empty when unknown. */
    public String kind() {
        return node.path("kind").asText();
    }

    public boolean hasIonicLayer() {
        return kind().equals("ionic_layer") || !Double.isNaN(thicknessUm());
    }

    public int completed() {
        return node.path("completed").asInt();
    }

    public int failed() {
        return node.path("failed").asInt();
    }

    public int aborted() {
        return node.path("aborted").asInt();
    }

    /** Structures without a final result, e.g. {@code 3, 17-20}; empty when there is none. */
    public String missingStructures() {
        return node.path("missing_structures").asText();
    }

    public double referenceAreaCm2() {
        return number("reference_area_cm2");
    }

    public CriticalCurrent criticalCurrent(Hypothesis hypothesis) {
        return criticalCurrents.get(hypothesis);
    }

    public Interval ratioToBaseline(Hypothesis hypothesis) {
        return Interval.of(node.path("ratio_to_baseline").path(hypothesis.key()));
    }

    /** @param face {@code li_interface} or {@code electrolyte_interface} */
    public Interval hotSpot(String face, String metric) {
        return Interval.of(node.path("hot_spots").path(face).path(metric));
    }

    /** How strong its hot spots at the ceramic are: the maximum of the shortest usual window resolved; NaN without one. */
    public double strongestHotSpot() {
        return Stream.of("w200_max_over_mean", "w500_max_over_mean", "w1000_max_over_mean")
                .mapToDouble(metric ->
                        hotSpot(HotSpotRow.ELECTROLYTE_INTERFACE, metric).median())
                .filter(Double::isFinite)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Why electrodes lack a hot-spot figure; empty when all have it. */
    public String unresolved(String face, String metric) {
        JsonNode unresolved = node.path("hot_spots").path(face).path(metric).path("unresolved");
        return unresolved.isMissingNode()
                ? ""
                : unresolved.path("electrodes").asInt() + " of "
                        + unresolved.path("of").asInt() + " electrodes: "
                        + unresolved.path("reason").asText();
    }

    /**
     * A figure in a plane structure, in a volume, and the ratio of the two.
     *
     * @param figure key of a hot-spot figure, {@code effective_conductivity_S_per_cm} or
     *     {@code ccd_self_consistent_mA_per_cm2}
     * @param of {@code plane}, {@code volume} or {@code ratio}
     */
    public Interval planeOverVolume(String figure, String of) {
        return Interval.of(node.path("plane_over_volume").path(figure).path(of));
    }

    /** Structures in which both dimensions have the figure. */
    public int comparedPairs(String figure) {
        return node.path("plane_over_volume").path(figure).path("pairs").asInt();
    }

    public boolean comparesDimensions() {
        return !node.path("plane_over_volume").isMissingNode();
    }

    /** @param key {@code penetration_mA_per_cm2}, {@code tortuosity}, {@code intergranular_fraction} or {@code runs_through_share} */
    public Interval crackPath(String key) {
        return Interval.of(node.path("crack_path").path(key));
    }

    /** The middle 95 % of a figure of the crack's path over the population; NaN where unknown. */
    public double[] crackPathSpread(String key) {
        JsonNode entry = node.path("crack_path").path(key);
        return new double[] {Interval.number(entry, "p2_5"), Interval.number(entry, "p97_5")};
    }

    /** What the summary says of cracks that were followed with the solved stress. */
    public JsonNode crackExtension() {
        return node.path("crack_extension");
    }

    /** What the summary says of flux, contact and stress that agree with each other. */
    public JsonNode coupled() {
        return node.path("coupled");
    }

    /** A number at the top of the entry, e.g. {@code area_specific_resistance_ohm_cm2}; NaN when absent. */
    public double number(String key) {
        return Interval.of(node.path(key)).median();
    }

    public double thicknessUm() {
        return number("thickness_um");
    }

    public double conductivitySPerCm() {
        return number("conductivity_S_per_cm");
    }

    /** @param key {@code within5}, or with the suffix {@code _p2_5} or {@code _p97_5} */
    public double homogenizationDepthUm(String key) {
        return Interval.of(node.path("homogenization_depth_um").path(key)).median();
    }

    public List<Observation> observed() {
        return Observation.listOf(node.path("observed"));
    }

    /** Limiting mode to share, in the summary's order. */
    public Map<String, Double> limitingModeShare() {
        return numbers(node.path("limiting_mode_share"));
    }

    /** Source of variance to share; empty when refused. */
    public Map<String, Double> varianceShare() {
        Map<String, Double> shares = numbers(node.path("variance_share"));
        shares.keySet().removeIf(key -> key.startsWith("standard_deviation") || key.startsWith("clipped"));
        return shares;
    }

    public Map<String, Double> failuresByReason() {
        return numbers(node.path("failures_by_reason"));
    }

    /** The tail fit to a larger area, as the summary has it; missing when the summary has none. */
    public JsonNode extrapolation() {
        JsonNode plain = node.path("extrapolation");
        return plain.isMissingNode() ? node.path("extrapolation_1cm2") : plain;
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                values.put(entry.getKey(), entry.getValue().doubleValue());
            }
        });
        return values;
    }
}
