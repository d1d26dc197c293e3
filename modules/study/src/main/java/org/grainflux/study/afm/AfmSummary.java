package org.grainflux.study.afm;

import static org.grainflux.core.LaboratoryUnits.GIGAPASCAL_PA;
import static org.grainflux.core.LaboratoryUnits.MICROMETRE_M;
import static org.grainflux.core.LaboratoryUnits.NANOMETRE_M;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.summary.JsonNumbers;

/** {@code summary.json} of a run of the tip. What is infinite, for it lies above the limit, or unknown is null. */
public record AfmSummary(AfmStudy study, TipFindings findings) {
    private static final double SQUARE_NANOMETRE_M2 = 1e-18;
    private static final double MILLIVOLT_V = 1e-3;
    private static final double S_PER_CM = 100;

    public ObjectNode toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("study", study.name());
        root.put("kind", "afm");
        root.put("study_hash", study.contentHash());
        root.put("seed", study.seed());
        root.put("structures", findings.structures());
        root.put("failed", findings.failed());
        trigger(root);
        ObjectNode area = root.putObject("contact_area_nm2");
        JsonNumbers.put(area, "hertz", findings.hertzAreaM2() / SQUARE_NANOMETRE_M2);
        JsonNumbers.put(area, "plastic", findings.plasticAreaM2() / SQUARE_NANOMETRE_M2);
        ArrayNode electrodes = root.putArray("trigger_bias_by_electrode_um");
        findings.electrodes().forEach(point -> electrode(electrodes.addObject(), point));
        ObjectNode modulus = root.putObject("modulus_GPa");
        JsonNumbers.put(modulus, "interior", findings.scan().interiorModulusPa() / GIGAPASCAL_PA);
        JsonNumbers.put(modulus, "boundary", findings.scan().boundaryModulusPa() / GIGAPASCAL_PA);
        JsonNumbers.put(
                modulus,
                "boundary_if_core_as_wide_as_flux_model",
                findings.scan().structuralWidthReadingPa() / GIGAPASCAL_PA);
        JsonNumbers.put(modulus, "implied_core_width_nm", findings.scan().impliedCoreWidthM() / NANOMETRE_M);
        ObjectNode potential = root.putObject("surface_potential_mV");
        JsonNumbers.put(potential, "boundary", findings.scan().surfacePotentialV() / MILLIVOLT_V);
        JsonNumbers.put(potential, "measured", -study.measured().surfacePotentialV() / MILLIVOLT_V);
        contact(root.putObject("contact"));
        laws(root.putArray("distance_laws"));
        spaceCharge(root.putObject("space_charge"));
        return root;
    }

    private void trigger(ObjectNode root) {
        ObjectNode trigger = root.putObject("trigger_bias_V");
        statistics(trigger.putObject("boundary"), findings.boundary(), "predicted");
        statistics(trigger.putObject("interior"), findings.interior(), "predicted");
        statistics(trigger.putObject("interior_breakdown"), findings.breakdown(), "calibrated");
        findings.layer().ifPresent(layer -> {
            ObjectNode node = trigger.putObject("on_layer");
            statistics(node, layer, "predicted");
            JsonNumbers.put(node, "spread", findings.layerSpread());
            statistics(
                    trigger.putObject("on_layer_without_limit"),
                    findings.layerWithoutLimit().orElseThrow(),
                    "predicted");
        });
        double boundaryV = findings.boundary().median().value();
        double interiorV = findings.interior().median().value();
        ObjectNode ratio = root.putObject("interior_over_boundary");
        JsonNumbers.put(ratio, "by_mechanics", interiorV / boundaryV);
        JsonNumbers.put(
                ratio,
                "measured_above",
                study.measured().interiorAboveV() / study.measured().boundaryV());
        JsonNumbers.put(ratio, "shortfall", study.measured().interiorAboveV() / interiorV);
        findings.grooves().ifPresent(fit -> {
            ObjectNode weibull = root.putObject("boundary_weibull");
            JsonNumbers.putInterval(weibull, "modulus", fit.modulus(), 1);
            JsonNumbers.put(weibull, "scale_V", fit.scale());
            weibull.put("grooves", fit.uncensored() + fit.censored());
        });
    }

    private static void statistics(ObjectNode node, TriggerStatistics statistics, String label) {
        JsonNumbers.put(node, "median", statistics.median().value());
        JsonNumbers.put(node, "lo95", statistics.low95());
        JsonNumbers.put(node, "hi95", statistics.high95());
        JsonNumbers.put(node, "censored_fraction", statistics.censoredFraction());
        JsonNumbers.put(node, "median_lo95", statistics.median().lower95());
        JsonNumbers.put(node, "median_hi95", statistics.median().upper95());
        node.put("places", statistics.places());
        node.put("label", label);
    }

    private static void electrode(ObjectNode node, ElectrodePoint point) {
        JsonNumbers.put(node, "electrode_um", point.sideM() / MICROMETRE_M);
        JsonNumbers.put(node, "median", point.medianV());
        JsonNumbers.put(node, "lo95", point.low95V());
        JsonNumbers.put(node, "hi95", point.high95V());
        JsonNumbers.put(node, "censored_fraction", point.censoredFraction());
        JsonNumbers.put(node, "median_of_drawn_grooves", point.medianOfDrawnV());
        JsonNumbers.put(node, "edges_touched", point.edgesTouched());
        JsonNumbers.put(node, "boundary_length_um", point.boundaryLengthM() / MICROMETRE_M);
        JsonNumbers.put(node, "interface_share", point.interfaceShare());
    }

    private void contact(ObjectNode node) {
        TipFindings.ContactFindings contact = findings.contact();
        JsonNumbers.put(node, "radius_nm", contact.radiusM() / NANOMETRE_M);
        JsonNumbers.put(node, "mean_pressure_GPa", contact.meanPressurePa() / GIGAPASCAL_PA);
        JsonNumbers.put(node, "resistance_ohm", contact.resistanceOhm());
        JsonNumbers.put(node, "spreading_ohm", contact.spreadingOhm());
        JsonNumbers.put(node, "charge_transfer_ohm", contact.chargeTransferOhm());
        JsonNumbers.put(node, "crossover_radius_um", contact.crossoverRadiusM() / MICROMETRE_M);
        JsonNumbers.put(node, "filament_ohm", contact.filamentOhm());
    }

    private void laws(ArrayNode array) {
        double least =
                findings.laws().stream().mapToDouble(LawFit::akaike).min().orElse(Double.NaN);
        for (LawFit law : findings.laws()) {
            ObjectNode node = array.addObject();
            node.put("law", law.law().name().toLowerCase(Locale.ROOT));
            JsonNumbers.put(node, "boundary_V", law.boundaryV());
            JsonNumbers.put(node, "interior_V", law.interiorV());
            JsonNumbers.put(node, "length_nm", law.lengthM() / NANOMETRE_M);
            JsonNumbers.put(node, "aic", law.akaike());
            JsonNumbers.put(node, "aic_difference", law.akaike() - least);
            node.put("places", law.places());
        }
    }

    private void spaceCharge(ObjectNode node) {
        JsonNumbers.put(
                node,
                "flux_model_boundary_conductivity_S_per_cm",
                findings.scan().fluxBoundaryConductivitySPerM() / S_PER_CM);
        ArrayNode readings = node.putArray("readings");
        for (SpaceChargeReading reading : findings.scan().readings()) {
            ObjectNode one = readings.addObject();
            one.put("reading", reading.name());
            JsonNumbers.put(one, "depth_mV", reading.depthV() / MILLIVOLT_V);
            JsonNumbers.put(one, "peak_resistivity_ratio", reading.peakResistivityRatio());
            JsonNumbers.put(one, "mean_resistivity_ratio", reading.meanResistivityRatio());
            JsonNumbers.put(one, "boundary_conductivity_S_per_cm", reading.conductivitySPerM() / S_PER_CM);
            JsonNumbers.put(one, "mobile_charges_per_m3", reading.chargesPerM3());
        }
    }

    /** A small table for the terminal. */
    public String table() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-34s %10s %22s %9s%n", "triggering bias (V)", "median", "95 % of places", "censored"));
        line(text, "on boundaries", findings.boundary());
        line(text, "in interiors, mechanics", findings.interior());
        line(text, "in interiors, breakdown", findings.breakdown());
        findings.layer().ifPresent(layer -> line(text, "on the layer", layer));
        findings.electrodes().stream()
                .filter(point -> point.sideM() == study.electrodeSidesM()[0]
                        || point.sideM() == study.electrodeSidesM()[study.electrodeSidesM().length - 1])
                .forEach(point -> text.append(String.format(
                        Locale.ROOT,
                        "%-34s %10s %22s %9.3f%n",
                        String.format(Locale.ROOT, "electrode of %.4g um", point.sideM() / MICROMETRE_M),
                        number(point.medianV()),
                        number(point.low95V()) + " to " + number(point.high95V()),
                        point.censoredFraction())));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, TriggerStatistics statistics) {
        text.append(String.format(
                Locale.ROOT,
                "%-34s %10s %22s %9.3f%n",
                name,
                number(statistics.median().value()),
                number(statistics.low95()) + " to " + number(statistics.high95()),
                statistics.censoredFraction()));
    }

    private static String number(double value) {
        return Double.isInfinite(value)
                ? "> limit"
                : Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
    }
}
