package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.RandomStreams;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.fracture.BoundaryCorrelation;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.ElectrodeSites;
import org.grainflux.physics.fracture.Flaw;
import org.grainflux.physics.fracture.FlawPopulation;
import org.grainflux.physics.fracture.GriffithCriterion;
import org.grainflux.physics.fracture.PaperCalibration;
import org.grainflux.study.config.FlawConfig;
import org.grainflux.study.config.FractureConfig;
import org.grainflux.study.config.StudyConfig;

/** Everything of the failure criteria that comes from the study rather than from a field. */
final class Criteria {
    /** How near below the surface a triple junction must lie to start a flaw: one typical flaw depth. */
    private final double triplePointDepthM;

    private final StudyConfig study;
    private final double calibratedFlawDepthM;

    Criteria(StudyConfig study) {
        this.study = study;
        this.triplePointDepthM = study.electrolyte().flaws().sizeM().median();
        FractureConfig fracture = study.fracture();
        GriffithCriterion nominal = new GriffithCriterion(
                StudyMaterials.lithium(study.lithium()),
                fracture.geometryFactor().median(),
                0);
        this.calibratedFlawDepthM = PaperCalibration.fitPaper(
                        nominal, study.electrolyte().boundaryToughnessPaSqrtM().median())
                .flawDepthM();
    }

    /** Of a design's own mechanics; the calibrated flaw of F1 stays that of the study. */
    private Criteria(StudyConfig study, double calibratedFlawDepthM) {
        this.study = study;
        this.triplePointDepthM = study.electrolyte().flaws().sizeM().median();
        this.calibratedFlawDepthM = calibratedFlawDepthM;
    }

    /** @param view this study under a design */
    Criteria under(StudyConfig view) {
        return new Criteria(view, calibratedFlawDepthM);
    }

    /** Flaws of one electrode: [flaw draw] → flaws. The same for every design and, apart from toughness, every prior draw. */
    List<List<Flaw>> flaws(Microstructure structure, int electrode, ParameterDraw draw) {
        ElectrodeSites sites = ElectrodeSites.of(structure.network(), electrode, structure.sizeM(), triplePointDepthM);
        FlawPopulation population = population(sites, draw);
        List<List<Flaw>> draws = new ArrayList<>();
        for (int f = 0; f < study.statistics().flawDraws(); f++) {
            draws.add(population.sample(
                    sites, RandomStreams.stream(study.seed(), "flaws:" + electrode + ":" + f, draw.structureIndex())));
        }
        return draws;
    }

    private FlawPopulation population(ElectrodeSites sites, ParameterDraw draw) {
        FlawConfig flaws = study.electrolyte().flaws();
        double perTrace = flaws.perBoundaryLengthPerM();
        double perContact = flaws.perGrain() * sites.contactCount() / sites.measure();
        double grainM = study.microstructure().grainSizeM();
        return new FlawPopulation(
                // In a plane section a foot stands for a trace as long as a grain.
                sites.isPlane() ? flaws.perFoot() / grainM + perTrace : flaws.perFoot() + perTrace * grainM,
                flaws.perTripleJunction(),
                perContact,
                flaws.sizeM(),
                flaws.openingM(),
                ScalarDistribution.fixed(boundaryToughness(draw)),
                ScalarDistribution.fixed(
                        draw.value("grain-toughness", study.electrolyte().grainToughnessPaSqrtM())),
                flaws.onBoundaries() ? BoundaryCorrelation.ON_BOUNDARIES : BoundaryCorrelation.UNIFORM);
    }

    private double boundaryToughness(ParameterDraw draw) {
        return draw.value("boundary-toughness", study.electrolyte().boundaryToughnessPaSqrtM());
    }

    CriterionParameters parameters(ParameterDraw draw, double transferenceNumber) {
        FractureConfig fracture = study.fracture();
        return new CriterionParameters(
                1,
                1,
                draw.value("in-plane-compression", fracture.inPlaneCompressionPa()) + compressionFromStackPa(draw),
                draw.value("geometry-factor", fracture.geometryFactor()),
                StudyMaterials.lithium(study.lithium()),
                boundaryToughness(draw),
                calibratedFlawDepthM,
                draw.value("stripping-current", fracture.strippingCurrentAPerM2()),
                transferenceNumber,
                study.temperatureK());
    }

    /** Stack pressure runs along a through-thickness crack; only hindered lateral strain presses its faces together. */
    private double compressionFromStackPa(ParameterDraw draw) {
        double poissonRatio = study.electrolyte().poissonRatio();
        return study.fracture().confinementFraction()
                * poissonRatio
                / (1 - poissonRatio)
                * draw.value("stack-pressure", study.contact().stackPressurePa());
    }
}
