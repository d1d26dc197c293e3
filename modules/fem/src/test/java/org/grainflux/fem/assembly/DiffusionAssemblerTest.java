package org.grainflux.fem.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CondensedSystem;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.SparseCholesky;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffusionAssemblerTest {

    /** Five layers in series, R_gb in Ω cm²: ASR = L/σ + 4 R, in two and three dimensions. */
    @ParameterizedTest
    @CsvSource({
        "2, 1e-3, 1e-10",
        "2, 1, 1e-10",
        "2, 10, 1e-10",
        "2, 1e-6, 1e-7",
        "2, 1e3, 1e-7",
        "3, 1e-3, 1e-10",
        "3, 10, 1e-10"
    })
    void layersInSeriesAreExact(int dimension, double resistanceOhmCm2, double relative) {
        double sigma = 0.05;
        double layerM = 10e-6;
        double resistance = resistanceOhmCm2 * 1e-4;
        int[] cells = dimension == 2 ? new int[] {6, 50} : new int[] {2, 3, 20};
        int layers = 5;
        int vertical = dimension - 1;
        int perLayer = cells[vertical] / layers;
        double[] lengths = new double[dimension];
        Arrays.fill(lengths, 20e-6);
        lengths[vertical] = layers * layerM;
        SimplexMesh mesh = StructuredMesh.of(cells, StructuredMesh.box(lengths), c -> c[vertical] / perLayer);
        double[][] tensors = new double[layers][];
        Arrays.fill(tensors, isotropic(dimension, sigma));
        double[] conductance = new double[layers - 1];
        Arrays.fill(conductance, 1 / resistance);
        CsrMatrix a = DiffusionAssembler.stiffness(mesh, tensors, conductance, null);

        double currentA = currentAtOneVolt(mesh, a, 2 * vertical, 2 * vertical + 1);

        double area = Math.pow(20e-6, dimension - 1);
        double expected = area / (layers * layerM / sigma + (layers - 1) * resistance);
        assertThat(currentA).isCloseTo(expected, within(relative * expected));
    }

    /** Robin contacts on both sides of a slab: ASR = L/σ + R₁ + R₂. */
    @Test
    void robinSlabIsExact() {
        SimplexMesh mesh = StructuredMesh.of(new int[] {4, 3, 7}, StructuredMesh.box(2, 3, 5), c -> 0);
        CsrMatrix a = DiffusionAssembler.stiffness(mesh, new double[][] {isotropic(3, 0.5)}, new double[0], null);
        double[] load = new double[mesh.nodeCount()];
        BorderAssembler border = new BorderAssembler(mesh);
        BorderConductance first = BorderConductance.uniform(1 / 4.0);
        BorderConductance second = BorderConductance.uniform(1 / 6.0);
        border.addRobin(a, 4, first);
        border.addRobin(a, 5, second);
        border.addRobinLoad(load, 5, second, 8.0);

        double[] u = SparseCholesky.condense(a, EliminationPlan.of(a.pattern(), mesh, new int[0]))
                .solve(load);

        double expected = 2 * 3 * 8.0 / (5 / 0.5 + 4 + 6);
        assertThat(border.inflow(5, second, 8.0, u)).isCloseTo(expected, within(1e-12 * expected));
        assertThat(border.inflow(4, first, 0, u)).isCloseTo(-expected, within(1e-12 * expected));
    }

    /** A linear field is in the space: the energy of a tensor is exact, in any orientation of the elements. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void energyOfALinearFieldIsExact(int d) {
        double[][] map = d == 2
                ? new double[][] {{1, 0.3}, {-0.2, 0.9}}
                : new double[][] {{1, 0.3, 0.1}, {-0.2, 0.9, 0.4}, {0.1, 0.2, 1.1}};
        int[] cells = new int[d];
        Arrays.fill(cells, 2);
        SimplexMesh mesh = StructuredMesh.of(cells, map, c -> 0);
        double[] tensor =
                d == 2 ? new double[] {2, 0.5, 0.5, 1} : new double[] {2, 0.5, 0.1, 0.5, 1, -0.3, 0.1, -0.3, 3};
        double[] slope = {0.7, -1.1, 0.4};
        CsrMatrix a = DiffusionAssembler.stiffness(mesh, new double[][] {tensor}, new double[0], null);
        double[] u = new double[mesh.nodeCount()];
        for (int v = 0; v < u.length; v++) {
            for (int axis = 0; axis < d; axis++) {
                u[v] += slope[axis] * mesh.coordinateM(v, axis);
            }
        }
        double density = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                density += slope[i] * tensor[i * d + j] * slope[j];
            }
        }
        double volume = d == 2
                ? 0.9 + 0.06
                : 1 * (0.9 * 1.1 - 0.4 * 0.2) - 0.3 * (-0.2 * 1.1 - 0.4 * 0.1) + 0.1 * (-0.2 * 0.2 - 0.9 * 0.1);
        assertThat(dot(u, a.multiply(u))).isCloseTo(density * volume, within(1e-13));
    }

    /** Jump 2 on one side of an interface of measure 3 (2D) or 6 (3D), both rules; the mean conducts along it. */
    @ParameterizedTest
    @EnumSource(FacetMass.class)
    void interfaceEnergiesAreExact(FacetMass facetMass) {
        SimplexMesh flat = StructuredMesh.of(new int[] {2, 3}, StructuredMesh.box(1, 3), c -> c[0]);
        SimplexMesh solid = StructuredMesh.of(new int[] {2, 2, 3}, StructuredMesh.box(1, 2, 3), c -> c[0]);
        for (SimplexMesh mesh : new SimplexMesh[] {flat, solid}) {
            DiffusionAssembler assembler = new DiffusionAssembler(mesh);
            double measure = mesh.dimension() == 2 ? 3 : 6;
            double[] jump = new double[mesh.nodeCount()];
            double[] slope = new double[mesh.nodeCount()];
            for (int e = 0; e < mesh.elementCount(); e++) {
                for (int c = 0; c <= mesh.dimension(); c++) {
                    int v = mesh.elementNode(e, c);
                    jump[v] = mesh.elementRegion(e) == 1 ? 2 : 0;
                    // {u} = 1.5 y: twice as steep on one side as on the other.
                    slope[v] = (mesh.elementRegion(e) + 1) * mesh.coordinateM(v, 1);
                }
            }
            CsrMatrix across = assembler.zero();
            assembler.addInterfaces(across, new double[] {5}, facetMass);
            assertThat(dot(jump, across.multiply(jump))).isCloseTo(5 * 4 * measure, within(1e-12));
            CsrMatrix along = assembler.zero();
            assembler.addTangential(along, new double[] {7});
            assertThat(dot(slope, along.multiply(slope))).isCloseTo(7 * 2.25 * measure, within(1e-12));
            assertThat(dot(jump, along.multiply(jump))).isCloseTo(0, within(1e-12));
        }
    }

    /** A conducting boundary along the field is in parallel with the bulk: G = (σ w + κ)/L. */
    @Test
    void tangentialConductionAddsInParallel() {
        SimplexMesh mesh = StructuredMesh.of(new int[] {6, 9}, StructuredMesh.box(2, 5), c -> c[0] / 3);
        CsrMatrix a = DiffusionAssembler.stiffness(
                mesh, new double[][] {isotropic(2, 0.3), isotropic(2, 0.3)}, new double[] {4}, new double[] {1.1});
        assertThat(currentAtOneVolt(mesh, a, 2, 3)).isCloseTo((0.3 * 2 + 1.1) / 5, within(1e-13));
    }

    /** The current through a mid-plane cut, from the elements on one side only, is the electrode's. */
    @Test
    void oneSidedReactionIsTheCurrentThroughACut() {
        SimplexMesh mesh = StructuredMesh.of(new int[] {5, 8}, StructuredMesh.box(1, 2), c -> 0);
        double[][] tensors = {{1, 0.2, 0.2, 2}};
        DiffusionAssembler assembler = new DiffusionAssembler(mesh);
        CsrMatrix whole = assembler.zero();
        assembler.addBulk(whole, tensors);
        CsrMatrix lower = assembler.zero();
        assembler.addBulk(lower, tensors, e -> {
            double y = 0;
            for (int c = 0; c < 3; c++) {
                y += mesh.coordinateM(mesh.elementNode(e, c), 1) / 3;
            }
            return y < 1;
        });
        double[] u = solution(mesh, whole, 2, 3);
        double through = 0;
        for (int v = 0; v < mesh.nodeCount(); v++) {
            through += Math.abs(mesh.coordinateM(v, 1) - 1) < 1e-9 ? lower.rowTimes(v, u) : 0;
        }
        double atElectrode = 0;
        for (int v : new BorderAssembler(mesh).nodes(3)) {
            atElectrode += whole.rowTimes(v, u);
        }
        assertThat(through).isCloseTo(atElectrode, within(1e-13));
    }

    @Test
    void refusesWrongCoefficientsAndInvertedElements() {
        SimplexMesh mesh = StructuredMesh.of(new int[] {2, 1}, StructuredMesh.box(1, 1), c -> c[0]);
        double[][] tensors = {isotropic(2, 1), isotropic(2, 1)};
        assertThatThrownBy(() -> DiffusionAssembler.stiffness(mesh, tensors, new double[] {Double.NaN}, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("NaN");
        double[][] negative = {isotropic(2, 1), isotropic(2, -1)};
        assertThatThrownBy(() -> DiffusionAssembler.stiffness(mesh, negative, new double[] {1}, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("region 1");
        SimplexMesh inverted = new SimplexMesh(
                2,
                new double[] {0, 0, 0, 1, 1, 0},
                new int[] {0, 1, 2},
                new int[] {0},
                new InterfaceFacets(2, new int[0], new int[0], new int[0]),
                new BorderFacets(2, new int[0], new int[0]));
        assertThatThrownBy(() -> DiffusionAssembler.stiffness(inverted, tensors, new double[0], null))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("element 0");
    }

    private static double currentAtOneVolt(SimplexMesh mesh, CsrMatrix a, int lowTag, int highTag) {
        double[] u = solution(mesh, a, lowTag, highTag);
        double current = 0;
        for (int v : new BorderAssembler(mesh).nodes(highTag)) {
            current += a.rowTimes(v, u);
        }
        return current;
    }

    private static double[] solution(SimplexMesh mesh, CsrMatrix a, int lowTag, int highTag) {
        BorderAssembler border = new BorderAssembler(mesh);
        int[] low = border.nodes(lowTag);
        int[] high = border.nodes(highTag);
        int[] kept = Arrays.copyOf(low, low.length + high.length);
        System.arraycopy(high, 0, kept, low.length, high.length);
        double[] values = new double[kept.length];
        Arrays.fill(values, low.length, kept.length, 1);
        CondensedSystem system = SparseCholesky.condense(a, EliminationPlan.of(a.pattern(), mesh, kept));
        return system.extend(values);
    }

    private static double[] isotropic(int d, double sigma) {
        double[] tensor = new double[d * d];
        for (int i = 0; i < d; i++) {
            tensor[i * d + i] = sigma;
        }
        return tensor;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
