package org.grainflux.study.results;

/**
 * One place of the tip of a followed crack.
 *
 * @param step 0 is the flaw itself
 * @param lengthM of the crack
 * @param depthM its greatest depth
 * @param modeIPerPressureSqrtM K_I at the tip per unit of pressure inside, √m
 * @param modeIIPerPressureSqrtM K_II likewise
 * @param modeIPaSqrtM K_I at the pressure at which it goes on, stress in the plane included; NaN where none does
 * @param modeIIPaSqrtM K_II likewise
 * @param energyReleaseRateJPerM2 G at this tip and pressure
 * @param energyRatioAtInitiation G/G_c of the way on while the mean current is kept at that of the first step: 1 and more goes
 *     on by itself; NaN where no current does
 * @param pressurePa at which it goes on; +∞ where none does
 * @param currentAPerM2 mean current that holds this pressure; +∞ where none does
 * @param kinkRad turn of the way on
 * @param boundary it goes on along, −1 through a grain, −2 where there is no way on
 * @param chargeCPerM lithium in the crack at this pressure, as charge per depth across the plane
 */
public record CrackStepRow(
        int structureIndex,
        String design,
        int electrode,
        int step,
        double lengthM,
        double depthM,
        double modeIPerPressureSqrtM,
        double modeIIPerPressureSqrtM,
        double modeIPaSqrtM,
        double modeIIPaSqrtM,
        double energyReleaseRateJPerM2,
        double energyRatioAtInitiation,
        double pressurePa,
        double currentAPerM2,
        double kinkRad,
        int boundary,
        double chargeCPerM) {}
