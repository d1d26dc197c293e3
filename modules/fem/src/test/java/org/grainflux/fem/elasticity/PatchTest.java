package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that first-order elements contain are found to rounding, on skew and shaken meshes. */
class PatchTest {
    /** Skew boxes: no side along an axis. */
    private static final double[][][] MAPS = {{{1, 0.4}, {0.25, 1}}, {{1, 0.3, 0.1}, {0.2, 1, -0.2}, {-0.1, 0.25, 1}}};

    private static final int[] CELLS = {4, 3, 3};

    private static SimplexMesh laminate(int dimension, RandomGenerator random) {
        int[] cells = Arrays.copyOf(CELLS, dimension);
        return Crystals.shaken(StructuredMesh.of(cells, MAPS[dimension - 2], c -> c[0] < 2 ? 0 : 1), random, 0.25);
    }

    /** Normal of the interface: the first edge's reciprocal vector. */
    private static double[] normal(int dimension) {
        double[][] m = MAPS[dimension - 2];
        return Crystals.unit(
                dimension == 2
                        ? new double[] {m[1][1], -m[0][1]}
                        : new double[] {
                            m[1][1] * m[2][2] - m[2][1] * m[1][2],
                            m[2][1] * m[0][2] - m[0][1] * m[2][2],
                            m[0][1] * m[1][2] - m[1][1] * m[0][2]
                        });
    }

    /**
     * A laminate of two crystals with springs between them: strains uniform on either side, with equal tractions, and a
     * uniform jump K⁻¹t. From springs softer than the crystals to 10⁴ times as stiff as an element.
     */
    @ParameterizedTest
    @CsvSource({"2, 0.5, 1", "2, 3, 2", "2, 1e4, 3", "3, 0.5, 4", "3, 1e4, 5"})
    void uniformStrainsAndAUniformJump(int dimension, double stiffness, long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "patch", 0);
        SimplexMesh mesh = laminate(dimension, random);
        StiffnessTensor[] regions = {Crystals.random(random), Crystals.random(random)};
        FacetSprings springs = FacetSprings.uniform(1, stiffness, 0.4 * stiffness);
        ElasticBody body = ElasticBody.closed(mesh, regions, springs);
        double[] n = normal(dimension);
        double[][][] gradients = laminateGradients(regions, n, random);
        double[] traction = traction(regions[0], gradients[0], n);
        double[] jump = jump(traction, n, springs);
        double[] originM = pointOnInterface(mesh);
        VectorField exact = (p, region, u) -> {
            // The interface belongs to both sides; nodes on it are asked by region.
            for (int i = 0; i < dimension; i++) {
                u[i] = region == 1 ? jump[i] : 0;
                for (int j = 0; j < dimension; j++) {
                    u[i] += gradients[region][i][j] * (p[j] - originM[j]);
                }
            }
        };

        ElasticField field = ElasticSystem.of(body, wholeBorder(mesh, exact)).solve(new ElasticLoads(body));

        double[] u = new double[dimension];
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int c = 0; c <= dimension; c++) {
                int node = mesh.elementNode(e, c);
                exact.at(point(mesh, node), mesh.elementRegion(e), u);
                for (int axis = 0; axis < dimension; axis++) {
                    // Rounding grows with the ratio of springs to elements.
                    assertThat(field.displacementM(node, axis))
                            .isCloseTo(u[axis], within(1e-13 * Math.max(1, stiffness)));
                }
            }
        }
        double[] found = new double[dimension];
        double[] normal = new double[dimension];
        FacetSides sides = new FacetSides(mesh);
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            field.traction(f, found);
            sides.interfaceNormal(f, normal);
            for (int axis = 0; axis < dimension; axis++) {
                assertThat(found[axis]).isCloseTo(traction[axis], within(1e-9));
                assertThat(normal[axis]).isCloseTo(n[axis], within(1e-12));
            }
        }
    }

    /** Both strains, work of the borders and energy agree (Clapeyron), springs included. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2"})
    void energyIsHalfTheWorkOfTheReactions(int dimension, long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "patch", 1);
        SimplexMesh mesh = laminate(dimension, random);
        StiffnessTensor[] regions = {Crystals.random(random), Crystals.random(random)};
        ElasticBody body = ElasticBody.closed(mesh, regions, FacetSprings.uniform(1, 2, 0.7));
        ElasticLoads none = new ElasticLoads(body);
        ElasticSystem system = ElasticSystem.of(body, wholeBorder(mesh, (p, region, u) -> {
            for (int i = 0; i < dimension; i++) {
                u[i] = Math.sin(p[i] + 2 * p[(i + 1) % dimension]) + region;
            }
        }));

        ElasticField field = system.solve(none);

        double[] reactions = system.reactions(none, field);
        double work = 0;
        for (int k = 0; k < reactions.length; k++) {
            work += 0.5 * reactions[k] * field.displacementsM()[k];
        }
        assertThat(field.energy()).isCloseTo(work, within(1e-12 * work));
    }

    /** Translations and rotations cost nothing, with closed and open facets; one axis of stretch does. */
    @ParameterizedTest
    @CsvSource({"2, 1, true", "2, 2, false", "3, 3, true", "3, 4, false"})
    void rigidMotionsHaveNoEnergy(int dimension, long seed, boolean open) {
        RandomGenerator random = RandomStreams.stream(seed, "patch", 2);
        SimplexMesh mesh = laminate(dimension, random);
        StiffnessTensor[] regions = {Crystals.random(random), Crystals.random(random)};
        ElasticBody body = ElasticBody.closed(mesh, regions, FacetSprings.uniform(1, 3, 1))
                .withOpen(facet -> open && facet % 2 == 0);
        CsrMatrix matrix = ElasticityAssembler.stiffness(body);
        double[][] generator = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < i; j++) {
                generator[i][j] = random.nextGaussian();
                generator[j][i] = -generator[i][j];
            }
        }
        double[] motion = new double[body.unknowns()];
        double[] stretch = new double[body.unknowns()];
        for (int v = 0; v < mesh.nodeCount(); v++) {
            double[] turned = Crystals.times(generator, point(mesh, v));
            for (int axis = 0; axis < dimension; axis++) {
                motion[v * dimension + axis] = turned[axis] + 0.3 * axis - 1;
            }
            stretch[v * dimension] = mesh.coordinateM(v, 0);
        }

        double norm = matrix.infinityNorm();
        assertThat(largest(matrix.multiply(motion))).isLessThan(1e-14 * norm);
        assertThat(largest(matrix.multiply(stretch))).isGreaterThan(1e-3 * norm);
        assertThat(new ElasticField(new ElasticLoads(body), motion).energy()).isCloseTo(0, within(1e-13));
    }

    /** A periodic bar of two regions in series with springs: mean strain H, stress H / (1/E + compliance of two facets). */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1e4})
    void aMeanGradientStretchesAPeriodicSeries(double stiffness) {
        SimplexMesh mesh = StructuredMesh.periodic(new int[] {4, 3}, StructuredMesh.box(2, 1), c -> c[0] < 2 ? 0 : 1);
        StiffnessTensor solid = StiffnessTensor.isotropic(1, 0);
        ElasticBody body =
                ElasticBody.closed(mesh, new StiffnessTensor[] {solid, solid}, FacetSprings.uniform(1, stiffness, 1));
        PrescribedDisplacements rollers = new PrescribedDisplacements(mesh).border(2, 1, 0);
        rollers.node(mesh.elementNode(0, 0), 0, 0);
        ElasticLoads loads = new ElasticLoads(body).meanGradient(new double[] {0.01, 0, 0, 0});

        ElasticField field = ElasticSystem.of(body, rollers).solve(loads);

        // Length 2 with two facets of compliance 1/k each.
        double expected = 0.01 * 2 / (2 + 2 / stiffness);
        double[] stress = new double[6];
        for (int e = 0; e < mesh.elementCount(); e++) {
            field.stress(e, stress);
            assertThat(stress[0]).isCloseTo(expected, within(1e-12));
            assertThat(stress[1]).isCloseTo(0, within(1e-12));
        }
        assertThat(field.energy()).isCloseTo(0.5 * expected * 0.01 * 2, within(1e-12));
    }

    /** Bonded regions of the same solid are one body; of two solids, a laminate without a jump. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2"})
    void bondedRegionsHaveNoJump(int dimension, long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "patch", 3);
        SimplexMesh split = laminate(dimension, random);
        BondedMesh bonded = BondedMesh.of(split, facet -> true);
        SimplexMesh mesh = bonded.mesh();
        StiffnessTensor[] regions = {Crystals.random(random), Crystals.random(random)};
        ElasticBody body = ElasticBody.closed(mesh, regions, FacetSprings.none());
        double[] n = normal(dimension);
        double[][][] gradients = laminateGradients(regions, n, random);
        double[] originM = pointOnInterface(split);
        VectorField exact = (p, region, u) -> {
            double[] x = new double[dimension];
            double side = 0;
            for (int j = 0; j < dimension; j++) {
                x[j] = p[j] - originM[j];
                side += n[j] * x[j];
            }
            System.arraycopy(Crystals.times(gradients[side > 0 ? 1 : 0], x), 0, u, 0, dimension);
        };

        ElasticField field = ElasticSystem.of(body, wholeBorder(mesh, exact)).solve(new ElasticLoads(body));

        assertThat(mesh.interfaces().count()).isZero();
        assertThat(mesh.nodeCount()).isEqualTo(dimension == 2 ? 5 * 4 : 5 * 4 * 4);
        double[] u = new double[dimension];
        for (int v = 0; v < split.nodeCount(); v++) {
            exact.at(point(split, v), 0, u);
            for (int axis = 0; axis < dimension; axis++) {
                assertThat(field.displacementM(bonded.nodeOf()[v], axis)).isCloseTo(u[axis], within(1e-13));
            }
        }
    }

    /** H of both sides: H₁ = H₀ + a n with a such that tractions agree. */
    private static double[][][] laminateGradients(StiffnessTensor[] regions, double[] n, RandomGenerator random) {
        int d = n.length;
        double[][] minus = new double[d][d];
        for (double[] row : minus) {
            Arrays.setAll(row, j -> random.nextDouble() - 0.5);
        }
        double[] difference = traction(regions[0], minus, n);
        double[] other = traction(regions[1], minus, n);
        for (int i = 0; i < d; i++) {
            difference[i] -= other[i];
        }
        double[] a = Crystals.solve(Crystals.acoustic(regions[1], n, n), difference);
        double[][] plus = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                plus[i][j] = minus[i][j] + a[i] * n[j];
            }
        }
        return new double[][][] {minus, plus};
    }

    private static double largest(double[] vector) {
        return Arrays.stream(vector).map(Math::abs).max().orElseThrow();
    }

    private static double[] traction(StiffnessTensor c, double[][] gradient, double[] n) {
        int d = n.length;
        double[] t = new double[d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    for (int l = 0; l < d; l++) {
                        t[i] += n[j] * c.componentPa(i, j, k, l) * gradient[k][l];
                    }
                }
            }
        }
        return t;
    }

    /** K⁻¹ t = t/k_t + (1/k_n − 1/k_t) (t·n) n. */
    private static double[] jump(double[] t, double[] n, FacetSprings springs) {
        double along = 0;
        for (int i = 0; i < n.length; i++) {
            along += t[i] * n[i];
        }
        double[] jump = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            double inTangent = 1 / springs.tangentialPaPerM()[0];
            jump[i] = t[i] * inTangent + (1 / springs.normalPaPerM()[0] - inTangent) * along * n[i];
        }
        return jump;
    }

    private static PrescribedDisplacements wholeBorder(SimplexMesh mesh, VectorField exact) {
        PrescribedDisplacements given = new PrescribedDisplacements(mesh);
        for (int tag = 0; tag < 2 * mesh.dimension(); tag++) {
            given.border(tag, exact);
        }
        return given;
    }

    private static double[] point(SimplexMesh mesh, int node) {
        double[] p = new double[mesh.dimension()];
        Arrays.setAll(p, axis -> mesh.coordinateM(node, axis));
        return p;
    }

    private static double[] pointOnInterface(SimplexMesh mesh) {
        return point(mesh, mesh.interfaces().minusNode(0, 0));
    }
}
