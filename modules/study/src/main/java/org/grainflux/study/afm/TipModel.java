package org.grainflux.study.afm;

import java.util.Optional;
import org.grainflux.physics.contact.ReducedModulus;
import org.grainflux.physics.fracture.GriffithCriterion;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.physics.tip.BoundaryGrooves;
import org.grainflux.physics.tip.DiscContact;
import org.grainflux.physics.tip.InteriorStrength;
import org.grainflux.physics.tip.SurfaceLayer;
import org.grainflux.physics.tip.VirtualTip;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.execution.StudyMaterials;

/** The physics of a study. */
public record TipModel(AfmStudy study) {
    /** ν of a soft polymer: nearly incompressible. */
    private static final double LAYER_POISSON_RATIO = 0.49;

    public LithiumMetal lithium() {
        return StudyMaterials.lithium(study.lithium());
    }

    public BoundaryGrooves grooves() {
        return new BoundaryGrooves(
                new GriffithCriterion(lithium(), GriffithCriterion.SURFACE_EDGE_CRACK, 0),
                study.trigger().grooveDepthM(),
                study.trigger().grooveToughnessPaSqrtM());
    }

    public InteriorStrength interior() {
        return new InteriorStrength(
                lithium(),
                study.trigger().idealStrengthRatio(),
                study.trigger().breakdownFieldVPerM().median());
    }

    public VirtualTip tip(double hardnessPa) {
        double statedAreaM2 = study.instrument().statedAreaM2();
        return new VirtualTip(
                study.tip().conductive(),
                StudyMaterials.localModulus(study.electrolyte()),
                hardnessPa,
                Double.isNaN(statedAreaM2) ? Optional.empty() : Optional.of(statedAreaM2),
                conductivitySPerM(),
                study.instrument().chargeTransferOhmM2(),
                interior(),
                study.trigger().distanceLaw(),
                study.trigger().decayLengthM());
    }

    public VirtualTip medianTip() {
        return tip(study.electrolyte().hardnessPa().median());
    }

    public double conductivitySPerM() {
        return study.electrolyte().grainConductivitySPerM().median();
    }

    /** The tip on bare ceramic of mean modulus. */
    public DiscContact bareContact() {
        return DiscContact.bare(
                medianTip().meanRadiusM(),
                conductivitySPerM(),
                study.instrument().chargeTransferOhmM2());
    }

    /** The tip on the layer; wider than on ceramic, for the layer is soft, but not wider than the tip. */
    public DiscContact layerContact() {
        AfmStudy.Layer layer = study.layer();
        double reducedPa = ReducedModulus.ofPa(
                ReducedModulus.indentationModulusPa(layer.youngsModulusPa(), LAYER_POISSON_RATIO),
                study.tip().conductive().indentationModulusPa());
        double elasticM = study.tip().conductive().hertz().on(reducedPa).radiusM();
        return new DiscContact(
                Math.min(elasticM, study.tip().radiusM()),
                conductivitySPerM(),
                layer.chargeTransferOhmM2(),
                Optional.of(new SurfaceLayer(layer.thicknessM(), layer.conductivitySPerM())));
    }
}
