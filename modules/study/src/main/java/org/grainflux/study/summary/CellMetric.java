package org.grainflux.study.summary;

import java.util.function.ToDoubleFunction;
import org.grainflux.study.results.CellRow;

/** Figures of a cell that are summarised over the population. */
enum CellMetric {
    EFFECTIVE_CONDUCTIVITY(CellRow::effectiveConductivitySPerM),
    AREA_SPECIFIC_RESISTANCE(CellRow::areaSpecificResistanceOhmM2),
    INTERFACE_RESISTANCE(CellRow::interfaceResistanceOhmM2),
    CONTACT_FRACTION(CellRow::contactFraction),
    DEPTH_WITHIN_5(CellRow::depthWithin5M),
    DEPTH_WITHIN_10(CellRow::depthWithin10M);

    private final ToDoubleFunction<CellRow> value;

    CellMetric(ToDoubleFunction<CellRow> value) {
        this.value = value;
    }

    ToDoubleFunction<CellRow> value() {
        return value;
    }
}
