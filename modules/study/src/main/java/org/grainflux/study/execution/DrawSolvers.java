package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.RandomStreams;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;

/**
 * The solvers of one structure: one for every draw of the electrolyte's conductivities, or a single one if the study fixes
 * them. Each knows all designs of the study, not only those of its work unit, so that results do not depend on how the work
 * was cut.
 */
final class DrawSolvers {
    private final StudyConfig study;
    private final FluxMethod method;
    private final int structureIndex;
    private final DrawnPolycrystals polycrystals;
    private final Map<Integer, DrawSolver> solvers = new HashMap<>();

    DrawSolvers(StudyConfig study, FluxMethod method, int structureIndex, DrawnPolycrystals polycrystals) {
        this.study = study;
        this.method = method;
        this.structureIndex = structureIndex;
        this.polycrystals = polycrystals;
    }

    ParameterDraw draw(int index) {
        return new ParameterDraw(study.seed(), structureIndex, index);
    }

    DrawSolver of(ParameterDraw draw) {
        return solvers.computeIfAbsent(polycrystals.vary() ? draw.index() : 0, key -> {
            List<DrawnDesign> all = new ArrayList<>();
            int last = polycrystals.vary() ? key : study.statistics().priorDraws();
            for (int index = key; index <= last; index++) {
                for (DesignConfig design : study.designs()) {
                    all.add(DrawnDesign.of(study, design, draw(index)));
                }
            }
            return method.draws(
                    polycrystals.solver(draw),
                    all,
                    study.numerics().reductionTolerance(),
                    () -> RandomStreams.stream(study.seed(), "residual-sketch:" + key, structureIndex));
        });
    }
}
