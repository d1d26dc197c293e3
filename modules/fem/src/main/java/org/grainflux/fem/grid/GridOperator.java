package org.grainflux.fem.grid;

/** Products with the operator of {@link FaceConductances}, layer by layer, by differences of potentials. */
final class GridOperator {
    private final FaceConductances faces;
    private final CellGrid grid;

    GridOperator(FaceConductances faces) {
        this.faces = faces;
        this.grid = faces.grid();
    }

    /** q = A p in a layer, single precision; returns p·q over the layer. */
    double multiply(RowNeighbours at, int layer, float[] p, float[] q) {
        double energy = 0;
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            at.all(i1, layer);
            energy += multiplyLine(at, layer, p, q);
        }
        return energy;
    }

    private double multiplyLine(RowNeighbours at, int layer, float[] p, float[] q) {
        int n = grid.cells0();
        float[] g0 = faces.across0();
        float[] gB1 = at.conductanceBelow1;
        float[] gA1 = at.conductanceAbove1;
        float[] gB2 = at.conductanceBelow2;
        float[] gA2 = at.conductanceAbove2;
        int oB1 = at.offsetBelow1;
        int oA1 = at.offsetAbove1;
        int oB2 = at.offsetBelow2;
        int oA2 = at.offsetAbove2;
        int b1 = at.below1;
        int a1 = at.above1;
        int b2 = at.below2;
        int a2 = at.above2;
        int s = at.start;
        int last = s + n - 1;
        for (int x = 1; x < n - 1; x++) {
            float c = p[s + x];
            q[s + x] = g0[s + x - 1] * (c - p[s + x - 1])
                    + g0[s + x] * (c - p[s + x + 1])
                    + gB1[oB1 + x] * (c - p[b1 + x])
                    + gA1[oA1 + x] * (c - p[a1 + x])
                    + gB2[oB2 + x] * (c - p[b2 + x])
                    + gA2[oA2 + x] * (c - p[a2 + x]);
        }
        for (int x = 0; x < n; x += Math.max(1, n - 1)) {
            int before = x > 0 ? s + x - 1 : last;
            int after = x < n - 1 ? s + x + 1 : s;
            float c = p[s + x];
            q[s + x] = g0[before] * (c - p[before])
                    + g0[s + x] * (c - p[after])
                    + gB1[oB1 + x] * (c - p[b1 + x])
                    + gA1[oA1 + x] * (c - p[a1 + x])
                    + gB2[oB2 + x] * (c - p[b2 + x])
                    + gA2[oA2 + x] * (c - p[a2 + x]);
        }
        addElectrodes(layer, s, n, p, q);
        double s0 = 0;
        double s1 = 0;
        int x = 0;
        for (; x + 1 < n; x += 2) {
            s0 += (double) p[s + x] * q[s + x];
            s1 += (double) p[s + x + 1] * q[s + x + 1];
        }
        return x < n ? s0 + s1 + (double) p[s + x] * q[s + x] : s0 + s1;
    }

    private void addElectrodes(int layer, int s, int n, float[] p, float[] q) {
        if (layer == 0) {
            for (int x = 0; x < n; x++) {
                q[s + x] += faces.across2()[s + x] * p[s + x];
            }
        }
        if (layer == grid.cells2() - 1) {
            float[] above = faces.across2();
            int up = grid.layerCells();
            for (int x = 0; x < n; x++) {
                q[s + x] += above[s + up + x] * p[s + x];
            }
        }
    }

    /** b − A x in a layer, in double precision, rounded once; returns its sum of squares. */
    double residual(RowNeighbours at, int layer, double[] load, double[] x, float[] residual) {
        double squares = 0;
        int n = grid.cells0();
        float[] g0 = faces.across0();
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            at.all(i1, layer);
            int s = at.start;
            for (int k = 0; k < n; k++) {
                int before = k > 0 ? s + k - 1 : s + n - 1;
                int after = k < n - 1 ? s + k + 1 : s;
                double c = x[s + k];
                double r = load[s + k]
                        - g0[before] * (c - x[before])
                        - g0[s + k] * (c - x[after])
                        - at.conductanceBelow1[at.offsetBelow1 + k] * (c - x[at.below1 + k])
                        - at.conductanceAbove1[at.offsetAbove1 + k] * (c - x[at.above1 + k])
                        - at.conductanceBelow2[at.offsetBelow2 + k] * (c - x[at.below2 + k])
                        - at.conductanceAbove2[at.offsetAbove2 + k] * (c - x[at.above2 + k]);
                if (layer == 0) {
                    r -= faces.across2()[s + k] * c;
                }
                if (layer == grid.cells2() - 1) {
                    r -= faces.across2()[s + k + grid.layerCells()] * c;
                }
                residual[s + k] = (float) r;
                squares += r * r;
            }
        }
        return squares;
    }
}
