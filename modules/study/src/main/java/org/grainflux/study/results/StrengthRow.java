package org.grainflux.study.results;

/**
 * Critical current densities of one electrode as plating side, for one draw of priors and one draw of flaws. Infinite
 * where no flaw can extend.
 *
 * @param priorDraw 0 is the nominal draw (every distribution at its median); 1, 2, … are draws from the priors
 * @param flawDraw index of the flaw population
 * @param selfConsistentAPerM2 with the upper bound of the overpotential that pressurises a flaw
 * @param selfConsistentLowerEtaAPerM2 with the lower bound of it
 * @param limitingMode {@code griffith}, {@code stripping} or {@code limiting_current}: what decides the competing modes
 * @param flawCount flaws on this electrode
 * @param cappedFlawCount flaws that extrusion of lithium keeps from ever extending
 * @param criticalFlawPositionM along the electrode's width; {@code criticalFlawSecondPositionM} along its second width, 0
 *     on the electrode line of a plane structure
 * @param blockMinimaAPerM2 smallest self-consistent value over each of four equal parts of the electrode
 * @param penetrationAPerM2 at which a crack has grown across along the weakest path, an upper bound within the criterion
 *     of {@code selfConsistentAPerM2}, at which one begins; NaN except at the nominal draw of a plane structure of polygons
 * @param crackTortuosity length of that path over the thickness; NaN where none leads across
 * @param crackIntergranularFraction share of its length along boundaries; NaN where none leads across
 */
public record StrengthRow(
        int structureIndex,
        String design,
        int electrode,
        int priorDraw,
        int flawDraw,
        double paperQuotedAPerM2,
        double paperPredictedAPerM2,
        double selfConsistentAPerM2,
        double selfConsistentLowerEtaAPerM2,
        double competingAPerM2,
        String limitingMode,
        int flawCount,
        int cappedFlawCount,
        double criticalFlawPositionM,
        double criticalFlawSecondPositionM,
        double criticalFlawDepthM,
        String criticalFlawSite,
        double[] blockMinimaAPerM2,
        double penetrationAPerM2,
        double crackTortuosity,
        double crackIntergranularFraction) {}
