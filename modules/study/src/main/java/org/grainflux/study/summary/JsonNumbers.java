package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.grainflux.statistics.IntervalEstimate;

/** Numbers in JSON: what is infinite (censored) or undefined becomes null, which JSON can say. */
public final class JsonNumbers {
    private JsonNumbers() {}

    public static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    /** @param unit of the estimate, by which it is divided */
    public static ObjectNode putInterval(ObjectNode parent, String key, IntervalEstimate estimate, double unit) {
        ObjectNode node = parent.putObject(key);
        put(node, "median", estimate.value() / unit);
        put(node, "lo95", estimate.lower95() / unit);
        put(node, "hi95", estimate.upper95() / unit);
        return node;
    }
}
