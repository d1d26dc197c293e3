package org.grainflux.microstructure.tessellation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.grainflux.core.Cancellation;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.tessellation.MergingCells.Edge;

/**
 * Removes short edges and small faces from polyhedra, the counterpart of {@link ShortEdgeCollapse}. First the ends of
 * short edges are merged, shortest first; a face left with two corners disappears. Then {@link FanRepair} goes after the
 * bad tetrahedra that remain, and {@link VertexRelaxation} moves the corners of those it cannot remove. Every move passes
 * the {@link CollapseGate}.
 *
 * <p>Edges that reach an electrode have a threshold of their own, and vertices on an electrode stay on it: contact areas
 * decide the current at low boundary conductance.
 */
final class SmallFaceCollapse {
    /** Badness that merging one short edge may add; two flat angles of 4°. Without it, neighbours block each other. */
    private static final double SLACK = 0.5;

    /** Longest edge merged in repair over the threshold; more only inverted tetrahedra. */
    private static final double REPAIR_FACTOR = 3;

    private static final double ELECTRODE_REPAIR_FACTOR = 6;

    /** Rounds of repair and relaxation; in the hardest structures the third found next to nothing. */
    private static final int ROUNDS = 3;

    /** Edges shorter than this part of the mean are rounding, as where more than four cells meet at a point. */
    private static final double ROUNDING = 1e-9;

    private static final Comparator<Candidate> SHORTEST_FIRST = Comparator.comparingDouble(Candidate::lengthM)
            .thenComparingInt(candidate -> candidate.edge.a())
            .thenComparingInt(candidate -> candidate.edge.b());

    private final MergingCells cells;
    private final CollapseGate gate;
    private final double meanEdgeM;
    private final double thresholdM;
    private final double electrodeThresholdM;
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(SHORTEST_FIRST);

    private record Candidate(double lengthM, Edge edge) {}

    /** The cells that came out, and what was done to them. */
    record Result(SolidCells cells, Collapse collapse) {}

    private SmallFaceCollapse(SolidCells start, double collapseRatio, double electrodeCollapseRatio) {
        this.cells = new MergingCells(start);
        this.gate = new CollapseGate(cells);
        double length = 0;
        Set<Edge> interior = new HashSet<>();
        for (int f = 0; f < cells.faceCount(); f++) {
            for (Edge edge : cells.edges(f)) {
                if (!cells.liesOnElectrode(edge) && interior.add(edge)) {
                    length += cells.lengthM(edge);
                }
            }
        }
        this.meanEdgeM = length / interior.size();
        this.thresholdM = Math.max(collapseRatio, ROUNDING) * meanEdgeM;
        this.electrodeThresholdM = Math.max(electrodeCollapseRatio, ROUNDING) * meanEdgeM;
    }

    /**
     * @param collapseRatio threshold over the mean length of the edges that do not lie on an electrode
     * @param electrodeCollapseRatio the same for edges that reach an electrode
     */
    static Result apply(SolidCells start, double collapseRatio, double electrodeCollapseRatio) {
        SmallFaceCollapse collapse = new SmallFaceCollapse(start, collapseRatio, electrodeCollapseRatio);
        int moves = collapse.mergeShortEdges() + collapse.repairAndRelax();
        return new Result(
                collapse.cells.toCells(),
                collapse.gate.summary(moves, collapse.shortEdges().size()));
    }

    /** Relaxing gives volume back, with which a few more faces can be repaired. */
    private int repairAndRelax() {
        FanRepair repair = new FanRepair(
                cells,
                gate,
                REPAIR_FACTOR * thresholdM,
                ELECTRODE_REPAIR_FACTOR * electrodeThresholdM,
                electrodeThresholdM);
        VertexRelaxation relaxation = new VertexRelaxation(
                cells, gate, meanEdgeM, thresholdM, 0.5 * ELECTRODE_REPAIR_FACTOR * electrodeThresholdM);
        int moves = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int repaired = repair.repair();
            moves += repaired;
            if (relaxation.relax() + repaired == 0) {
                break;
            }
        }
        return moves;
    }

    private int mergeShortEdges() {
        DoubleUnaryOperator allowed = before -> before + SLACK;
        int merged = 0;
        for (Edge edge : shortEdges()) {
            queue.add(new Candidate(cells.lengthM(edge), edge));
        }
        while (!queue.isEmpty()) {
            Cancellation.point();
            Candidate next = queue.poll();
            Edge edge = next.edge;
            boolean isStale =
                    !cells.isAlive(edge.a()) || !cells.isAlive(edge.b()) || cells.lengthM(edge) != next.lengthM;
            if (!isStale && gate.merge(edge, allowed, () -> true)) {
                merged++;
                // Merging moved end a: its edges have new lengths.
                for (int f : cells.facesOfVertex(edge.a())) {
                    cells.edges(f).stream()
                            .filter(this::isShort)
                            .forEach(e -> queue.add(new Candidate(cells.lengthM(e), e)));
                }
            }
        }
        return merged;
    }

    private Set<Edge> shortEdges() {
        Set<Edge> found = new HashSet<>();
        for (int f = 0; f < cells.faceCount(); f++) {
            cells.edges(f).stream().filter(this::isShort).forEach(found::add);
        }
        return found;
    }

    private boolean isShort(Edge edge) {
        return cells.lengthM(edge) < (cells.reachesElectrode(edge) ? electrodeThresholdM : thresholdM);
    }
}
