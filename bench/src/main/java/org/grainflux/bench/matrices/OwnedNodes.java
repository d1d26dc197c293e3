package org.grainflux.bench.matrices;

import java.util.Arrays;

/** Numbers the nodes of a lattice, point by point: one for all grains, or one for each grain that meets there. */
final class OwnedNodes {
    /** Nodes of point p are starts[p] … starts[p + 1] − 1; their grains ascend. Null when grains share nodes. */
    private final int[] starts;

    private final int[] grains;
    private final int[] points;

    private OwnedNodes(int[] starts, int[] grains, int[] points) {
        this.starts = starts;
        this.grains = grains;
        this.points = points;
    }

    static OwnedNodes shared(GrainLattice lattice) {
        int[] points = new int[lattice.pointCount()];
        Arrays.setAll(points, p -> p);
        return new OwnedNodes(null, null, points);
    }

    static OwnedNodes perGrain(GrainLattice lattice) {
        int corners = lattice.dimension() + 1;
        int[] incidentStarts = new int[lattice.pointCount() + 1];
        for (int k = 0; k < lattice.simplexCount() * corners; k++) {
            incidentStarts[lattice.corner(k / corners, k % corners) + 1]++;
        }
        for (int p = 1; p < incidentStarts.length; p++) {
            incidentStarts[p] += incidentStarts[p - 1];
        }
        int[] incident = new int[lattice.simplexCount() * corners];
        int[] next = incidentStarts.clone();
        for (int k = 0; k < incident.length; k++) {
            incident[next[lattice.corner(k / corners, k % corners)]++] = lattice.grain(k / corners);
        }
        int[] starts = new int[incidentStarts.length];
        int[] points = new int[incident.length];
        int count = 0;
        for (int p = 0; p < lattice.pointCount(); p++) {
            int begin = count;
            Arrays.sort(incident, incidentStarts[p], incidentStarts[p + 1]);
            for (int k = incidentStarts[p]; k < incidentStarts[p + 1]; k++) {
                if (count == begin || incident[k] != incident[count - 1]) {
                    points[count] = p;
                    // Distinct grains are gathered at the front; this never overtakes what is still to be read.
                    incident[count++] = incident[k];
                }
            }
            starts[p + 1] = count;
        }
        return new OwnedNodes(starts, Arrays.copyOf(incident, count), Arrays.copyOf(points, count));
    }

    int count() {
        return points.length;
    }

    int point(int node) {
        return points[node];
    }

    int of(int point, int grain) {
        return starts == null ? point : Arrays.binarySearch(grains, starts[point], starts[point + 1], grain);
    }
}
