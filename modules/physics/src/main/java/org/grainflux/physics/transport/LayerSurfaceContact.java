package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.Optional;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;

/**
 * An ionic layer of a 3D cell. With R_2 = 0 the grains' copies of a point share their potential with the layer's first
 * plane; with R_2 &gt; 0 each copy couples to it by its own area. With R_1 = 0 the last plane is at the potential of
 * lithium; with R_1 &gt; 0 it couples to lithium. Both resistances use lumped mass.
 */
final class LayerSurfaceContact implements SurfaceContact {
    private static final double DEPTH_WINDOW_M = 200e-9;

    private final ResolvedSurface electrode;
    private final ElectrodeSurface surface;
    private final LayerPrisms prisms;
    private final ElectrodeContact.IonicLayer layer;
    private final boolean tied;
    private final boolean lithiumFixed;
    private int[] unknownOfLayerNode;

    LayerSurfaceContact(ResolvedSurface electrode, LayerPrisms prisms, ElectrodeContact.IonicLayer layer) {
        this.electrode = electrode;
        this.surface = electrode.surface();
        this.prisms = prisms;
        this.layer = layer;
        this.tied = layer.electrolyteSideOhmM2() == 0;
        this.lithiumFixed = layer.lithiumSideOhmM2() == 0;
    }

    @Override
    public void lead(int[] leaderOfMeshNode) {
        if (tied) {
            int[] firstCopy = new int[surface.pointCount()];
            Arrays.fill(firstCopy, -1);
            for (int i = 0; i < surface.nodeCount(); i++) {
                int point = surface.pointOfNode(i);
                firstCopy[point] = firstCopy[point] < 0 ? surface.meshNode(i) : firstCopy[point];
                leaderOfMeshNode[surface.meshNode(i)] = firstCopy[point];
            }
        }
    }

    @Override
    public int ownUnknowns() {
        return surface.pointCount() * (prisms.planeCount() - (tied ? 1 : 0) - (lithiumFixed ? 1 : 0));
    }

    @Override
    public void addTo(CellSystem system, int[] unknownOfMeshNode, int firstOwn, double lithiumPotentialV) {
        number(unknownOfMeshNode, firstOwn);
        double[] fixed = new double[prisms.nodeCount()];
        Arrays.fill(fixed, lithiumPotentialV);
        system.add(prisms.matrix(layer.conductivitySPerM()), unknownOfLayerNode, fixed);
        if (!tied) {
            addElectrolyteSide(system, unknownOfMeshNode);
        }
        for (int p = 0; p < surface.pointCount() && !lithiumFixed; p++) {
            int unknown = unknownOfLayerNode[prisms.node(p, prisms.planeCount() - 1)];
            system.addContact(unknown, surface.pointAreaM2(p) / layer.lithiumSideOhmM2(), lithiumPotentialV);
        }
    }

    private void number(int[] unknownOfMeshNode, int firstOwn) {
        unknownOfLayerNode = new int[prisms.nodeCount()];
        int next = firstOwn;
        for (int p = 0; p < surface.pointCount(); p++) {
            for (int k = tied ? 1 : 0; k < prisms.planeCount() - (lithiumFixed ? 1 : 0); k++) {
                unknownOfLayerNode[prisms.node(p, k)] = next++;
            }
            if (lithiumFixed) {
                unknownOfLayerNode[prisms.node(p, prisms.planeCount() - 1)] = CellSystem.FIXED;
            }
        }
        for (int i = 0; i < surface.nodeCount() && tied; i++) {
            unknownOfLayerNode[prisms.node(surface.pointOfNode(i), 0)] = unknownOfMeshNode[surface.meshNode(i)];
        }
    }

    /** One conductor from each copy to its point of the first plane. */
    private void addElectrolyteSide(CellSystem system, int[] unknownOfMeshNode) {
        int copies = surface.nodeCount();
        int[] starts = new int[copies + 1];
        int[] members = new int[2 * copies];
        for (int i = 0; i < copies; i++) {
            starts[i + 1] = 2 * (i + 1);
            members[2 * i] = i;
            members[2 * i + 1] = copies + surface.pointOfNode(i);
        }
        CsrMatrix contact = new CsrMatrix(CsrPattern.ofCliques(copies + surface.pointCount(), starts, members));
        int[] unknowns = new int[contact.rows()];
        for (int i = 0; i < copies; i++) {
            double g = surface.nodeAreaM2(i) / layer.electrolyteSideOhmM2();
            contact.addBlock(Arrays.copyOfRange(members, 2 * i, 2 * i + 2), new double[] {g, -g, -g, g});
            unknowns[i] = unknownOfMeshNode[surface.meshNode(i)];
            unknowns[members[2 * i + 1]] = unknownOfLayerNode[prisms.node(surface.pointOfNode(i), 0)];
        }
        system.add(contact, unknowns, new double[contact.rows()]);
    }

    @Override
    public CellSolution.Electrode electrode(Surface electrolyte, double[] solutionV) {
        double lithium = electrolyte.lithiumPotentialV();
        double[] potentials = new double[prisms.nodeCount()];
        for (int node = 0; node < potentials.length; node++) {
            int unknown = unknownOfLayerNode[node];
            potentials[node] = unknown == CellSystem.FIXED ? lithium : solutionV[unknown];
        }
        // Lithium at 0 V is the upper electrode, where current towards lithium runs upwards.
        double upwards = lithium == 0 ? 1 : -1;
        SurfaceCurrent[] currents = new SurfaceCurrent[prisms.planeCount()];
        double[] depths = new double[prisms.planeCount()];
        currents[0] = electrode.current(electrolyte.upwardCurrentsA());
        for (int plane = 1; plane < currents.length; plane++) {
            depths[plane] = prisms.depthM(plane);
            double[] through = prisms.currentsTowardsLithium(plane, potentials, layer.conductivitySPerM());
            for (int p = 0; p < through.length; p++) {
                through[p] *= upwards;
            }
            currents[plane] = electrode.currentAtDepth(through, depths[plane]);
        }
        return new CellSolution.Electrode(
                electrolyte.resistanceFraction(),
                currents[currents.length - 1],
                currents[0],
                Optional.of(new DepthProfile(DEPTH_WINDOW_M, depths, currents)),
                electrolyte.potentialsV());
    }
}
