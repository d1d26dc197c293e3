package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.statistics.resampling.ClusteredSample;
import org.grainflux.study.results.StructureRow;

/** What the structures turned out to be: median and 2.5–97.5 % range over the population; null where there is none. */
record StructureSummary(int dimension, List<StructureRow> rows) {
    private static final double SQUARE_NANOMETRE_M2 = 1e-18;

    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("count", rows.size());
        put(node, "grain_count", StructureRow::grainCount, 1);
        boolean plane = dimension == 2;
        put(
                node,
                plane ? "mean_grain_area_um2" : "mean_grain_volume_um3",
                StructureRow::meanGrainMeasure,
                Math.pow(LaboratoryUnits.MICROMETRE_M, dimension));
        put(node, plane ? "grain_area_cov" : "grain_volume_cov", StructureRow::grainMeasureCov, 1);
        put(node, "mean_neighbours", StructureRow::meanNeighbours, 1);
        put(
                node,
                plane ? "boundary_length_per_area_per_um" : "boundary_area_per_volume_per_um",
                StructureRow::boundaryMeasurePerVolumePerM,
                1 / LaboratoryUnits.MICROMETRE_M);
        put(node, "mean_misorientation_deg", StructureRow::meanMisorientationRad, Math.toRadians(1));
        put(
                node,
                "mean_boundary_resistance_ohm_cm2",
                StructureRow::meanBoundaryResistanceOhmM2,
                LaboratoryUnits.OHM_CM2_IN_OHM_M2);
        put(
                node,
                "effective_conductivity_S_per_cm",
                StructureRow::effectiveConductivitySPerM,
                LaboratoryUnits.S_PER_CM_IN_S_PER_M);
        put(node, "thomson_bound_S_per_cm", StructureRow::thomsonBoundSPerM, LaboratoryUnits.S_PER_CM_IN_S_PER_M);
        put(node, "tip_modulus_min_GPa", StructureRow::tipModulusMinPa, LaboratoryUnits.GIGAPASCAL_PA);
        put(node, "tip_modulus_max_GPa", StructureRow::tipModulusMaxPa, LaboratoryUnits.GIGAPASCAL_PA);
        put(node, "hertz_area_interior_nm2", StructureRow::hertzAreaInteriorM2, SQUARE_NANOMETRE_M2);
        put(node, "hertz_area_boundary_nm2", StructureRow::hertzAreaBoundaryM2, SQUARE_NANOMETRE_M2);
        put(node, "hertz_pressure_interior_GPa", StructureRow::hertzPressureInteriorPa, LaboratoryUnits.GIGAPASCAL_PA);
        put(node, "hertz_pressure_boundary_GPa", StructureRow::hertzPressureBoundaryPa, LaboratoryUnits.GIGAPASCAL_PA);
        put(node, "plastic_area_interior_nm2", StructureRow::plasticAreaInteriorM2, SQUARE_NANOMETRE_M2);
        put(node, "plastic_area_boundary_nm2", StructureRow::plasticAreaBoundaryM2, SQUARE_NANOMETRE_M2);
        put(node, "jkr_area_interior_nm2", StructureRow::jkrAreaInteriorM2, SQUARE_NANOMETRE_M2);
        put(node, "jkr_area_boundary_nm2", StructureRow::jkrAreaBoundaryM2, SQUARE_NANOMETRE_M2);
        put(node, "jkr_pull_off_nN", StructureRow::jkrPullOffN, 1e-9);
        put(node, "tip_share_above_hardness", StructureRow::tipPressureOverHardnessShare, 1);
        return node;
    }

    private void put(ObjectNode node, String key, ToDoubleFunction<StructureRow> value, double unit) {
        ClusteredSample sample = ClusteredSample.ofIndependent(rows.stream()
                .mapToDouble(row -> value.applyAsDouble(row) / unit)
                .toArray());
        ObjectNode entry = node.putObject(key);
        JsonNumbers.put(entry, "median", sample.quantile(0.5));
        JsonNumbers.put(entry, "p2_5", sample.quantile(0.025));
        JsonNumbers.put(entry, "p97_5", sample.quantile(0.975));
    }
}
