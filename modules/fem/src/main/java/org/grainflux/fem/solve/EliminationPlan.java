package org.grainflux.fem.solve;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * The symbolic half of a factorisation: the order of elimination and the shape of every front. It depends on the pattern
 * and the kept unknowns only, so one plan serves every matrix on that pattern.
 *
 * <p>Unknowns are renumbered by position: interior ones in the order they are eliminated, then the kept ones in the order
 * they were given. Front s eliminates positions {@code pivotStart(s)…pivotEnd(s) − 1} and touches the later positions
 * {@code rows(s)}.
 */
public final class EliminationPlan {
    /** Longest array of a Java virtual machine. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final CsrPattern pattern;
    private final int[] keptUnknowns;
    private final int[] unknownAt;
    private final int[] positionOf;
    private final int[] pivotStarts;
    private final int[][] rows;
    /** Front that takes the update of a front; the number of fronts stands for the kept block. */
    private final int[] parents;

    /** Where the update of a front waits on the stack until the parent takes it. */
    private final int[] updateOffsets;

    private final int largestFront;
    private final long stackEntries;
    private final long nonZeros;
    private final double flops;

    private EliminationPlan(CsrPattern pattern, BlockOrder order, int[] keptUnknowns) {
        int n = pattern.rows();
        int fronts = order.blocks();
        int interior = order.members().length;
        this.pattern = pattern;
        this.keptUnknowns = keptUnknowns;
        unknownAt = Arrays.copyOf(order.members(), n);
        System.arraycopy(keptUnknowns, 0, unknownAt, interior, keptUnknowns.length);
        positionOf = new int[n];
        for (int p = 0; p < n; p++) {
            positionOf[unknownAt[p]] = p;
        }
        pivotStarts = order.starts();
        rows = new int[fronts][];
        parents = new int[fronts];
        findRows();
        int largest = 0;
        long entries = 0;
        double operations = 0;
        for (int s = 0; s < fronts; s++) {
            int size = frontSize(s);
            largest = Math.max(largest, size);
            for (int k = 0; k < pivotCount(s); k++) {
                entries += size - k;
                operations += (double) (size - k) * (size - k);
            }
        }
        largestFront = largest;
        nonZeros = entries;
        flops = operations;
        updateOffsets = new int[fronts];
        stackEntries = stackUpdates();
    }

    /**
     * The plan from the pattern alone, by minimum degree.
     *
     * @param keptUnknowns eliminated last and returned as a dense block, in this order; may be empty
     */
    public static EliminationPlan of(CsrPattern pattern, int[] keptUnknowns) {
        int[] kept = keptUnknowns.clone();
        BlockTree tree = MinimumDegree.of(pattern, marked(pattern, kept));
        return new EliminationPlan(pattern, Amalgamation.merge(tree), kept);
    }

    /**
     * The plan of a matrix with several unknowns per node, by minimum degree on the nodes, a fraction of the work.
     *
     * @param pattern of the unknowns, node · width + component; may lack entries that the nodes' pattern implies
     * @param nodes pattern of the nodes
     */
    public static EliminationPlan ofNodes(CsrPattern pattern, CsrPattern nodes, int width) {
        if (pattern.rows() != nodes.rows() * width) {
            throw new IllegalArgumentException(
                    pattern.rows() + " unknowns are not " + width + " for each of " + nodes.rows() + " nodes");
        }
        BlockTree tree = MinimumDegree.of(nodes, new boolean[nodes.rows()]).widened(width);
        return new EliminationPlan(pattern, Amalgamation.merge(tree), new int[0]);
    }

    /**
     * The plan by nested dissection.
     *
     * @param coordinates node-major, unknowns × dimension; they guide the order only
     * @param keptUnknowns eliminated last and returned as a dense block, in this order; may be empty
     */
    public static EliminationPlan of(CsrPattern pattern, double[] coordinates, int dimension, int[] keptUnknowns) {
        int n = pattern.rows();
        if (coordinates.length != n * dimension) {
            throw new IllegalArgumentException(n + " unknowns of dimension " + dimension + " need as many points, got "
                    + coordinates.length + " coordinates");
        }
        int[] kept = keptUnknowns.clone();
        BlockOrder order = NestedDissection.order(pattern, coordinates, dimension, marked(pattern, kept));
        return new EliminationPlan(pattern, order, kept);
    }

    private static boolean[] marked(CsrPattern pattern, int[] keptUnknowns) {
        boolean[] kept = new boolean[pattern.rows()];
        for (int v : keptUnknowns) {
            if (kept[v]) {
                throw new IllegalArgumentException("unknown " + v + " is kept twice");
            }
            kept[v] = true;
        }
        return kept;
    }

    /** The plan for one unknown per node of a mesh. */
    public static EliminationPlan of(CsrPattern pattern, SimplexMesh mesh, int[] keptNodes) {
        int d = mesh.dimension();
        double[] coordinates = new double[mesh.nodeCount() * d];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = mesh.coordinateM(k / d, k % d);
        }
        return of(pattern, coordinates, d, keptNodes);
    }

    private void findRows() {
        int fronts = parents.length;
        int[] frontOf = new int[unknownAt.length];
        Arrays.fill(frontOf, fronts);
        int[] firstChild = new int[fronts + 1];
        int[] nextSibling = new int[fronts];
        Arrays.fill(firstChild, -1);
        for (int s = 0; s < fronts; s++) {
            Arrays.fill(frontOf, pivotStart(s), pivotEnd(s), s);
        }
        int[] seenBy = new int[unknownAt.length];
        Arrays.fill(seenBy, -1);
        int[] found = new int[unknownAt.length];
        for (int s = 0; s < fronts; s++) {
            int count = 0;
            for (int p = pivotStart(s); p < pivotEnd(s); p++) {
                int v = unknownAt[p];
                for (int e = pattern.rowStart(v); e < pattern.rowEnd(v); e++) {
                    int q = positionOf[pattern.column(e)];
                    if (q >= pivotEnd(s) && seenBy[q] != s) {
                        seenBy[q] = s;
                        found[count++] = q;
                    }
                }
            }
            for (int child = firstChild[s]; child >= 0; child = nextSibling[child]) {
                for (int q : rows[child]) {
                    if (q >= pivotEnd(s) && seenBy[q] != s) {
                        seenBy[q] = s;
                        found[count++] = q;
                    }
                }
            }
            Arrays.sort(found, 0, count);
            rows[s] = Arrays.copyOf(found, count);
            parents[s] = count == 0 ? fronts : frontOf[found[0]];
            nextSibling[s] = firstChild[parents[s]];
            firstChild[parents[s]] = s;
        }
    }

    /**
     * Places the updates on a stack. A front takes its children's updates before it leaves its own; what goes straight into
     * the kept block takes no room. In an order whose subtrees are contiguous the children lie on top; in any other
     * order the room of an update is free again when those above it are gone.
     *
     * @return greatest height, entries
     */
    private long stackUpdates() {
        int fronts = parents.length;
        int[] stacked = new int[fronts];
        int count = 0;
        long highest = 0;
        for (int s = 0; s < fronts; s++) {
            while (count > 0 && parents[stacked[count - 1]] <= s) {
                count--;
            }
            if (parents[s] < fronts) {
                int below = count == 0 ? -1 : stacked[count - 1];
                long top = below < 0 ? 0 : (long) updateOffsets[below] + updateEntries(below);
                long height = top + updateEntries(s);
                if (height > LARGEST_ARRAY) {
                    throw new InvalidInputException("the factorisation needs a stack of more than " + LARGEST_ARRAY
                            + " entries (16 GB): reduce the " + unknownAt.length
                            + " unknowns or use an iterative method");
                }
                highest = Math.max(highest, height);
                updateOffsets[s] = (int) top;
                stacked[count++] = s;
            }
        }
        return highest;
    }

    /** Total number of unknowns, interior and kept. */
    public int unknowns() {
        return unknownAt.length;
    }

    public int keptCount() {
        return keptUnknowns.length;
    }

    public int keptUnknown(int index) {
        return keptUnknowns[index];
    }

    /** Entries of the factor of the interior block, including its rows of kept unknowns. */
    public long nonZeros() {
        return nonZeros;
    }

    /** Bytes of the numerical factor, which stay as long as it is used. */
    public long factorBytes() {
        return Double.BYTES * nonZeros;
    }

    /** Bytes of the plan itself: the order, the rows of every front and the offsets of the factor, as 4-byte integers. */
    public long indexBytes() {
        long entries = 2L * unknownAt.length + 5L * parents.length;
        for (int[] touched : rows) {
            entries += touched.length;
        }
        return Integer.BYTES * entries;
    }

    /** Bytes that the factorisation needs besides the factor, and gives back. */
    public long workBytes() {
        return Double.BYTES * (stackEntries + 2L * largestFront * largestFront);
    }

    /** Multiplications and additions of the numerical factorisation. */
    public double flops() {
        return flops;
    }

    CsrPattern pattern() {
        return pattern;
    }

    int fronts() {
        return parents.length;
    }

    int interiorCount() {
        return pivotStarts[parents.length];
    }

    int pivotStart(int front) {
        return pivotStarts[front];
    }

    int pivotEnd(int front) {
        return pivotStarts[front + 1];
    }

    int pivotCount(int front) {
        return pivotStarts[front + 1] - pivotStarts[front];
    }

    int frontSize(int front) {
        return pivotCount(front) + rows[front].length;
    }

    /** Entries of the columns of L that belong to a front. */
    int factorEntries(int front) {
        return Math.toIntExact(FrontStore.packedLength(pivotCount(front), frontSize(front)));
    }

    /** Entries of the lower triangle that a front passes on. */
    private long updateEntries(int front) {
        return FrontStore.packedLength(rows[front].length, rows[front].length);
    }

    /** First entry of a front's update on the stack; of no meaning when it goes into the kept block. */
    int updateOffset(int front) {
        return updateOffsets[front];
    }

    /** Greatest height of the stack of updates. */
    int stackEntries() {
        return (int) stackEntries;
    }

    int largestFront() {
        return largestFront;
    }

    /** Later positions a front touches, ascending; owned by the plan. */
    int[] rows(int front) {
        return rows[front];
    }

    int parent(int front) {
        return parents[front];
    }

    int unknownAt(int position) {
        return unknownAt[position];
    }

    int positionOf(int unknown) {
        return positionOf[unknown];
    }
}
