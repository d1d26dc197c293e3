package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.Cancellation;
import org.grainflux.microstructure.CellComplex;

/**
 * Moves the corners of bad faces a little: down the slope of the badness around them, to which a changed volume adds.
 * Merging can only take edges away and uses the cells' volumes up; this widens strips and needles that no merge may
 * remove, and gives volume back. On an electrode vertices slide in its plane.
 *
 * @see "Freitag and Ollivier-Gooch (1997), Int. J. Numer. Meth. Eng. 40, 3979: local optimisation of tetrahedra by the
 *     positions of their vertices"
 */
final class VertexRelaxation {
    /** Neighbours pull at one another; of the hardest structures a few still gained in the eighth pass. */
    private static final int PASSES = 8;

    /**
     * Badness of a cell at the limit of its volume, growing as the square of the change. With 2, volumes changed by a third
     * less than with 0.1, and fewer bad faces were stuck between cells at the limit.
     */
    private static final double VOLUME_BADNESS = 2;

    /** Lengths of steps that are tried, over the mean edge. */
    private static final double[] STEPS = {0.08, 0.04, 0.02, 0.01};

    /** Length of the step by which a slope is measured, over the mean edge: between rounding and curvature. */
    private static final double PROBE = 1e-5;

    /** Part of the energy that a step must remove, or as much outright where the energy is more than 1. */
    private static final double GAIN = 0.02;

    /**
     * Least badness around a vertex on an electrode that is moved, as much as one tetrahedron at half the aim has: contact
     * areas decide the current at low boundary conductance.
     */
    private static final double ELECTRODE_BADNESS = 1;

    private final MergingCells cells;
    private final CollapseGate gate;
    private final double meanEdgeM;
    private final double reachM;
    private final double electrodeReachM;

    /** How far vertices have come. */
    private final Map<Integer, double[]> waysM = new HashMap<>();

    /**
     * @param meanEdgeM mean length of the edges inside
     * @param reachM farthest that a vertex moves
     * @param electrodeReachM the same for a vertex on an electrode
     */
    VertexRelaxation(MergingCells cells, CollapseGate gate, double meanEdgeM, double reachM, double electrodeReachM) {
        this.cells = cells;
        this.gate = gate;
        this.meanEdgeM = meanEdgeM;
        this.reachM = reachM;
        this.electrodeReachM = electrodeReachM;
    }

    /** @return how many steps were made */
    int relax() {
        int steps = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            int before = steps;
            for (int cell = 0; cell < cells.cellCount(); cell++) {
                Cancellation.point();
                List<Integer> faces = cells.facesOfCell(cell);
                for (int k : gate.quality(cell).badFaces()) {
                    for (int vertex : cells.vertices(faces.get(k))) {
                        steps += improve(new Star(vertex)) ? 1 : 0;
                    }
                }
            }
            if (steps == before) {
                break;
            }
        }
        return steps;
    }

    private boolean improve(Star star) {
        if (!star.isFree()) {
            return false;
        }
        double before = star.energy(new double[3]);
        double[] downhill = star.downhill(before);
        double least = before - GAIN * Math.min(1, before);
        double[] best = null;
        for (double length : STEPS) {
            double[] step = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = length * meanEdgeM * downhill[axis];
            }
            double energy = star.isWithinReach(step) ? star.energy(step) : Double.POSITIVE_INFINITY;
            if (energy < least) {
                least = energy;
                best = step;
            }
        }
        return best != null && star.move(best);
    }

    /** A vertex with the cells around it. */
    private final class Star {
        private final int vertex;
        private final boolean isOnElectrode;
        private final List<Integer> around;
        private final List<CellShell> shells = new ArrayList<>();

        Star(int vertex) {
            this.vertex = vertex;
            this.isOnElectrode = cells.electrode(vertex) != CellComplex.INTERIOR;
            this.around = List.copyOf(cells.cellsOfVertex(vertex));
            around.forEach(cell -> shells.add(cells.shell(cell)));
        }

        /** Badness and changes of volume around the vertex after a step; infinite where no step may lead. */
        double energy(double[] stepM) {
            double sum = 0;
            for (int k = 0; k < shells.size(); k++) {
                FanQuality quality = FanQuality.of(shells.get(k).moved(vertex, stepM));
                double change = gate.volumeChange(around.get(k), quality.volumeM3()) / CollapseGate.VOLUME_CHANGE_LIMIT;
                if (quality.inverted() > 0 || Math.abs(change) > 1) {
                    return Double.POSITIVE_INFINITY;
                }
                sum += quality.badness() + VOLUME_BADNESS * change * change;
            }
            return sum;
        }

        /** Unit vector against the slope of the energy, in the plane of an electrode; zero where it has none. */
        double[] downhill(double energy) {
            double[] direction = new double[3];
            double norm = 0;
            for (int axis = 0; axis < (isOnElectrode ? 2 : 3); axis++) {
                double[] step = new double[3];
                step[axis] = PROBE * meanEdgeM;
                direction[axis] = energy - energy(step);
                norm = Math.hypot(norm, direction[axis]);
            }
            for (int axis = 0; axis < 3; axis++) {
                direction[axis] = norm > 0 && norm < Double.POSITIVE_INFINITY ? direction[axis] / norm : 0;
            }
            return direction;
        }

        boolean isWithinReach(double[] stepM) {
            double[] way = waysM.getOrDefault(vertex, new double[3]);
            double length = Math.hypot(Math.hypot(way[0] + stepM[0], way[1] + stepM[1]), way[2] + stepM[2]);
            return length <= (isOnElectrode ? electrodeReachM : reachM);
        }

        /** Whether the vertex may move as things are. */
        boolean isFree() {
            double badness = 0;
            for (int cell : around) {
                badness += gate.quality(cell).badness();
            }
            return !isOnElectrode || badness >= ELECTRODE_BADNESS;
        }

        boolean move(double[] stepM) {
            boolean moved = gate.pass(
                    () -> {
                        cells.move(vertex, stepM);
                        return true;
                    },
                    before -> Double.POSITIVE_INFINITY);
            double[] way = waysM.computeIfAbsent(vertex, key -> new double[3]);
            for (int axis = 0; axis < 3 && moved; axis++) {
                way[axis] += stepM[axis];
            }
            return moved;
        }
    }
}
