package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.tessellation.MergingCells.Edge;

/**
 * Improves cells whose fans still have bad tetrahedra once the short edges are merged: at each bad face it tries to drop
 * the face, to merge a longer edge, or both in one move. Thin faces without a short edge are what is left for it.
 */
final class FanRepair {
    /** A pass over all cells may make new moves possible; later ones find next to nothing. */
    private static final int PASSES = 4;

    /** Part of the badness around a move that it must remove. */
    private static final double GAIN = 0.1;

    /**
     * Badness that a merge at an electrode must remove at least, as much as one tetrahedron at half the aim has: contact
     * areas decide the current at low boundary conductance and are not traded for beauty.
     */
    private static final double ELECTRODE_GAIN = 1;

    private final MergingCells cells;
    private final CollapseGate gate;
    private final double lengthLimitM;
    private final double electrodeLengthLimitM;
    private final double electrodeThresholdM;

    /**
     * @param lengthLimitM edges longer than this are never merged
     * @param electrodeLengthLimitM the same for edges that reach an electrode
     * @param electrodeThresholdM edges that reach an electrode and are longer must be worth it
     */
    FanRepair(
            MergingCells cells,
            CollapseGate gate,
            double lengthLimitM,
            double electrodeLengthLimitM,
            double electrodeThresholdM) {
        this.cells = cells;
        this.gate = gate;
        this.lengthLimitM = lengthLimitM;
        this.electrodeLengthLimitM = electrodeLengthLimitM;
        this.electrodeThresholdM = electrodeThresholdM;
    }

    /** @return how many moves were made */
    int repair() {
        int moves = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            int before = moves;
            for (int cell = 0; cell < cells.cellCount(); cell++) {
                while (gate.quality(cell).badness() > 0 && repairCell(cell)) {
                    moves++;
                }
            }
            if (moves == before) {
                break;
            }
        }
        return moves;
    }

    private boolean repairCell(int cell) {
        List<Integer> faces = cells.facesOfCell(cell);
        for (int k : gate.quality(cell).badFaces()) {
            if (repairFace(faces.get(k))) {
                return true;
            }
        }
        return false;
    }

    private boolean repairFace(int face) {
        boolean onElectrode = cells.edges(face).stream().anyMatch(cells::liesOnElectrode);
        if (gate.pass(() -> cells.squeeze(face), allowed(onElectrode))) {
            return true;
        }
        List<Edge> edges = mergeable(face);
        for (Edge edge : edges) {
            if (gate.merge(edge, allowed(mustPay(edge)), () -> true)) {
                return true;
            }
        }
        // A needle may pass through a worse one on its way to nothing: two steps in one move.
        for (Edge edge : edges) {
            if (gate.merge(edge, allowed(mustPay(edge)), () -> cells.squeeze(face))
                    || gate.merge(edge, allowed(true), () -> mergeShortest(face))) {
                return true;
            }
        }
        return false;
    }

    /** Edges of a face that are short enough to be merged, shortest first. */
    private List<Edge> mergeable(int face) {
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : cells.edges(face)) {
            if (cells.lengthM(edge) < (cells.reachesElectrode(edge) ? electrodeLengthLimitM : lengthLimitM)) {
                edges.add(edge);
            }
        }
        edges.sort(Comparator.comparingDouble(cells::lengthM));
        return edges;
    }

    private boolean mergeShortest(int face) {
        for (Edge edge : mergeable(face)) {
            boolean endsAlike = cells.electrode(edge.a()) == cells.electrode(edge.b());
            if (endsAlike || !cells.spans(edge)) {
                cells.merge(edge, endsAlike ? 0.5 : cells.electrode(edge.a()) == CellComplex.INTERIOR ? 1 : 0);
                return true;
            }
        }
        return false;
    }

    private boolean mustPay(Edge edge) {
        return cells.reachesElectrode(edge) && cells.lengthM(edge) >= electrodeThresholdM;
    }

    private static DoubleUnaryOperator allowed(boolean mustPay) {
        return before -> Math.min((1 - GAIN) * before, mustPay ? before - ELECTRODE_GAIN : before);
    }
}
