package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.statistics.tail.TailExtrapolation;
import org.grainflux.statistics.tail.TailResult;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.StrengthRow;

/**
 * The self-consistent critical current density at the study's target area, from Weibull fits at several patch sizes, or
 * the reason why it is refused. Only the Griffith branch obeys a weakest-link law; stripping and the limiting current
 * do not depend on the area.
 */
final class TailReport {
    private TailReport() {}

    static ObjectNode toJson(StudyConfig study, DesignPopulation population, double patchAreaM2) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        double targetAreaM2 = study.statistics().targetAreaM2();
        node.put("target_area_cm2", targetAreaM2 / LaboratoryUnits.CM2_IN_M2);
        double[][][] minima = minima(population.strengths().values());
        int parts = minima.length == 0 || minima[0].length == 0 ? 1 : minima[0][0].length;
        TailExtrapolation tail = TailExtrapolation.fit(minima, patchAreaM2 / parts, Double.POSITIVE_INFINITY);
        TailResult result = tail.toArea(targetAreaM2);
        if (result instanceof TailResult.Extrapolated extrapolated) {
            ObjectNode value = JsonNumbers.putInterval(
                    node, "self_consistent_mA_per_cm2", extrapolated.median(), LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2);
            JsonNumbers.put(value, "weibull_modulus", extrapolated.modulus().value());
        } else if (result instanceof TailResult.Refused refused) {
            node.put("refused", refused.reason().name().toLowerCase(Locale.ROOT));
            node.put("explanation", refused.explanation());
        }
        var fits = node.putArray("fits");
        for (TailResult.SizeFit fit : result.fits()) {
            ObjectNode entry = fits.addObject();
            JsonNumbers.put(entry, "area_cm2", fit.areaM2() / LaboratoryUnits.CM2_IN_M2);
            entry.put("blocks", fit.blocks());
            JsonNumbers.put(entry, "modulus", fit.modulus().value());
            JsonNumbers.put(entry, "modulus_lo95", fit.modulus().lower95());
            JsonNumbers.put(entry, "modulus_hi95", fit.modulus().upper95());
        }
        return node;
    }

    /** [structure][electrode × flaw draw][part], nominal draw. */
    private static double[][][] minima(Collection<List<StrengthRow>> structures) {
        return structures.stream()
                .map(rows -> rows.stream()
                        .filter(row -> row.priorDraw() == 0)
                        .map(StrengthRow::blockMinimaAPerM2)
                        .filter(Objects::nonNull)
                        .toArray(double[][]::new))
                .filter(rows -> rows.length > 0)
                .toArray(double[][][]::new);
    }
}
