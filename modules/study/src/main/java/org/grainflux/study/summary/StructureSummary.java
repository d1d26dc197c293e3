package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.statistics.resampling.StreamedQuantiles;
import org.grainflux.study.results.StructureRow;

/** What the structures turned out to be: median and 2.5–97.5 % range over the population; null where there is none. */
final class StructureSummary {
    private static final double SQUARE_NANOMETRE_M2 = 1e-18;

    private final int dimension;
    private final boolean streamed;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int count;
    private boolean counting = true;

    /** @param streamed whether the rows pass by several times instead of being held */
    StructureSummary(int dimension, boolean streamed) {
        this.dimension = dimension;
        this.streamed = streamed;
        addColumns();
    }

    private static final class Column {
        private final ToDoubleFunction<StructureRow> value;
        private final double unit;
        private final List<double[]> held = new ArrayList<>();
        private final StreamedQuantiles passing = Sample.streamed();

        Column(ToDoubleFunction<StructureRow> value, double unit) {
            this.value = value;
            this.unit = unit;
        }

        double of(StructureRow row) {
            return value.applyAsDouble(row) / unit;
        }
    }

    void add(StructureRow row) {
        count += counting ? 1 : 0;
        for (Column column : columns.values()) {
            if (streamed) {
                column.passing.add(column.of(row));
            } else {
                column.held.add(new double[] {column.of(row)});
            }
        }
    }

    void endPass() {
        counting = false;
        columns.values().forEach(column -> column.passing.endPass());
    }

    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("count", count);
        columns.forEach((key, column) -> {
            Sample sample = streamed ? Sample.of(column.passing) : Sample.of(column.held.toArray(double[][]::new));
            ObjectNode entry = node.putObject(key);
            JsonNumbers.put(entry, "median", sample.quantile(0.5));
            JsonNumbers.put(entry, "p2_5", sample.quantile(0.025));
            JsonNumbers.put(entry, "p97_5", sample.quantile(0.975));
        });
        return node;
    }

    private void addColumns() {
        put("grain_count", StructureRow::grainCount, 1);
        boolean plane = dimension == 2;
        put(
                plane ? "mean_grain_area_um2" : "mean_grain_volume_um3",
                StructureRow::meanGrainMeasure,
                Math.pow(LaboratoryUnits.MICROMETRE_M, dimension));
        put(plane ? "grain_area_cov" : "grain_volume_cov", StructureRow::grainMeasureCov, 1);
        put("mean_neighbours", StructureRow::meanNeighbours, 1);
        put(
                plane ? "boundary_length_per_area_per_um" : "boundary_area_per_volume_per_um",
                StructureRow::boundaryMeasurePerVolumePerM,
                1 / LaboratoryUnits.MICROMETRE_M);
        put("mean_misorientation_deg", StructureRow::meanMisorientationRad, Math.toRadians(1));
        put(
                "mean_boundary_resistance_ohm_cm2",
                StructureRow::meanBoundaryResistanceOhmM2,
                LaboratoryUnits.OHM_CM2_IN_OHM_M2);
        put(
                "effective_conductivity_S_per_cm",
                StructureRow::effectiveConductivitySPerM,
                LaboratoryUnits.S_PER_CM_IN_S_PER_M);
        put("thomson_bound_S_per_cm", StructureRow::thomsonBoundSPerM, LaboratoryUnits.S_PER_CM_IN_S_PER_M);
        put("tip_modulus_min_GPa", StructureRow::tipModulusMinPa, LaboratoryUnits.GIGAPASCAL_PA);
        put("tip_modulus_max_GPa", StructureRow::tipModulusMaxPa, LaboratoryUnits.GIGAPASCAL_PA);
        put("hertz_area_interior_nm2", StructureRow::hertzAreaInteriorM2, SQUARE_NANOMETRE_M2);
        put("hertz_area_boundary_nm2", StructureRow::hertzAreaBoundaryM2, SQUARE_NANOMETRE_M2);
        put("hertz_pressure_interior_GPa", StructureRow::hertzPressureInteriorPa, LaboratoryUnits.GIGAPASCAL_PA);
        put("hertz_pressure_boundary_GPa", StructureRow::hertzPressureBoundaryPa, LaboratoryUnits.GIGAPASCAL_PA);
        put("plastic_area_interior_nm2", StructureRow::plasticAreaInteriorM2, SQUARE_NANOMETRE_M2);
        put("plastic_area_boundary_nm2", StructureRow::plasticAreaBoundaryM2, SQUARE_NANOMETRE_M2);
        put("jkr_area_interior_nm2", StructureRow::jkrAreaInteriorM2, SQUARE_NANOMETRE_M2);
        put("jkr_area_boundary_nm2", StructureRow::jkrAreaBoundaryM2, SQUARE_NANOMETRE_M2);
        put("jkr_pull_off_nN", StructureRow::jkrPullOffN, 1e-9);
        put("tip_share_above_hardness", StructureRow::tipPressureOverHardnessShare, 1);
    }

    private void put(String key, ToDoubleFunction<StructureRow> value, double unit) {
        columns.put(key, new Column(value, unit));
    }
}
