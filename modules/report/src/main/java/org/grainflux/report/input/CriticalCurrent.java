package org.grainflux.report.input;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Critical current density of one design under one hypothesis, mA/cm².
 *
 * @param p2_5 2.5 % of the population (structures and flaws) lie below
 * @param priorLow95 lower end of the prior-predictive interval, NaN when the study has no distributions
 * @param censored realizations outside the protocol's ramp or without a flaw that can extend
 */
public record CriticalCurrent(
        Interval median, double p2_5, double p97_5, double priorLow95, double priorHigh95, int censored) {
    static CriticalCurrent of(JsonNode node) {
        return new CriticalCurrent(
                Interval.of(node),
                Interval.number(node, "p2_5"),
                Interval.number(node, "p97_5"),
                Interval.number(node, "prior_lo95"),
                Interval.number(node, "prior_hi95"),
                node.path("censored").asInt());
    }
}
