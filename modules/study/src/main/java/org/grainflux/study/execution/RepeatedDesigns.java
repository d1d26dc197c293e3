package org.grainflux.study.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CellSolver;

/**
 * Remembers the latest solutions of a solver whose every solution is dear: many designs and draws share the one field with
 * perfect contacts. A solution does not depend on what was solved before, so remembering changes no bit.
 */
final class RepeatedDesigns implements CellSolver {
    /** One structure's perfect contacts with and without layer, and the design at hand; a solution holds some megabytes. */
    private static final int KEPT = 4;

    private final CellSolver solver;
    private final Map<CellDesign, CellSolution> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CellDesign, CellSolution> eldest) {
            return size() > KEPT;
        }
    };

    RepeatedDesigns(CellSolver solver) {
        this.solver = solver;
    }

    @Override
    public CellSolution solve(CellDesign design) {
        CellSolution solution = known.get(design);
        if (solution == null) {
            solution = solver.solve(design);
            known.put(design, solution);
        }
        return solution;
    }

    @Override
    public double effectiveConductivitySPerM() {
        return solver.effectiveConductivitySPerM();
    }

    @Override
    public int unknownCount() {
        return solver.unknownCount();
    }

    @Override
    public double backwardError() {
        return solver.backwardError();
    }

    @Override
    public double[] nodePotentialsV(CellSolution solution) {
        return solver.nodePotentialsV(solution);
    }
}
