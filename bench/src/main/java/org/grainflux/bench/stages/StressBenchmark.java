package org.grainflux.bench.stages;

import java.util.concurrent.TimeUnit;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.elasticity.CubicElasticity;
import org.grainflux.physics.elasticity.ElasticPolycrystal;
import org.grainflux.physics.elasticity.ElectrodeSupport;
import org.grainflux.physics.elasticity.LateralCondition;
import org.grainflux.physics.elasticity.MechanicalLoad;
import org.grainflux.physics.elasticity.StressField;
import org.grainflux.physics.transport.CondensedPolycrystal;
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

/** Stress of a structure beside its flux: the same mesh, everything from assembly on. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class StressBenchmark {
    private static final MechanicalLoad STACK = MechanicalLoad.stack(10e6, LateralCondition.free());

    private ElasticBody body;
    private ElasticPolycrystal factored;

    @Setup
    public void prepare(ReferenceCell cell) {
        CubicElasticity crystal = CubicElasticity.llzoFirstPrinciples().scaledToYoungsModulus(145e9);
        StiffnessTensor[] grains = cell.structure.grains().stream()
                .map(grain -> crystal.stiffness(grain.orientation()))
                .toArray(StiffnessTensor[]::new);
        int boundaries = cell.structure.network().boundaries().size();
        body = ElasticBody.closed(cell.mesh, grains, BoundaryZone.llzo().springs(boundaries, crystal));
        factored = ElasticPolycrystal.of(body, cell.structure.sizeM(), ElectrodeSupport.SOFT);
        factored.solve(STACK);
    }

    /** One flux solve: assembled and condensed, the factor kept for the field. */
    @Benchmark
    public CondensedPolycrystal flux(ReferenceCell cell) {
        return CondensedPolycrystal.withField(
                cell.mesh, cell.structure.sizeM(), cell.grainTensorsSPerM, cell.boundaryResistancesOhmM2, null);
    }

    @Benchmark
    public StressField firstLoad(ReferenceCell cell) {
        return ElasticPolycrystal.of(body, cell.structure.sizeM(), ElectrodeSupport.SOFT)
                .solve(STACK);
    }

    @Benchmark
    public StressField nextLoad() {
        return factored.solve(STACK);
    }
}
