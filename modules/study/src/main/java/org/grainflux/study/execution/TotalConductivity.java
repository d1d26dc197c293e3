package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.study.config.StudyConfig;

/**
 * The one factor on all boundary resistances of a study that gives its population the stated total conductivity. Models
 * of the resistance (constant, log-normal, by misorientation) can then be compared at equal conductivity.
 *
 * <p>The mean of the effective conductivity over the first structures of the study is matched; each iteration solves
 * 1/σ_eff = a + b·s for the factor s, which is nearly exact because resistances in series add.
 */
public final class TotalConductivity {
    private static final int STRUCTURES = 8;
    private static final int MAX_ITERATIONS = 30;
    /** Relative to the target; the population's own scatter of the mean is a hundred times larger. */
    private static final double TOLERANCE = 1e-5;

    private TotalConductivity() {}

    /** 1 unless the study fixes its total conductivity. */
    public static double boundaryScale(StudyConfig study) {
        if (!study.boundaryResistance().fixesTotalConductivity()) {
            return 1;
        }
        double target = study.boundaryResistance().totalConductivitySPerM();
        double grain = study.electrolyte().grainConductivitySPerM().median();
        if (!(target < grain)) {
            throw new InvalidInputException("the total conductivity must be below that of the grains, got " + target
                    + " S/m for grains of " + grain + " S/m; lower the total conductivity or raise the grains'");
        }
        List<Microstructure> structures = new ArrayList<>();
        List<SimplexMesh> meshes = new ArrayList<>();
        for (int index = 0; index < STRUCTURES; index++) {
            Microstructure structure = PreparedStructure.generate(study, index);
            structures.add(structure);
            meshes.add(PreparedStructure.mesh(
                    structure, PreparedStructure.grading(study).refined(0.5)));
        }
        double scale = 1;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double mean = meanConductivity(study, structures, meshes, scale);
            if (Math.abs(mean / target - 1) <= TOLERANCE) {
                return scale;
            }
            double ofGrains = 1 / grain;
            scale *= (1 / target - ofGrains) / (1 / mean - ofGrains);
        }
        throw new NumericalFailureException(
                NumericalFailureException.Reason.ITERATION_LIMIT,
                "the scale of the boundary resistances for a total conductivity of " + target + " S/m was not found in "
                        + MAX_ITERATIONS + " iterations; last " + scale);
    }

    private static double meanConductivity(
            StudyConfig study, List<Microstructure> structures, List<SimplexMesh> meshes, double scale) {
        double sum = 0;
        for (int index = 0; index < structures.size(); index++) {
            Microstructure structure = structures.get(index);
            ElectrolyteProperties properties =
                    ElectrolyteProperties.of(study, structure, new ParameterDraw(study.seed(), index, 0), scale);
            sum += FluxMethod.of(structure.dimension())
                    .solver(structure, meshes.get(index), properties, new StageClock())
                    .effectiveConductivitySPerM();
        }
        return sum / structures.size();
    }
}
