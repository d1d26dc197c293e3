package org.grainflux.fem.elasticity;

import org.grainflux.fem.algebra.CsrPattern;

/** A pattern of nodes with every entry widened to a full block: unknown = node · width + component. */
final class BlockPattern {
    private BlockPattern() {}

    static CsrPattern widen(CsrPattern nodes, int width) {
        int[] rowStarts = new int[nodes.rows() * width + 1];
        int[] columns = new int[Math.multiplyExact(nodes.entryCount(), width * width)];
        int next = 0;
        for (int node = 0; node < nodes.rows(); node++) {
            for (int component = 0; component < width; component++) {
                for (int k = nodes.rowStart(node); k < nodes.rowEnd(node); k++) {
                    for (int other = 0; other < width; other++) {
                        columns[next++] = nodes.column(k) * width + other;
                    }
                }
                rowStarts[node * width + component + 1] = next;
            }
        }
        return CsrPattern.of(rowStarts, columns);
    }
}
