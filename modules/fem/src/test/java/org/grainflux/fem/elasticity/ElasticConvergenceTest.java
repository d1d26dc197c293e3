package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.assembly.QuadratureRule;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A box of two cubic crystals turned differently, with springs between them; tractions on one side that the interface
 * meets, displacements given on the others, a body force inside.
 */
class ElasticConvergenceTest {
    private record Errors(double h1, double l2, double traction) {}

    /** From a soft to an almost rigid interface; in space a softer one needs finer meshes before the rates show. */
    @ParameterizedTest
    @CsvSource({"2, 0.5, 16, 3", "2, 1000, 16, 3", "3, 5, 4, 3", "3, 1000, 4, 3"})
    void convergesWithTheTextbookOrder(int dimension, double stiffness, int coarsest, int levels) {
        Errors[] errors = new Errors[levels];
        for (int level = 0; level < levels; level++) {
            errors[level] = solve(dimension, coarsest << level, stiffness);
        }
        Errors coarse = errors[levels - 2];
        Errors fine = errors[levels - 1];
        assertThat(rate(coarse.h1, fine.h1)).isGreaterThan(0.95).isLessThan(1.1);
        assertThat(rate(coarse.l2, fine.l2)).isGreaterThan(1.9).isLessThan(2.2);
        // Tractions of the springs are means of jumps, which converge as displacements do.
        assertThat(rate(coarse.traction, fine.traction)).isGreaterThan(0.9);
    }

    private static double rate(double coarse, double fine) {
        return Math.log(coarse / fine) / Math.log(2);
    }

    private static Errors solve(int dimension, int cells, double stiffness) {
        RandomGenerator random = RandomStreams.stream(dimension, "convergence", 0);
        int[] counts = new int[dimension];
        Arrays.fill(counts, cells);
        double[] lengths = new double[dimension];
        Arrays.fill(lengths, 1);
        SimplexMesh mesh = StructuredMesh.of(counts, StructuredMesh.box(lengths), c -> 2 * c[0] < cells ? 0 : 1);
        StiffnessTensor[] regions = {Crystals.random(random), Crystals.random(random)};
        FacetSprings springs = FacetSprings.uniform(1, stiffness, 0.6 * stiffness);
        ElasticBody body = ElasticBody.closed(mesh, regions, springs);
        double[] n = new double[dimension];
        n[0] = 1;
        double[] origin = new double[dimension];
        origin[0] = 0.5;
        double[] wave = Arrays.copyOf(new double[] {0, 1.7, -1.1}, dimension);
        double[][] minus = new double[6][dimension];
        for (double[] vector : minus) {
            Arrays.setAll(vector, i -> random.nextDouble() - 0.5);
        }
        ElasticJumpSolution exact = new ElasticJumpSolution(regions, springs, origin, n, wave, minus);

        PrescribedDisplacements given = new PrescribedDisplacements(mesh);
        for (int tag = 0; tag < 2 * dimension; tag++) {
            if (tag != 2) {
                given.border(tag, exact::value);
            }
        }
        double[] outward = new double[dimension];
        outward[1] = -1;
        ElasticLoads loads = new ElasticLoads(body)
                .bodyForce(exact::bodyForce)
                .traction(2, (p, region, t) -> exact.traction(p, region, outward, t));
        ElasticField field = ElasticSystem.of(body, given).solve(loads);
        return errors(field, exact, n);
    }

    private static Errors errors(ElasticField field, ElasticJumpSolution exact, double[] n) {
        SimplexMesh mesh = field.body().mesh();
        int d = mesh.dimension();
        SimplexGeometry geometry = new SimplexGeometry(d);
        double[] p = new double[d];
        double[] approximate = new double[d];
        double[] value = new double[d];
        double l2 = 0;
        double h1 = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            for (int q = 0; q <= d; q++) {
                Arrays.fill(p, 0);
                Arrays.fill(approximate, 0);
                double[][] difference = new double[d][d];
                for (int c = 0; c <= d; c++) {
                    int node = mesh.elementNode(e, c);
                    double weight = QuadratureRule.degreeTwo(d + 1, q, c);
                    for (int i = 0; i < d; i++) {
                        p[i] += weight * mesh.coordinateM(node, i);
                        approximate[i] += weight * field.displacementM(node, i);
                        for (int j = 0; j < d; j++) {
                            difference[i][j] += geometry.gradient(c, j) * field.displacementM(node, i);
                        }
                    }
                }
                exact.value(p, mesh.elementRegion(e), value);
                double[][] gradient = exact.gradient(p, mesh.elementRegion(e));
                for (int i = 0; i < d; i++) {
                    l2 += geometry.measure() / (d + 1) * Math.pow(approximate[i] - value[i], 2);
                    for (int j = 0; j < d; j++) {
                        h1 += geometry.measure() / (d + 1) * Math.pow(difference[i][j] - gradient[i][j], 2);
                    }
                }
            }
        }
        return new Errors(Math.sqrt(h1), Math.sqrt(l2), tractionError(field, exact, n));
    }

    private static double tractionError(ElasticField field, ElasticJumpSolution exact, double[] n) {
        SimplexMesh mesh = field.body().mesh();
        int d = mesh.dimension();
        FacetSides sides = new FacetSides(mesh);
        double[] p = new double[d];
        double[] found = new double[d];
        double[] expected = new double[d];
        double[] normal = new double[d];
        double sum = 0;
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            Arrays.fill(p, 0);
            for (int c = 0; c < d; c++) {
                for (int axis = 0; axis < d; axis++) {
                    p[axis] += mesh.coordinateM(mesh.interfaces().minusNode(f, c), axis) / d;
                }
            }
            field.traction(f, found);
            exact.traction(p, 0, n, expected);
            double measure = sides.interfaceNormal(f, normal);
            for (int axis = 0; axis < d; axis++) {
                sum += measure * Math.pow(found[axis] - expected[axis], 2);
            }
        }
        return Math.sqrt(sum);
    }
}
