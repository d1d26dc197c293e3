package org.grainflux.fem.multigrid;

import java.util.Arrays;
import java.util.Random;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.assembly.BorderConductance;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * A box of Voronoi grains on a structured mesh between two contacts, with conductances of everything at choice.
 *
 * @param load of one volt between the contacts
 */
public record Polycrystal(CsrMatrix matrix, double[] load) {

    /**
     * @param cells along each axis
     * @param map edges of the box, see {@link StructuredMesh}
     * @param contrast grain conductivities are log-uniform between 1 and this
     * @param anisotropy σ along a random axis of each grain over σ across it
     * @param interfaceConductance g of all grain boundaries; the box has edge 1 and grains about σ = 1
     */
    public static Polycrystal of(
            int[] cells,
            double[][] map,
            int grains,
            double contrast,
            double anisotropy,
            double interfaceConductance,
            long seed) {
        Random random = new Random(seed);
        int d = cells.length;
        double[][] seeds = new double[grains][d];
        double[][] tensors = new double[grains][d * d];
        for (int g = 0; g < grains; g++) {
            double[] axis = new double[d];
            double norm = 0;
            for (int k = 0; k < d; k++) {
                seeds[g][k] = random.nextDouble() * cells[k];
                axis[k] = random.nextGaussian();
                norm += axis[k] * axis[k];
            }
            double sigma = Math.pow(contrast, random.nextDouble());
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    double along = axis[i] * axis[j] / norm;
                    tensors[g][i * d + j] = sigma * ((i == j ? 1 : 0) + (anisotropy - 1) * along);
                }
            }
        }
        SimplexMesh mesh = StructuredMesh.of(cells, map, cell -> nearest(seeds, cell));
        int tags = 0;
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            tags = Math.max(tags, mesh.interfaces().tag(f) + 1);
        }
        double[] conductances = new double[tags];
        Arrays.fill(conductances, interfaceConductance);
        CsrMatrix matrix = DiffusionAssembler.stiffness(mesh, tensors, conductances, null);
        BorderAssembler borders = new BorderAssembler(mesh);
        double[] load = new double[mesh.nodeCount()];
        int last = 2 * (d - 1);
        BorderConductance contact = BorderConductance.uniform(1e3);
        borders.addRobin(matrix, last, contact);
        borders.addRobin(matrix, last + 1, contact);
        borders.addRobinLoad(load, last, contact, 1);
        return new Polycrystal(matrix, load);
    }

    /** The same system with its unknowns renumbered at random. */
    Polycrystal shuffled(long seed) {
        int n = matrix.rows();
        int[] number = new int[n];
        Arrays.setAll(number, i -> i);
        Random random = new Random(seed);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = number[i];
            number[i] = number[j];
            number[j] = swap;
        }
        int[] pairStarts = new int[matrix.entryCount() + 1];
        int[] pairs = new int[2 * matrix.entryCount()];
        int entry = 0;
        for (int i = 0; i < n; i++) {
            for (int k = matrix.pattern().rowStart(i); k < matrix.pattern().rowEnd(i); k++) {
                pairs[2 * entry] = number[i];
                pairs[2 * entry + 1] = number[matrix.pattern().column(k)];
                pairStarts[++entry] = 2 * entry;
            }
        }
        CsrMatrix shuffled = new CsrMatrix(CsrPattern.ofCliques(n, pairStarts, pairs));
        double[] shuffledLoad = new double[n];
        for (int i = 0; i < n; i++) {
            shuffledLoad[number[i]] = load[i];
            for (int k = matrix.pattern().rowStart(i); k < matrix.pattern().rowEnd(i); k++) {
                shuffled.add(number[i], number[matrix.pattern().column(k)], matrix.value(k));
            }
        }
        return new Polycrystal(shuffled, shuffledLoad);
    }

    private static int nearest(double[][] seeds, int[] cell) {
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int g = 0; g < seeds.length; g++) {
            double sum = 0;
            for (int k = 0; k < cell.length; k++) {
                sum += (seeds[g][k] - cell[k] - 0.5) * (seeds[g][k] - cell[k] - 0.5);
            }
            if (sum < smallest) {
                smallest = sum;
                best = g;
            }
        }
        return best;
    }
}
