package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.StructureRow;

/**
 * Collects the rows of a run, in any order of structures, and answers the study. Rows are added once each; then
 * {@link #toJson()} and {@link #table()} may be called.
 */
public final class StudySummary {
    private final StudyConfig study;
    private final Map<String, DesignPopulation> designs = new LinkedHashMap<>();
    /** The plane structures that volumes are compared with, by design. */
    private final Map<String, DesignPopulation> planes = new LinkedHashMap<>();

    private final List<StructureRow> structures = new ArrayList<>();
    private final ReductionReport reduction = new ReductionReport();

    public StudySummary(StudyConfig study) {
        this.study = study;
        for (DesignConfig design : study.designs()) {
            designs.put(design.name(), new DesignPopulation());
            planes.put(design.name(), new DesignPopulation());
        }
    }

    public void add(LedgerRow row) {
        population(designs, row.design()).add(row);
    }

    public void add(CellRow row) {
        reduction.add(row);
        population(designs, row.design()).add(row);
    }

    public void add(HotSpotRow row) {
        population(designs, row.design()).add(row);
    }

    public void add(StrengthRow row) {
        population(designs, row.design()).add(row);
    }

    public void add(ConvergenceRow row) {
        population(designs, row.design()).add(row);
    }

    public void add(StructureRow row) {
        structures.add(row);
    }

    /** A row of a plane structure that a volume is compared with. */
    public void addPlane(CellRow row) {
        population(planes, row.design()).add(row);
    }

    public void addPlane(HotSpotRow row) {
        population(planes, row.design()).add(row);
    }

    public void addPlane(StrengthRow row) {
        population(planes, row.design()).add(row);
    }

    /** The whole of {@code summary.json}. Numbers that do not exist (censored, undefined) are null. */
    public ObjectNode toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("study", study.name());
        root.put("study_hash", study.contentHash());
        root.put("seed", study.seed());
        root.put("realizations", study.realizations());
        root.set("structures", new StructureSummary(study.microstructure().dimension(), structures).toJson());
        ObjectNode protocol = root.putObject("protocol");
        protocol.put("start_mA_per_cm2", milliamps(study.protocol().startAPerM2()));
        protocol.put("step_mA_per_cm2", milliamps(study.protocol().stepAPerM2()));
        protocol.put("maximum_mA_per_cm2", milliamps(study.protocol().maximumAPerM2()));
        protocol.put(
                "capacity_per_step_mAh_per_cm2",
                study.protocol().capacityPerStepCPerM2() / LaboratoryUnits.MAH_PER_CM2_IN_C_PER_M2);
        reduction.putInto(root);
        var list = root.putArray("designs");
        DesignPopulation baseline = designs.get(study.designs().get(0).name());
        for (DesignConfig design : study.designs()) {
            ObjectNode node = new DesignSummary(study, design, designs.get(design.name()), baseline).toJson();
            if (study.statistics().compareDimensions()) {
                node.set(
                        "plane_over_volume",
                        new DimensionReport(study, design, designs.get(design.name()), planes.get(design.name()))
                                .toJson());
            }
            list.add(node);
        }
        return root;
    }

    /** A small table for the terminal. */
    public String table() {
        return SummaryTable.of(toJson());
    }

    private DesignPopulation population(Map<String, DesignPopulation> populations, String design) {
        DesignPopulation population = populations.get(design);
        if (population == null) {
            throw new IllegalArgumentException("the run has a row of design " + design + ", which study " + study.name()
                    + " does not have; it has " + designs.keySet());
        }
        return population;
    }

    static double milliamps(double currentDensityAPerM2) {
        return currentDensityAPerM2 / LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2;
    }
}
