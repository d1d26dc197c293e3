package org.grainflux.fem.assembly;

/** The same conductance everywhere. */
final class UniformBorderConductance extends BorderConductance {
    private final double siemensPerM2;

    UniformBorderConductance(double siemensPerM2) {
        this.siemensPerM2 = checked(siemensPerM2);
    }

    @Override
    void addMass(FacetGeometry facet, double[] block) {
        int corners = facet.corners();
        for (int a = 0; a < corners; a++) {
            for (int b = 0; b < corners; b++) {
                block[a * corners + b] += siemensPerM2 * facet.mass(a, b);
            }
        }
    }
}
