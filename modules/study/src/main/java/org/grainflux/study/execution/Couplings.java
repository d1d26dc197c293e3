package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.physics.contact.RoughContact;
import org.grainflux.physics.coupling.CoupledCell;
import org.grainflux.physics.coupling.CoupledState;
import org.grainflux.physics.coupling.FootFlaw;
import org.grainflux.physics.coupling.MeanDrop;
import org.grainflux.physics.coupling.StressedInterface;
import org.grainflux.physics.elasticity.ElasticPolycrystal;
import org.grainflux.physics.elasticity.LateralCondition;
import org.grainflux.physics.elasticity.MechanicalLoad;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.CriticalCurrents;
import org.grainflux.physics.fracture.ElectrodeState;
import org.grainflux.physics.fracture.FilamentRisk;
import org.grainflux.physics.fracture.Flaw;
import org.grainflux.physics.kinetics.ButlerVolmer;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.ElectrodeTrace;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.physics.transport.NonlinearCell;
import org.grainflux.physics.transport.OperatingPoint;
import org.grainflux.study.config.ContactConfig;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CouplingRow;

/**
 * Flux, contact and stress of a chosen realization that agree with each other, at the current at which its first flaw extends
 * (F2). The stiffness with the flaws of the nominal draw open is factored once for all designs with the same flaws.
 *
 * <p>The flux knows the stress by its potential drops: −Δφ is the overpotential and V_m P/F of the pressure on the interface, and
 * lithium in a flaw is in equilibrium with it. The current at which a flaw extends is asked anew of each state until state and
 * current agree.
 */
final class Couplings {
    /** Symmetric transfer of charge. */
    private static final double ANODIC_TRANSFER = 0.5;

    /** Relative change of the current by the last state: far below what the mesh leaves in u(x). */
    private static final double CURRENT_TOLERANCE = 1e-3;

    private static final int STATE_LIMIT = 20;

    private final StudyConfig study;
    private final SimplexMesh mesh;
    private final CondensedPolycrystal polycrystal;
    private final FactoredGrains factored;
    private final FlawDraws flaws;
    private final LithiumContact lithium;
    private final StageClock clock;
    private List<FootFlaw> open;
    private ElasticPolycrystal grains;
    /** With free sides, and without lateral strain. */
    private double[] lateralRatios;

    Couplings(
            StudyConfig study,
            StructureContext context,
            FactoredGrains factored,
            FlawDraws flaws,
            LithiumContact lithium,
            StageClock clock) {
        this.study = study;
        this.mesh = context.mesh();
        this.polycrystal = context.solver() instanceof InterfaceSolver condensed ? condensed.polycrystal() : null;
        this.factored = factored;
        this.flaws = flaws;
        this.lithium = lithium;
        this.clock = clock;
    }

    /** Whether a structure is coupled: the flux of volumes and images is not condensed to their electrodes. */
    boolean couples(int structureIndex) {
        return structureIndex < study.fracture().coupled().realizations() && polycrystal != null;
    }

    /**
     * Adds the row of one electrode as plating side. A coupling that does not settle takes its own row, not the realization.
     *
     * @param uncoupled what the flux alone says of {@code flawed}
     */
    void add(
            DesignConfig design,
            ParameterDraw nominal,
            int plating,
            ElectrodeState flawed,
            CriterionParameters parameters,
            FilamentRisk uncoupled,
            ResultRows rows) {
        Optional<String> reason = reasonWithout(design, uncoupled);
        String why = reason.orElse("");
        if (reason.isEmpty()) {
            try {
                rows.couplings.add(coupled(design, nominal, plating, flawed, parameters, uncoupled));
                return;
            } catch (NumericalFailureException e) {
                why = e.reason().name();
                rows.remarks.add("flux, contact and stress do not agree with electrode " + plating + " plating: " + why
                        + ": " + e.getMessage());
            }
        }
        rows.couplings.add(CouplingRow.without(
                nominal.structureIndex(),
                design.name(),
                plating,
                why,
                uncoupled.selfConsistentAPerM2(),
                uncoupled.competingAPerM2()));
    }

    private static Optional<String> reasonWithout(DesignConfig design, FilamentRisk uncoupled) {
        if (design.hasInterlayerAt(0) || design.hasInterlayerAt(1)) {
            return Optional.of("an ionic layer is not in the coupling");
        }
        if (design.interfaceResistanceOhmM2().median() == 0) {
            return Optional.of("perfect contact has no transfer of charge to couple with");
        }
        return uncoupled.selfConsistentAPerM2() < Double.POSITIVE_INFINITY
                ? Optional.empty()
                : Optional.of("no flaw can extend");
    }

    private CouplingRow coupled(
            DesignConfig design,
            ParameterDraw nominal,
            int plating,
            ElectrodeState flawed,
            CriterionParameters parameters,
            FilamentRisk uncoupled) {
        if (grains == null) {
            clock.time(StageClock.Stage.ELASTIC, () -> {
                makeGrains(nominal);
                return null;
            });
        }
        double resistanceOhmM2 = nominal.value("interface:" + design.name(), design.interfaceResistanceOhmM2());
        StressedInterface surface = surface(resistanceOhmM2, parameters, flawed.grainConductivitySPerM());
        CoupledCell cell = new CoupledCell(polycrystal, grains, surface, open);
        double pressurePa = study.contact().stackPressurePa().median();
        LateralCondition sides = LateralCondition.stress(-parameters.compressionPa());
        // 1. Kinetics alone: the same law everywhere, without stress.
        ButlerVolmer unstressed = withoutShift(surface.law(-pressurePa));
        NonlinearCell alone = new NonlinearCell(polycrystal);
        Found kinetic = find(
                plating,
                flawed,
                parameters,
                uncoupled.selfConsistentAPerM2(),
                current -> new State(alone.solve(i -> unstressed, i -> unstressed, upward(plating, current)), null));
        // 2. With contact and stress.
        double startAPerM2 = Math.min(kinetic.risk.selfConsistentAPerM2(), kinetic.currentAPerM2);
        Found found = find(plating, flawed, parameters, startAPerM2, current -> {
            CoupledState state = cell.solve(upward(plating, current), pressurePa, sides);
            return new State(state.flux(), state);
        });
        // 3. What the shift of the equilibrium alone does to the drop, at the same current.
        double shiftV = pressurePa == 0
                ? Double.NaN
                : meanDropV(found.state.flux, plating)
                        - meanDropV(
                                alone.solve(i -> unstressed, i -> unstressed, upward(plating, found.currentAPerM2)),
                                plating);
        return row(nominal.structureIndex(), design.name(), plating, uncoupled, kinetic, found, surface, shiftV);
    }

    private static ButlerVolmer withoutShift(ButlerVolmer law) {
        return new ButlerVolmer(
                law.exchangeCurrentDensityAPerM2(),
                law.anodicTransfer(),
                0,
                law.seriesResistanceOhmM2(),
                law.temperatureK());
    }

    /** Positive currents plate above. */
    private static double upward(int plating, double currentAPerM2) {
        return plating == 1 ? currentAPerM2 : -currentAPerM2;
    }

    private record State(OperatingPoint flux, CoupledState coupled) {}

    @FunctionalInterface
    private interface AtCurrent {
        State solve(double currentAPerM2);
    }

    /** @param currentAPerM2 of the state */
    private record Found(
            FilamentRisk risk, State state, double currentAPerM2, int states, int iterations, double change) {}

    /** The current at which the first flaw extends in the field of that current. */
    private Found find(
            int plating, ElectrodeState flawed, CriterionParameters parameters, double startAPerM2, AtCurrent field) {
        double current = startAPerM2;
        int iterations = 0;
        for (int states = 1; ; states++) {
            State state = field.solve(current);
            iterations += state.coupled == null ? 0 : state.coupled.iterations();
            double at = current;
            FilamentRisk risk = CriticalCurrents.evaluate(
                    flawed.with(point -> -MeanDrop.aroundV(
                                    polycrystal.trace(plating),
                                    state.flux.electrode(plating),
                                    point.xM(),
                                    0.5 * DesignEvaluation.FLAW_WINDOW_M)
                            / at),
                    parameters);
            double next = risk.selfConsistentAPerM2();
            double change = Math.abs(next - current) / current;
            if (change <= CURRENT_TOLERANCE || next == Double.POSITIVE_INFINITY) {
                return new Found(risk, state, current, states, iterations, change);
            }
            if (states == STATE_LIMIT) {
                throw new NumericalFailureException(
                        NumericalFailureException.Reason.ITERATION_LIMIT,
                        "the current at which a flaw extends still changes by " + change + " after " + states
                                + " states");
            }
            current = next;
        }
    }

    private CouplingRow row(
            int structureIndex,
            String design,
            int plating,
            FilamentRisk uncoupled,
            Found kinetic,
            Found found,
            StressedInterface surface,
            double dropShiftV) {
        CoupledState state = found.state.coupled;
        double[] fractions = state.contactFractions()[plating];
        double[] normalPa = IntStream.range(0, mesh.borders().count())
                .filter(f -> mesh.borders().tag(f) == plating)
                .mapToDouble(state.stress()::electrodeNormalPa)
                .toArray();
        double meanPa = meanNormalPa(state, plating);
        int capped = 0;
        for (boolean cap : state.capped()) {
            capped += cap ? 1 : 0;
        }
        return new CouplingRow(
                structureIndex,
                design,
                plating,
                "",
                uncoupled.selfConsistentAPerM2(),
                kinetic.risk.selfConsistentAPerM2(),
                found.risk.selfConsistentAPerM2(),
                uncoupled.competingAPerM2(),
                found.risk.competingAPerM2(),
                found.states,
                found.iterations,
                state.residualPa(),
                found.change,
                Arrays.stream(fractions).min().orElse(Double.NaN),
                Arrays.stream(fractions).average().orElse(Double.NaN),
                Arrays.stream(normalPa).min().orElse(Double.NaN),
                Arrays.stream(normalPa).max().orElse(Double.NaN),
                surface.lithium().equilibriumShiftV(meanPa),
                dropShiftV,
                lateralRatios[0],
                lateralRatios[1],
                open.size(),
                capped,
                Arrays.stream(state.flawPressuresPa()).max().orElse(0));
    }

    /** Over the nodes of one electrode. */
    private static double meanDropV(OperatingPoint flux, int electrode) {
        return Arrays.stream(flux.electrode(electrode).potentialDropsV())
                .average()
                .orElse(Double.NaN);
    }

    /** By length. */
    private double meanNormalPa(CoupledState state, int electrode) {
        double forceNPerM = 0;
        double lengthM = 0;
        for (int f = 0; f < mesh.borders().count(); f++) {
            if (mesh.borders().tag(f) == electrode) {
                double pieceM = Math.abs(mesh.coordinateM(mesh.borders().node(f, 1), 0)
                        - mesh.coordinateM(mesh.borders().node(f, 0), 0));
                forceNPerM += pieceM * state.stress().electrodeNormalPa(f);
                lengthM += pieceM;
            }
        }
        return forceNPerM / lengthM;
    }

    private StressedInterface surface(
            double resistanceOhmM2, CriterionParameters parameters, double grainConductivitySPerM) {
        ContactConfig contact = study.contact();
        boolean rough = contact.model() == ContactConfig.Model.ROUGH;
        return new StressedInterface(
                resistanceOhmM2,
                ANODIC_TRANSFER,
                study.temperatureK(),
                parameters.lithium(),
                rough
                        ? Optional.of(new RoughContact(
                                study.lithium().bulkYieldStressPa(), contact.hardnessFactor(), contact.floorFraction()))
                        : Optional.empty(),
                // One disc per square of the period; without roughness the radius is not asked for.
                rough
                        ? contact.spotPeriodM() * Math.sqrt(lithium.fraction() / Math.PI)
                        : DesignEvaluation.FLAW_WINDOW_M,
                grainConductivitySPerM);
    }

    /** Elasticity with every flaw at a foot open, of several at one foot the deepest. */
    private void makeGrains(ParameterDraw nominal) {
        open = new ArrayList<>();
        for (int e = 0; e < 2; e++) {
            ElectrodeTrace trace = polycrystal.trace(e);
            List<Flaw> drawn = new ArrayList<>(flaws.of(nominal, e).get(0));
            drawn.sort((a, b) -> Double.compare(b.depthM(), a.depthM()));
            Set<Integer> taken = new HashSet<>();
            for (Flaw flaw : drawn) {
                int foot = footAt(trace, flaw.position().xM());
                if (foot >= 0 && taken.add(foot)) {
                    FootFlaw.at(mesh, trace, e, foot, flaw.depthM(), flaw.openingM())
                            .ifPresent(open::add);
                }
            }
        }
        BitSet facets = new BitSet();
        open.forEach(flaw -> Arrays.stream(flaw.facets()).forEach(facets::set));
        grains = factored.with(facets);
        lateralRatios = new double[] {lateralRatio(LateralCondition.free()), lateralRatio(LateralCondition.held())};
    }

    /** Compression along the electrodes over the pressure on them. */
    private double lateralRatio(LateralCondition sides) {
        double pressurePa = 1e6;
        return -grains.solve(MechanicalLoad.stack(pressurePa, sides)).lateralStressPa(0) / pressurePa;
    }

    /** The foot where a flaw is; −1 for a flaw elsewhere. */
    private static int footAt(ElectrodeTrace trace, double positionM) {
        for (int p = 0; p < trace.pointCount(); p++) {
            double offset = Math.abs(Math.IEEEremainder(trace.pointM(p) - positionM, trace.widthM()));
            if (trace.isFoot(p) && offset < 1e-9 * trace.widthM()) {
                return p;
            }
        }
        return -1;
    }
}
