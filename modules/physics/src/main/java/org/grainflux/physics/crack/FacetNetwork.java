package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * The interface facets of a plane mesh as a graph: a point is all copies of a node, a facet joins two points. Two facets meet
 * inside a boundary, three or more in a junction.
 */
final class FacetNetwork {
    /** Distance from an electrode that is rounding, relative to the height. */
    private static final double ON_ELECTRODE = 1e-9;

    private final SimplexMesh mesh;
    private final double heightM;
    private final int boundaries;
    private final int[] pointOfNode;
    private final List<List<Integer>> facetsOfPoint = new ArrayList<>();

    /** @param boundaries number of boundaries; facets with higher tags are cuts inside grains */
    FacetNetwork(SimplexMesh mesh, double heightM, int boundaries) {
        this.mesh = mesh;
        this.heightM = heightM;
        this.boundaries = boundaries;
        this.pointOfNode = new int[mesh.nodeCount()];
        Arrays.setAll(pointOfNode, v -> v);
        InterfaceFacets facets = mesh.interfaces();
        for (int f = 0; f < facets.count(); f++) {
            for (int c = 0; c < 2; c++) {
                int minus = root(facets.minusNode(f, c));
                int plus = root(facets.plusNode(f, c));
                pointOfNode[Math.max(minus, plus)] = Math.min(minus, plus);
            }
        }
        for (int v = 0; v < pointOfNode.length; v++) {
            pointOfNode[v] = root(v);
            facetsOfPoint.add(pointOfNode[v] == v ? new ArrayList<>() : List.of());
        }
        for (int f = 0; f < facets.count(); f++) {
            facetsOfPoint.get(end(f, 0)).add(f);
            facetsOfPoint.get(end(f, 1)).add(f);
        }
    }

    private int root(int node) {
        int at = node;
        while (pointOfNode[at] != at) {
            at = pointOfNode[at];
        }
        return at;
    }

    /** A node that stands for all its copies. */
    int end(int facet, int corner) {
        return pointOfNode[mesh.interfaces().minusNode(facet, corner)];
    }

    int otherEnd(int facet, int point) {
        return end(facet, 0) == point ? end(facet, 1) : end(facet, 0);
    }

    /** From a point of a facet to its other end, x and y, m. */
    double[] alongM(int facet, int point) {
        InterfaceFacets facets = mesh.interfaces();
        int from = end(facet, 0) == point ? 0 : 1;
        double[] along = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            along[axis] = mesh.coordinateM(facets.minusNode(facet, 1 - from), axis)
                    - mesh.coordinateM(facets.minusNode(facet, from), axis);
        }
        return along;
    }

    List<Integer> facetsAt(int point) {
        return facetsOfPoint.get(point);
    }

    double xM(int point) {
        return mesh.coordinateM(point, 0);
    }

    double yM(int point) {
        return mesh.coordinateM(point, 1);
    }

    /** Boundary of a facet, or {@link CrackPath#GRAIN} inside one. */
    int boundary(int facet) {
        int tag = mesh.interfaces().tag(facet);
        return tag < boundaries ? tag : CrackPath.GRAIN;
    }

    /** The point a node is a copy of. */
    int point(int node) {
        return pointOfNode[node];
    }

    /** Electrode a point lies on, or −1. */
    int electrode(int point) {
        if (Math.abs(yM(point)) < ON_ELECTRODE * heightM) {
            return 0;
        }
        return Math.abs(yM(point) - heightM) < ON_ELECTRODE * heightM ? 1 : -1;
    }

    /** The point of an electrode where a boundary ends nearest to a position; −1 without any. */
    int foot(int electrode, double positionM, double periodM) {
        int nearest = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int v = 0; v < pointOfNode.length; v++) {
            double offset = Math.abs(Math.IEEEremainder(xM(v) - positionM, periodM));
            if (!facetsOfPoint.get(v).isEmpty() && electrode(v) == electrode && offset < distance) {
                nearest = v;
                distance = offset;
            }
        }
        return nearest;
    }

    /**
     * Facets from a point on, beginning with one of its own, up to a length, or to where the boundary ends.
     *
     * @param mostM length, m, at most which it may be if it ends there
     */
    List<Integer> chain(int point, int first, double lengthM, double mostM) {
        List<Integer> chain = new ArrayList<>();
        int steps = 0;
        int at = point;
        int facet = first;
        double length = 0;
        while (true) {
            chain.add(facet);
            double[] along = alongM(facet, at);
            length += Math.hypot(along[0], along[1]);
            at = otherEnd(facet, at);
            List<Integer> meeting = facetsOfPoint.get(at);
            if (steps == 0 && length >= lengthM) {
                steps = chain.size();
            }
            if (length >= mostM) {
                return chain.subList(0, steps);
            }
            if (meeting.size() != 2) {
                return chain;
            }
            facet = meeting.get(0) == facet ? meeting.get(1) : meeting.get(0);
        }
    }
}
