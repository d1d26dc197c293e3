package org.grainflux.fem.grid;

/** Products with the operator of {@link FaceConductances}, layer by layer, by differences of potentials. */
final class GridOperator {
    private final FaceConductances faces;
    private final CellGrid grid;

    GridOperator(FaceConductances faces) {
        this.faces = faces;
        this.grid = faces.grid();
    }

    /**
     * q = A p in a layer, single precision.
     *
     * @return p·q over the layer; terms of a column of the layer are added up in single precision
     */
    double multiply(LineNeighbours at, int layer, float[][] p, float[][] q) {
        java.util.Arrays.fill(at.products, 0);
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            at.all(i1, layer);
            at.flows(p, q);
            if (layer == 0) {
                Lines.addProduct(q[at.line], faces.across2()[at.line], p[at.line]);
            }
            if (layer == grid.cells2() - 1) {
                Lines.addProduct(q[at.line], faces.across2()[at.line + grid.cells1()], p[at.line]);
            }
            Lines.addProduct(at.products, p[at.line], q[at.line]);
        }
        return Lines.sum(at.products);
    }

    /** b − A x in a layer, in double precision, rounded once; returns its sum of squares. */
    double residual(LineNeighbours at, int layer, double[] load, double[] x, float[][] residual) {
        double squares = 0;
        int n = grid.cells0();
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            at.all(i1, layer);
            squares += residual(at, layer, i1, n, load, x, residual[at.line]);
        }
        return squares;
    }

    private double residual(LineNeighbours at, int layer, int i1, int n, double[] load, double[] x, float[] residual) {
        float[] g0 = faces.across0()[at.line];
        float[] gB1 = faces.across1()[faces.lineBefore1(i1, layer)];
        float[] gA1 = faces.across1()[at.line];
        float[] gB2 = faces.across2()[at.line];
        float[] gA2 = faces.across2()[at.line + grid.cells1()];
        boolean isFirst = layer == 0;
        boolean isLast = layer == grid.cells2() - 1;
        int s = at.line * n;
        int b1 = at.below1() * n;
        int a1 = at.above1() * n;
        int b2 = at.below2() * n;
        int a2 = at.above2() * n;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            int before = k > 0 ? k - 1 : n - 1;
            int after = k < n - 1 ? k + 1 : 0;
            double c = x[s + k];
            double r = load[s + k]
                    - g0[before] * (c - x[s + before])
                    - g0[k] * (c - x[s + after])
                    - gB1[k] * (c - x[b1 + k])
                    - gA1[k] * (c - x[a1 + k])
                    - gB2[k] * (isFirst ? c : c - x[b2 + k])
                    - gA2[k] * (isLast ? c : c - x[a2 + k]);
            residual[k] = (float) r;
            squares += r * r;
        }
        return squares;
    }
}
