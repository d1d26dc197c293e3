package org.grainflux.bench.matrices;

/** Finds the seed next to a point of the unit square or cube, by buckets that hold about one seed each. */
final class NearestSeed {
    private final double[][] seeds;
    private final int dimension;
    private final int side;
    /** Seeds of bucket k are entries starts[k] … starts[k + 1] − 1 of members. */
    private final int[] starts;

    private final int[] members;

    /** @param seeds seeds × dimension (2 or 3), coordinates in [0, 1) */
    NearestSeed(double[][] seeds) {
        this.seeds = seeds;
        this.dimension = seeds[0].length;
        this.side = Math.max(1, (int) Math.floor(Math.pow(seeds.length, 1.0 / dimension)));
        this.starts = new int[side * side * (dimension == 3 ? side : 1) + 1];
        for (double[] seed : seeds) {
            starts[bucket(seed) + 1]++;
        }
        for (int k = 1; k < starts.length; k++) {
            starts[k] += starts[k - 1];
        }
        this.members = new int[seeds.length];
        int[] next = starts.clone();
        for (int s = 0; s < seeds.length; s++) {
            members[next[bucket(seeds[s])]++] = s;
        }
    }

    private int place(double coordinate) {
        return Math.min(side - 1, Math.max(0, (int) (coordinate * side)));
    }

    private int bucket(double[] point) {
        int index = 0;
        for (int axis = dimension - 1; axis >= 0; axis--) {
            index = index * side + place(point[axis]);
        }
        return index;
    }

    /** Index of the nearest seed. */
    int of(double[] point) {
        int x = place(point[0]);
        int y = place(point[1]);
        int z = dimension == 3 ? place(point[2]) : 0;
        int nearest = -1;
        double nearestSquared = Double.POSITIVE_INFINITY;
        for (int ring = 0; ring <= side; ring++) {
            // Whatever lies in this ring is at least ring − 1 buckets away.
            double reach = (ring - 1.0) / side;
            if (nearest >= 0 && ring > 1 && nearestSquared <= reach * reach) {
                break;
            }
            for (int dz = dimension == 3 ? -ring : 0; dz <= (dimension == 3 ? ring : 0); dz++) {
                for (int dy = -ring; dy <= ring; dy++) {
                    boolean inside = Math.abs(dz) < ring && Math.abs(dy) < ring;
                    for (int dx = -ring; dx <= ring; dx += inside ? Math.max(1, 2 * ring) : 1) {
                        int bucket = neighbour(x + dx, y + dy, z + dz);
                        for (int k = bucket < 0 ? 0 : starts[bucket]; bucket >= 0 && k < starts[bucket + 1]; k++) {
                            double squared = squaredDistance(seeds[members[k]], point);
                            if (squared < nearestSquared) {
                                nearestSquared = squared;
                                nearest = members[k];
                            }
                        }
                    }
                }
            }
        }
        return nearest;
    }

    /** Bucket at a place, or −1 outside. */
    private int neighbour(int x, int y, int z) {
        boolean outside = x < 0 || y < 0 || z < 0 || x >= side || y >= side || z >= (dimension == 3 ? side : 1);
        return outside ? -1 : x + side * (y + side * z);
    }

    private double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int axis = 0; axis < dimension; axis++) {
            sum += (a[axis] - b[axis]) * (a[axis] - b[axis]);
        }
        return sum;
    }
}
