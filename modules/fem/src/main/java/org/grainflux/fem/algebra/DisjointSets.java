package org.grainflux.fem.algebra;

import java.util.Arrays;

/** Sets of numbers 0 … n − 1 that are joined two by two. A set is known by its smallest member. */
public final class DisjointSets {
    /** A smaller member of the same set, or the number itself. */
    private final int[] parent;

    /** Every number a set of its own. */
    public DisjointSets(int count) {
        parent = new int[count];
        Arrays.setAll(parent, i -> i);
    }

    /** Joins the sets of two numbers. @return whether they were apart */
    public boolean join(int i, int j) {
        int a = smallest(i);
        int b = smallest(j);
        parent[Math.max(a, b)] = Math.min(a, b);
        return a != b;
    }

    /** The smallest member of the set of a number. */
    public int smallest(int i) {
        int member = i;
        while (parent[member] != member) {
            parent[member] = parent[parent[member]];
            member = parent[member];
        }
        return member;
    }

    /** Number of the set of each number; sets are counted in the order of their smallest members. */
    public int[] numbered() {
        int[] numbers = new int[parent.length];
        int count = 0;
        for (int i = 0; i < parent.length; i++) {
            int smallest = smallest(i);
            numbers[i] = smallest == i ? count++ : numbers[smallest];
        }
        return numbers;
    }
}
