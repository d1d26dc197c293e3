package org.grainflux.fem.assembly;

/** A function of position, by a composite rule of degree 2. */
final class SampledBorderConductance extends BorderConductance {
    private final PointField siemensPerM2;
    private final int subdivisions;

    SampledBorderConductance(PointField siemensPerM2, int subdivisions) {
        if (subdivisions < 1) {
            throw new IllegalArgumentException("at least one part per facet edge, got " + subdivisions);
        }
        this.siemensPerM2 = siemensPerM2;
        this.subdivisions = subdivisions;
    }

    @Override
    void addMass(FacetGeometry facet, double[] block) {
        int n = subdivisions;
        double[][] part = new double[facet.corners()][facet.corners()];
        for (int i = 0; i < n; i++) {
            if (facet.corners() == 2) {
                setCorner(part[0], i, 0);
                setCorner(part[1], i + 1, 0);
                addPart(facet, part, 1.0 / n, block);
                continue;
            }
            for (int j = 0; j < n - i; j++) {
                setCorner(part[0], i, j);
                setCorner(part[1], i + 1, j);
                setCorner(part[2], i, j + 1);
                addPart(facet, part, 1.0 / (n * n), block);
                if (j < n - i - 1) {
                    setCorner(part[0], i + 1, j + 1);
                    addPart(facet, part, 1.0 / (n * n), block);
                }
            }
        }
    }

    private void setCorner(double[] barycentric, int i, int j) {
        double x = (double) i / subdivisions;
        double y = (double) j / subdivisions;
        barycentric[0] = 1 - x - y;
        barycentric[1] = x;
        if (barycentric.length == 3) {
            barycentric[2] = y;
        }
    }

    private void addPart(FacetGeometry facet, double[][] part, double fraction, double[] block) {
        int corners = facet.corners();
        double[] barycentric = new double[corners];
        double[] pointM = new double[corners];
        for (int q = 0; q < corners; q++) {
            for (int k = 0; k < corners; k++) {
                double x = 0;
                for (int c = 0; c < corners; c++) {
                    x += QuadratureRule.degreeTwo(corners, q, c) * part[c][k];
                }
                barycentric[k] = x;
            }
            facet.point(barycentric, pointM);
            double h = checked(siemensPerM2.at(pointM));
            addPoint(barycentric, fraction * facet.measure() / corners * h, block);
        }
    }
}
