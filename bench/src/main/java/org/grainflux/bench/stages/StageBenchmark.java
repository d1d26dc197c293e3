package org.grainflux.bench.stages;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CondensedSystem;
import org.grainflux.fem.solve.DenseCholesky;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.SparseCholesky;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.physics.transport.InterfaceSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages of one realization, each repeated for seconds, since a stage of milliseconds is compiled late. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class StageBenchmark {
    private static final double OHM_CM2 = 1e-4;

    private EliminationPlan plan;
    private CondensedPolycrystal polycrystal;
    private DMatrixRMaj dense;

    @Setup
    public void prepare(ReferenceCell cell) {
        plan = EliminationPlan.of(cell.matrix.pattern(), cell.mesh, cell.electrodeNodes);
        polycrystal = CondensedPolycrystal.of(
                cell.mesh, cell.structure.sizeM(), cell.grainTensorsSPerM, cell.boundaryResistancesOhmM2, null);
        dense = positiveDefinite(cell.electrodeNodes.length);
    }

    /** As large as the system of a design: (i, j) → min(i, j) + 1 is the covariance of a random walk. */
    private static DMatrixRMaj positiveDefinite(int n) {
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, Math.min(i, j) + 1);
            }
        }
        return matrix;
    }

    @Benchmark
    public Microstructure generate() {
        return ReferenceCell.generate();
    }

    @Benchmark
    public SimplexMesh mesh(ReferenceCell cell) {
        return ReferenceCell.mesh(cell.structure);
    }

    @Benchmark
    public CsrMatrix assemble(ReferenceCell cell) {
        return cell.assemble();
    }

    /** Symbolic half of the condensation: order of elimination and shapes of the fronts. */
    @Benchmark
    public EliminationPlan condensePlan(ReferenceCell cell) {
        return EliminationPlan.of(cell.matrix.pattern(), cell.mesh, cell.electrodeNodes);
    }

    /** Numeric half, the factor kept. */
    @Benchmark
    public CondensedSystem condenseFactor(ReferenceCell cell) {
        return SparseCholesky.condense(cell.matrix, plan);
    }

    /** A first design with a layer: its mesh is made and condensed too. */
    @Benchmark
    public CellSolution firstInterlayerDesign() {
        return new InterfaceSolver(polycrystal).solve(layer(10e-6));
    }

    /** A further design of the same thickness. */
    @Benchmark
    public CellSolution nextInterlayerDesign(WarmLayer warm) {
        return warm.solver.solve(layer(10e-6));
    }

    @Benchmark
    public CellSolution bareDesign() {
        return new InterfaceSolver(polycrystal).solve(CellDesign.symmetric(ElectrodeContact.uniform(1000 * OHM_CM2)));
    }

    @Benchmark
    public DenseCholesky denseFactor() {
        return DenseCholesky.of(dense);
    }

    private static CellDesign layer(double thicknessM) {
        return CellDesign.symmetric(new ElectrodeContact.IonicLayer(thicknessM, 0.01, 2 * OHM_CM2, 2 * OHM_CM2));
    }

    /** A solver that has met this thickness before. */
    @State(Scope.Benchmark)
    public static class WarmLayer {
        private InterfaceSolver solver;

        @Setup
        public void meet(StageBenchmark stages) {
            solver = new InterfaceSolver(stages.polycrystal);
            solver.solve(layer(10e-6));
        }
    }
}
