package org.grainflux.microstructure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.BoundaryNetwork.Junction;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;

/** Finds grains, boundaries, junctions and feet of a plane complex. Order follows the facets of the complex. */
final class PlanarAssembly {
    private final CellComplex complex;
    private final int[] phases;
    private final List<Rotation> orientations;
    private final int[] boundaryOfFacet;
    private final List<List<Integer>> facetsOfVertex = new ArrayList<>();

    PlanarAssembly(CellComplex complex, int[] phases, List<Rotation> orientations) {
        if (complex.dimension() != 2) {
            throw new InvalidInputException("expected a plane complex, got dimension " + complex.dimension());
        }
        if (orientations.size() != complex.grainCount() || phases.length != complex.grainCount()) {
            throw new InvalidInputException("expected one orientation and one phase per grain, got "
                    + orientations.size() + " and " + phases.length + " for " + complex.grainCount() + " grains");
        }
        this.complex = complex;
        this.phases = phases.clone();
        this.orientations = List.copyOf(orientations);
        this.boundaryOfFacet = new int[complex.facetCount()];
        for (int v = 0; v < complex.vertexCount(); v++) {
            facetsOfVertex.add(new ArrayList<>());
        }
        for (int f = 0; f < complex.facetCount(); f++) {
            if (isBoundary(f)) {
                facetsOfVertex.get(complex.facetVertex(f, 0)).add(f);
                facetsOfVertex.get(complex.facetVertex(f, 1)).add(f);
            }
        }
    }

    Microstructure assemble(Collapse collapse, Target target) {
        List<Grain> grains = grains();
        List<GrainBoundary> boundaries = boundaries();
        BoundaryNetwork network = new BoundaryNetwork(boundaries, junctions(), feet(), boundaryOfFacet);
        double[] sizeM = {complex.sizeM(0), complex.sizeM(1)};
        RealizedStatistics statistics =
                StatisticsOf.structure(grains, boundaries, sizeM[0] * sizeM[1], collapse, target);
        return new Microstructure(2, sizeM, complex, grains, network, statistics);
    }

    private boolean isBoundary(int facet) {
        return complex.plusCell(facet) != CellComplex.NO_CELL && minusGrain(facet) != plusGrain(facet);
    }

    private int minusGrain(int facet) {
        return complex.grain(complex.minusCell(facet));
    }

    private int plusGrain(int facet) {
        return complex.grain(complex.plusCell(facet));
    }

    private List<Grain> grains() {
        int count = complex.grainCount();
        double[] area = new double[count];
        double[][] first = new double[count][];
        double[][] moment = new double[count][2];
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            int g = complex.grain(cell);
            double a = complex.cellMeasure(cell);
            double[] c = complex.cellCentroidM(cell);
            if (first[g] == null) {
                first[g] = c;
            }
            area[g] += a;
            for (int axis = 0; axis < 2; axis++) {
                double offset = c[axis] - first[g][axis];
                if (complex.isPeriodic(axis)) {
                    offset -= complex.sizeM(axis) * Math.rint(offset / complex.sizeM(axis));
                }
                moment[g][axis] += a * offset;
            }
        }
        List<Grain> grains = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            double[] centroid = {first[g][0] + moment[g][0] / area[g], first[g][1] + moment[g][1] / area[g]};
            grains.add(new Grain(phases[g], orientations.get(g), area[g], centroid));
        }
        return List.copyOf(grains);
    }

    /** Follows chains of facets between the same two grains; a chain ends where another boundary arrives. */
    private List<GrainBoundary> boundaries() {
        Arrays.fill(boundaryOfFacet, -1);
        List<GrainBoundary> boundaries = new ArrayList<>();
        for (int f = 0; f < complex.facetCount(); f++) {
            if (isBoundary(f) && boundaryOfFacet[f] < 0) {
                List<Integer> chain = new ArrayList<>(List.of(f));
                boundaryOfFacet[f] = boundaries.size();
                for (int k = 0; k < chain.size(); k++) {
                    for (int corner = 0; corner < 2; corner++) {
                        extend(chain, facetsOfVertex.get(complex.facetVertex(chain.get(k), corner)), boundaries.size());
                    }
                }
                boundaries.add(boundary(chain));
            }
        }
        return List.copyOf(boundaries);
    }

    private void extend(List<Integer> chain, List<Integer> meeting, int boundary) {
        if (meeting.size() != 2) {
            return;
        }
        for (int other : meeting) {
            if (boundaryOfFacet[other] < 0 && samePair(other, chain.get(0))) {
                boundaryOfFacet[other] = boundary;
                chain.add(other);
            }
        }
    }

    private boolean samePair(int f, int g) {
        return minusGrain(f) == minusGrain(g) && plusGrain(f) == plusGrain(g)
                || minusGrain(f) == plusGrain(g) && plusGrain(f) == minusGrain(g);
    }

    private GrainBoundary boundary(List<Integer> chain) {
        int minus = minusGrain(chain.get(0));
        int plus = plusGrain(chain.get(0));
        double length = 0;
        double nx = 0;
        double ny = 0;
        for (int f : chain) {
            double sign = minusGrain(f) == minus ? 1 : -1;
            double tx = complex.facetCornerM(f, 1, 0) - complex.facetCornerM(f, 0, 0);
            double ty = complex.facetCornerM(f, 1, 1) - complex.facetCornerM(f, 0, 1);
            length += Math.hypot(tx, ty);
            nx += sign * ty;
            ny -= sign * tx;
        }
        double norm = Math.hypot(nx, ny);
        // A closed chain (a grain inside another) has no mean normal.
        double[] normal = norm > 0 ? new double[] {nx / norm, ny / norm} : new double[] {0, 0};
        double misorientation = orientations.get(minus).cubicMisorientationRad(orientations.get(plus));
        return new GrainBoundary(minus, plus, length, normal, misorientation);
    }

    private List<Junction> junctions() {
        List<Junction> junctions = new ArrayList<>();
        for (int v = 0; v < complex.vertexCount(); v++) {
            int[] meeting = facetsOfVertex.get(v).stream()
                    .mapToInt(f -> boundaryOfFacet[f])
                    .sorted()
                    .distinct()
                    .toArray();
            if (meeting.length >= 3) {
                junctions.add(new Junction(new double[] {complex.vertexM(v, 0), complex.vertexM(v, 1)}, meeting));
            }
        }
        return List.copyOf(junctions);
    }

    private List<BoundaryFoot> feet() {
        int[] electrodeOfVertex = new int[complex.vertexCount()];
        Arrays.fill(electrodeOfVertex, CellComplex.INTERIOR);
        for (int f = 0; f < complex.facetCount(); f++) {
            if (complex.borderTag(f) != CellComplex.INTERIOR) {
                electrodeOfVertex[complex.facetVertex(f, 0)] = complex.borderTag(f);
                electrodeOfVertex[complex.facetVertex(f, 1)] = complex.borderTag(f);
            }
        }
        List<BoundaryFoot> feet = new ArrayList<>();
        for (int f = 0; f < complex.facetCount(); f++) {
            for (int corner = 0; corner < 2 && isBoundary(f); corner++) {
                int electrode = electrodeOfVertex[complex.facetVertex(f, corner)];
                if (electrode != CellComplex.INTERIOR) {
                    feet.add(foot(f, corner, electrode));
                }
            }
        }
        feet.sort(Comparator.comparingInt(BoundaryFoot::electrode)
                .thenComparingDouble(foot -> foot.positionM()[0])
                .thenComparingInt(BoundaryFoot::boundary));
        return List.copyOf(feet);
    }

    private BoundaryFoot foot(int f, int corner, int electrode) {
        int v = complex.facetVertex(f, corner);
        double tx = complex.facetCornerM(f, 1 - corner, 0) - complex.facetCornerM(f, corner, 0);
        double ty = complex.facetCornerM(f, 1 - corner, 1) - complex.facetCornerM(f, corner, 1);
        // The minus cell lies left of the facet; leaving a lower electrode, left is towards -x.
        boolean minusTowardsLowX = (corner == 0) == (electrode == 0);
        double angle = Math.atan2(Math.abs(ty), minusTowardsLowX ? -tx : tx);
        return new BoundaryFoot(
                electrode, boundaryOfFacet[f], new double[] {complex.vertexM(v, 0), complex.vertexM(v, 1)}, angle);
    }
}
