package org.grainflux.study.execution;

import java.util.HashMap;
import java.util.Map;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.ElectrolyteConfig;
import org.grainflux.study.config.StudyConfig;

/**
 * The structure at every draw of the electrolyte's conductivities. Each draw that changes them costs a solver of
 * its own, made on first use and shared by all designs; a study that fixes them has one for all draws.
 */
final class DrawnPolycrystals {
    private final StudyConfig study;
    private final FluxMethod method;
    private final Microstructure structure;
    private final SimplexMesh mesh;
    private final double boundaryScale;
    private final CellSolver nominalSolver;
    private final ElectrolyteProperties nominalProperties;
    private final Map<Integer, ElectrolyteProperties> properties = new HashMap<>();
    private final Map<Integer, CellSolver> solvers = new HashMap<>();

    DrawnPolycrystals(
            StudyConfig study,
            FluxMethod method,
            Microstructure structure,
            SimplexMesh mesh,
            double boundaryScale,
            CellSolver nominalSolver,
            ElectrolyteProperties nominalProperties) {
        this.study = study;
        this.method = method;
        this.structure = structure;
        this.mesh = mesh;
        this.boundaryScale = boundaryScale;
        this.nominalSolver = nominalSolver;
        this.nominalProperties = nominalProperties;
    }

    boolean vary() {
        ElectrolyteConfig electrolyte = study.electrolyte();
        return !(electrolyte.grainConductivitySPerM().isFixed()
                && electrolyte.boundaryResistanceOhmM2().isFixed());
    }

    ElectrolyteProperties properties(ParameterDraw draw) {
        if (!vary() || draw.index() == 0) {
            return nominalProperties;
        }
        return properties.computeIfAbsent(
                draw.index(), index -> ElectrolyteProperties.of(study, structure, draw, boundaryScale));
    }

    CellSolver solver(ParameterDraw draw) {
        if (!vary() || draw.index() == 0) {
            return nominalSolver;
        }
        return solvers.computeIfAbsent(
                draw.index(), index -> method.solver(structure, mesh, properties(draw), new StageClock()));
    }
}
