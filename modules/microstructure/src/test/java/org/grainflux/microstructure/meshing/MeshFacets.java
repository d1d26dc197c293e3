package org.grainflux.microstructure.meshing;

import java.util.Arrays;
import org.grainflux.fem.mesh.SimplexMesh;

/** Counts the facets of a mesh of tetrahedra that have no other side. */
final class MeshFacets {
    /** Three node numbers share a long. */
    private static final int NODE_BITS = 21;

    private MeshFacets() {}

    /**
     * Every facet must occur twice: in two elements of its grain, or in one element and one side of an interface, or in
     * one element and on the border.
     */
    static int unmatched(SimplexMesh mesh) {
        long[] names = new long
                [4 * mesh.elementCount()
                        + 2 * mesh.interfaces().count()
                        + mesh.borders().count()];
        int count = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            int[] nodes = new int[4];
            for (int k = 0; k < 4; k++) {
                nodes[k] = mesh.elementNode(e, k);
            }
            names[count++] = name(nodes[1], nodes[2], nodes[3]);
            names[count++] = name(nodes[0], nodes[2], nodes[3]);
            names[count++] = name(nodes[0], nodes[1], nodes[3]);
            names[count++] = name(nodes[0], nodes[1], nodes[2]);
        }
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            names[count++] = name(
                    mesh.interfaces().minusNode(f, 0),
                    mesh.interfaces().minusNode(f, 1),
                    mesh.interfaces().minusNode(f, 2));
            names[count++] = name(
                    mesh.interfaces().plusNode(f, 0),
                    mesh.interfaces().plusNode(f, 1),
                    mesh.interfaces().plusNode(f, 2));
        }
        for (int f = 0; f < mesh.borders().count(); f++) {
            names[count++] = name(
                    mesh.borders().node(f, 0),
                    mesh.borders().node(f, 1),
                    mesh.borders().node(f, 2));
        }
        Arrays.sort(names);
        int unmatched = 0;
        for (int start = 0; start < count; ) {
            int end = start;
            while (end < count && names[end] == names[start]) {
                end++;
            }
            unmatched += end - start == 2 ? 0 : 1;
            start = end;
        }
        return unmatched;
    }

    private static long name(int a, int b, int c) {
        long low = Math.min(a, Math.min(b, c));
        long high = Math.max(a, Math.max(b, c));
        return (low << NODE_BITS | a + b + c - low - high) << NODE_BITS | high;
    }
}
