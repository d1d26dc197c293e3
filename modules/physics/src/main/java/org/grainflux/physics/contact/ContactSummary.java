package org.grainflux.physics.contact;

import java.io.Serializable;
import java.util.Arrays;
import org.grainflux.core.InvalidInputException;

/**
 * Contacts of one model over a set of places.
 *
 * @param count number of places; with 0 every other value is NaN, "no such place"
 * @param minimumAreaM2 smallest contact area, m²
 * @param medianAreaM2 median contact area, m²
 * @param maximumAreaM2 largest contact area, m²
 * @param minimumPressurePa smallest mean pressure, Pa
 * @param medianPressurePa median mean pressure, Pa
 * @param maximumPressurePa largest mean pressure, Pa
 * @param aboveHardnessFraction share of places whose mean pressure exceeds the hardness
 */
public record ContactSummary(
        int count,
        double minimumAreaM2,
        double medianAreaM2,
        double maximumAreaM2,
        double minimumPressurePa,
        double medianPressurePa,
        double maximumPressurePa,
        double aboveHardnessFraction)
        implements Serializable {

    static ContactSummary of(double[] areaM2, double[] pressurePa, double hardnessPa) {
        if (areaM2.length != pressurePa.length) {
            throw new InvalidInputException("a contact summary needs one pressure per area, got " + areaM2.length
                    + " areas and " + pressurePa.length + " pressures");
        }
        int n = areaM2.length;
        if (n == 0) {
            return new ContactSummary(
                    0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] areas = areaM2.clone();
        double[] pressures = pressurePa.clone();
        Arrays.sort(areas);
        Arrays.sort(pressures);
        long above = Arrays.stream(pressures).filter(p -> p > hardnessPa).count();
        return new ContactSummary(
                n,
                areas[0],
                median(areas),
                areas[n - 1],
                pressures[0],
                median(pressures),
                pressures[n - 1],
                (double) above / n);
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }
}
