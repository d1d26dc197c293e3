package org.grainflux.physics.transport;

import java.util.Optional;
import org.grainflux.core.InvalidInputException;

/** Lithium on the electrolyte of a 3D cell: fixed potential where R = 0, a lumped Robin condition elsewhere. */
final class DirectSurfaceContact implements SurfaceContact {
    private final ResolvedSurface electrode;
    private final double[] conductancesS;
    private final boolean[] perfect;

    DirectSurfaceContact(ResolvedSurface electrode, ResistanceProfile resistance) {
        this.electrode = electrode;
        ElectrodeSurface surface = electrode.surface();
        double width = surface.sizeM()[0];
        resistance.requireFits(width);
        conductancesS = new double[surface.nodeCount()];
        perfect = new boolean[surface.nodeCount()];
        double[] xM = new double[3];
        double[] corners = new double[3];
        double conducting = 0;
        for (int t = 0; t < surface.triangleCount(); t++) {
            for (int c = 0; c < 3; c++) {
                xM[c] = surface.cornerM(t, c, 0);
                boolean touches = resistance.isPerfectAt(xM[c], 1e-9 * width);
                perfect[surface.node(t, c)] |= touches;
                conducting += touches ? 1 : 0;
            }
            resistance.cornerConductances(xM, surface.areaM2(t), corners);
            for (int c = 0; c < 3; c++) {
                conductancesS[surface.node(t, c)] += corners[c];
                conducting += corners[c];
            }
        }
        if (conducting == 0) {
            throw new InvalidInputException(
                    "no node of the electrode lies in a patch of perfect contact; widen the patches or refine the mesh");
        }
    }

    @Override
    public void lead(int[] leaderOfMeshNode) {
        for (int i = 0; i < perfect.length; i++) {
            if (perfect[i]) {
                leaderOfMeshNode[electrode.surface().meshNode(i)] = CellSystem.FIXED;
            }
        }
    }

    @Override
    public int ownUnknowns() {
        return 0;
    }

    @Override
    public void addTo(CellSystem system, int[] unknownOfMeshNode, int firstOwn, double lithiumPotentialV) {
        for (int i = 0; i < perfect.length; i++) {
            if (!perfect[i]) {
                int unknown = unknownOfMeshNode[electrode.surface().meshNode(i)];
                system.addContact(unknown, conductancesS[i], lithiumPotentialV);
            }
        }
    }

    @Override
    public CellSolution.Electrode electrode(Surface surface, double[] solutionV) {
        SurfaceCurrent current = electrode.current(surface.upwardCurrentsA());
        return new CellSolution.Electrode(
                surface.resistanceFraction(), current, current, Optional.empty(), surface.potentialsV());
    }
}
