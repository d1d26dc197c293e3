package org.grainflux.fem.solve;

import java.util.Arrays;

/** Vertices by degree in doubly linked lists; the vertex enlisted last comes first. */
final class DegreeLists {
    private static final int NONE = -1;

    private final int[] first;
    private final int[] next;
    private final int[] previous;
    /** No list below this one has a vertex. */
    private int lowest;

    /** Empty lists for degrees 0…vertices. */
    DegreeLists(int vertices) {
        first = new int[vertices + 1];
        next = new int[vertices];
        previous = new int[vertices];
        lowest = vertices;
        Arrays.fill(first, NONE);
    }

    void enlist(int vertex, int degree) {
        int head = first[degree];
        next[vertex] = head;
        previous[vertex] = NONE;
        if (head != NONE) {
            previous[head] = vertex;
        }
        first[degree] = vertex;
        lowest = Math.min(lowest, degree);
    }

    /** @param degree with which the vertex was enlisted */
    void delist(int vertex, int degree) {
        if (next[vertex] != NONE) {
            previous[next[vertex]] = previous[vertex];
        }
        if (previous[vertex] == NONE) {
            first[degree] = next[vertex];
        } else {
            next[previous[vertex]] = next[vertex];
        }
    }

    /** Takes out a vertex of the lowest degree; there must be one. */
    int takeLowest() {
        while (first[lowest] == NONE) {
            lowest++;
        }
        int vertex = first[lowest];
        delist(vertex, lowest);
        return vertex;
    }
}
