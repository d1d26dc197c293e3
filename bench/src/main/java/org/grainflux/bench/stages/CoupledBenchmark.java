package org.grainflux.bench.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.physics.contact.RoughContact;
import org.grainflux.physics.coupling.CoupledCell;
import org.grainflux.physics.coupling.CoupledState;
import org.grainflux.physics.coupling.FootFlaw;
import org.grainflux.physics.coupling.StressedInterface;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.elasticity.CubicElasticity;
import org.grainflux.physics.elasticity.ElasticPolycrystal;
import org.grainflux.physics.elasticity.ElectrodeSupport;
import org.grainflux.physics.elasticity.LateralCondition;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.physics.transport.AssembledPolycrystal;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.ElectrodeTrace;
import org.grainflux.physics.transport.FlawedPolycrystal;
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

/**
 * A coupled cell beside the flux alone, by stage: a conducting flaw of 2 µm at every foot of the plated electrode, flat plates under
 * 10 MPa, contact by pressure, 5 A/m².
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class CoupledBenchmark {
    private static final double TEN_OHM_CM2 = 1e-3;

    private List<FootFlaw> flaws;
    private FlawedPolycrystal flux;
    private ElasticPolycrystal grains;

    @Setup
    public void prepare(ReferenceCell cell) {
        flaws = new ArrayList<>();
        ElectrodeTrace plated = assembled(cell).trace(1);
        for (int p = 0; p < plated.pointCount(); p++) {
            if (plated.isFoot(p)) {
                FootFlaw.at(cell.mesh, plated, 1, p, 2e-6, 5e-9).ifPresent(flaws::add);
            }
        }
        flux = flawedFlux(cell);
        grains = stiffness(cell);
        CoupledState state = passes();
        System.out.println("\n# flaws: " + flaws.size() + ", faces: " + flux.faceCount() + ", passes: "
                + state.iterations() + ", Newton steps: " + state.newtonSteps()
                + "; factorisations: 1 of the flux, 1 of the stiffness");
    }

    private static AssembledPolycrystal assembled(ReferenceCell cell) {
        return AssembledPolycrystal.of(
                cell.mesh, cell.structure.sizeM(), cell.grainTensorsSPerM, cell.boundaryResistancesOhmM2, null);
    }

    /** One flux solve: what the others are counted in. */
    @Benchmark
    public CondensedPolycrystal fluxAlone(ReferenceCell cell) {
        return CondensedPolycrystal.withField(assembled(cell));
    }

    /** Flux condensed to electrodes and flaws. */
    @Benchmark
    public FlawedPolycrystal flawedFlux(ReferenceCell cell) {
        return FlawedPolycrystal.of(assembled(cell), FootFlaw.filled(flaws));
    }

    /** Stiffness with open flaws, factored. */
    @Benchmark
    public ElasticPolycrystal stiffness(ReferenceCell cell) {
        boolean[] open = new boolean[cell.mesh.interfaces().count()];
        flaws.forEach(flaw -> Arrays.stream(flaw.facets()).forEach(f -> open[f] = true));
        CubicElasticity crystal = CubicElasticity.llzoFirstPrinciples().scaledToYoungsModulus(145e9);
        StiffnessTensor[] regions = cell.structure.grains().stream()
                .map(grain -> crystal.stiffness(grain.orientation()))
                .toArray(StiffnessTensor[]::new);
        int boundaries = cell.structure.network().boundaries().size();
        ElasticBody body =
                new ElasticBody(cell.mesh, regions, BoundaryZone.llzo().springs(boundaries, crystal), f -> open[f]);
        return ElasticPolycrystal.of(body, cell.structure.sizeM(), ElectrodeSupport.RIGID);
    }

    /** All passes of the fixed point. */
    @Benchmark
    public CoupledState passes() {
        double[] growth = new double[flaws.size()];
        Arrays.fill(growth, Double.POSITIVE_INFINITY);
        StressedInterface surface = new StressedInterface(
                TEN_OHM_CM2, 0.5, 298.15, LithiumMetal.reference(), Optional.of(RoughContact.lithium()), 1e-6, 0.05);
        return new CoupledCell(flux, grains, surface, flaws, growth).solve(5, 10e6, LateralCondition.free());
    }

    /** Everything, from assembly on. */
    @Benchmark
    public CoupledState endToEnd(ReferenceCell cell) {
        flux = flawedFlux(cell);
        grains = stiffness(cell);
        return passes();
    }
}
