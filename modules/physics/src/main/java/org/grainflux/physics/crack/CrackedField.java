package org.grainflux.physics.crack;

import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Potential and currents of a cell with a lithium-filled crack, of {@link CrackedFlux}. Lithium of the cracked electrode is at 0 V;
 * currents into lithium of that electrode and of the crack are positive, per metre of depth.
 */
public final class CrackedField {
    private final SimplexMesh mesh;
    private final double widthM;
    private final boolean[] filled;
    private final CrackResistances resistances;
    private final double voltageV;
    private final double shiftV;
    private final double[] potentialsV;
    private final double[] startS;
    private final double[] farS;
    private final double[] faceS;

    CrackedField(
            SimplexMesh mesh,
            double widthM,
            boolean[] filled,
            CrackResistances resistances,
            double voltageV,
            double shiftV,
            double[] potentialsV,
            double[] startS,
            double[] farS,
            double[] faceS) {
        this.mesh = mesh;
        this.widthM = widthM;
        this.filled = filled;
        this.resistances = resistances;
        this.voltageV = voltageV;
        this.shiftV = shiftV;
        this.potentialsV = potentialsV;
        this.startS = startS;
        this.farS = farS;
        this.faceS = faceS;
    }

    /** Between the lithium electrodes, V. */
    public double voltageV() {
        return voltageV;
    }

    /** Per node of the mesh, V; not a copy. */
    public double[] potentialsV() {
        return potentialsV;
    }

    /** Out of the far electrode, A/m. */
    public double farCurrentAPerM() {
        double sum = 0;
        for (int v = 0; v < farS.length; v++) {
            sum += farS[v] * (voltageV - potentialsV[v]);
        }
        return sum;
    }

    /** Into the electrode itself, without the crack, A/m. */
    public double electrodeCurrentAPerM() {
        double sum = 0;
        for (int v = 0; v < startS.length; v++) {
            sum += startS[v] * potentialsV[v];
        }
        return sum;
    }

    /** Into the lithium of the crack, A/m. */
    public double crackCurrentAPerM() {
        double sum = 0;
        for (int v = 0; v < faceS.length; v++) {
            sum += faceS[v] * (potentialsV[v] - shiftV);
        }
        return sum;
    }

    /** Plated at a node of the cracked electrode, A/m². */
    public double electrodeDensityAPerM2(int node) {
        return potentialsV[node] / resistances.startElectrodeOhmM2();
    }

    /**
     * Mean over one face of a filled facet, A/m².
     *
     * @param plusSide which of the two grains
     */
    public double faceDensityAPerM2(int facet, boolean plusSide) {
        InterfaceFacets facets = mesh.interfaces();
        double sumV = 0;
        for (int c = 0; c < 2; c++) {
            sumV += potentialsV[plusSide ? facets.plusNode(facet, c) : facets.minusNode(facet, c)];
        }
        return (0.5 * sumV - shiftV) / resistances.crackFaceOhmM2();
    }

    /**
     * Mean over both faces of the filled facets within a distance of a tip, along the chord, A/m². The density itself may be
     * singular there, its mean is not.
     *
     * @param distanceM at least a facet's length
     */
    public double tipDensityAPerM2(CrackTip tip, double distanceM) {
        InterfaceFacets facets = mesh.interfaces();
        double current = 0;
        double lengthM = 0;
        for (int f = 0; f < facets.count(); f++) {
            int a = facets.minusNode(f, 0);
            int b = facets.minusNode(f, 1);
            if (!filled[f] || distanceM(tip, a) > distanceM || distanceM(tip, b) > distanceM) {
                continue;
            }
            double pieceM = Math.hypot(
                    mesh.coordinateM(a, 0) - mesh.coordinateM(b, 0), mesh.coordinateM(a, 1) - mesh.coordinateM(b, 1));
            current += pieceM * (faceDensityAPerM2(f, false) + faceDensityAPerM2(f, true));
            lengthM += 2 * pieceM;
        }
        if (lengthM == 0) {
            throw new IllegalArgumentException("no filled facet lies within " + distanceM + " m of the tip");
        }
        return current / lengthM;
    }

    /** Mean of φ − φ_Li − s near a tip, V: what drives charge into the crack there. */
    public double tipOverpotentialV(CrackTip tip, double distanceM) {
        return tipDensityAPerM2(tip, distanceM) * resistances.crackFaceOhmM2();
    }

    private double distanceM(CrackTip tip, int node) {
        return Math.hypot(
                Math.IEEEremainder(mesh.coordinateM(node, 0) - tip.xM(), widthM), mesh.coordinateM(node, 1) - tip.yM());
    }
}
