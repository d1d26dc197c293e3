package org.grainflux.physics.crack;

import java.io.Serializable;
import java.util.Optional;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.ElectrodeState;
import org.grainflux.physics.fracture.Flaw;
import org.grainflux.physics.fracture.GriffithCriterion;

/**
 * Currents of one electrode from the weakest paths of its flaws: that at which a first flaw begins to grow and that at
 * which one has grown across. No field is solved.
 *
 * <p>A crack of depth a at a piece of direction ψ extends when the Griffith criterion of a flaw of that depth is met with
 * the toughness √(E G_c/((1−ν²) g(ψ))): G of the straight crack times g(ψ) is G_c. The pressure is that of the
 * overpotential at the mouth and the ohmic detour of the whole depth. The current needed falls with depth along a piece, so a
 * piece is asked for at its start; the largest over the pieces is the current at penetration. It is that at initiation
 * where nothing on the way is harder than the start: such a crack runs through once it begins. The path is the one of
 * least energy, so another path may get through at a smaller current: an upper bound within the criterion.
 *
 * @param initiationAPerM2 smallest over the flaws, A/m²; +∞ without a flaw that can grow
 * @param penetrationAPerM2 smallest over the flaws, A/m²; +∞ where none gets through
 * @param path the path of the flaw that gets through first; null where none does
 * @param flaw that flaw, with scaled depth and toughness; null where none does
 * @param hardestDepthM depth at which this flaw needs its largest current, m; its own depth where that is its start; NaN
 *     where none gets through
 */
public record PathCurrents(
        double initiationAPerM2, double penetrationAPerM2, CrackPath path, Flaw flaw, double hardestDepthM)
        implements Serializable {
    /** A toughness that went through an energy and back must not look harder than itself. */
    private static final double ROUNDING = 1e-9;

    /** Whether the crack crosses at the current at which it begins. */
    public boolean runsThrough() {
        return path != null && penetrationAPerM2 == initiationAPerM2;
    }

    /**
     * Evaluates one electrode with the upper bound of the overpotential.
     *
     * @param paths searched from this electrode with the positions of its flaws as starts
     */
    public static PathCurrents evaluate(
            WeakestPath paths, FractureEnergies energies, ElectrodeState state, CriterionParameters parameters) {
        GriffithCriterion griffith = parameters.griffith();
        PathCurrents best =
                new PathCurrents(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, null, null, Double.NaN);
        double initiation = Double.POSITIVE_INFINITY;
        for (Flaw drawn : state.flaws()) {
            Flaw flaw = parameters.scaled(drawn);
            double u = state.upperOverpotentialOhmM2().applyAsDouble(flaw.position());
            double start = griffith.criticalCurrentAPerM2(flaw, u, state.grainConductivitySPerM());
            initiation = Math.min(initiation, start);
            Optional<CrackPath> path =
                    start < best.penetrationAPerM2 ? paths.from(flaw.position().xM()) : Optional.empty();
            if (path.isPresent()) {
                PathCurrents grown = along(path.get(), flaw, start, u, energies, state, parameters);
                best = grown.penetrationAPerM2 < best.penetrationAPerM2 ? grown : best;
            }
        }
        return new PathCurrents(initiation, best.penetrationAPerM2, best.path, best.flaw, best.hardestDepthM);
    }

    private static PathCurrents along(
            CrackPath path,
            Flaw flaw,
            double startAPerM2,
            double overpotentialOhmM2,
            FractureEnergies energies,
            ElectrodeState state,
            CriterionParameters parameters) {
        double largest = startAPerM2;
        double hardestM = flaw.depthM();
        double[] depths = path.depthM();
        double deepest = flaw.depthM();
        for (int piece = 0; piece < path.pieces(); piece++) {
            if (depths[piece + 1] > flaw.depthM()) {
                double energy =
                        energies.ofPiece(path.boundary(piece)) / KinkedCrack.energyRatio(path.pieceAngleRad(piece));
                Flaw tip = new Flaw(
                        flaw.position(),
                        deepest,
                        flaw.openingM(),
                        flaw.site(),
                        parameters.toughnessScale() * energies.toughnessPaSqrtM(energy));
                double current = parameters
                        .griffith()
                        .criticalCurrentAPerM2(tip, overpotentialOhmM2, state.grainConductivitySPerM());
                if (current > (1 + ROUNDING) * largest) {
                    largest = current;
                    hardestM = deepest;
                }
            }
            deepest = Math.max(deepest, depths[piece + 1]);
        }
        return new PathCurrents(startAPerM2, largest, path, flaw, hardestM);
    }
}
