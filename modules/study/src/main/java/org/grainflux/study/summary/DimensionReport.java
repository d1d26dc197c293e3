package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedSet;
import java.util.random.RandomGenerator;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.core.RandomStreams;
import org.grainflux.statistics.resampling.ClusterBootstrap;
import org.grainflux.statistics.resampling.ClusteredSample;
import org.grainflux.statistics.resampling.PairedRatio;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;

/**
 * What a plane structure makes of each figure over what a volume of the same statistics makes of it, for one design, at
 * the ceramic's surface. A volume and its companion share an index and are otherwise independent, so resampling their
 * indices resamples both populations.
 *
 * @param volume the population of the study
 * @param plane its plane companions
 */
record DimensionReport(StudyConfig study, DesignConfig design, DesignPopulation volume, DesignPopulation plane) {

    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        SortedSet<Integer> structures = volume.structures();
        for (HotSpotMetric metric : HotSpotMetric.values()) {
            put(
                    node,
                    metric.key(),
                    1,
                    plane.hotSpotValues(structures, HotSpotRow.ELECTROLYTE_INTERFACE, metric.value()),
                    volume.hotSpotValues(structures, HotSpotRow.ELECTROLYTE_INTERFACE, metric.value()));
        }
        put(
                node,
                "effective_conductivity_S_per_cm",
                LaboratoryUnits.S_PER_CM_IN_S_PER_M,
                plane.cellValues(structures, CellRow::effectiveConductivitySPerM),
                volume.cellValues(structures, CellRow::effectiveConductivitySPerM));
        put(
                node,
                "ccd_self_consistent_mA_per_cm2",
                LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2,
                plane.nominalStrengths(structures, Hypothesis.SELF_CONSISTENT),
                volume.nominalStrengths(structures, Hypothesis.SELF_CONSISTENT));
        return node;
    }

    private void put(ObjectNode parent, String key, double unit, double[][] ofPlane, double[][] ofVolume) {
        ClusterBootstrap bootstrap = new ClusterBootstrap(study.statistics().bootstrapResamples());
        ObjectNode entry = parent.putObject(key);
        JsonNumbers.putInterval(
                entry, "plane", bootstrap.median(ClusteredSample.of(ofPlane), stream(key, "plane")), unit);
        JsonNumbers.putInterval(
                entry, "volume", bootstrap.median(ClusteredSample.of(ofVolume), stream(key, "volume")), unit);
        PairedRatio ratio = PairedRatio.ofMedians(ofPlane, ofVolume, bootstrap, stream(key, "ratio"));
        JsonNumbers.putInterval(entry, "ratio", ratio.ratio(), 1);
        entry.put("pairs", ratio.pairs());
    }

    private RandomGenerator stream(String key, String of) {
        return RandomStreams.stream(study.seed(), "summary:" + design.name() + ":dimensions:" + key + ":" + of, 0);
    }
}
