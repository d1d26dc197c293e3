package org.grainflux.study.execution;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.RealizedStatistics;
import org.grainflux.microstructure.grid.LabelGrid;
import org.grainflux.microstructure.image.ImagedStructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.contact.ContactModel;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.FileSource;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.StructureRow;
import org.grainflux.study.results.TimingRow;
import org.grainflux.study.results.UnitResult;

/** The main path: from a structure's index to the rows of all its designs. */
public final class RealizationRunner implements UnitRunner {
    /** Designs, in the study's order, whose fields are written for chosen realizations. */
    static final int DESIGNS_WITH_FIELD = 4;

    private final StudyConfig study;
    private final double boundaryScale;
    private final FieldSink fields;
    private final IntFunction<FluxMethod> methods;
    private final int threads;
    private final FileSource images;

    /**
     * @param boundaryScale factor on all boundary resistances, from {@link TotalConductivity}
     * @param fields takes the field of chosen realizations
     */
    public RealizationRunner(StudyConfig study, double boundaryScale, FieldSink fields) {
        this(study, boundaryScale, fields, FluxMethod::of, 1, new LocalFiles());
    }

    /** @param methods how meshed structures of a dimension are solved; a new one for each structure */
    RealizationRunner(StudyConfig study, double boundaryScale, FieldSink fields, IntFunction<FluxMethod> methods) {
        this(study, boundaryScale, fields, methods, 1, new LocalFiles());
    }

    private RealizationRunner(
            StudyConfig study,
            double boundaryScale,
            FieldSink fields,
            IntFunction<FluxMethod> methods,
            int threads,
            FileSource images) {
        this.study = study;
        this.boundaryScale = boundaryScale;
        this.fields = fields;
        this.methods = methods;
        this.threads = threads;
        this.images = images;
    }

    /**
     * The same with several threads for every structure that is an image. Results are the same to the last bit for any number.
     *
     * @param count the calling one included, ≥ 1
     */
    public RealizationRunner onThreads(int count) {
        return new RealizationRunner(study, boundaryScale, fields, methods, count, images);
    }

    /** The same with images that are not, or not all, files of this machine. */
    public RealizationRunner readingImagesFrom(FileSource files) {
        return new RealizationRunner(study, boundaryScale, fields, methods, threads, files);
    }

    @Override
    public UnitResult run(WorkUnit unit) {
        return study.images().isEmpty() ? computeOnMesh(unit) : computeOnImage(unit);
    }

    /** The cells of an image are its grid: nothing is generated or meshed. */
    private UnitResult computeOnImage(WorkUnit unit) {
        StageClock clock = new StageClock();
        LabelGrid labels =
                clock.time(StageClock.Stage.GENERATE, () -> ImageFlux.read(study, images, unit.structureIndex()));
        Microstructure structure = clock.time(StageClock.Stage.GENERATE, () -> ImagedStructure.of(labels));
        return solve(unit, structure, PreparedStructure.grading(study), new ImageFlux(labels, threads), clock);
    }

    private UnitResult computeOnMesh(WorkUnit unit) {
        StageClock clock = new StageClock();
        // 1. Generate the grains
        Microstructure structure =
                clock.time(StageClock.Stage.GENERATE, () -> PreparedStructure.generate(study, unit.structureIndex()));
        return solve(
                unit,
                structure,
                PreparedStructure.grading(study),
                methods.apply(study.microstructure().dimension()),
                clock);
    }

    private UnitResult solve(
            WorkUnit unit, Microstructure structure, MeshGrading first, FluxMethod method, StageClock clock) {
        ParameterDraw nominal = new ParameterDraw(study.seed(), unit.structureIndex(), 0);
        // 2. Mesh them, graded to the feet of the boundaries, in a volume finer where a first look finds much current
        ElectrolyteProperties properties = ElectrolyteProperties.of(study, structure, nominal, boundaryScale);
        MeshGrading grading = method.grading(structure, first, study.numerics(), properties, clock);
        SimplexMesh mesh = clock.time(StageClock.Stage.MESH, () -> method.mesh(structure, grading));
        // 3. Make ready to solve: condensed to the electrodes in the plane, iteratively in a volume or an image
        CellSolver solver = method.solver(structure, mesh, properties, clock);
        StructureContext context = new StructureContext(
                unit,
                structure,
                grading,
                mesh,
                properties,
                solver,
                solver.effectiveConductivitySPerM(),
                solver.backwardError());
        // 4. Every design: its own field, hot spots, flaws under all hypotheses
        ResultRows rows = new ResultRows();
        DrawnPolycrystals polycrystals =
                new DrawnPolycrystals(study, method, structure, mesh, boundaryScale, solver, properties);
        DrawSolvers solvers = new DrawSolvers(study, method, unit.structureIndex(), polycrystals);
        DesignEvaluation evaluation =
                new DesignEvaluation(study, new FractureModels(study, context, nominal, fields, clock), clock);
        for (String name : unit.designs()) {
            Cancellation.point();
            rows.addAll(LogContext.DESIGN.during(
                    name, () -> rowsOf(study.design(name), context, polycrystals, solvers, evaluation)));
        }
        // 5. The structure itself, its surface, and the mesh error of chosen realizations
        SurfaceContact contact =
                clock.time(StageClock.Stage.CHECK, () -> SurfaceContact.of(study, context.structure()));
        rows.structures.add(structureRow(context, contact));
        if (unit.structureIndex() < study.numerics().fields()) {
            rows.contactMaps.addAll(contact.rows(unit.structureIndex()));
        }
        if (unit.structureIndex() < study.numerics().convergenceSamples()) {
            List<DesignConfig> designs =
                    unit.designs().stream().map(study::design).toList();
            addConvergence(context, new ConvergenceStudy(study, method), designs, rows);
        }
        // 6. For a volume, the plane structure it is compared with
        if (study.statistics().compareDimensions()) {
            addPlaneCompanion(unit, rows);
        }
        rows.timings.add(timing(context, clock, method.solvedBy()));
        return rows.toResult();
    }

    /** A mesh that fails here takes the error estimate, not the results: the ledger says so. */
    private static void addConvergence(
            StructureContext context, ConvergenceStudy convergence, List<DesignConfig> designs, ResultRows rows) {
        try {
            rows.convergence.addAll(convergence.rows(context, designs));
        } catch (NumericalFailureException e) {
            remark(rows, "no mesh-error estimate: " + e.getMessage());
        }
    }

    /** The same boundaries' resistance, so the same scale; a plane structure that fails takes the comparison only. */
    private void addPlaneCompanion(WorkUnit unit, ResultRows rows) {
        try {
            UnitResult plane =
                    new RealizationRunner(study.planeCompanion(), boundaryScale, FieldSink.NONE, methods).run(unit);
            rows.planeCells.addAll(plane.cells());
            rows.planeHotSpots.addAll(plane.hotSpots());
            rows.planeStrengths.addAll(plane.strengths());
        } catch (NumericalFailureException e) {
            remark(rows, "no plane structure to compare with: " + e.getMessage());
        }
    }

    private static void remark(ResultRows rows, String message) {
        rows.ledger.replaceAll(row -> row.state().equals(LedgerRow.COMPLETED)
                ? row.withMessage(row.message().isEmpty() ? message : row.message() + "; " + message)
                : row);
    }

    /** A design that fails numerically leaves one row in the ledger and none elsewhere. */
    private ResultRows rowsOf(
            DesignConfig design,
            StructureContext context,
            DrawnPolycrystals polycrystals,
            DrawSolvers solvers,
            DesignEvaluation evaluation) {
        ResultRows own = new ResultRows();
        try {
            CellSolution solution = evaluation.evaluate(design, context, polycrystals, solvers, own);
            own.ledger.add(ledgerRow(design, context, LedgerRow.COMPLETED, "", String.join("; ", own.remarks)));
            if (context.unit().structureIndex() < study.numerics().fields() && isListedFirst(design)) {
                fields.accept(FieldExport.of(design.name(), context, solution));
            }
        } catch (NumericalFailureException e) {
            own = new ResultRows();
            own.ledger.add(
                    ledgerRow(design, context, LedgerRow.FAILED, e.reason().name(), e.getMessage()));
        }
        return own;
    }

    /** Fields are large (6 MB each): a sweep's hundreds of designs do not each get one. */
    private boolean isListedFirst(DesignConfig design) {
        return study.designs().indexOf(design) < DESIGNS_WITH_FIELD;
    }

    private static LedgerRow ledgerRow(
            DesignConfig design, StructureContext context, String state, String reason, String message) {
        return new LedgerRow(
                context.unit().structureIndex(),
                design.name(),
                state,
                reason,
                message,
                context.unknownCount(),
                context.elementCount(),
                context.relativeResidual());
    }

    private static StructureRow structureRow(StructureContext context, SurfaceContact contact) {
        RealizedStatistics statistics = context.structure().statistics();
        return new StructureRow(
                context.unit().structureIndex(),
                statistics.grainCount(),
                statistics.meanGrainMeasure(),
                statistics.grainMeasureCov(),
                statistics.meanNeighbours(),
                statistics.neighboursVariance(),
                statistics.boundaryMeasurePerVolume(),
                statistics.meanMisorientationRad(),
                statistics.grainMeasures(),
                Arrays.stream(statistics.grainsByNeighbours()).asDoubleStream().toArray(),
                statistics.collapse().collapsedFacets(),
                statistics.collapse().measureChangeMax(),
                context.structure().network().feet().size(),
                context.properties().meanBoundaryResistanceOhmM2(context.structure()),
                context.effectiveConductivitySPerM(),
                context.mesh() == null ? Double.NaN : context.properties().thomsonBoundSPerM(context.structure()),
                contact.modulusMinPa(),
                contact.modulusMaxPa(),
                contact.interiorAreaM2(ContactModel.HERTZ),
                contact.boundaryAreaM2(ContactModel.HERTZ),
                contact.interiorHertzPressurePa(),
                contact.boundaryHertzPressurePa(),
                contact.interiorAreaM2(ContactModel.PLASTIC),
                contact.boundaryAreaM2(ContactModel.PLASTIC),
                contact.interiorAreaM2(ContactModel.JKR),
                contact.boundaryAreaM2(ContactModel.JKR),
                contact.jkrPullOffN(),
                contact.aboveHardnessShare());
    }

    private static TimingRow timing(StructureContext context, StageClock clock, String solvedBy) {
        return new TimingRow(
                context.unit().structureIndex(),
                context.unit().designs().size(),
                context.unknownCount(),
                clock.seconds(StageClock.Stage.GENERATE),
                clock.seconds(StageClock.Stage.MESH),
                clock.seconds(StageClock.Stage.ASSEMBLE),
                clock.seconds(StageClock.Stage.SET_UP),
                clock.seconds(StageClock.Stage.SOLVE),
                clock.seconds(StageClock.Stage.DESIGNS),
                clock.seconds(StageClock.Stage.CHECK),
                clock.seconds(StageClock.Stage.ELASTIC),
                clock.seconds(StageClock.Stage.COUPLE),
                clock.seconds(StageClock.Stage.EXTEND_SET_UP),
                clock.seconds(StageClock.Stage.EXTEND),
                clock.totalSeconds(),
                solvedBy);
    }
}
