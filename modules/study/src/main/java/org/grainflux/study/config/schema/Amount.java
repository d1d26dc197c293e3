package org.grainflux.study.config.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.study.config.yaml.Origin;

/**
 * A checked quantity.
 *
 * @param laboratory the value in {@code unit}
 * @param provenance null where none is asked for
 */
public record Amount(ScalarDistribution laboratory, Unit unit, Provenance provenance, Origin origin) {
    /**
     * Where a value comes from.
     *
     * @param text author, year, DOI; or the reason of an assumption
     */
    public record Provenance(boolean assumed, String text) {}

    public ScalarDistribution si() {
        return unit.toSi(laboratory);
    }

    Amount withProvenance(Provenance other) {
        return new Amount(laboratory, unit, other, origin);
    }

    /** As it would be written. */
    Object toYaml() {
        Object value = valueToYaml();
        if (provenance == null) {
            return value;
        }
        Map<String, Object> sourced = new LinkedHashMap<>();
        sourced.put("value", value);
        sourced.put(provenance.assumed() ? "assumed" : "source", provenance.text());
        return sourced;
    }

    private Object valueToYaml() {
        Map<String, Object> form = new LinkedHashMap<>();
        if (laboratory instanceof ScalarDistribution.LogNormal d) {
            // Median and sigma read back to the same bits; a range would not.
            form.put("median", Numbers.plain(d.median()));
            form.put("sigma_ln", Numbers.plain(d.sigmaLn()));
        } else if (laboratory instanceof ScalarDistribution.Pareto d) {
            form.put("minimum", Numbers.plain(d.minimum()));
            form.put("tail_index", Numbers.plain(d.index()));
        } else if (laboratory instanceof ScalarDistribution.Uniform d) {
            form.put("low", Numbers.plain(d.low()));
            form.put("high", Numbers.plain(d.high()));
            form.put("distribution", "uniform");
        } else if (laboratory instanceof ScalarDistribution.LogUniform d) {
            form.put("low", Numbers.plain(d.low()));
            form.put("high", Numbers.plain(d.high()));
            form.put("distribution", "log_uniform");
        } else {
            return Numbers.plain(laboratory.median());
        }
        return form;
    }

    /** For a reader, without unit: {@code 0.3} or {@code 2 (95 %: 0.3 to 15)}. */
    public String describe() {
        if (laboratory instanceof ScalarDistribution.LogNormal d) {
            double spread = Math.exp(ScalarDistribution.Z95 * d.sigmaLn());
            return Numbers.brief(d.median(), 4) + " (log-normal, 95 %: " + Numbers.brief(d.median() / spread, 3)
                    + " to " + Numbers.brief(d.median() * spread, 3) + ")";
        }
        if (laboratory instanceof ScalarDistribution.Pareto d) {
            return "from " + Numbers.brief(d.minimum()) + " (Pareto, tail index " + Numbers.brief(d.index()) + ")";
        }
        if (laboratory instanceof ScalarDistribution.Uniform d) {
            return Numbers.brief(d.low()) + " to " + Numbers.brief(d.high()) + " (uniform)";
        }
        if (laboratory instanceof ScalarDistribution.LogUniform d) {
            return Numbers.brief(d.low()) + " to " + Numbers.brief(d.high()) + " (log-uniform)";
        }
        return Numbers.brief(laboratory.median());
    }
}
