package org.grainflux.study.config;

import java.io.Serializable;
import java.util.List;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.physics.tip.DistanceLaw;

/**
 * A study of the conductive tip: validated, in SI units, with every default filled.
 *
 * @param layer on which the tip is also set; null without one
 * @param sources where each value comes from, in the order of the keys
 * @param resolvedYaml the study as a file that reads back to the same {@code contentHash}
 * @param contentHash SHA-256 of everything that decides the rows of one structure, and of {@link #NUMERICS_VERSION}
 */
public record AfmStudy(
        String name,
        String description,
        long seed,
        int realizations,
        double temperatureK,
        MicrostructureSpec microstructure,
        ElectrolyteConfig electrolyte,
        LithiumConfig lithium,
        TipConfig tip,
        Instrument instrument,
        Trigger trigger,
        Layer layer,
        Places places,
        double[] electrodeSidesM,
        Scan scan,
        Measured measured,
        double failureQuotaFraction,
        List<ValueSource> sources,
        String resolvedYaml,
        String contentHash)
        implements Serializable {
    /** Raised whenever the same study would give other numbers, so that a resumed run never mixes both. */
    public static final int NUMERICS_VERSION = 1;

    /** The one design of a study: reading and resuming a run ask for names of designs. */
    public static final String DESIGN = "tip";

    public AfmStudy {
        electrodeSidesM = electrodeSidesM.clone();
        sources = List.copyOf(sources);
    }

    /**
     * @param statedAreaM2 NaN where the elastic area is taken
     * @param readV magnitude, like all biases here
     */
    public record Instrument(
            double statedAreaM2,
            double chargeTransferOhmM2,
            double limitV,
            double complianceA,
            double floorA,
            double readV,
            double mapSweepV,
            ScalarDistribution filamentRadiusM,
            double pelletThicknessM)
            implements Serializable {}

    public record Trigger(
            ScalarDistribution grooveDepthM,
            ScalarDistribution grooveToughnessPaSqrtM,
            double idealStrengthRatio,
            ScalarDistribution breakdownFieldVPerM,
            DistanceLaw distanceLaw,
            double decayLengthM)
            implements Serializable {}

    public record Layer(double thicknessM, double conductivitySPerM, double chargeTransferOhmM2, double youngsModulusPa)
            implements Serializable {}

    /** Numbers of places per structure, and the square that is mapped. */
    public record Places(
            int onBoundaries, int anywhere, int approaching, double mapWindowM, int mapPoints, int mappedStructures)
            implements Serializable {}

    public record Scan(double coreSofteningFraction, double coreWidthM, double probeWidthM, double relativePermittivity)
            implements Serializable {}

    public record Measured(double boundaryV, double interiorAboveV, double surfacePotentialV, double boundaryModulusPa)
            implements Serializable {}
}
