package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.Optional;
import org.grainflux.core.InvalidInputException;

/** Lithium on the electrolyte of a 3D cell: fixed potential where R = 0, a lumped Robin condition elsewhere. */
final class DirectSurfaceContact implements SurfaceContact {
    /** Of the width or radius: places on an edge are on it to rounding. */
    private static final double TOLERANCE = 1e-9;

    private final ResolvedSurface electrode;
    private final double[] conductancesS;
    private final boolean[] perfect;

    private DirectSurfaceContact(ResolvedSurface electrode) {
        this.electrode = electrode;
        this.conductancesS = new double[electrode.surface().nodeCount()];
        this.perfect = new boolean[electrode.surface().nodeCount()];
    }

    /** A resistance that varies along x only. */
    static DirectSurfaceContact strips(ResolvedSurface electrode, ResistanceProfile resistance) {
        double width = electrode.surface().sizeM()[0];
        resistance.requireFits(width);
        double[] xM = new double[3];
        return new DirectSurfaceContact(electrode)
                .filled(
                        "patch of perfect contact; widen the patches",
                        (surface, t, c) -> resistance.isPerfectAt(surface.cornerM(t, c, 0), TOLERANCE * width),
                        (surface, t, corners) -> {
                            for (int c = 0; c < 3; c++) {
                                xM[c] = surface.cornerM(t, c, 0);
                            }
                            resistance.cornerConductances(xM, surface.areaM2(t), corners);
                        });
    }

    /** Discs; perfect ones are closed, so nodes on their rims belong to them. */
    static DirectSurfaceContact discs(ResolvedSurface electrode, ElectrodeContact.DiscContact contact) {
        DiscLattice lattice = new DiscLattice(contact.periodXM(), contact.periodYM(), contact.radiusM());
        lattice.requireFits(electrode.surface().sizeM());
        boolean perfectDiscs = contact.resistanceOhmM2() == 0;
        return new DirectSurfaceContact(electrode)
                .filled(
                        "disc of perfect contact; enlarge the discs",
                        (surface, t, c) -> perfectDiscs
                                && lattice.holds(
                                        surface.cornerM(t, c, 0),
                                        surface.cornerM(t, c, 1),
                                        TOLERANCE * contact.radiusM()),
                        (surface, t, corners) -> {
                            Arrays.fill(corners, 0);
                            if (!perfectDiscs) {
                                lattice.addThirdsWithin(surface, t, corners);
                                for (int c = 0; c < 3; c++) {
                                    corners[c] /= contact.resistanceOhmM2();
                                }
                            }
                        });
    }

    private interface PerfectCorner {
        boolean at(ElectrodeSurface surface, int triangle, int corner);
    }

    private interface Conductances {
        /** @param corners on return one per corner of the triangle, S */
        void of(ElectrodeSurface surface, int triangle, double[] corners);
    }

    private DirectSurfaceContact filled(String what, PerfectCorner perfectCorner, Conductances conductances) {
        ElectrodeSurface surface = electrode.surface();
        double[] corners = new double[3];
        double conducting = 0;
        for (int t = 0; t < surface.triangleCount(); t++) {
            conductances.of(surface, t, corners);
            for (int c = 0; c < 3; c++) {
                boolean touches = perfectCorner.at(surface, t, c);
                perfect[surface.node(t, c)] |= touches;
                conductancesS[surface.node(t, c)] += corners[c];
                conducting += corners[c] + (touches ? 1 : 0);
            }
        }
        if (conducting == 0) {
            throw new InvalidInputException("no node of the electrode lies in a " + what + " or refine the mesh");
        }
        return this;
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
