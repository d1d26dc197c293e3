package org.grainflux.study.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.study.regression.ReferenceValues.Figure;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.StructureRow;
import org.grainflux.study.results.UnitResult;

/** The quantities that a reference may compare, each with all places at which a structure has it, in laboratory units. */
public final class Quantities {
    /** Place of what belongs to a structure rather than to a design. */
    public static final String STRUCTURE = "structure";

    /** Current along an electrode's surface, averaged over a window, over its mean. */
    public static final String CURRENT_PROFILE = "current_profile";

    /** Potential at points inside, with 1 V between the lithium electrodes. */
    public static final String POTENTIAL = "potential_V";

    /** Every entry of a study's summary that is no error. */
    static final String SUMMARY = "summary";

    /** Every error of the mesh in a study's summary: differences of nearly equal numbers, relative already. */
    static final String SUMMARY_MESH_ERROR = "summary_mesh_error";

    private static final Map<String, Function<UnitResult, List<Figure>>> FIGURES = new LinkedHashMap<>();

    static {
        structure("grain_count", StructureRow::grainCount);
        structure("foot_count", StructureRow::footCount);
        structure("grain_measure_cov", StructureRow::grainMeasureCov);
        structure("mean_neighbours", StructureRow::meanNeighbours);
        structure("mean_misorientation_deg", row -> Math.toDegrees(row.meanMisorientationRad()));
        structure(
                "boundary_per_volume_per_um", row -> row.boundaryMeasurePerVolumePerM() * LaboratoryUnits.MICROMETRE_M);
        structure(
                "mean_boundary_resistance_ohm_cm2",
                row -> row.meanBoundaryResistanceOhmM2() / LaboratoryUnits.OHM_CM2_IN_OHM_M2);
        structure(
                "effective_conductivity_S_per_cm",
                row -> row.effectiveConductivitySPerM() / LaboratoryUnits.S_PER_CM_IN_S_PER_M);
        structure("thomson_bound_S_per_cm", row -> row.thomsonBoundSPerM() / LaboratoryUnits.S_PER_CM_IN_S_PER_M);
        mesh("unknowns", LedgerRow::unknowns);
        cell(
                "area_specific_resistance_ohm_cm2",
                row -> row.areaSpecificResistanceOhmM2() / LaboratoryUnits.OHM_CM2_IN_OHM_M2);
        cell("interface_resistance_ohm_cm2", row -> row.interfaceResistanceOhmM2() / LaboratoryUnits.OHM_CM2_IN_OHM_M2);
        cell("contact_fraction", CellRow::contactFraction);
        cell("homogenization_depth_um", row -> row.depthWithin5M() / LaboratoryUnits.MICROMETRE_M);
        hotSpot("w100_max_over_mean", HotSpotRow::w100MaxOverMean);
        hotSpot("w200_max_over_mean", HotSpotRow::w200MaxOverMean);
        hotSpot("w500_max_over_mean", HotSpotRow::w500MaxOverMean);
        hotSpot("w1000_max_over_mean", HotSpotRow::w1000MaxOverMean);
        hotSpot("cov_w200", HotSpotRow::covW200);
        hotSpot("grain_average_max_over_min", HotSpotRow::grainAverageMaxOverMin);
        hotSpot("grain_average_max_over_mean", HotSpotRow::grainAverageMaxOverMean);
        strength("ccd_paper_predicted_mA_per_cm2", StrengthRow::paperPredictedAPerM2);
        strength("ccd_self_consistent_mA_per_cm2", StrengthRow::selfConsistentAPerM2);
        strength("ccd_competing_mA_per_cm2", StrengthRow::competingAPerM2);
    }

    private Quantities() {}

    /** Names of all quantities: those that are one number per place, then the fields, then those of a summary. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(FIGURES.keySet());
        names.add(CURRENT_PROFILE);
        names.add(POTENTIAL);
        names.add(SUMMARY);
        names.add(SUMMARY_MESH_ERROR);
        return names;
    }

    static boolean isField(String quantity) {
        return quantity.equals(CURRENT_PROFILE) || quantity.equals(POTENTIAL);
    }

    static boolean isOfSummary(String quantity) {
        return quantity.equals(SUMMARY) || quantity.equals(SUMMARY_MESH_ERROR);
    }

    /**
     * The values of a quantity in one structure.
     *
     * @param quantity one that is no field and not of a summary
     */
    static List<Figure> figures(String quantity, UnitResult result) {
        return FIGURES.get(quantity).apply(result);
    }

    /** Place of what belongs to an electrode of a design. */
    static String place(String design, int electrode) {
        return design + ", " + (electrode == 0 ? "lower" : "upper") + " electrode";
    }

    /** The design that a place names; {@link #STRUCTURE} when it names none. */
    static String design(String place) {
        int comma = place.indexOf(',');
        return comma < 0 ? place : place.substring(0, comma);
    }

    private static void structure(String name, ToDoubleFunction<StructureRow> value) {
        FIGURES.put(
                name,
                result -> result.structures().stream()
                        .map(row -> new Figure(name, STRUCTURE, value.applyAsDouble(row)))
                        .toList());
    }

    private static void mesh(String name, ToDoubleFunction<LedgerRow> value) {
        FIGURES.put(
                name,
                result -> result.ledger().stream()
                        .limit(1)
                        .map(row -> new Figure(name, STRUCTURE, value.applyAsDouble(row)))
                        .toList());
    }

    private static void cell(String name, ToDoubleFunction<CellRow> value) {
        FIGURES.put(
                name,
                result -> result.cells().stream()
                        .map(row -> new Figure(name, place(row.design(), row.electrode()), value.applyAsDouble(row)))
                        .toList());
    }

    private static void hotSpot(String name, ToDoubleFunction<HotSpotRow> value) {
        FIGURES.put(
                name,
                result -> result.hotSpots().stream()
                        .map(row -> new Figure(
                                name,
                                place(row.design(), row.electrode())
                                        + (row.face().equals(HotSpotRow.LI_INTERFACE)
                                                ? ", at lithium"
                                                : ", at the ceramic"),
                                value.applyAsDouble(row)))
                        .toList());
    }

    /** Of the nominal draw and the first flaw population. */
    private static void strength(String name, ToDoubleFunction<StrengthRow> value) {
        FIGURES.put(
                name,
                result -> result.strengths().stream()
                        .filter(row -> row.priorDraw() == 0 && row.flawDraw() == 0)
                        .map(row -> new Figure(
                                name,
                                place(row.design(), row.electrode()),
                                value.applyAsDouble(row) / LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2))
                        .toList());
    }
}
