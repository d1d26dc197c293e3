package org.grainflux.fem.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * Frictionless contact of the faces of open facets: no face enters the other, w ≥ 0, and they push each other with forces
 * λ ≥ 0 where w = 0. Forces stand at the pairs of nodes that lie on each other, along the mean normal of the open facets
 * there. With w = w₀ + F λ, F the openings per force, the pairs that touch are found by active sets that change all wrong
 * pairs at a time; F is computed for pairs that have been asked for, one solve each.
 *
 * <p>One object serves one state of a body; after facets were opened a new one is needed.
 *
 * @see "Hintermüller, Ito and Kunisch (2002), SIAM J. Optim. 13, 865"
 */
public final class FaceContact {
    /** Active sets settle within a few steps; a cycle between two sets of the same pairs is left where it is. */
    private static final int STEPS = 40;

    /** Overlap that is rounding, of the largest opening. */
    private static final double ROUNDING = 1e-6;

    private final ReleasedFacets body;
    private final int dimension;
    /** Facet and corner at which a pair is first met. */
    private final List<int[]> pairs = new ArrayList<>();

    private final List<double[]> normals = new ArrayList<>();
    /** Share of a pair of the open facets, m² (3D) or m (2D). */
    private final List<double[]> shares = new ArrayList<>();

    /** Pairs at the edge of the crack, which share their force with the springs beside it: it tells no pressure. */
    private final Set<Integer> heldBeside = new HashSet<>();

    private final Map<Long, Integer> pairOf = new HashMap<>();
    /** Per pair that was asked for, the openings of all pairs per force. */
    private final Map<Integer, double[]> columns = new HashMap<>();

    /** @param body the openings of whose facets as they are now matter */
    public FaceContact(ReleasedFacets body) {
        this.body = body;
        this.dimension = body.mesh().dimension();
        InterfaceFacets facets = body.mesh().interfaces();
        FacetSides sides = new FacetSides(body.mesh());
        double[] normal = new double[dimension];
        for (int f = 0; f < facets.count(); f++) {
            if (body.isOpen(f)) {
                double share = sides.interfaceNormal(f, normal) / dimension;
                for (int c = 0; c < dimension; c++) {
                    int pair = pairAt(f, c);
                    shares.get(pair)[0] += share;
                    for (int axis = 0; axis < dimension; axis++) {
                        normals.get(pair)[axis] += share * normal[axis];
                    }
                }
            }
        }
        for (int f = 0; f < facets.count(); f++) {
            for (int c = 0; c < dimension && !body.isOpen(f); c++) {
                Integer pair = pairOf.get(key(f, c));
                if (pair != null) {
                    heldBeside.add(pair);
                }
            }
        }
        for (double[] sum : normals) {
            double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
            Arrays.setAll(sum, axis -> sum[axis] / length);
        }
    }

    private int pairAt(int facet, int corner) {
        return pairOf.computeIfAbsent(key(facet, corner), k -> {
            pairs.add(new int[] {facet, corner});
            normals.add(new double[dimension]);
            shares.add(new double[1]);
            return pairs.size() - 1;
        });
    }

    private long key(int facet, int corner) {
        InterfaceFacets facets = body.mesh().interfaces();
        return (long) facets.minusNode(facet, corner) << 32 | facets.plusNode(facet, corner);
    }

    /** Openings of all pairs, negative where faces overlap, m. */
    private double[] openingsM(ElasticField field) {
        double[] openings = new double[pairs.size()];
        for (int i = 0; i < openings.length; i++) {
            int[] at = pairs.get(i);
            for (int axis = 0; axis < dimension; axis++) {
                openings[i] += normals.get(i)[axis] * field.jumpM(at[0], at[1], axis);
            }
        }
        return openings;
    }

    /**
     * Pairs whose faces touch under α times one field plus β times another, neither of which knows of contact; ascending.
     * A
     * search that does not settle gives its last set.
     */
    public int[] touching(double alpha, ElasticField one, double beta, ElasticField other) {
        double[] first = openingsM(one);
        double[] second = openingsM(other);
        double[] free = new double[first.length];
        double widest = 0;
        for (int i = 0; i < free.length; i++) {
            free[i] = alpha * first[i] + beta * second[i];
            widest = Math.max(widest, Math.abs(free[i]));
        }
        boolean[] active = new boolean[free.length];
        double rounding = ROUNDING * widest;
        for (int step = 0; step < STEPS; step++) {
            int[] set = members(active);
            double[] force = forces(set, free);
            double[] opening = free.clone();
            for (int k = 0; k < set.length; k++) {
                double[] column = columns.get(set[k]);
                for (int i = 0; i < opening.length; i++) {
                    opening[i] += force[k] * column[i];
                }
            }
            boolean changed = false;
            for (int k = 0; k < set.length; k++) {
                changed |= force[k] < 0;
                active[set[k]] = force[k] >= 0;
            }
            boolean[] was = active.clone();
            for (int i = 0; i < active.length; i++) {
                active[i] |= opening[i] < -rounding;
                changed |= active[i] != was[i];
            }
            if (!changed) {
                return set;
            }
        }
        return members(active);
    }

    private static int[] members(boolean[] active) {
        return IntStream.range(0, active.length).filter(i -> active[i]).toArray();
    }

    /** Forces that close pairs: F λ = −w₀ on them, of either sign. */
    private double[] forces(int[] set, double[] free) {
        addColumns(set);
        int n = set.length;
        double[] force = new double[n];
        if (n == 0) {
            return force;
        }
        DMatrixRMaj system = new DMatrixRMaj(n, n);
        for (int a = 0; a < n; a++) {
            force[a] = -free[set[a]];
            for (int b = 0; b < n; b++) {
                system.data[a * n + b] = columns.get(set[b])[set[a]];
            }
        }
        DenseCholesky.of(system).solveInPlace(force);
        return force;
    }

    private void addColumns(int[] set) {
        int[] missing = Arrays.stream(set).filter(i -> !columns.containsKey(i)).toArray();
        double[][] loads = new double[missing.length][];
        for (int k = 0; k < missing.length; k++) {
            loads[k] = new double[body.mesh().nodeCount() * dimension];
            push(missing[k], 1, loads[k]);
        }
        if (missing.length > 0) {
            double[][] displacements = body.displacementsM(loads);
            ElasticLoads none = new ElasticLoads(body.body());
            for (int k = 0; k < missing.length; k++) {
                columns.put(missing[k], openingsM(new ElasticField(none, displacements[k])));
            }
        }
    }

    /** Pushes the faces of a pair apart. */
    private void push(int pair, double force, double[] load) {
        InterfaceFacets facets = body.mesh().interfaces();
        int minus = facets.minusNode(pairs.get(pair)[0], pairs.get(pair)[1]);
        int plus = facets.plusNode(pairs.get(pair)[0], pairs.get(pair)[1]);
        for (int axis = 0; axis < dimension; axis++) {
            load[minus * dimension + axis] -= force * normals.get(pair)[axis];
            load[plus * dimension + axis] += force * normals.get(pair)[axis];
        }
    }

    /**
     * A field of the body whose faces stay together at some pairs, whatever the sign of the forces that takes.
     *
     * @param field as solved without contact
     * @param pressuresPa mean pressure between the faces of each interface facet from these forces
     */
    public record Held(ElasticField field, double[] pressuresPa) {}

    /** @param set pairs as {@link #touching} gives them */
    public Held held(ElasticField free, int[] set) {
        double[] force = forces(set, openingsM(free));
        double[] load = free.loads().vector();
        double[] perShare = new double[pairs.size()];
        for (int k = 0; k < set.length; k++) {
            push(set[k], force[k], load);
            perShare[set[k]] = force[k] / shares.get(set[k])[0];
        }
        double[] pressures = new double[body.mesh().interfaces().count()];
        for (int f = 0; f < pressures.length; f++) {
            double count = 0;
            for (int c = 0; c < dimension && body.isOpen(f); c++) {
                if (!heldBeside.contains(pairAt(f, c))) {
                    pressures[f] += perShare[pairAt(f, c)];
                    count++;
                }
            }
            pressures[f] /= Math.max(1, count);
        }
        double[] displacements = body.displacementsM(new double[][] {load})[0];
        return new Held(new ElasticField(free.loads(), displacements), pressures);
    }
}
