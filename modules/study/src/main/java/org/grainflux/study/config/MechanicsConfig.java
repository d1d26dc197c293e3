package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.core.ScalarDistribution;

/**
 * What presses and resists cracks under one design. Null where the rest of the study says it.
 *
 * @param flawsPerFoot a fixed number
 */
public record MechanicsConfig(
        ScalarDistribution stackPressurePa,
        ScalarDistribution inPlaneCompressionPa,
        ScalarDistribution grainToughnessPaSqrtM,
        ScalarDistribution boundaryToughnessPaSqrtM,
        ScalarDistribution flawSizeM,
        ScalarDistribution flawOpeningM,
        ScalarDistribution flawsPerFoot)
        implements Serializable {
    /** Nothing of its own. */
    public static final MechanicsConfig OF_THE_STUDY = new MechanicsConfig(null, null, null, null, null, null, null);

    /** The study as a design with these mechanics sees it. */
    StudyConfig applyTo(StudyConfig study) {
        if (equals(OF_THE_STUDY)) {
            return study;
        }
        ContactConfig c = study.contact();
        ElectrolyteConfig e = study.electrolyte();
        FlawConfig f = e.flaws();
        FractureConfig fracture = study.fracture();
        MechanicsConfig own = filledFrom(study);
        return study.with(
                new ElectrolyteConfig(
                        e.name(),
                        e.grainConductivitySPerM(),
                        e.anisotropyRatio(),
                        e.boundaryResistanceOhmM2(),
                        e.boundaryThicknessM(),
                        e.boundaryTangentialConductivitySPerM(),
                        e.grainActivationEnergyJ(),
                        e.boundaryActivationEnergyJ(),
                        e.youngsModulusPa(),
                        e.boundaryYoungsModulusPa(),
                        e.poissonRatio(),
                        e.zenerRatio(),
                        e.hardnessPa(),
                        own.grainToughnessPaSqrtM,
                        own.boundaryToughnessPaSqrtM,
                        new FlawConfig(
                                own.flawsPerFoot.median(),
                                f.perBoundaryLengthPerM(),
                                f.perTripleJunction(),
                                f.perGrain(),
                                own.flawSizeM,
                                own.flawOpeningM,
                                f.onBoundaries())),
                new ContactConfig(
                        c.model(), own.stackPressurePa, c.hardnessFactor(), c.floorFraction(), c.spotPeriodM()),
                new FractureConfig(
                        fracture.geometryFactor(),
                        own.inPlaneCompressionPa,
                        fracture.strippingCurrentAPerM2(),
                        fracture.confinementFraction(),
                        fracture.extension(),
                        fracture.coupled()));
    }

    /** The same with nothing left to the study. */
    public MechanicsConfig filledFrom(StudyConfig study) {
        ElectrolyteConfig e = study.electrolyte();
        return new MechanicsConfig(
                own(stackPressurePa, study.contact().stackPressurePa()),
                own(inPlaneCompressionPa, study.fracture().inPlaneCompressionPa()),
                own(grainToughnessPaSqrtM, e.grainToughnessPaSqrtM()),
                own(boundaryToughnessPaSqrtM, e.boundaryToughnessPaSqrtM()),
                own(flawSizeM, e.flaws().sizeM()),
                own(flawOpeningM, e.flaws().openingM()),
                own(flawsPerFoot, ScalarDistribution.fixed(e.flaws().perFoot())));
    }

    private static ScalarDistribution own(ScalarDistribution given, ScalarDistribution ofTheStudy) {
        return given == null ? ofTheStudy : given;
    }
}
