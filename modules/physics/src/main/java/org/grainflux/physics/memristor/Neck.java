package org.grainflux.physics.memristor;

/**
 * A stretch of filament whose radius changes, in series with what does not.
 *
 * @param lengthM of the stretch
 * @param seriesOhm of the rest of the filament
 */
record Neck(FilamentMetal metal, double lengthM, double seriesOhm) {
    double resistanceOhm(double radiusM) {
        return seriesOhm + metal.resistanceOhm(lengthM, radiusM);
    }

    double slopeOhmPerM(double radiusM) {
        return metal.resistanceSlopeOhmPerM(lengthM, radiusM);
    }

    double volumeM3(double radiusM) {
        return Math.PI * radiusM * radiusM * lengthM;
    }
}
