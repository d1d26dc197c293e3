package org.grainflux.study.memristor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.physics.memristor.FilamentMetal;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.StreamedQuantiles;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.summary.JsonNumbers;

/**
 * {@code summary.json} of a memristor run: one entry per electrode and protocol. Rows are added {@link #PASSES} times with
 * {@link #endPass()} after each, the ledger once.
 */
public final class MemristorSummary {
    public static final int PASSES = StreamedQuantiles.PASSES;

    private final MemristorStudy study;
    private final Map<String, ElectrodePopulation> populations = new LinkedHashMap<>();
    private final Map<String, int[]> ledger = new LinkedHashMap<>();

    public MemristorSummary(MemristorStudy study) {
        this.study = study;
        study.designs().forEach(design -> {
            populations.put(design.name(), new ElectrodePopulation());
            ledger.put(design.name(), new int[2]);
        });
    }

    public void add(LedgerRow row) {
        if (row.state().equals(LedgerRow.COMPLETED)) {
            ledger.get(row.design())[0]++;
        } else if (row.state().equals(LedgerRow.FAILED)) {
            ledger.get(row.design())[1]++;
        }
    }

    public void add(CyclesRow row) {
        populations.get(row.design()).add(row);
    }

    public void endPass() {
        populations.values().forEach(ElectrodePopulation::endPass);
    }

    /** Numbers that do not exist, as the SET bias of an electrode that never sets, are null. */
    public ObjectNode toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("study", study.name());
        root.put("kind", "memristor");
        root.put("study_hash", study.contentHash());
        root.put("seed", study.seed());
        root.put("devices", study.devices());
        ArrayNode electrodes = root.putArray("electrodes");
        study.designs().forEach(design -> electrodes.add(entry(design)));
        return root;
    }

    private ObjectNode entry(MemristorStudy.Design design) {
        ElectrodePopulation population = populations.get(design.name());
        MemristorStudy.ElectrodeSite electrode = design.electrode();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", design.name());
        node.put("label", electrode.label());
        node.put("protocol", design.protocol().name());
        node.put("electrode_um", electrode.sideM() / LaboratoryUnits.MICROMETRE_M);
        IntervalEstimate set = population.setBiasV().median();
        JsonNumbers.put(node, "set_bias_V", set.value());
        ObjectNode setInterval = node.putObject("set_bias_interval_V");
        JsonNumbers.put(setInterval, "lo95", set.lower95());
        JsonNumbers.put(setInterval, "hi95", set.upper95());
        JsonNumbers.putInterval(node, "on_off_ratio", population.onOffRatio().median(), 1);
        ObjectNode range = node.putObject("on_off_ratio_of_95_percent_of_cycles");
        JsonNumbers.put(range, "low", population.onOffRatio().quantile(ElectrodePopulation.LOW));
        JsonNumbers.put(range, "high", population.onOffRatio().quantile(ElectrodePopulation.HIGH));
        JsonNumbers.put(node, "reset_success_fraction", population.resetSuccessFraction());
        node.put("cycles", study.cycles());
        JsonNumbers.put(node, "connected_fraction", population.connectedFraction());
        JsonNumbers.putInterval(node, "first_set_cycle", population.firstSetCycle(), 1);
        JsonNumbers.putInterval(node, "formed_radius_nm", population.formedRadiusM(), LaboratoryUnits.NANOMETRE_M);
        JsonNumbers.put(node, "critical_radius_nm", criticalRadiusM(design) / LaboratoryUnits.NANOMETRE_M);
        JsonNumbers.putInterval(node, "forming_time_h", population.formingS(), 3600);
        JsonNumbers.put(node, "charge_imbalance", population.worstImbalance());
        node.put("completed", ledger.get(design.name())[0]);
        node.put("failed", ledger.get(design.name())[1]);
        return node;
    }

    /** Of the whole filament, above which the compliance leaves less than the reset bias over it. */
    private double criticalRadiusM(MemristorStudy.Design design) {
        FilamentMetal metal = new FilamentMetal(
                study.filament().resistivityOhmM(),
                DeviceDraw.SIZE_EFFECT * study.filament().meanFreePathM());
        return metal.criticalRadiusM(
                study.ceramic().thicknessM(),
                design.protocol().resetV(),
                design.electrode().complianceA());
    }

    /** A small table for the terminal. */
    public String table() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-28s %12s %12s %26s %8s%n",
                "electrode-protocol",
                "size (um)",
                "SET (V)",
                "on/off (95 %)",
                "resets"));
        study.designs().forEach(design -> {
            ElectrodePopulation population = populations.get(design.name());
            IntervalEstimate ratio = population.onOffRatio().median();
            text.append(String.format(
                    Locale.ROOT,
                    "%-28s %12.4g %12s %26s %8s%n",
                    design.name(),
                    design.electrode().sideM() / LaboratoryUnits.MICROMETRE_M,
                    number("%.3f", population.setBiasV().median().value()),
                    number("%.3g", ratio.value()) + " (" + number("%.3g", ratio.lower95()) + "–"
                            + number("%.3g", ratio.upper95()) + ")",
                    number("%.2f", population.resetSuccessFraction())));
        });
        return text.toString();
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }
}
