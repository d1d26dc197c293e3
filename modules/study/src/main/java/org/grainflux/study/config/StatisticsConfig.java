package org.grainflux.study.config;

import java.io.Serializable;

/**
 * How much is drawn per structure and how the population is summarised.
 *
 * @param flawDraws flaw populations per structure
 * @param priorDraws draws from the study's distributions per structure, beside the nominal one
 * @param compareDimensions whether each volume is given a plane companion of the same statistics
 * @param failureQuotaFraction share of failed realizations beyond which the command reports failure
 * @param targetAreaM2 area to which the patch's result is extrapolated, if its tail allows
 */
public record StatisticsConfig(
        int flawDraws,
        int priorDraws,
        boolean compareDimensions,
        int bootstrapResamples,
        double failureQuotaFraction,
        double targetAreaM2)
        implements Serializable {}
