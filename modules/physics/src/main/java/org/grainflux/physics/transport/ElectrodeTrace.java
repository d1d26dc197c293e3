package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * The mesh of one electrode of a 2D cell: points along x in [0, W), segments between successive points (the last one
 * closes the period), and the electrode's nodes. Where two grains meet, a point carries two nodes: the left copy ends
 * the segment before the point, the right copy begins the segment after it. Nodes are numbered point by point, left
 * copy first.
 */
public final class ElectrodeTrace {
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private final double widthM;
    private final int[] meshNodes;
    private final double[] pointsM;
    private final double[] lengthsM;
    private final int[] leftCopies;
    private final int[] rightCopies;
    private final int[] pointOfNode;
    private final List<GrainContact> grains;
    private final double resolvedWindowM;
    /** One per node: nodes are numbered as the cells lie along x. */
    private final TraceCells cells;

    private final ConcurrentMap<Integer, TraceCells> uniformCells = new ConcurrentHashMap<>();

    private ElectrodeTrace(
            double widthM,
            int[] meshNodes,
            double[] pointsM,
            double[] lengthsM,
            int[] left,
            int[] right,
            int[] segmentGrains) {
        this.widthM = widthM;
        this.meshNodes = meshNodes;
        this.pointsM = pointsM;
        this.lengthsM = lengthsM;
        this.leftCopies = left;
        this.rightCopies = right;
        this.pointOfNode = new int[meshNodes.length];
        for (int p = 0; p < left.length; p++) {
            pointOfNode[left[p]] = p;
            pointOfNode[right[p]] = p;
        }
        this.grains = contacts(segmentGrains);
        this.resolvedWindowM = 1.5 * largestSegmentAtFeet();
        this.cells = dualCells();
    }

    private double largestSegmentAtFeet() {
        double largest = 0;
        for (int p = 0; p < pointsM.length; p++) {
            if (isFoot(p)) {
                largest = Math.max(largest, Math.max(lengthsM[p], segmentLengthBeforeM(p)));
            }
        }
        return largest;
    }

    private TraceCells dualCells() {
        double[] edges = new double[nodeCount() + 1];
        edges[0] = pointsM[0] - 0.5 * segmentLengthBeforeM(0);
        int cell = 0;
        for (int p = 0; p < pointsM.length; p++) {
            if (isFoot(p)) {
                edges[++cell] = pointsM[p];
            }
            edges[++cell] = pointsM[p] + 0.5 * lengthsM[p];
        }
        return new TraceCells(widthM, edges);
    }

    /** A number of equal cells along the trace, the same object every time. */
    TraceCells uniformCells(int count) {
        return uniformCells.computeIfAbsent(count, n -> TraceCells.uniform(widthM, n));
    }

    /**
     * @param mesh 2D, with border facets tagged 0 (lower electrode) and 1 (upper electrode)
     * @param widthM period along x
     * @param nodeRegions region of each node of the mesh
     */
    static ElectrodeTrace of(SimplexMesh mesh, int electrode, double widthM, int[] nodeRegions) {
        List<double[]> starts = new ArrayList<>();
        BorderFacets borders = mesh.borders();
        for (int f = 0; f < borders.count(); f++) {
            if (borders.tag(f) == electrode) {
                int a = borders.node(f, 0);
                int b = borders.node(f, 1);
                boolean ordered = mesh.coordinateM(a, 0) < mesh.coordinateM(b, 0);
                int left = ordered ? a : b;
                int right = ordered ? b : a;
                double x = mesh.coordinateM(left, 0);
                double start = x - Math.floor(x / widthM) * widthM;
                start = widthM - start < RELATIVE_TOLERANCE * widthM ? 0 : start;
                starts.add(new double[] {start, mesh.coordinateM(right, 0) - x, left, right});
            }
        }
        starts.sort(Comparator.comparingDouble(s -> s[0]));
        int m = starts.size();
        checkClosed(starts, widthM, electrode);
        int[] nodes = new int[2 * m];
        int[] left = new int[m];
        int[] right = new int[m];
        int count = 0;
        for (int p = 0; p < m; p++) {
            int before = (int) starts.get((p + m - 1) % m)[3];
            int after = (int) starts.get(p)[2];
            left[p] = count;
            nodes[count++] = before;
            if (after != before) {
                nodes[count++] = after;
            }
            right[p] = count - 1;
        }
        return new ElectrodeTrace(
                widthM,
                Arrays.copyOf(nodes, count),
                starts.stream().mapToDouble(s -> s[0]).toArray(),
                starts.stream().mapToDouble(s -> s[1]).toArray(),
                left,
                right,
                IntStream.range(0, m)
                        .map(p -> nodeRegions[(int) starts.get(p)[2]])
                        .toArray());
    }

    private static void checkClosed(List<double[]> segments, double widthM, int electrode) {
        double tolerance = RELATIVE_TOLERANCE * widthM;
        boolean closed = !segments.isEmpty();
        for (int k = 0; k < segments.size(); k++) {
            double end = segments.get(k)[0] + segments.get(k)[1];
            double next = k + 1 < segments.size() ? segments.get(k + 1)[0] : segments.get(0)[0] + widthM;
            closed &= segments.get(k)[1] > 0 && Math.abs(next - end) <= tolerance;
        }
        if (!closed) {
            throw new NumericalFailureException(
                    NumericalFailureException.Reason.MESH_QUALITY,
                    "the border facets of electrode " + electrode + " do not cover its width of " + widthM
                            + " m exactly once");
        }
    }

    private List<GrainContact> contacts(int[] segmentGrains) {
        int m = lengthsM.length;
        int first = 0;
        while (first < m && !isFoot(first)) {
            first++;
        }
        if (first == m) {
            return List.of(new GrainContact(segmentGrains[0], 0, widthM));
        }
        List<GrainContact> contacts = new ArrayList<>();
        for (int k = 0; k < m; ) {
            int start = (first + k) % m;
            double length = 0;
            do {
                length += lengthsM[(first + k) % m];
                k++;
            } while (k < m && !isFoot((first + k) % m));
            contacts.add(new GrainContact(segmentGrains[start], pointsM[start], length));
        }
        return List.copyOf(contacts);
    }

    public double widthM() {
        return widthM;
    }

    public int nodeCount() {
        return meshNodes.length;
    }

    /** Node of the polycrystal's mesh. */
    public int meshNode(int node) {
        return meshNodes[node];
    }

    public int pointCount() {
        return pointsM.length;
    }

    /** Coordinate of a point, in [0, W). */
    public double pointM(int point) {
        return pointsM[point];
    }

    /** Length of the segment from a point to the next. */
    public double segmentLengthM(int point) {
        return lengthsM[point];
    }

    /** Length of the segment that ends at a point. */
    double segmentLengthBeforeM(int point) {
        return lengthsM[(point + lengthsM.length - 1) % lengthsM.length];
    }

    public int pointOfNode(int node) {
        return pointOfNode[node];
    }

    /** Node that ends the segment before a point. */
    public int leftCopy(int point) {
        return leftCopies[point];
    }

    /** Node that begins the segment after a point; the left copy itself unless a boundary ends here. */
    public int rightCopy(int point) {
        return rightCopies[point];
    }

    /** Whether the point carries two nodes. */
    public boolean isFoot(int point) {
        return leftCopies[point] != rightCopies[point];
    }

    /** Stretches of the electrode that one grain touches, ordered by x from the first foot on. */
    public List<GrainContact> grains() {
        return grains;
    }

    /** Shortest window that the mesh at the feet resolves: one and a half of their
     * largest segments; 0 without feet. */
    public double resolvedWindowM() {
        return resolvedWindowM;
    }

    /** Current density from the reactions of this electrode's nodes (A per metre of depth). */
    TraceCurrent current(double[] nodeCurrentsA) {
        return new TraceCurrent(cells, nodeCurrentsA, resolvedWindowM, grains);
    }
}
