package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.crack.PathNetwork.Way;

/**
 * Cheap estimate of the way a crack takes through a plane structure: the path between the electrodes of the least
 * Σ G_c L/g(ψ), over boundaries and straight ways through grains. ψ is the angle between a piece and the straight way
 * across, which the load opens; g is the energy ratio of {@link KinkedCrack#energyRatio(double)}, so a piece that turns away from it
 * needs 1/g times the load. Pieces that lean back by more than {@link KinkedCrack#STEEPEST_KINK_RAD} are never taken.
 *
 * <p>An energy of the whole path, not the extension of one tip: it looks ahead where a tip cannot. No field is solved;
 * one search answers every start.
 *
 * @see "Dijkstra (1959), Numerische Mathematik 1, 269"
 */
public final class WeakestPath {
    private final PathNetwork network;
    private final FractureEnergies energies;
    private final int startElectrode;
    private final double[] costJPerM;
    /** The way a path takes from each point; null on the far electrode and where none leads across. */
    private final Way[] next;

    private record Open(double costJPerM, int point) implements Comparable<Open> {
        @Override
        public int compareTo(Open other) {
            int byCost = Double.compare(costJPerM, other.costJPerM);
            return byCost != 0 ? byCost : Integer.compare(point, other.point);
        }
    }

    private WeakestPath(PathNetwork network, FractureEnergies energies, int startElectrode) {
        this.network = network;
        this.energies = energies;
        this.startElectrode = startElectrode;
        this.costJPerM = new double[network.pointCount()];
        this.next = new Way[network.pointCount()];
        Arrays.fill(costJPerM, Double.POSITIVE_INFINITY);
        search();
    }

    /** Why a structure has no such paths; empty where it has. */
    public static Optional<String> reasonWithout(Microstructure structure) {
        return reasonWithout(structure.dimension(), structure.complex() != null);
    }

    /** As above. @param polygons whether grains are polygons, not cells of an image */
    public static Optional<String> reasonWithout(int dimension, boolean polygons) {
        if (dimension != 2) {
            return Optional.of("a crack of a volume is a surface; paths are found in plane structures");
        }
        return polygons
                ? Optional.empty()
                : Optional.of("the boundaries of an image are stairs of cells; paths need polygons");
    }

    /**
     * @param startElectrode electrode the crack starts at, 0 or 1
     * @param startsM further positions to start from besides those under vertices, such as flaws, m
     * @throws InvalidInputException for a structure with a {@link #reasonWithout}
     */
    public static WeakestPath search(
            Microstructure structure, FractureEnergies energies, int startElectrode, double[] startsM) {
        Optional<String> reason = reasonWithout(structure);
        if (reason.isPresent()) {
            throw new InvalidInputException(reason.get());
        }
        energies.requireBoundaries(structure.network().boundaries().size());
        return new WeakestPath(PathNetwork.of(structure, startsM), energies, startElectrode);
    }

    /** The weakest of all paths; empty when grains never crack and no boundary path leads across. */
    public Optional<CrackPath> weakest() {
        int best = -1;
        for (int point = 0; point < costJPerM.length; point++) {
            if (network.electrode(point) == startElectrode
                    && costJPerM[point] < (best < 0 ? Double.POSITIVE_INFINITY : costJPerM[best])) {
                best = point;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(path(best));
    }

    /** The weakest path from the start nearest to a position on the electrode. */
    public Optional<CrackPath> from(double positionM) {
        int nearest = -1;
        double distanceM = Double.POSITIVE_INFINITY;
        for (int point = 0; point < costJPerM.length; point++) {
            double offset = Math.abs(Math.IEEEremainder(network.pointM(point)[0] - positionM, network.widthM()));
            if (network.electrode(point) == startElectrode && offset < distanceM) {
                distanceM = offset;
                nearest = point;
            }
        }
        return costJPerM[nearest] < Double.POSITIVE_INFINITY ? Optional.of(path(nearest)) : Optional.empty();
    }

    PathNetwork network() {
        return network;
    }

    /** From the far electrode back to every point. */
    private void search() {
        List<List<Way>> into = new ArrayList<>();
        PriorityQueue<Open> open = new PriorityQueue<>();
        for (int point = 0; point < costJPerM.length; point++) {
            into.add(new ArrayList<>());
            if (network.electrode(point) == 1 - startElectrode) {
                costJPerM[point] = 0;
                open.add(new Open(0, point));
            }
        }
        for (Way way : network.ways()) {
            into.get(way.to()).add(way);
            into.get(way.from()).add(way.reversed());
        }
        while (!open.isEmpty()) {
            Open nearest = open.remove();
            if (nearest.costJPerM == costJPerM[nearest.point]) {
                for (Way way : into.get(nearest.point)) {
                    double cost = nearest.costJPerM + costJPerM(way);
                    if (cost < costJPerM[way.from()]) {
                        costJPerM[way.from()] = cost;
                        next[way.from()] = way;
                        open.add(new Open(cost, way.from()));
                    }
                }
            }
        }
    }

    /** G_c L/g(ψ) of a way walked from its first point to its second, J/m. */
    double costJPerM(Way way) {
        double forwardM = startElectrode == 0 ? way.alongYM() : -way.alongYM();
        double angleRad = Math.atan2(Math.abs(way.alongXM()), forwardM);
        if (angleRad > KinkedCrack.STEEPEST_KINK_RAD) {
            return Double.POSITIVE_INFINITY;
        }
        return energies.ofPiece(way.boundary())
                * Math.hypot(way.alongXM(), forwardM)
                / KinkedCrack.energyRatio(angleRad);
    }

    private CrackPath path(int start) {
        List<Way> ways = new ArrayList<>();
        for (Way way = next[start]; way != null; way = next[way.to()]) {
            ways.add(way);
        }
        double[] xM = new double[ways.size() + 1];
        double[] depthM = new double[ways.size() + 1];
        xM[0] = network.pointM(start)[0];
        for (int k = 0; k < ways.size(); k++) {
            Way way = ways.get(k);
            double y = network.pointM(way.to())[1];
            xM[k + 1] = xM[k] + way.alongXM();
            depthM[k + 1] = startElectrode == 0 ? y : network.heightM() - y;
        }
        return new CrackPath(
                startElectrode,
                network.heightM(),
                xM,
                depthM,
                ways.stream().mapToInt(Way::boundary).toArray(),
                costJPerM[start]);
    }
}
