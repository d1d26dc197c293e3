package org.grainflux.study.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.crack.CrackEnd;
import org.grainflux.physics.crack.CrackGrowth;
import org.grainflux.physics.crack.CrackObserver;
import org.grainflux.physics.crack.CrackPath;
import org.grainflux.physics.crack.GrownCrack;
import org.grainflux.physics.crack.KinkedCrack;
import org.grainflux.physics.crack.PathCurrents;
import org.grainflux.physics.crack.StressIntensity;
import org.grainflux.physics.crack.WeakestPath;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.ElectrodeState;
import org.grainflux.physics.fracture.Flaw;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.ExtensionConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.CrackStepRow;

/**
 * Follows one crack of each electrode of a chosen realization with the solved stress: that of the flaw whose weakest path gets
 * through first, or which begins first where no path does, at the nominal draw.
 */
final class CrackExtensions {
    private static final double[] NOWHERE = {};

    /** Designs, in the study's order, whose cracks are kept as frames: a megabyte or two for each step. */
    private static final int DESIGNS_WITH_FRAMES = 2;

    private final StudyConfig study;
    private final Microstructure structure;
    private final CrackEstimates estimates;
    private final CrackGrowth growth;
    private final FieldSink sink;
    private final StageClock clock;

    /** @param sink takes the frames of cracks of chosen realizations under the designs listed first */
    CrackExtensions(
            StudyConfig study, Microstructure structure, CrackEstimates estimates, FieldSink sink, StageClock clock) {
        this.study = study;
        this.structure = structure;
        this.estimates = estimates;
        this.growth = growth(study);
        this.sink = sink;
        this.clock = clock;
    }

    private static CrackGrowth growth(StudyConfig study) {
        ExtensionConfig extension = study.fracture().extension();
        MeshGrading standard = CrackGrowth.standard().grading();
        double elementM = extension.elementM();
        return new CrackGrowth(
                extension.stepM(),
                extension.stepLimit(),
                new MeshGrading(
                        elementM,
                        elementM,
                        Math.max(elementM, standard.electrodeSizeM()),
                        Math.max(elementM, standard.interiorSizeM()),
                        standard.growth(),
                        new double[0][],
                        elementM),
                elementM,
                ElasticGrains.zone(study.electrolyte()));
    }

    /** Whether the cracks of a structure are followed. */
    boolean follows(int structureIndex) {
        return structureIndex < study.fracture().extension().realizations()
                && WeakestPath.reasonWithout(structure).isEmpty();
    }

    /**
     * Adds the rows of one crack. Nothing it may do ends the realization.
     *
     * @param first the flaw that begins first; null where none does
     */
    void add(
            int structureIndex,
            String design,
            int electrode,
            ElectrodeState flawed,
            CriterionParameters parameters,
            Flaw first,
            ResultRows rows) {
        Flaw flaw = estimates
                .evaluate(electrode, flawed, parameters)
                .map(PathCurrents::flaw)
                .orElse(first);
        if (flaw == null) {
            rows.cracks.add(row(structureIndex, design, electrode, null, null, Optional.empty()));
            return;
        }
        long started = System.nanoTime();
        boolean[] asked = new boolean[1];
        CrackObserver frames = frames(structureIndex, design, electrode);
        GrownCrack grown = growth.grow(
                structure,
                electrode,
                estimates.energies(),
                flaw,
                study.contact().stackPressurePa().median(),
                flawed.upperOverpotentialOhmM2().applyAsDouble(flaw.position()),
                flawed.grainConductivitySPerM(),
                parameters,
                (step, pressed, rested) -> {
                    if (!asked[0]) {
                        // Mesh, stiffness and factor come before the first place is asked.
                        clock.move(
                                StageClock.Stage.EXTEND, StageClock.Stage.EXTEND_SET_UP, System.nanoTime() - started);
                        asked[0] = true;
                    }
                    frames.step(step, pressed, rested);
                });
        Optional<PathCurrents> ofThisFlaw = estimates
                .evaluate(electrode, flawed.with(List.of(flaw)), parameters)
                .filter(currents -> currents.path() != null);
        rows.cracks.add(row(structureIndex, design, electrode, flaw, grown, ofThisFlaw));
        for (int step = 0; step < grown.steps().size(); step++) {
            rows.crackSteps.add(step(structureIndex, design, electrode, step, grown));
        }
        if (grown.end() == CrackEnd.NUMERICAL_FAILURE) {
            rows.remarks.add("the crack from electrode " + electrode + " was lost after "
                    + grown.steps().size() + " steps: " + grown.message());
        }
    }

    private CrackObserver frames(int structureIndex, String design, int electrode) {
        int listed = study.designs().stream().map(DesignConfig::name).toList().indexOf(design);
        return structureIndex < study.numerics().fields() && listed < DESIGNS_WITH_FRAMES
                ? new CrackFrames(sink, structureIndex, design, electrode)
                : CrackObserver.NONE;
    }

    private static CrackRow row(
            int structureIndex,
            String design,
            int electrode,
            Flaw flaw,
            GrownCrack grown,
            Optional<PathCurrents> estimate) {
        CrackPath path = grown == null ? null : grown.path();
        Optional<CrackPath> estimated = estimate.map(PathCurrents::path);
        boolean stepped = grown != null && !grown.steps().isEmpty();
        return new CrackRow(
                structureIndex,
                design,
                electrode,
                grown == null ? CrackRow.NO_FLAW : grown.end().name().toLowerCase(Locale.ROOT),
                grown == null ? "" : grown.message(),
                flaw == null ? Double.NaN : flaw.position().xM(),
                flaw == null ? Double.NaN : flaw.depthM(),
                grown == null ? 0 : grown.steps().size(),
                grown == null ? Double.POSITIVE_INFINITY : grown.initiationAPerM2(),
                grown == null ? Double.POSITIVE_INFINITY : grown.penetrationAPerM2(),
                stepped
                        ? grown.steps().stream()
                                .mapToDouble(GrownCrack.Step::currentAPerM2)
                                .max()
                                .orElse(Double.NaN)
                        : Double.NaN,
                path == null ? 0 : path.lengthM(),
                path == null ? 0 : Arrays.stream(path.depthM()).max().orElse(0),
                path == null ? Double.NaN : path.intergranularFraction(),
                stepped ? grown.steps().get(grown.steps().size() - 1).chargeCPerM() : Double.NaN,
                path == null ? NOWHERE : path.xM(),
                path == null ? NOWHERE : path.depthM(),
                estimate.map(PathCurrents::initiationAPerM2).orElse(Double.NaN),
                estimate.map(PathCurrents::penetrationAPerM2).orElse(Double.NaN),
                estimated.map(CrackPath::lengthM).orElse(Double.NaN),
                estimated.map(CrackPath::intergranularFraction).orElse(Double.NaN),
                path == null || estimated.isEmpty() ? Double.NaN : shared(path, estimated.get()),
                estimated.map(CrackPath::xM).orElse(NOWHERE),
                estimated.map(CrackPath::depthM).orElse(NOWHERE));
    }

    /** Share of the length of a crack along boundaries that another one follows as well; NaN for a crack through grains. */
    static double shared(CrackPath crack, CrackPath other) {
        Set<Integer> followed = Arrays.stream(other.boundaries())
                .filter(boundary -> boundary != CrackPath.GRAIN)
                .boxed()
                .collect(Collectors.toSet());
        double alongM = 0;
        double sharedM = 0;
        for (int piece = 0; piece < crack.pieces(); piece++) {
            if (crack.boundary(piece) != CrackPath.GRAIN) {
                alongM += crack.pieceLengthM(piece);
                sharedM += followed.contains(crack.boundary(piece)) ? crack.pieceLengthM(piece) : 0;
            }
        }
        return sharedM / alongM;
    }

    private CrackStepRow step(int structureIndex, String design, int electrode, int index, GrownCrack grown) {
        GrownCrack.Step step = grown.steps().get(index);
        StressIntensity at = at(step, step.pressurePa());
        return new CrackStepRow(
                structureIndex,
                design,
                electrode,
                index,
                step.lengthM(),
                step.depthM(),
                step.perPressure().modeIPaSqrtM(),
                step.perPressure().modeIIPaSqrtM(),
                at.modeIPaSqrtM(),
                at.modeIIPaSqrtM(),
                at.energyReleaseRateJPerM2(
                        study.electrolyte().youngsModulusPa(),
                        study.electrolyte().poissonRatio()),
                ratioAt(grown.initiationAPerM2(), step),
                step.pressurePa(),
                step.currentAPerM2(),
                step.kinkRad(),
                step.boundary(),
                step.chargeCPerM());
    }

    /** p K_p + K_0; NaN where the pressure is infinite. */
    private static StressIntensity at(GrownCrack.Step step, double pressurePa) {
        double pressure = Double.isFinite(pressurePa) ? pressurePa : Double.NaN;
        return new StressIntensity(
                pressure * step.perPressure().modeIPaSqrtM() + step.resting().modeIPaSqrtM(),
                pressure * step.perPressure().modeIIPaSqrtM() + step.resting().modeIIPaSqrtM());
    }

    /** G/G_c of the way on at another current: at its own current it is 1, and the pressure is proportional to the current. */
    private static double ratioAt(double currentAPerM2, GrownCrack.Step step) {
        if (!Double.isFinite(step.currentAPerM2()) || !Double.isFinite(currentAPerM2) || step.currentAPerM2() == 0) {
            return Double.NaN;
        }
        double pressurePa = step.pressurePa() * currentAPerM2 / step.currentAPerM2();
        StressIntensity there = KinkedCrack.at(at(step, pressurePa), step.kinkRad());
        StressIntensity own = KinkedCrack.at(at(step, step.pressurePa()), step.kinkRad());
        return there.isClosed() ? 0 : square(there) / square(own);
    }

    private static double square(StressIntensity k) {
        return k.modeIPaSqrtM() * k.modeIPaSqrtM() + k.modeIIPaSqrtM() * k.modeIIPaSqrtM();
    }
}
