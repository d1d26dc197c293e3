package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.core.RandomStreams;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.ClusterBootstrap;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.ObservationConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.run.StructureRanges;

/** One entry of {@code summary.json}. */
record DesignSummary(StudyConfig study, DesignConfig design, DesignPopulation population, DesignFigures figures) {
    private static final double MILLIAMPS = LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2;

    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        // 1. What it is and how many realizations stand behind it
        node.put("name", design.name());
        node.put("label", design.label());
        node.put("kind", design.kind().name().toLowerCase(java.util.Locale.ROOT));
        node.put("completed", population.completed());
        node.put("failed", population.failed());
        node.put("aborted", population.aborted());
        BitSet missing = population.missing(study.realizations());
        node.put("expected", study.realizations());
        node.put("missing", missing.cardinality());
        node.put("missing_structures", StructureRanges.text(missing));
        node.set("failures_by_reason", failures());
        node.put("reference_area_cm2", referenceAreaM2() / LaboratoryUnits.CM2_IN_M2);
        // 2. The critical current density under each hypothesis
        ObjectNode ccd = node.putObject("ccd_mA_per_cm2");
        ObjectNode ratio = node.putObject("ratio_to_baseline");
        for (Hypothesis hypothesis : Hypothesis.values()) {
            putCriticalCurrent(ccd, hypothesis);
            IntervalEstimate paired =
                    figures.ratioToBaseline(hypothesis, bootstrap(), stream("ratio:" + hypothesis.key()));
            JsonNumbers.putInterval(ratio, hypothesis.key(), paired, 1);
        }
        node.set("limiting_mode_share", limitingModes());
        VarianceReport.putShares(node, population);
        node.set("extrapolation", TailReport.toJson(study, population, referenceAreaM2()));
        putObservations(node);
        putCracks(node);
        CrackReport.put(node, study, population.cracks());
        CouplingReport.put(node, study, population.couplings());
        // 3. Hot spots of both faces with their mesh error
        ObjectNode hotSpots = node.putObject("hot_spots");
        for (String face : List.of(HotSpotRow.LI_INTERFACE, HotSpotRow.ELECTROLYTE_INTERFACE)) {
            ObjectNode faceNode = hotSpots.putObject(face);
            for (HotSpotMetric metric : HotSpotMetric.values()) {
                IntervalEstimate estimate =
                        median(figures.hotSpots(face, metric), "hot-spots:" + face + ":" + metric.key());
                ObjectNode entry = JsonNumbers.putInterval(faceNode, metric.key(), estimate, 1);
                putMeshError(entry, face, metric.key());
                figures.unresolved(face, metric).ifPresent(none -> {
                    ObjectNode unresolved = entry.putObject("unresolved");
                    unresolved.put("electrodes", none.count());
                    unresolved.put("of", none.of());
                    unresolved.put("reason", none.reason());
                });
            }
        }
        // 4. The cell
        JsonNumbers.put(
                node,
                "effective_conductivity_S_per_cm",
                figures.cells(CellMetric.EFFECTIVE_CONDUCTIVITY).quantile(0.5) / LaboratoryUnits.S_PER_CM_IN_S_PER_M);
        JsonNumbers.put(
                node,
                "area_specific_resistance_ohm_cm2",
                figures.cells(CellMetric.AREA_SPECIFIC_RESISTANCE).quantile(0.5) / LaboratoryUnits.OHM_CM2_IN_OHM_M2);
        JsonNumbers.put(
                node,
                "interface_resistance_ohm_cm2",
                figures.cells(CellMetric.INTERFACE_RESISTANCE).quantile(0.5) / LaboratoryUnits.OHM_CM2_IN_OHM_M2);
        JsonNumbers.put(
                node,
                "contact_fraction",
                figures.cells(CellMetric.CONTACT_FRACTION).quantile(0.5));
        putLayer(node);
        ObjectNode depth = node.putObject("homogenization_depth_um");
        putDepth(depth, "within5", figures.cells(CellMetric.DEPTH_WITHIN_5));
        putDepth(depth, "within10", figures.cells(CellMetric.DEPTH_WITHIN_10));
        return node;
    }

    private void putCriticalCurrent(ObjectNode parent, Hypothesis hypothesis) {
        Sample nominal = figures.nominalStrengths(hypothesis);
        ObjectNode entry = JsonNumbers.putInterval(
                parent, hypothesis.key(), median(nominal, "ccd:" + hypothesis.key()), MILLIAMPS);
        JsonNumbers.put(entry, "p2_5", nominal.quantile(0.025) / MILLIAMPS);
        JsonNumbers.put(entry, "p97_5", nominal.quantile(0.975) / MILLIAMPS);
        Sample prior = figures.priorStrengths(hypothesis);
        JsonNumbers.put(entry, "prior_lo95", prior.quantile(0.025) / MILLIAMPS);
        JsonNumbers.put(entry, "prior_hi95", prior.quantile(0.975) / MILLIAMPS);
        // Expected = observed + censored + failed + missing.
        DesignFigures.Observed observed = figures.observed(hypothesis);
        entry.put("observed", observed.observed());
        entry.put("censored", observed.censored());
    }

    /** Along the weakest path; null for structures without paths. */
    private void putCracks(ObjectNode parent) {
        ObjectNode node = parent.putObject("crack_path");
        node.put("label", "predicted");
        for (CrackMetric metric : CrackMetric.values()) {
            Sample sample = figures.cracks(metric);
            ObjectNode entry =
                    JsonNumbers.putInterval(node, metric.key(), median(sample, "crack:" + metric.key()), metric.unit());
            JsonNumbers.put(entry, "p2_5", sample.quantile(0.025) / metric.unit());
            JsonNumbers.put(entry, "p97_5", sample.quantile(0.975) / metric.unit());
        }
        DesignFigures.RunningThrough through = figures.runningThrough();
        JsonNumbers.put(node, "runs_through_share", (double) through.count() / through.of());
    }

    private ObjectNode limitingModes() {
        Map<String, Integer> counts = figures.limitingModes();
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        counts.forEach((mode, count) -> node.put(mode, count / all));
        return node;
    }

    private ObjectNode failures() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        population.failuresByReason().forEach(node::put);
        return node;
    }

    private void putObservations(ObjectNode node) {
        var list = node.putArray("observed");
        for (ObservationConfig observation : study.observationsOf(design)) {
            ObjectNode entry = list.addObject();
            entry.put("mA_per_cm2", StudySummary.milliamps(observation.currentDensityAPerM2()));
            entry.put("bound", observation.bound().name().toLowerCase(java.util.Locale.ROOT));
            entry.put("source", observation.source());
        }
    }

    /** Largest Richardson estimate over the realizations solved on three meshes. */
    private void putMeshError(ObjectNode entry, String face, String metric) {
        List<ConvergenceRow> rows = population.convergence().stream()
                .filter(row -> row.face().equals(face) && row.metric().equals(metric))
                .toList();
        JsonNumbers.put(
                entry,
                "mesh_error",
                rows.stream()
                        .map(ConvergenceRow::relativeError)
                        .max(Comparator.naturalOrder())
                        .orElse(Double.NaN));
    }

    private void putLayer(ObjectNode node) {
        if (design.interlayer() != null) {
            JsonNumbers.put(
                    node, "thickness_um", design.interlayer().thicknessM().median() / LaboratoryUnits.MICROMETRE_M);
            JsonNumbers.put(
                    node,
                    "conductivity_S_per_cm",
                    design.interlayer().conductivitySPerM().median() / LaboratoryUnits.S_PER_CM_IN_S_PER_M);
        }
    }

    private static void putDepth(ObjectNode node, String key, Sample sample) {
        JsonNumbers.put(node, key, sample.quantile(0.5) / LaboratoryUnits.MICROMETRE_M);
        JsonNumbers.put(node, key + "_p2_5", sample.quantile(0.025) / LaboratoryUnits.MICROMETRE_M);
        JsonNumbers.put(node, key + "_p97_5", sample.quantile(0.975) / LaboratoryUnits.MICROMETRE_M);
    }

    private IntervalEstimate median(Sample sample, String purpose) {
        return sample.median(bootstrap(), stream(purpose));
    }

    private ClusterBootstrap bootstrap() {
        return new ClusterBootstrap(study.statistics().bootstrapResamples());
    }

    private RandomGenerator stream(String purpose) {
        return RandomStreams.stream(study.seed(), "summary:" + design.name() + ":" + purpose, 0);
    }

    /** A patch of a 2D structure counts as its width times one grain. */
    private double referenceAreaM2() {
        double[] size = study.microstructure().sizeM();
        return size.length == 2 ? size[0] * study.microstructure().grainSizeM() : size[0] * size[1];
    }
}
