package org.grainflux.study.config;

import java.util.List;
import org.grainflux.microstructure.MicrostructureSpec;

/**
 * The plane study whose structures match those of a volume, so that the two can be compared: the same grain size, seeding,
 * thickness, conductivities, designs, flaws per length of trace and element sizes, and a width of W·D/d. With that width
 * both electrodes have the same reference area (a plane structure counts one grain deep) and the same number of grains
 * would fit on them side by side, so that maxima are taken over equally many.
 *
 * <p>Measured for hard-core seeds: 0.99 grains per d² touch the electrode of a volume and 0.92 that of its companion, so
 * their numbers match; the length of traces per area is 1.83/d and 0.92/d. That a plane section of a volume is no plane
 * Voronoi structure cannot be matched away.
 */
final class PlaneCompanion {
    private PlaneCompanion() {}

    /** @param volume a study of dimension 3 */
    static StudyConfig of(StudyConfig volume) {
        MicrostructureSpec spec = volume.microstructure();
        double[] size = spec.sizeM();
        MicrostructureSpec plane = new MicrostructureSpec(
                2,
                new double[] {size[0] * size[1] / spec.grainSizeM(), size[2]},
                spec.grainSizeM(),
                spec.seeding(),
                spec.hardCoreRatio(),
                spec.lloydSteps(),
                spec.sizeSigmaLn(),
                spec.collapseRatio(),
                spec.electrodeCollapseRatio());
        StatisticsConfig s = volume.statistics();
        NumericsConfig n = volume.numerics();
        return new StudyConfig(
                volume.name(),
                volume.description(),
                volume.seed(),
                volume.realizations(),
                plane,
                List.of(),
                volume.boundaryResistance(),
                volume.electrolyte(),
                volume.lithium(),
                volume.temperatureK(),
                volume.designs(),
                volume.contact(),
                volume.tip(),
                volume.fracture().withoutFields(),
                volume.protocol(),
                new StatisticsConfig(
                        s.flawDraws(), 0, false, s.bootstrapResamples(), s.failureQuotaFraction(), s.targetAreaM2()),
                new NumericsConfig(
                        n.finestElementM(),
                        0,
                        n.electrodeElementM(),
                        n.interiorElementM(),
                        n.growth(),
                        0,
                        0,
                        n.reductionTolerance()),
                volume.observations(),
                volume.sources(),
                volume.resolvedYaml(),
                volume.contentHash());
    }
}
