package org.grainflux.fem.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.solve.SolveReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridSolverTest {
    private static final double TOLERANCE = 1e-8;

    /** The uniform grid needs 14; what interfaces may add stays within a few of it. */
    private static final int ITERATIONS = 20;

    @ParameterizedTest(name = "sheet {0}, contrast {1}, contact {2}")
    @CsvSource({
        "0, 1, 0",
        "1e-6, 1, 0",
        "0.02, 1, 0",
        "0.5, 1, 0",
        "1, 1, 0",
        "2, 1, 0",
        "4, 1, 0",
        "10, 1, 0",
        "100, 1, 0",
        "1e6, 1, 0",
        "1e-6, 1e6, 0",
        "0.5, 1e6, 0",
        "4, 1e6, 0",
        "1e6, 1e6, 0",
        "1, 1, 1e6",
        "1e6, 1, 1e6",
        "1e-6, 1e6, 1e-6"
    })
    void regionsOfAnyContrastTakeAFewIterations(double sheet, double contrast, double contact) {
        CellGrid grid = CellGrid.cubes(32, 30, 34, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 30, LabelNetworks.random(3));
        double[] conductivity = LabelNetworks.conductivities(labels, contrast, LabelNetworks.random(4));
        assertThat(iterations(LabelNetworks.network(grid, labels, conductivity, sheet, contact)))
                .isLessThanOrEqualTo(ITERATIONS);
    }

    @ParameterizedTest(name = "sheet {0}, contrast {1}")
    @CsvSource({"1e-6, 1", "1, 1", "1e6, 1", "1e-6, 10", "1, 10", "1e6, 10", "1, 1e6", "1e6, 1e6"})
    void regionsOfOneCellTakeAFewIterations(double sheet, double contrast) {
        CellGrid grid = CellGrid.cubes(24, 24, 24, 1);
        int[] labels = LabelNetworks.eachItsOwn(grid);
        double[] conductivity = LabelNetworks.conductivities(labels, contrast, LabelNetworks.random(5));
        assertThat(iterations(LabelNetworks.network(grid, labels, conductivity, sheet, 0)))
                .isLessThanOrEqualTo(ITERATIONS);
    }

    @ParameterizedTest(name = "sheet {0}")
    @ValueSource(doubles = {1e-6, 0.5, 10, 1e6})
    void planeProblemsTakeAFewIterations(double sheet) {
        CellGrid grid = CellGrid.squares(250, 180, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 60, LabelNetworks.random(6));
        double[] conductivity = LabelNetworks.conductivities(labels, 1, LabelNetworks.random(7));
        assertThat(iterations(LabelNetworks.network(grid, labels, conductivity, sheet, 0)))
                .isLessThanOrEqualTo(ITERATIONS);
    }

    /** Odd lines around a periodic axis share a colour where they meet; slabs and single lines are the other extremes. */
    @ParameterizedTest(name = "{0} x {1} x {2}")
    @CsvSource({"17, 15, 13", "1, 1, 9", "2, 2, 2", "1, 5, 40", "40, 1, 1", "3, 31, 2"})
    void anyShapeOfGridIsSolved(int cells0, int cells1, int cells2) {
        CellGrid grid = CellGrid.cubes(cells0, cells1, cells2, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 5, LabelNetworks.random(8));
        double[] conductivity = LabelNetworks.conductivities(labels, 100, LabelNetworks.random(9));
        FaceConductances faces = LabelNetworks.network(grid, labels, conductivity, 3, 0.1);
        assertThat(iterations(faces)).isLessThanOrEqualTo(ITERATIONS);
    }

    /** −∇·σ∇u = f with smooth σ: second order at cell centres. */
    @Test
    void manufacturedSolutionConvergesQuadratically() {
        double coarse = manufacturedError(16);
        double fine = manufacturedError(32);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isGreaterThan(1.9);
    }

    private static double manufacturedError(int cells) {
        double h = 1.0 / cells;
        CellGrid grid = CellGrid.cubes(cells, cells, cells, h);
        int n = grid.cellCount();
        int layer = grid.layerCells();
        float[][] across = {new float[n], new float[n], new float[n + layer]};
        double[] load = new double[n];
        double[] exact = new double[n];
        for (int c = 0; c < n; c++) {
            double x = (c % cells + 0.5) * h;
            double y = (c / cells % cells + 0.5) * h;
            double z = (c / layer + 0.5) * h;
            across[0][c] = (float) (h * sigma(x + h / 2, y, z));
            across[1][c] = (float) (h * sigma(x, y + h / 2, z));
            // Half a cell to the electrodes.
            across[2][c] = (float) (h * sigma(x, y, z - h / 2) * (z < h ? 2 : 1));
            across[2][c + layer] = (float) (h * sigma(x, y, z + h / 2) * (z > 1 - h ? 2 : 1));
            load[c] = h * h * h * source(x, y, z);
            exact[c] = potential(x, y, z);
        }
        GridSolver solver = new GridSolver(new FaceConductances(grid, across[0], across[1], across[2]));
        double[] solution = new double[n];
        solver.solve(load, solution, 1e-10);
        double squares = 0;
        for (int c = 0; c < n; c++) {
            squares += (solution[c] - exact[c]) * (solution[c] - exact[c]);
        }
        return Math.sqrt(squares / n);
    }

    private static double sigma(double x, double y, double z) {
        return 2 + Math.sin(2 * Math.PI * x) * Math.cos(2 * Math.PI * y) + z * z;
    }

    private static double potential(double x, double y, double z) {
        return Math.sin(Math.PI * z) * (2 + Math.cos(2 * Math.PI * x) + Math.sin(2 * Math.PI * y));
    }

    /** −∇·(σ∇u) of the two functions above, by hand. */
    private static double source(double x, double y, double z) {
        double t = 2 * Math.PI;
        double s = Math.sin(Math.PI * z);
        double across = 2 + Math.cos(t * x) + Math.sin(t * y);
        double ux = -s * t * Math.sin(t * x);
        double uy = s * t * Math.cos(t * y);
        double uz = Math.PI * Math.cos(Math.PI * z) * across;
        double laplacian = -s * t * t * (Math.cos(t * x) + Math.sin(t * y)) - Math.PI * Math.PI * s * across;
        double sx = t * Math.cos(t * x) * Math.cos(t * y);
        double sy = -t * Math.sin(t * x) * Math.sin(t * y);
        return -(sigma(x, y, z) * laplacian + sx * ux + sy * uy + 2 * z * uz);
    }

    @Test
    void theOperatorOfThePreconditionerIsSymmetric() {
        CellGrid grid = CellGrid.cubes(7, 6, 5, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 4, LabelNetworks.random(10));
        FaceConductances faces = LabelNetworks.network(
                grid, labels, LabelNetworks.conductivities(labels, 10, LabelNetworks.random(11)), 2, 0.5);
        GridOperator operator = new GridOperator(faces);
        LineNeighbours at = new LineNeighbours(faces);
        float[][] u = randomVector(grid, 12);
        float[][] v = randomVector(grid, 13);
        float[][] au = Lines.of(grid);
        float[][] av = Lines.of(grid);
        double energy = 0;
        for (int layer = 0; layer < grid.cells2(); layer++) {
            energy += operator.multiply(at, layer, u, au);
            operator.multiply(at, layer, v, av);
        }
        double left = 0;
        double right = 0;
        double expected = 0;
        for (int line = 0; line < u.length; line++) {
            for (int x = 0; x < grid.cells0(); x++) {
                left += (double) au[line][x] * v[line][x];
                right += (double) av[line][x] * u[line][x];
                expected += (double) au[line][x] * u[line][x];
            }
        }
        assertThat(energy).isCloseTo(expected, Offset.offset(1e-4));
        // Single precision: 210 terms of order 10 with relative errors of 10⁻⁷.
        assertThat(left).isCloseTo(right, Offset.offset(1e-4));
    }

    private static float[][] randomVector(CellGrid grid, long seed) {
        var random = LabelNetworks.random(seed);
        float[][] values = Lines.of(grid);
        for (float[] line : values) {
            for (int x = 0; x < line.length; x++) {
                line[x] = random.nextFloat() - 0.5f;
            }
        }
        return values;
    }

    /** Ranges of layers differ with the threads, results do not: heights around those where ranges appear, odd ones too. */
    @ParameterizedTest(name = "{0} x {1} x {2}")
    @CsvSource({"12, 10, 15", "12, 10, 16", "9, 7, 33", "6, 5, 71", "30, 1, 64"})
    void threadsDoNotChangeABit(int cells0, int cells1, int cells2) {
        CellGrid grid = CellGrid.cubes(cells0, cells1, cells2, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 12, LabelNetworks.random(20));
        double[] conductivity = LabelNetworks.conductivities(labels, 10, LabelNetworks.random(21));
        FaceConductances faces = LabelNetworks.network(grid, labels, conductivity, 2, 0.3);
        double[] one = new double[grid.cellCount()];
        SolveReport report = new GridSolver(faces).solve(LabelNetworks.drive(faces), one, TOLERANCE);
        for (int threads = 2; threads <= 5; threads++) {
            double[] several = new double[grid.cellCount()];
            assertThat(new GridSolver(faces, threads).solve(LabelNetworks.drive(faces), several, TOLERANCE))
                    .isEqualTo(report);
            assertThat(several).isEqualTo(one);
        }
    }

    @Test
    void repeatedSolvesGiveTheSameBits() {
        CellGrid grid = CellGrid.cubes(20, 20, 20, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 10, LabelNetworks.random(14));
        double[] conductivity = LabelNetworks.conductivities(labels, 10, LabelNetworks.random(15));
        FaceConductances faces = LabelNetworks.network(grid, labels, conductivity, 5, 0);
        double[] first = new double[grid.cellCount()];
        double[] second = new double[grid.cellCount()];
        GridSolver solver = new GridSolver(faces);
        solver.solve(LabelNetworks.drive(faces), first, TOLERANCE);
        solver.solve(LabelNetworks.drive(faces), second, TOLERANCE);
        assertThat(second).isEqualTo(first);
        new GridSolver(faces).solve(LabelNetworks.drive(faces), second, TOLERANCE);
        assertThat(second).isEqualTo(first);
    }

    /** Renewing the residual in double precision carries the single-precision iteration far below 10⁻⁷. */
    @Test
    void reachesTolerancesBeyondSinglePrecision() {
        CellGrid grid = CellGrid.cubes(16, 16, 16, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 10, LabelNetworks.random(16));
        FaceConductances faces = LabelNetworks.network(
                grid, labels, LabelNetworks.conductivities(labels, 10, LabelNetworks.random(17)), 5, 0);
        SolveReport report =
                new GridSolver(faces).solve(LabelNetworks.drive(faces), new double[grid.cellCount()], 1e-12);
        assertThat(report.relativeResidual()).isLessThanOrEqualTo(1e-12);
    }

    @Test
    void aToleranceOutOfReachIsAFailureWithWhatWasReached() {
        CellGrid grid = CellGrid.cubes(8, 8, 8, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 5, LabelNetworks.random(18));
        // A uniform network has a solution that double precision holds exactly.
        FaceConductances faces = LabelNetworks.network(
                grid, labels, LabelNetworks.conductivities(labels, 10, LabelNetworks.random(19)), 3, 0);
        assertThatThrownBy(() ->
                        new GridSolver(faces).solve(LabelNetworks.drive(faces), new double[grid.cellCount()], 1e-30))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("asked for 1.0E-30");
    }

    private static int iterations(FaceConductances faces) {
        GridSolver solver = new GridSolver(faces);
        SolveReport report =
                solver.solve(LabelNetworks.drive(faces), new double[faces.grid().cellCount()], TOLERANCE);
        assertThat(report.relativeResidual()).isLessThanOrEqualTo(TOLERANCE);
        return report.iterations();
    }
}
