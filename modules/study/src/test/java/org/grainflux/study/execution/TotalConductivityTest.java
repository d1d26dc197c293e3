package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.plan.WorkUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalConductivityTest {
    /** The structures whose mean is matched. */
    private static final int STRUCTURES = 8;

    private static final double TARGET_S_PER_M = 0.03;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{model: constant, total_conductivity_S_per_cm: 3e-4}",
                "{model: log_normal, sigma_ln: 0.8, total_conductivity_S_per_cm: 3e-4}",
                "{model: misorientation, low_angle_deg: 40, total_conductivity_S_per_cm: 3e-4}"
            })
    void theStatedConductivityIsReachedUnderEveryModel(String model) {
        double scale = TotalConductivity.boundaryScale(study("microstructure.boundary_resistance=" + model));

        assertThat(scale).isNotEqualTo(1);
        // Calibration meshes are twice as coarse as the study's: a study on those meshes must meet the target exactly.
        StudyConfig onCalibrationMeshes = study(
                "microstructure.boundary_resistance=" + model,
                "numerics={foot_element_nm: 200, electrode_element_um: 2, interior_element_um: 4, growth: 0.6,"
                        + " convergence_samples: 0, fields: 0}");
        assertThat(mean(onCalibrationMeshes, scale)).isCloseTo(TARGET_S_PER_M, within(1e-4 * TARGET_S_PER_M));
        // On the study's own meshes what remains is the discretisation error.
        assertThat(mean(study("microstructure.boundary_resistance=" + model), scale))
                .isCloseTo(TARGET_S_PER_M, within(3e-3 * TARGET_S_PER_M));
    }

    @Test
    void aStudyThatFixesNothingIsNotScaled() {
        assertThat(TotalConductivity.boundaryScale(study())).isEqualTo(1);
    }

    @Test
    void moreThanTheGrainsConductIsRefused() {
        assertThatThrownBy(() -> study("microstructure.boundary_resistance.total_conductivity_S_per_cm=5e-4"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("total_conductivity_S_per_cm");
    }

    private static StudyConfig study(String... overrides) {
        String[] all = new String[overrides.length + 2];
        all[0] = "numerics.convergence_samples=0";
        all[1] = "numerics.fields=0";
        System.arraycopy(overrides, 0, all, 2, overrides.length);
        return SmallStudy.with(all);
    }

    private static double mean(StudyConfig study, double scale) {
        RealizationRunner runner = new RealizationRunner(study, scale, FieldSink.NONE);
        double sum = 0;
        for (int structure = 0; structure < STRUCTURES; structure++) {
            sum += runner.run(new WorkUnit(structure, List.of("bare")))
                    .structures()
                    .get(0)
                    .effectiveConductivitySPerM();
        }
        return sum / STRUCTURES;
    }
}
