package org.grainflux.microstructure.meshing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.assembly.BorderConductance;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.assembly.SourceAssembler;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.BlockTessellation;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Solutions on graded meshes of periodic solid structures: pairs of nodes, periods, orientation and tags all count. */
class SpatialSolutionTest {
    /** Lengths in units of an edge of a block keep the figures near one. */
    private static final double UNIT = ShakenBlocks.EDGE_M;

    private static final double[] TENSOR = {1.3, 0.3, 0.1, 0.3, 0.8, -0.2, 0.1, -0.2, 1.1};
    private static final double CONDUCTANCE = 2 / UNIT;

    private static MeshGrading uniform(double sizeM) {
        return new MeshGrading(sizeM, sizeM, sizeM, sizeM, 0.3, new double[0][], sizeM);
    }

    /** Upright boundaries carry no current, level ones are in series: linear elements are exact on any mesh. */
    @Test
    void layersOfBlocksConductAsResistorsInSeries() {
        Microstructure blocks = BlockTessellation.blocks(new double[] {3, 3, 4}, 3, 3, 4);
        MeshGrading grading = new MeshGrading(0.12, 0.4, 0.4, 0.6, 0.5, new double[0][], 0.12);
        SimplexMesh mesh = GrainMesher.mesh(blocks, grading);
        double[][] tensors = new double[36][];
        Arrays.fill(tensors, new double[] {0.7, 0, 0, 0, 0.7, 0, 0, 0, 0.7});
        double[] conductances = new double[blocks.network().boundaries().size()];
        Arrays.fill(conductances, 0.5);
        CsrMatrix a = DiffusionAssembler.stiffness(mesh, tensors, conductances, null);
        BorderAssembler border = new BorderAssembler(mesh);
        BorderConductance contact = BorderConductance.uniform(4);
        border.addRobin(a, 0, contact);
        border.addRobin(a, 1, contact);
        double[] load = new double[mesh.nodeCount()];
        border.addRobinLoad(load, 0, contact, 1);
        double[] u = JacobiGradients.solve(a, load, 1e-13, 5_000);
        // Two contacts, four layers, three boundaries between layers; area 9.
        double expected = 9 / (2 / 4.0 + 4 / 0.7 + 3 / 0.5);
        assertThat(border.inflow(0, contact, 1, u) / expected).isCloseTo(1, within(1e-10));
        assertThat(border.inflow(1, contact, 0, u) / expected).isCloseTo(-1, within(1e-10));
    }

    @Test
    void convergesWithTheTextbookOrderInShakenBlocks() {
        requireTextbookOrder(ShakenBlocks.of(3, 3, 2, 0.35, 2));
    }

    @Test
    @Tag("nightly")
    void convergesWithTheTextbookOrderInPolyhedra() {
        requireTextbookOrder(MicrostructureGenerator.generate(
                MicrostructureSpec.solid(4 * UNIT, 4 * UNIT, 2 * UNIT, UNIT, Seeding.HARD_CORE),
                RandomStreams.stream(31, "grain-seeds", 5),
                RandomStreams.stream(31, "grain-orientations", 5)));
    }

    /**
     * u = w + c per grain with a smooth periodic w: the jump across a boundary is the difference of the constants, the
     * flux that of w, and the load on the boundary makes up for what the conductance does not carry.
     */
    private static void requireTextbookOrder(Microstructure structure) {
        double[] sizes = {0.5 * UNIT, 0.25 * UNIT};
        double[] h1 = new double[2];
        double[] l2 = new double[2];
        double[] mean = new double[2];
        for (int level = 0; level < 2; level++) {
            SimplexMesh mesh = GrainMesher.mesh(structure, uniform(sizes[level]));
            double[] errors = errors(structure, mesh);
            h1[level] = errors[0];
            l2[level] = errors[1];
            mean[level] = Math.cbrt(1.0 / mesh.elementCount());
        }
        double refinement = Math.log(mean[0] / mean[1]);
        assertThat(Math.log(h1[0] / h1[1]) / refinement).isGreaterThan(0.95).isLessThan(1.1);
        assertThat(Math.log(l2[0] / l2[1]) / refinement).isGreaterThan(1.9).isLessThan(2.2);
    }

    private static double[] errors(Microstructure structure, SimplexMesh mesh) {
        Wave wave = new Wave(structure.sizeM());
        int grains = structure.grains().size();
        double[][] tensors = new double[grains][];
        Arrays.fill(tensors, TENSOR);
        double[] conductances = new double[structure.network().boundaries().size()];
        Arrays.fill(conductances, CONDUCTANCE);
        CsrMatrix a = DiffusionAssembler.stiffness(mesh, tensors, conductances, null);
        double[] load = new double[mesh.nodeCount()];
        SourceAssembler.addSource(load, mesh, (p, region) -> wave.source(p));
        addJumps(load, mesh, structure, wave);
        BorderAssembler border = new BorderAssembler(mesh);
        border.addFlux(load, 1, p -> wave.flux(p, 2));
        border.addFlux(load, 0, p -> -wave.flux(p, 2));
        // A contact at the lower electrode to the exact potential fixes the level.
        BorderConductance fixed = BorderConductance.uniform(1 / UNIT);
        border.addRobin(a, 0, fixed);
        double[] given = new double[mesh.nodeCount()];
        BorderAssembler lower = new BorderAssembler(mesh);
        lower.addFlux(given, 0, p -> wave.value(p) / UNIT);
        double[] constants = new double[mesh.nodeCount()];
        lower.addRobinLoad(constants, 0, fixed, 1);
        int[] regionOfNode = new int[mesh.nodeCount()];
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int k = 0; k < 4; k++) {
                regionOfNode[mesh.elementNode(e, k)] = mesh.elementRegion(e);
            }
        }
        for (int n = 0; n < load.length; n++) {
            load[n] += given[n] + constants[n] * constant(regionOfNode[n]);
        }
        return wave.errors(mesh, JacobiGradients.solve(a, load, 1e-10, 5_000));
    }

    static double constant(int grain) {
        return 0.3 * Math.sin(5.0 * grain);
    }

    /** Adds ∫ (q + g [c]) (v⁻ − v⁺), q the flux of w from minus to plus, by the rule with the middles of the sides. */
    private static void addJumps(double[] load, SimplexMesh mesh, Microstructure structure, Wave wave) {
        var facets = mesh.interfaces();
        for (int f = 0; f < facets.count(); f++) {
            var boundary = structure.network().boundaries().get(facets.tag(f));
            double jump = CONDUCTANCE * (constant(boundary.minusGrain()) - constant(boundary.plusGrain()));
            double[][] p = new double[3][3];
            for (int k = 0; k < 3; k++) {
                for (int axis = 0; axis < 3; axis++) {
                    p[k][axis] = mesh.coordinateM(facets.minusNode(f, k), axis);
                }
            }
            double[] normal = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                int i = (axis + 1) % 3;
                int j = (axis + 2) % 3;
                normal[axis] =
                        0.5 * ((p[1][i] - p[0][i]) * (p[2][j] - p[0][j]) - (p[1][j] - p[0][j]) * (p[2][i] - p[0][i]));
            }
            double area = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
            for (int side = 0; side < 3; side++) {
                int from = side;
                int to = (side + 1) % 3;
                double[] middle = new double[3];
                for (int axis = 0; axis < 3; axis++) {
                    middle[axis] = 0.5 * (p[from][axis] + p[to][axis]);
                }
                double through = jump * area;
                for (int axis = 0; axis < 3; axis++) {
                    through += wave.flux(middle, axis) * normal[axis];
                }
                for (int k : new int[] {from, to}) {
                    load[facets.minusNode(f, k)] += through / 6;
                    load[facets.plusNode(f, k)] -= through / 6;
                }
            }
        }
    }

    /** w = (1 + z/2h + z²/4h²) sin(ax + by), and what follows from it. */
    private record Wave(double a, double b, double height) {
        Wave(double[] sizeM) {
            this(2 * Math.PI / sizeM[0], 2 * Math.PI / sizeM[1], sizeM[2]);
        }

        private double profile(double z) {
            return 1 + 0.5 * z / height + 0.25 * z * z / height / height;
        }

        private double slope(double z) {
            return 0.5 / height + 0.5 * z / height / height;
        }

        double value(double[] p) {
            return profile(p[2]) * Math.sin(a * p[0] + b * p[1]);
        }

        double gradient(double[] p, int axis) {
            double cosine = profile(p[2]) * Math.cos(a * p[0] + b * p[1]);
            return axis == 0 ? a * cosine : axis == 1 ? b * cosine : slope(p[2]) * Math.sin(a * p[0] + b * p[1]);
        }

        /** Component of σ∇w. */
        double flux(double[] p, int axis) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += TENSOR[3 * axis + k] * gradient(p, k);
            }
            return sum;
        }

        /** −∇·σ∇w. */
        double source(double[] p) {
            double phase = a * p[0] + b * p[1];
            double inPlane = TENSOR[0] * a * a + 2 * TENSOR[1] * a * b + TENSOR[4] * b * b;
            double mixed = 2 * (TENSOR[2] * a + TENSOR[5] * b);
            return inPlane * profile(p[2]) * Math.sin(phase)
                    - mixed * slope(p[2]) * Math.cos(phase)
                    - TENSOR[8] * 0.5 / height / height * Math.sin(phase);
        }

        /** Seminorm of H1 and norm of L2 of u − u_h, by the rule with one point near every corner. */
        double[] errors(SimplexMesh mesh, double[] u) {
            double near = (1 + 3 / Math.sqrt(5)) / 4;
            double far = (1 - near) / 3;
            double h1 = 0;
            double l2 = 0;
            for (int e = 0; e < mesh.elementCount(); e++) {
                Plane plane = Plane.of(mesh, e, u);
                double constant = constant(mesh.elementRegion(e));
                for (int q = 0; q < 4; q++) {
                    double[] p = new double[3];
                    double approximate = 0;
                    for (int k = 0; k < 4; k++) {
                        double weight = k == q ? near : far;
                        approximate += weight * u[mesh.elementNode(e, k)];
                        for (int axis = 0; axis < 3; axis++) {
                            p[axis] += weight * mesh.coordinateM(mesh.elementNode(e, k), axis);
                        }
                    }
                    l2 += plane.volume / 4 * Math.pow(approximate - value(p) - constant, 2);
                    for (int axis = 0; axis < 3; axis++) {
                        h1 += plane.volume / 4 * Math.pow(plane.gradient[axis] - gradient(p, axis), 2);
                    }
                }
            }
            return new double[] {Math.sqrt(h1), Math.sqrt(l2)};
        }
    }

    /** Volume of an element and the gradient of a linear function on it, by Cramer's rule. */
    private record Plane(double volume, double[] gradient) {
        static Plane of(SimplexMesh mesh, int e, double[] u) {
            double[][] rows = new double[3][3];
            double[] rise = new double[3];
            for (int k = 0; k < 3; k++) {
                rise[k] = u[mesh.elementNode(e, k + 1)] - u[mesh.elementNode(e, 0)];
                for (int axis = 0; axis < 3; axis++) {
                    rows[k][axis] = mesh.coordinateM(mesh.elementNode(e, k + 1), axis)
                            - mesh.coordinateM(mesh.elementNode(e, 0), axis);
                }
            }
            double determinant = determinant(rows);
            double[] gradient = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                double[][] replaced = new double[3][];
                for (int k = 0; k < 3; k++) {
                    replaced[k] = rows[k].clone();
                    replaced[k][axis] = rise[k];
                }
                gradient[axis] = determinant(replaced) / determinant;
            }
            return new Plane(determinant / 6, gradient);
        }

        private static double determinant(double[][] m) {
            return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                    - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                    + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
        }
    }
}
