package org.grainflux.study.results;

/**
 * Wall-clock seconds of one work unit by stage; kept apart from the results, which are identical on every machine.
 *
 * @param solveS factorisation and condensation of the polycrystal
 * @param designsS all interlayer designs of the unit
 * @param solver how the flux problem was solved, and why so where there was a choice
 * @param checkS hot spots, contact and fracture
 */
public record TimingRow(
        int structureIndex,
        int designCount,
        int unknowns,
        double generateS,
        double meshS,
        double assembleS,
        double solveS,
        double designsS,
        double checkS,
        double totalS,
        String solver) {}
