package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.statistics.resampling.ClusterBootstrap;
import org.grainflux.statistics.resampling.StreamedQuantiles;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.CouplingRow;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.StructureRow;

/**
 * Collects the rows of a run and answers the study. Up to {@link #MOST_HELD} structures the rows are added once, in any
 * order of structures, and held. A larger population is streamed: the rows of structures, cells, hot spots and strengths
 * are added {@link #passes()} times, every table by structure as the run's reader gives it, with {@link #endPass()} after each
 * pass; all others before the first pass ends. Different threads may add the rows of different tables. Then {@link #toJson()} and {@link
 * #table()} may be called.
 *
 * <p>Of a streamed population the first {@link #STRUCTURES_IN_PART} structures are held for what is estimated from them
 * alone: the extrapolation of the tail, the shares of variance and the comparison with planes.
 */
public final class StudySummary {
    /** Where intervals no longer come from resampling, nothing needs the population at once. */
    static final int MOST_HELD = ClusterBootstrap.MAX_RESAMPLED_CLUSTERS;

    /** A share of variance from so many structures is known to √(2/10,000) = 1.4 %. */
    static final int STRUCTURES_IN_PART = 10_000;

    private final StudyConfig study;
    private final boolean streamed;
    private int pass = 1;
    private final Map<String, DesignPopulation> designs = new LinkedHashMap<>();
    private final Map<String, StreamedFigures> figures = new LinkedHashMap<>();
    /** The plane structures that volumes are compared with, by design. */
    private final Map<String, DesignPopulation> planes = new LinkedHashMap<>();

    private final StructureSummary structures;
    private final ReductionReport reduction = new ReductionReport();
    private final StructureGroups<CellRow> cells = new StructureGroups<>(
            CellRow::structureIndex,
            CellRow::design,
            rows -> rows.forEach((design, ofDesign) -> figures.get(design).addCells(ofDesign)));
    private final StructureGroups<HotSpotRow> hotSpots = new StructureGroups<>(
            HotSpotRow::structureIndex,
            HotSpotRow::design,
            rows -> rows.forEach((design, ofDesign) -> figures.get(design).addHotSpots(ofDesign)));
    private final StructureGroups<StrengthRow> strengths =
            new StructureGroups<>(StrengthRow::structureIndex, StrengthRow::design, this::addStrengths);

    public StudySummary(StudyConfig study) {
        this(study, study.realizations() > MOST_HELD);
    }

    StudySummary(StudyConfig study, boolean streamed) {
        this.study = study;
        this.streamed = streamed;
        this.structures = new StructureSummary(study.microstructure().dimension(), streamed);
        for (DesignConfig design : study.designs()) {
            designs.put(design.name(), new DesignPopulation());
            planes.put(design.name(), new DesignPopulation());
            figures.put(design.name(), new StreamedFigures(study.protocol()));
        }
    }

    /** How often the rows must be added. */
    public int passes() {
        return streamed ? StreamedQuantiles.PASSES : 1;
    }

    /** After all rows were added once more. */
    public void endPass() {
        if (streamed) {
            cells.end();
            hotSpots.end();
            strengths.end();
            figures.values().forEach(StreamedFigures::endPass);
            structures.endPass();
        }
        pass++;
    }

    private void addStrengths(Map<String, List<StrengthRow>> rows) {
        List<StrengthRow> baseline = rows.getOrDefault(study.designs().get(0).name(), List.of());
        rows.forEach((design, ofDesign) -> figures.get(design).addStrengths(ofDesign, baseline));
    }

    /** Whether a row of this structure is to be held. */
    private boolean holds(int structure) {
        return pass == 1 && (!streamed || structure < STRUCTURES_IN_PART);
    }

    private boolean holdsForPlanes(int structure) {
        return holds(structure) && (!streamed || study.statistics().compareDimensions());
    }

    public void add(LedgerRow row) {
        DesignPopulation population = population(designs, row.design());
        if (pass == 1) {
            population.add(row);
        }
    }

    public void add(CellRow row) {
        DesignPopulation population = population(designs, row.design());
        if (pass == 1) {
            reduction.add(row);
        }
        if (holdsForPlanes(row.structureIndex())) {
            population.add(row);
        }
        if (streamed) {
            cells.add(row);
        }
    }

    public void add(HotSpotRow row) {
        DesignPopulation population = population(designs, row.design());
        if (holdsForPlanes(row.structureIndex())) {
            population.add(row);
        }
        if (streamed) {
            hotSpots.add(row);
        }
    }

    public void add(StrengthRow row) {
        DesignPopulation population = population(designs, row.design());
        if (holds(row.structureIndex())) {
            population.add(row);
        }
        if (streamed) {
            strengths.add(row);
        }
    }

    public void add(ConvergenceRow row) {
        DesignPopulation population = population(designs, row.design());
        if (pass == 1) {
            population.add(row);
        }
    }

    public void add(CouplingRow row) {
        DesignPopulation population = population(designs, row.design());
        if (pass == 1) {
            population.add(row);
        }
    }

    public void add(CrackRow row) {
        DesignPopulation population = population(designs, row.design());
        if (pass == 1) {
            population.add(row);
        }
    }

    public void add(StructureRow row) {
        structures.add(row);
    }

    /** A row of a plane structure that a volume is compared with. */
    public void addPlane(CellRow row) {
        if (holdsForPlanes(row.structureIndex())) {
            population(planes, row.design()).add(row);
        }
    }

    public void addPlane(HotSpotRow row) {
        if (holdsForPlanes(row.structureIndex())) {
            population(planes, row.design()).add(row);
        }
    }

    public void addPlane(StrengthRow row) {
        if (holdsForPlanes(row.structureIndex())) {
            population(planes, row.design()).add(row);
        }
    }

    /** The whole of {@code summary.json}. Numbers that do not exist (censored, undefined) are null. */
    public ObjectNode toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("study", study.name());
        root.put("study_hash", study.contentHash());
        root.put("seed", study.seed());
        root.put("realizations", study.realizations());
        root.set("structures", structures.toJson());
        if (study.realizations() > STRUCTURES_IN_PART) {
            root.put("structures_of_tail_and_variance", STRUCTURES_IN_PART);
        }
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
            ObjectNode node =
                    new DesignSummary(study, design, designs.get(design.name()), figuresOf(design, baseline)).toJson();
            if (study.statistics().compareDimensions()) {
                node.set(
                        "plane_over_volume",
                        new DimensionReport(study, design, designs.get(design.name()), planes.get(design.name()))
                                .toJson());
            }
            list.add(node);
        }
        if (study.fracture().extension().realizations() > 0
                || study.fracture().coupled().realizations() > 0) {
            new ConsistencyChecks(study, designs).putInto(root);
        }
        return root;
    }

    private DesignFigures figuresOf(DesignConfig design, DesignPopulation baseline) {
        return streamed
                ? figures.get(design.name())
                : new HeldFigures(study.protocol(), designs.get(design.name()), baseline);
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
