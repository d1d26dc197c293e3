package org.grainflux.microstructure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.BoundaryNetwork.Junction;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;

/** Finds grains, boundaries, junctions and feet of a complex. Order follows the facets of the complex. */
final class NetworkAssembly {
    private final CellComplex complex;
    private final int[] phases;
    private final List<Rotation> orientations;
    private final int[] boundaryOfFacet;
    private final Ridges ridges;
    private final List<List<Integer>> facetsOfRidge = new ArrayList<>();

    NetworkAssembly(CellComplex complex, int[] phases, List<Rotation> orientations) {
        if (orientations.size() != complex.grainCount() || phases.length != complex.grainCount()) {
            throw new InvalidInputException("expected one orientation and one phase per grain, got "
                    + orientations.size() + " and " + phases.length + " for " + complex.grainCount() + " grains");
        }
        this.complex = complex;
        this.phases = phases.clone();
        this.orientations = List.copyOf(orientations);
        this.boundaryOfFacet = new int[complex.facetCount()];
        this.ridges = new Ridges(complex);
        for (int ridge = 0; ridge < ridges.count(); ridge++) {
            facetsOfRidge.add(new ArrayList<>());
        }
        for (int f = 0; f < complex.facetCount(); f++) {
            if (isBoundary(f)) {
                for (int ridge : ridges.of(f)) {
                    facetsOfRidge.get(ridge).add(f);
                }
            }
        }
    }

    Microstructure assemble(Collapse collapse, Target target) {
        List<Grain> grains = grains();
        List<GrainBoundary> boundaries = boundaries();
        List<Base> bases = bases();
        int dimension = complex.dimension();
        BoundaryNetwork network = new BoundaryNetwork(
                boundaries,
                junctions(),
                bases.stream().map(base -> foot(base, boundaries)).toList(),
                dimension == 3
                        ? bases.stream().map(base -> trace(base, boundaries)).toList()
                        : List.of(),
                boundaryOfFacet);
        double[] sizeM = new double[dimension];
        double cellMeasure = 1;
        for (int axis = 0; axis < dimension; axis++) {
            sizeM[axis] = complex.sizeM(axis);
            cellMeasure *= sizeM[axis];
        }
        RealizedStatistics statistics = StatisticsOf.structure(grains, boundaries, cellMeasure, collapse, target);
        return new Microstructure(dimension, sizeM, complex, grains, network, statistics);
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
        int dimension = complex.dimension();
        double[] measure = new double[count];
        double[][] first = new double[count][];
        double[][] moment = new double[count][dimension];
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            int g = complex.grain(cell);
            double m = complex.cellMeasure(cell);
            double[] c = complex.cellCentroidM(cell);
            if (first[g] == null) {
                first[g] = c;
            }
            measure[g] += m;
            for (int axis = 0; axis < dimension; axis++) {
                double offset = c[axis] - first[g][axis];
                if (complex.isPeriodic(axis)) {
                    offset -= complex.sizeM(axis) * Math.rint(offset / complex.sizeM(axis));
                }
                moment[g][axis] += m * offset;
            }
        }
        List<Grain> grains = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            double[] centroid = first[g].clone();
            for (int axis = 0; axis < dimension; axis++) {
                centroid[axis] += moment[g][axis] / measure[g];
            }
            grains.add(new Grain(phases[g], orientations.get(g), measure[g], centroid));
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
                    for (int ridge : ridges.of(chain.get(k))) {
                        extend(chain, facetsOfRidge.get(ridge), boundaries.size());
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
        double measure = 0;
        double[] normal = new double[complex.dimension()];
        for (int f : chain) {
            double sign = minusGrain(f) == minus ? 1 : -1;
            double[] integral = complex.facetNormalIntegral(f);
            measure += complex.facetMeasure(f);
            for (int axis = 0; axis < normal.length; axis++) {
                normal[axis] += sign * integral[axis];
            }
        }
        double norm = Arrays.stream(normal).reduce(0, Math::hypot);
        // A closed chain (a grain inside another) has no mean normal.
        double[] unit = Arrays.stream(normal).map(n -> norm > 0 ? n / norm : 0).toArray();
        double misorientation = orientations.get(minus).cubicMisorientationRad(orientations.get(plus));
        return new GrainBoundary(minus, plus, measure, unit, misorientation);
    }

    private List<Junction> junctions() {
        List<Junction> junctions = new ArrayList<>();
        for (int ridge = 0; ridge < ridges.count(); ridge++) {
            int[] meeting = facetsOfRidge.get(ridge).stream()
                    .mapToInt(f -> boundaryOfFacet[f])
                    .sorted()
                    .distinct()
                    .toArray();
            if (meeting.length >= 3) {
                junctions.add(new Junction(ridges.middleM(ridge), meeting));
            }
        }
        return List.copyOf(junctions);
    }

    /** A facet of a boundary and its ridge on an electrode. */
    private record Base(int facet, int ridge) {}

    private List<Base> bases() {
        List<Base> bases = new ArrayList<>();
        for (int f = 0; f < complex.facetCount(); f++) {
            for (int ridge : ridges.of(f)) {
                if (isBoundary(f) && ridges.electrode(ridge) != CellComplex.INTERIOR) {
                    bases.add(new Base(f, ridge));
                }
            }
        }
        Comparator<Base> order = Comparator.comparingInt(base -> ridges.electrode(base.ridge));
        for (int axis = 0; axis < complex.dimension() - 1; axis++) {
            int along = axis;
            order = order.thenComparingDouble(base -> ridges.middleM(base.ridge)[along]);
        }
        bases.sort(order.thenComparingInt(base -> boundaryOfFacet[base.facet]));
        return List.copyOf(bases);
    }

    private BoundaryFoot foot(Base base, List<GrainBoundary> boundaries) {
        int boundary = boundaryOfFacet[base.facet];
        return new BoundaryFoot(
                ridges.electrode(base.ridge),
                boundary,
                ridges.middleM(base.ridge),
                minusAngleRad(base, boundaries.get(boundary).minusGrain()));
    }

    private BoundaryTrace trace(Base base, List<GrainBoundary> boundaries) {
        int boundary = boundaryOfFacet[base.facet];
        return new BoundaryTrace(
                ridges.electrode(base.ridge),
                boundary,
                ridges.fromM(base.ridge),
                ridges.toM(base.ridge),
                minusAngleRad(base, boundaries.get(boundary).minusGrain()));
    }

    /** The normal leaves the minus grain: where it leans away from the electrode, that grain keeps the acute angle. */
    private double minusAngleRad(Base base, int minusGrain) {
        double sign = minusGrain(base.facet) == minusGrain ? 1 : -1;
        double outward = ridges.electrode(base.ridge) == 0 ? 1 : -1;
        double[] normal = complex.facetNormalIntegral(base.facet);
        int last = normal.length - 1;
        double along = Arrays.stream(normal).limit(last).reduce(0, Math::hypot);
        return Math.atan2(along, sign * outward * normal[last]);
    }
}
