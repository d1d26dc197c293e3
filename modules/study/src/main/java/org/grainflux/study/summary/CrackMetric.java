package org.grainflux.study.summary;

import java.util.function.ToDoubleFunction;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.study.results.StrengthRow;

/** What is said of cracks along the weakest path, at the nominal draw. */
enum CrackMetric {
    PENETRATION("penetration_mA_per_cm2", StrengthRow::penetrationAPerM2, LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2),
    TORTUOSITY("tortuosity", StrengthRow::crackTortuosity, 1),
    INTERGRANULAR_FRACTION("intergranular_fraction", StrengthRow::crackIntergranularFraction, 1);

    private final String key;
    private final ToDoubleFunction<StrengthRow> value;
    private final double unit;

    CrackMetric(String key, ToDoubleFunction<StrengthRow> value, double unit) {
        this.key = key;
        this.value = value;
        this.unit = unit;
    }

    /** Name in {@code summary.json}. */
    String key() {
        return key;
    }

    /** In SI. */
    ToDoubleFunction<StrengthRow> value() {
        return value;
    }

    /** SI per unit of the key. */
    double unit() {
        return unit;
    }
}
