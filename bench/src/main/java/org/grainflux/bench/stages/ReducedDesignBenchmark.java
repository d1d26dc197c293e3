package org.grainflux.bench.stages;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.grainflux.core.RandomStreams;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.physics.transport.HotSpots;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.physics.transport.ReducedInterfaceFamily;
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

/** One structure, thousands of interlayers with charge transfer at both faces: the model, a query, and what a design costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 2)
@State(Scope.Benchmark)
public class ReducedDesignBenchmark {
    private static final double TOLERANCE = 0.015;

    private CondensedPolycrystal polycrystal;
    private List<CellDesign> designs;
    private ReducedInterfaceFamily family;
    private InterfaceSolver solver;
    private int next;

    @Setup
    public void prepare(ReferenceCell cell) {
        polycrystal = CondensedPolycrystal.of(
                cell.mesh, cell.structure.sizeM(), cell.grainTensorsSPerM, cell.boundaryResistancesOhmM2, null);
        RandomGenerator random = RandomStreams.stream(1, "designs", 0);
        designs = Stream.generate(() -> CellDesign.symmetric(new ElectrodeContact.IonicLayer(
                        logUniform(random, 0.3e-6, 10e-6),
                        logUniform(random, 1e-3, 0.1),
                        logUniform(random, 1e-5, 1e-2),
                        logUniform(random, 1e-5, 1e-2))))
                .limit(2000)
                .toList();
        solver = new InterfaceSolver(polycrystal);
        family = build();
        System.out.println("\n# snapshots: " + family.snapshotCount() + ", measured difference to full solutions: "
                + family.measuredDifference());
    }

    private static double logUniform(RandomGenerator random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    private CellDesign design() {
        next = (next + 1) % designs.size();
        return designs.get(next);
    }

    /** Divided by {@link #fullDesign}: full solutions that the model costs. */
    @Benchmark
    public ReducedInterfaceFamily build() {
        return ReducedInterfaceFamily.of(
                new InterfaceSolver(polycrystal), designs, TOLERANCE, RandomStreams.stream(1, "sketch", 0));
    }

    /** Currents of both faces of both electrodes, resistance, and the error estimate. */
    @Benchmark
    public ReducedInterfaceFamily.Reduced query() {
        return family.solve(design());
    }

    /** With all hot-spot figures at four interfaces. */
    @Benchmark
    public HotSpots[] queryWithHotSpots() {
        CellSolution solution = family.solve(design()).solution();
        return new HotSpots[] {
            HotSpots.of(solution.lower().lithiumInterface()),
            HotSpots.of(solution.lower().electrolyteInterface()),
            HotSpots.of(solution.upper().lithiumInterface()),
            HotSpots.of(solution.upper().electrolyteInterface())
        };
    }

    /** The full solution of a design, of a thickness not met before. */
    @Benchmark
    public CellSolution fullDesign() {
        return solver.solve(design());
    }
}
