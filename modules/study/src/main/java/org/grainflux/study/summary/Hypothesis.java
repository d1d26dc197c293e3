package org.grainflux.study.summary;

import java.util.function.ToDoubleFunction;
import org.grainflux.study.results.StrengthRow;

/** The readings of one realization that are reported side by side. */
public enum Hypothesis {
    COMPETING("competing", StrengthRow::competingAPerM2),
    PAPER_QUOTED("paper_quoted", StrengthRow::paperQuotedAPerM2),
    PAPER_PREDICTED("paper_predicted", StrengthRow::paperPredictedAPerM2),
    SELF_CONSISTENT("self_consistent", StrengthRow::selfConsistentAPerM2),
    /** F2 with the lower bound of the overpotential; an extra beside the four. */
    SELF_CONSISTENT_LOWER_ETA("self_consistent_lower_overpotential", StrengthRow::selfConsistentLowerEtaAPerM2);

    private final String key;
    private final ToDoubleFunction<StrengthRow> valueAPerM2;

    Hypothesis(String key, ToDoubleFunction<StrengthRow> valueAPerM2) {
        this.key = key;
        this.valueAPerM2 = valueAPerM2;
    }

    /** Name in {@code summary.json}. */
    public String key() {
        return key;
    }

    public ToDoubleFunction<StrengthRow> valueAPerM2() {
        return valueAPerM2;
    }
}
