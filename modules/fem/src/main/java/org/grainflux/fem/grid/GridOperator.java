package org.grainflux.fem.grid;

import java.util.Arrays;

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
        Arrays.fill(at.products, 0);
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            at.all(i1, layer);
            at.flows(p, q);
            if (layer == 0) {
                Lines.addProduct(q[at.line], faces.across2()[at.line], p[at.line]);
            }
            if (layer == grid.cells2() - 1) {
                Lines.addProduct(q[at.line], faces.across2()[grid.line(i1, layer + 1)], p[at.line]);
            }
            Lines.addProduct(at.products, p[at.line], q[at.line]);
        }
        return Lines.sum(at.products);
    }

    /** b − A x in a layer, in double precision, rounded once; returns its sum of squares. */
    double residual(int layer, double[] load, double[] x, float[][] residual) {
        double squares = 0;
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            squares += residual(i1, layer, load, x, residual[grid.line(i1, layer)]);
        }
        return squares;
    }

    private double residual(int i1, int layer, double[] load, double[] x, float[] residual) {
        int n = grid.cells0();
        int last = grid.cells1() - 1;
        int line = grid.line(i1, layer);
        float[] g0 = faces.across0()[line];
        float[] gB1 = faces.across1()[faces.lineBefore1(i1, layer)];
        float[] gA1 = faces.across1()[line];
        float[] gB2 = faces.across2()[line];
        float[] gA2 = faces.across2()[grid.line(i1, layer + 1)];
        boolean isFirst = layer == 0;
        boolean isLast = layer == grid.cells2() - 1;
        int s = grid.cell(0, i1, layer);
        int b1 = grid.cell(0, i1 > 0 ? i1 - 1 : last, layer);
        int a1 = grid.cell(0, i1 < last ? i1 + 1 : 0, layer);
        int b2 = isFirst ? s : s - grid.layerCells();
        int a2 = isLast ? s : s + grid.layerCells();
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
