package org.grainflux.study.config;

import java.util.Map;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.study.config.schema.Amount;
import org.grainflux.study.config.schema.Checked;

/**
 * Defaults that differ in a volume. Elements graded to lines instead of points cost far more unknowns, so they are coarser, and
 * fine only where a first solution finds the current large: the largest 500 nm average of six electrodes was 0.5 to 1.8 % too
 * large, at 1,090 to 1,350 unknowns per grain in a cube of 216.
 */
final class VolumeDefaults {
    /** Key under {@code numerics} to its default in a volume, in the key's unit. */
    static final Map<String, Double> NUMERICS = Map.of(
            "foot_element_nm", 350.0,
            "electrode_element_um", 4.0,
            "interior_element_um", 8.0,
            "growth", 0.65);

    /** Where the current is large; in the key's unit. */
    static final double HOT_SPOT_ELEMENT_NM = 60;

    /** Every draw that changes an interface is a solution of its own in a volume. */
    static final long PRIOR_DRAWS = 1;

    static final long CONVERGENCE_SAMPLES = 1;

    private VolumeDefaults() {}

    /** The study with what was not given filled for its dimension. */
    static Checked fill(Checked study) {
        Checked microstructure = study.section("microstructure");
        if (microstructure == null || microstructure.whole("dimension") != 3) {
            return study;
        }
        Checked filled = fillDepth(study);
        Checked numerics = study.section("numerics");
        if (numerics != null) {
            for (String key : NUMERICS.keySet()) {
                if (numerics.isDefault(key)) {
                    Amount plane = numerics.amount(key);
                    numerics = numerics.with(
                            key,
                            new Amount(
                                    ScalarDistribution.fixed(NUMERICS.get(key)), plane.unit(), null, plane.origin()));
                }
            }
            boolean meshed = !ImageRules.areImages(microstructure);
            if (meshed && !numerics.has("hot_spot_element_nm") && !numerics.isRefused("hot_spot_element_nm")) {
                Amount foot = numerics.amount("foot_element_nm");
                numerics = numerics.with(
                        "hot_spot_element_nm",
                        new Amount(ScalarDistribution.fixed(HOT_SPOT_ELEMENT_NM), foot.unit(), null, foot.origin()));
            }
            filled = filled.with(
                    "numerics", meshed ? withWhole(numerics, "convergence_samples", CONVERGENCE_SAMPLES) : numerics);
        }
        Checked statistics = study.section("statistics");
        if (statistics != null) {
            statistics = withWhole(statistics, "prior_draws", PRIOR_DRAWS);
            filled = filled.with(
                    "statistics",
                    statistics.has("compare_dimensions") || statistics.isRefused("compare_dimensions")
                            ? statistics
                            : statistics.with("compare_dimensions", !BrickRules.areBricks(microstructure)));
        }
        return filled;
    }

    /** The second periodic width of a volume where it was not given: the first. */
    static Checked fillDepth(Checked study) {
        Checked microstructure = study.section("microstructure");
        boolean missing = microstructure != null
                && microstructure.whole("dimension") == 3
                && !microstructure.has("depth_um")
                && !microstructure.isRefused("depth_um")
                && microstructure.has("width_um");
        return missing
                ? study.with("microstructure", microstructure.with("depth_um", microstructure.amount("width_um")))
                : study;
    }

    private static Checked withWhole(Checked section, String key, long value) {
        return section.isDefault(key) ? section.with(key, value) : section;
    }
}
