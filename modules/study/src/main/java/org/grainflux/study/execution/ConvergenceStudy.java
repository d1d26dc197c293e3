package org.grainflux.study.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.HotSpots;
import org.grainflux.physics.transport.InterfaceCurrent;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.physics.transport.WindowAverage;
import org.grainflux.statistics.convergence.RichardsonEstimate;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;

/**
 * Every hot-spot figure of one structure on three meshes, each with half the element sizes of the one before, the
 * study's own being the finest.
 * Windows that a coarse mesh does not resolve are evaluated all the same: here the error is what is looked for.
 */
final class ConvergenceStudy {
    static final double RATIO = 2;

    private final StudyConfig study;
    private final LithiumContact lithium;

    ConvergenceStudy(StudyConfig study, LithiumContact lithium) {
        this.study = study;
        this.lithium = lithium;
    }

    List<ConvergenceRow> rows(StructureContext context, List<DesignConfig> designs) {
        MeshGrading own = PreparedStructure.grading(study, lithium);
        InterfaceSolver[] solvers = {
            solver(context, own.refined(1 / (RATIO * RATIO))), solver(context, own.refined(1 / RATIO)), context.solver()
        };
        List<ConvergenceRow> rows = new java.util.ArrayList<>();
        ParameterDraw nominal = new ParameterDraw(study.seed(), context.unit().structureIndex(), 0);
        for (DesignConfig design : designs) {
            CellSolution[] solutions = new CellSolution[solvers.length];
            for (int level = 0; level < solvers.length; level++) {
                solutions[level] = solvers[level].solve(
                        DrawnDesign.of(design, lithium, nominal).cell());
            }
            for (int e = 0; e < 2; e++) {
                addFace(rows, context, design, e, HotSpotRow.LI_INTERFACE, solutions);
                addFace(rows, context, design, e, HotSpotRow.ELECTROLYTE_INTERFACE, solutions);
            }
        }
        return rows;
    }

    private InterfaceSolver solver(StructureContext context, MeshGrading grading) {
        Microstructure structure = context.structure();
        SimplexMesh mesh = PreparedStructure.mesh(structure, grading);
        return new InterfaceSolver(
                PreparedStructure.condense(PreparedStructure.assemble(structure, mesh, context.properties())));
    }

    private static void addFace(
            List<ConvergenceRow> rows,
            StructureContext context,
            DesignConfig design,
            int electrode,
            String face,
            CellSolution[] solutions) {
        List<Map<String, Double>> levels = new java.util.ArrayList<>();
        for (CellSolution solution : solutions) {
            CellSolution.Electrode side = solution.electrode(electrode);
            levels.add(figures(
                    face.equals(HotSpotRow.LI_INTERFACE) ? side.lithiumInterface() : side.electrolyteInterface()));
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

    /** Keys as in the summary. */
    private static Map<String, Double> figures(InterfaceCurrent current) {
        double mean = current.meanAPerM2();
        WindowAverage w200 = current.sliding(200e-9);
        HotSpots spots = HotSpots.of(current);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("cov_w200", w200.cov());
        figures.put("w100_max_over_mean", current.sliding(100e-9).maximum() / mean);
        figures.put("w200_max_over_mean", w200.maximum() / mean);
        figures.put("w500_max_over_mean", current.sliding(500e-9).maximum() / mean);
        figures.put("w1000_max_over_mean", current.sliding(1000e-9).maximum() / mean);
        figures.put("grain_average_max_over_min", spots.grainAverageMaxOverMin());
        figures.put("grain_average_max_over_mean", spots.grainAverageMaxOverMean());
        return figures;
    }
}
