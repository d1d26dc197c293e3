package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.assembly.FacetGeometry;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.SparseCholesky;

/**
 * A 2D polycrystal reduced exactly to the nodes of its electrodes and of the faces of flaws that are filled with lithium: f = S φ.
 * Nodes are ordered as in {@link CondensedPolycrystal}, nodes of faces that lie on no electrode after them. Nothing crosses
 * the boundaries along flaws but through their lithium. A face is a node's share of one side of a flaw.
 */
public final class FlawedPolycrystal {
    private final double widthM;
    private final ElectrodeTrace[] traces;
    private final List<Flaw> flaws;
    private final DMatrixRMaj schur;
    private final int[] flawOfFace;
    private final int[] nodeOfFace;
    private final double[] faceLengthsM;

    /**
     * @param electrode whose lithium fills it, 0 or 1
     * @param facets interface facets of the mesh
     */
    public record Flaw(int electrode, int[] facets) {}

    private FlawedPolycrystal(
            double widthM,
            ElectrodeTrace[] traces,
            List<Flaw> flaws,
            DMatrixRMaj schur,
            int[] flawOfFace,
            int[] nodeOfFace,
            double[] faceLengthsM) {
        this.widthM = widthM;
        this.traces = traces;
        this.flaws = flaws;
        this.schur = schur;
        this.flawOfFace = flawOfFace;
        this.nodeOfFace = nodeOfFace;
        this.faceLengthsM = faceLengthsM;
    }

    /** @throws org.grainflux.core.NumericalFailureException if a part of the structure touches no electrode and no flaw */
    public static FlawedPolycrystal of(AssembledPolycrystal assembled, List<Flaw> flaws) {
        SimplexMesh mesh = assembled.mesh();
        InterfaceFacets all = mesh.interfaces();
        ElectrodeTrace[] traces = {assembled.trace(0), assembled.trace(1)};
        int[] kept = CondensedPolycrystal.electrodeNodes(traces);
        Map<Integer, Integer> placeOfNode = new LinkedHashMap<>();
        for (int node : kept) {
            placeOfNode.put(node, placeOfNode.size());
        }
        // Faces: one per flaw and node, with half of each facet that meets there.
        List<int[]> faces = new ArrayList<>();
        List<Double> lengthsM = new ArrayList<>();
        FacetGeometry geometry = new FacetGeometry(2);
        for (int k = 0; k < flaws.size(); k++) {
            Map<Integer, Integer> faceOfNode = new LinkedHashMap<>();
            for (int facet : flaws.get(k).facets()) {
                geometry.load(mesh, new int[] {all.minusNode(facet, 0), all.minusNode(facet, 1)});
                for (int c = 0; c < 4; c++) {
                    int node = c < 2 ? all.minusNode(facet, c) : all.plusNode(facet, c - 2);
                    placeOfNode.putIfAbsent(node, placeOfNode.size());
                    if (faceOfNode.putIfAbsent(node, faces.size()) == null) {
                        faces.add(new int[] {k, placeOfNode.get(node)});
                        lengthsM.add(0.0);
                    }
                    int face = faceOfNode.get(node);
                    lengthsM.set(face, lengthsM.get(face) + 0.5 * geometry.measure());
                }
            }
        }
        int[] nodes = placeOfNode.keySet().stream().mapToInt(Integer::intValue).toArray();
        DMatrixRMaj schur = SparseCholesky.schurComplement(
                assembled.matrix(), CondensedPolycrystal.eliminationPlan(assembled, nodes));
        for (Flaw flaw : flaws) {
            for (int facet : flaw.facets()) {
                takeBoundary(schur, assembled, facet, placeOfNode);
            }
        }
        return new FlawedPolycrystal(
                assembled.sizeM()[0],
                traces,
                List.copyOf(flaws),
                schur,
                faces.stream().mapToInt(f -> f[0]).toArray(),
                faces.stream().mapToInt(f -> f[1]).toArray(),
                lengthsM.stream().mapToDouble(l -> l).toArray());
    }

    /** Both its sides are kept, so its block stands in S as it was assembled. */
    private static void takeBoundary(
            DMatrixRMaj schur, AssembledPolycrystal assembled, int facet, Map<Integer, Integer> placeOfNode) {
        InterfaceFacets all = assembled.mesh().interfaces();
        FacetGeometry geometry = new FacetGeometry(2);
        geometry.load(assembled.mesh(), new int[] {all.minusNode(facet, 0), all.minusNode(facet, 1)});
        double siemensPerM2 = assembled.operator().conductancePerTag()[all.tag(facet)];
        int[] places = new int[4];
        Arrays.setAll(places, c -> placeOfNode.get(c < 2 ? all.minusNode(facet, c) : all.plusNode(facet, c - 2)));
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                double sign = a / 2 == b / 2 ? 1 : -1;
                schur.add(places[a], places[b], -sign * siemensPerM2 * geometry.mass(a % 2, b % 2));
            }
        }
    }

    public double widthM() {
        return widthM;
    }

    /** @param electrode 0 (lower) or 1 (upper) */
    public ElectrodeTrace trace(int electrode) {
        return traces[electrode];
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** Number of faces of all flaws. */
    public int faceCount() {
        return flawOfFace.length;
    }

    public int flawOfFace(int face) {
        return flawOfFace[face];
    }

    /** Length along the flaw that belongs to a face, m. */
    public double faceLengthM(int face) {
        return faceLengthsM[face];
    }

    int nodeOfFace(int face) {
        return nodeOfFace[face];
    }

    /** S itself, not a copy: not to be changed. */
    DMatrixRMaj schur() {
        return schur;
    }
}
