package org.grainflux.study.results;

/**
 * Wall-clock seconds of one work unit by stage; kept apart from the results, which are identical on every machine.
 *
 * @param assembleS matrices; in a volume those of its first design, with everything else that is neither set-up nor solve
 * @param setUpS an iterative solver made ready, of all designs; 0 in the plane
 * @param solveS factorisation and condensation of the polycrystal; in a volume the iterations of all designs
 * @param designsS all interlayer designs of the unit; in a volume without set-up and iterations
 * @param solver how the flux problem was solved, and why so where there was a choice
 * @param checkS hot spots, contact and fracture
 * @param elasticS stiffness with its flaws open, assembled and factored for the coupling
 * @param coupleS flux, contact and stress brought to agree, of all designs, without {@code elasticS}
 * @param extendSetUpS mesh, stiffness and factor of the cracks that are followed with the solved stress, of all designs
 * @param extendS steps of these cracks
 */
public record TimingRow(
        int structureIndex,
        int designCount,
        int unknowns,
        double generateS,
        double meshS,
        double assembleS,
        double setUpS,
        double solveS,
        double designsS,
        double checkS,
        double elasticS,
        double coupleS,
        double extendSetUpS,
        double extendS,
        double totalS,
        String solver) {}
