package org.grainflux.study.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.physics.transport.HotSpots;
import org.grainflux.physics.transport.InterfaceCurrent;
import org.grainflux.statistics.convergence.RichardsonEstimate;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;

/**
 * Every hot-spot figure of one structure on three meshes, each with half the element sizes of the one before, the
 * study's own being the finest.
 * Windows that only a coarser mesh does not resolve are evaluated all the same: here the error is what is looked for.
 */
final class ConvergenceStudy {
    static final double RATIO = 2;

    private final StudyConfig study;
    private final FluxMethod method;

    ConvergenceStudy(StudyConfig study, FluxMethod method) {
        this.study = study;
        this.method = method;
    }

    List<ConvergenceRow> rows(StructureContext context, List<DesignConfig> designs) {
        MeshGrading own = context.grading();
        CellSolver[] solvers = {
            solver(context, own.refined(1 / (RATIO * RATIO))), solver(context, own.refined(1 / RATIO)), context.solver()
        };
        List<ConvergenceRow> rows = new java.util.ArrayList<>();
        ParameterDraw nominal = new ParameterDraw(study.seed(), context.unit().structureIndex(), 0);
        for (DesignConfig design : designs) {
            CellSolution[] solutions = new CellSolution[solvers.length];
            for (int level = 0; level < solvers.length; level++) {
                solutions[level] = solvers[level].solve(
                        DrawnDesign.of(study, design, nominal).cell());
            }
            for (int e = 0; e < 2; e++) {
                addFace(rows, context, design, e, HotSpotRow.LI_INTERFACE, solutions);
                addFace(rows, context, design, e, HotSpotRow.ELECTROLYTE_INTERFACE, solutions);
            }
        }
        return rows;
    }

    private CellSolver solver(StructureContext context, MeshGrading grading) {
        Microstructure structure = context.structure();
        SimplexMesh mesh = PreparedStructure.mesh(structure, grading);
        return method.solver(structure, mesh, context.properties(), new StageClock());
    }

    private static void addFace(
            List<ConvergenceRow> rows,
            StructureContext context,
            DesignConfig design,
            int electrode,
            String face,
            CellSolution[] solutions) {
        List<Map<String, Double>> levels = new java.util.ArrayList<>();
        InterfaceCurrent own = face(solutions[solutions.length - 1], electrode, face);
        for (CellSolution solution : solutions) {
            levels.add(figures(face(solution, electrode, face), own));
        }
        for (String metric : levels.get(0).keySet()) {
            double coarse = levels.get(0).get(metric);
            double medium = levels.get(1).get(metric);
            double fine = levels.get(2).get(metric);
            if (Double.isFinite(coarse) && Double.isFinite(medium) && Double.isFinite(fine)) {
                RichardsonEstimate estimate = RichardsonEstimate.of(coarse, medium, fine, RATIO);
                rows.add(new ConvergenceRow(
                        context.unit().structureIndex(),
                        design.name(),
                        electrode,
                        face,
                        metric,
                        coarse,
                        medium,
                        fine,
                        estimate.observedOrder(),
                        estimate.extrapolated(),
                        estimate.conservativeRelativeError(),
                        estimate.behaviour() == RichardsonEstimate.Behaviour.ASYMPTOTIC));
            }
        }
    }

    private static InterfaceCurrent face(CellSolution solution, int electrode, String face) {
        CellSolution.Electrode side = solution.electrode(electrode);
        return face.equals(HotSpotRow.LI_INTERFACE) ? side.lithiumInterface() : side.electrolyteInterface();
    }

    /**
     * Keys as in the summary.
     *
     * @param own on the study's own mesh: what that one does not resolve is no figure and has no error
     */
    private static Map<String, Double> figures(InterfaceCurrent current, InterfaceCurrent own) {
        double mean = current.meanAPerM2();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (double windowM : HotSpotRow.WINDOWS_M) {
            long nanometres = Math.round(windowM / LaboratoryUnits.NANOMETRE_M);
            if (own.whyMaximumUnresolved(windowM).isEmpty()) {
                figures.put(
                        "w" + nanometres + "_max_over_mean",
                        current.sliding(windowM).maximum() / mean);
            }
            if (windowM == HotSpotRow.COV_WINDOW_M && own.resolves(windowM)) {
                figures.put("cov_w" + nanometres, current.sliding(windowM).cov());
            }
        }
        HotSpots spots = HotSpots.of(current);
        figures.put("grain_average_max_over_min", spots.grainAverageMaxOverMin());
        figures.put("grain_average_max_over_mean", spots.grainAverageMaxOverMean());
        return figures;
    }
}
