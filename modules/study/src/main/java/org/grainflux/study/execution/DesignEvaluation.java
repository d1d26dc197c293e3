package org.grainflux.study.execution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grainflux.core.Cancellation;
import org.grainflux.physics.crack.CrackPath;
import org.grainflux.physics.crack.PathCurrents;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.CriticalCurrents;
import org.grainflux.physics.fracture.ElectrodePoint;
import org.grainflux.physics.fracture.ElectrodeState;
import org.grainflux.physics.fracture.FilamentRisk;
import org.grainflux.physics.fracture.Flaw;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.DepthProfile;
import org.grainflux.physics.transport.HotSpots;
import org.grainflux.physics.transport.InterfaceCurrent;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.execution.DrawSolver.Solved;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.StrengthRow;

/** One design on one structure: currents, hot spots, and the criteria for every draw. */
final class DesignEvaluation {
    /** The length of a flaw: the local current that pressurises it is averaged over it. */
    static final double FLAW_WINDOW_M = 1e-6;

    private static final int PROFILE_POINTS = 1000;

    private final StudyConfig study;
    private final FractureModels models;
    private final StageClock clock;

    DesignEvaluation(StudyConfig study, FractureModels models, StageClock clock) {
        this.study = study;
        this.models = models;
        this.clock = clock;
    }

    /** Adds all rows of the design; the nominal solution is returned for its field. */
    CellSolution evaluate(
            DesignConfig design,
            StructureContext context,
            DrawnPolycrystals polycrystals,
            DrawSolvers solvers,
            ResultRows rows) {
        ParameterDraw nominal = solvers.draw(0);
        Solved solved = clock.time(
                StageClock.Stage.DESIGNS, () -> solvers.of(nominal).solve(DrawnDesign.of(study, design, nominal)));
        clock.time(StageClock.Stage.CHECK, () -> {
            addCells(design, context, solved, rows);
            addStrengths(design, context.properties(), nominal, solved, rows);
            return null;
        });
        addPriorDraws(design, context, polycrystals, solvers, solved, rows);
        if (context.unit().structureIndex() < Math.max(1, study.numerics().fields())) {
            addProfiles(design, context, solved.own(), rows);
        }
        return solved.own();
    }

    private void addPriorDraws(
            DesignConfig design,
            StructureContext context,
            DrawnPolycrystals polycrystals,
            DrawSolvers solvers,
            Solved nominal,
            ResultRows rows) {
        boolean transportVaries = polycrystals.vary() || DrawnDesign.transportVaries(design);
        for (int p = 1; p <= study.statistics().priorDraws(); p++) {
            Cancellation.point();
            ParameterDraw draw = solvers.draw(p);
            DrawnDesign own = DrawnDesign.of(study, design, draw);
            Solved solved = transportVaries
                    ? clock.time(
                            StageClock.Stage.DESIGNS, () -> solvers.of(draw).solve(own))
                    : new Solved(own, nominal.ownAnswer(), nominal.perfect());
            clock.time(StageClock.Stage.CHECK, () -> {
                addStrengths(design, polycrystals.properties(draw), draw, solved, rows);
                return null;
            });
        }
    }

    private void addCells(DesignConfig design, StructureContext context, Solved solved, ResultRows rows) {
        int structure = context.unit().structureIndex();
        for (int e = 0; e < 2; e++) {
            CellSolution.Electrode electrode = solved.own().electrode(e);
            DrawnDesign.Side side = solved.drawn().sides()[e];
            rows.cells.add(new CellRow(
                    structure,
                    design.name(),
                    e,
                    context.effectiveConductivitySPerM(),
                    solved.own().areaSpecificResistanceOhmM2(),
                    side.interfaceResistanceOhmM2(),
                    side.contactFraction(),
                    electrode.depth().map(DepthProfile::withinFivePercentM).orElse(Double.NaN),
                    electrode.depth().map(DepthProfile::withinTenPercentM).orElse(Double.NaN),
                    solved.ownAnswer().reduced() ? CellRow.REDUCED : CellRow.FULL,
                    solved.ownAnswer().currentErrorEstimate()));
            rows.hotSpots.add(
                    hotSpots(structure, design.name(), e, HotSpotRow.LI_INTERFACE, electrode.lithiumInterface()));
            rows.hotSpots.add(hotSpots(
                    structure, design.name(), e, HotSpotRow.ELECTROLYTE_INTERFACE, electrode.electrolyteInterface()));
        }
    }

    private static HotSpotRow hotSpots(
            int structure, String design, int electrode, String face, InterfaceCurrent current) {
        HotSpots spots = HotSpots.of(current);
        return new HotSpotRow(
                structure,
                design,
                electrode,
                face,
                spots.w100MaxOverMean(),
                spots.w200MaxOverMean(),
                spots.w500MaxOverMean(),
                spots.w1000MaxOverMean(),
                spots.covW200(),
                spots.w200Q50OverMean(),
                spots.w200Q95OverMean(),
                spots.w200Q99OverMean(),
                spots.grainAverageMaxOverMin(),
                spots.grainAverageMaxOverMean(),
                spots.fractionAboveTwiceMean(),
                unresolvedReason(current, spots));
    }

    /**
     * Of windows the shortest maximum is refused first, so its reason tells what the mesh resolves; then moments, which need
     * it everywhere. Grain averages have a reason of their own.
     */
    private static String unresolvedReason(InterfaceCurrent current, HotSpots spots) {
        Optional<String> ofWindows = Stream.concat(
                        HotSpotRow.WINDOWS_M.stream().flatMap(window -> current.whyMaximumUnresolved(window).stream()),
                        current.whyUnresolved(HotSpotRow.COV_WINDOW_M).stream())
                .findFirst();
        return Stream.concat(ofWindows.stream(), spots.grainsUnresolvedReason().stream())
                .collect(Collectors.joining("; "));
    }

    /** Both polarities: each electrode in turn plates while the other strips. */
    private void addStrengths(
            DesignConfig design, ElectrolyteProperties properties, ParameterDraw draw, Solved solved, ResultRows rows) {
        FractureModels.Model model = models.of(design);
        CriterionParameters parameters =
                model.criteria().parameters(draw, solved.drawn().transferenceNumber());
        for (int plating = 0; plating < 2; plating++) {
            ElectrodeState unflawed = state(properties.grainConductivitySPerM(), solved, plating);
            List<List<Flaw>> drawn = model.flaws().of(draw, plating);
            for (int f = 0; f < drawn.size(); f++) {
                ElectrodeState flawed = unflawed.with(drawn.get(f));
                FilamentRisk risk = CriticalCurrents.evaluate(flawed, parameters);
                Optional<PathCurrents> crack =
                        draw.index() == 0 ? model.cracks().evaluate(plating, flawed, parameters) : Optional.empty();
                rows.strengths.add(row(design.name(), draw, plating, f, risk, crack));
                if (draw.index() == 0 && f == 0) {
                    model.fields().add(design, draw, plating, flawed, parameters, risk, rows);
                }
            }
        }
    }

    /** Without flaws. */
    private ElectrodeState state(double grainConductivitySPerM, Solved solved, int plating) {
        DrawnDesign.Side side = solved.drawn().sides()[plating];
        DrawnDesign.Side opposite = solved.drawn().sides()[1 - plating];
        CellSolution.Electrode electrode = solved.own().electrode(plating);
        return new ElectrodeState(
                List.of(),
                electrode.electrolyteInterface().sizeM()[0],
                overpotential(electrode.electrolyteInterface(), side.localResistanceOhmM2()),
                overpotential(electrode.electrolyteInterface(), side.ceramicSideResistanceOhmM2()),
                grainConductivitySPerM,
                side.interfaceResistanceOhmM2(),
                concentration(solved.perfect().electrode(plating).lithiumInterface()),
                side.kind(),
                opposite.kind(),
                side.layerBulkResistanceOhmM2(),
                opposite.layerBulkResistanceOhmM2());
    }

    /** η(x) per mean current density: the local current over the flaw's length times the resistance in front of it. */
    private static ToDoubleFunction<ElectrodePoint> overpotential(InterfaceCurrent current, double resistanceOhmM2) {
        double mean = current.meanAPerM2();
        return p -> current.averageAround(new double[] {p.xM(), p.yM()}, FLAW_WINDOW_M) / mean * resistanceOhmM2;
    }

    private static double concentration(InterfaceCurrent current) {
        return current.sliding(FLAW_WINDOW_M).maximum() / current.meanAPerM2();
    }

    private static StrengthRow row(
            String design,
            ParameterDraw draw,
            int plating,
            int flawDraw,
            FilamentRisk risk,
            Optional<PathCurrents> crack) {
        Flaw flaw = risk.criticalFlaw();
        Optional<CrackPath> path = crack.map(PathCurrents::path);
        return new StrengthRow(
                draw.structureIndex(),
                design,
                plating,
                draw.index(),
                flawDraw,
                risk.paperQuotedAPerM2(),
                risk.paperPredictedAPerM2(),
                risk.selfConsistentAPerM2(),
                risk.selfConsistentLowerEtaAPerM2(),
                risk.competingAPerM2(),
                risk.limitingMode().name().toLowerCase(Locale.ROOT),
                risk.flawCount(),
                risk.heldFlawCount(),
                flaw == null ? Double.NaN : flaw.position().xM(),
                flaw == null ? Double.NaN : flaw.position().yM(),
                flaw == null ? Double.NaN : flaw.depthM(),
                flaw == null ? "" : flaw.site().name().toLowerCase(Locale.ROOT),
                risk.windowMinimaAPerM2(),
                crack.map(PathCurrents::penetrationAPerM2).orElse(Double.NaN),
                path.map(CrackPath::tortuosity).orElse(Double.NaN),
                path.map(CrackPath::intergranularFraction).orElse(Double.NaN));
    }

    private static void addProfiles(
            DesignConfig design, StructureContext context, CellSolution solution, ResultRows rows) {
        int structure = context.unit().structureIndex();
        for (int e = 0; e < 2; e++) {
            CellSolution.Electrode electrode = solution.electrode(e);
            rows.profiles.add(
                    profile(structure, design.name(), e, ProfileRow.CURRENT_AT_LI, electrode.lithiumInterface()));
            rows.profiles.add(profile(
                    structure, design.name(), e, ProfileRow.CURRENT_AT_ELECTROLYTE, electrode.electrolyteInterface()));
            if (electrode.depth().isPresent()) {
                DepthProfile depth = electrode.depth().get();
                double[] depths = new double[depth.count()];
                double[] maxima = new double[depth.count()];
                for (int k = 0; k < depths.length; k++) {
                    depths[k] = depth.depthM(k);
                    maxima[k] = depth.maxOverMean(k);
                }
                rows.profiles.add(new ProfileRow(
                        structure,
                        design.name(),
                        e,
                        ProfileRow.MAXIMUM_AGAINST_DEPTH,
                        depth.windowM(),
                        depths,
                        maxima));
            }
        }
    }

    /** Along the electrode line of a plane structure, or along x through the middle of the plane of a volume. */
    private static ProfileRow profile(
            int structure, String design, int electrode, String kind, InterfaceCurrent current) {
        double[] size = current.sizeM();
        double[] positions = new double[PROFILE_POINTS];
        double[] values = new double[PROFILE_POINTS];
        double mean = current.meanAPerM2();
        double windowM = profileWindowM(current);
        for (int k = 0; k < PROFILE_POINTS; k++) {
            positions[k] = (k + 0.5) * size[0] / PROFILE_POINTS;
            double[] at = size.length == 1 ? new double[] {positions[k]} : new double[] {positions[k], 0.5 * size[1]};
            values[k] = current.averageAround(at, windowM) / mean;
        }
        return new ProfileRow(structure, design, electrode, kind, windowM, positions, values);
    }

    /** The shortest that the mesh resolves, from the usual one on. */
    private static double profileWindowM(InterfaceCurrent current) {
        return HotSpotRow.WINDOWS_M.stream()
                .filter(window -> window >= HotSpotRow.COV_WINDOW_M && current.resolves(window))
                .findFirst()
                .orElse(FLAW_WINDOW_M);
    }
}
