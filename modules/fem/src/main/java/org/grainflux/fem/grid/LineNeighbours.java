package org.grainflux.fem.grid;

/**
 * What the four lines beside a line of cells along axis 0 conduct into it, and the work space of sums over one line. A
 * missing line, and one that a sum leaves out, has conductances zero, so that loops need no cases. The two electrodes are
 * held at 0: their conductances count in the diagonal and have no line.
 *
 * <p>Lines of one colour, see {@link CellGrid#colour}, are swept before those of the other. Where axis 1 wraps
 * around an odd number of lines two neighbours share a colour, and the first of them is swept before the last.
 */
final class LineNeighbours {
    private final CellGrid grid;
    private final float[][] across0;
    private final float[][] across1;
    private final float[][] across2;
    private final float[] none;
    /** Sums over the line at hand. */
    final float[] sums;

    /** The same for each of the four lines of a line of blocks. */
    final float[][] sumsOfBlocks;

    /** Conductance to the cell before, and values of the cells before and after. */
    private final float[] conductanceBefore;

    private final float[] before;
    private final float[] after;
    /** A line's part in an inner product; terms of a layer are added up in single precision first. */
    final float[] products;

    final float[] moreProducts;

    int line;
    private int below1;
    private int above1;
    private int below2;
    private int above2;
    private float[] conductanceBelow1;
    private float[] conductanceAbove1;
    private float[] conductanceBelow2;
    private float[] conductanceAbove2;

    LineNeighbours(FaceConductances faces) {
        grid = faces.grid();
        across0 = faces.across0();
        across1 = faces.across1();
        across2 = faces.across2();
        int n = grid.cells0();
        none = new float[n];
        sums = new float[n];
        sumsOfBlocks = new float[4][n];
        conductanceBefore = new float[n];
        before = new float[n];
        after = new float[n];
        products = new float[n];
        moreProducts = new float[n];
    }

    /** All neighbouring lines of the line i1 in layer i2. */
    void all(int i1, int i2) {
        int last = grid.cells1() - 1;
        boolean isFirst = i2 == 0;
        boolean isLast = i2 == grid.cells2() - 1;
        line = grid.line(i1, i2);
        below1 = grid.line(i1 > 0 ? i1 - 1 : last, i2);
        above1 = grid.line(i1 < last ? i1 + 1 : 0, i2);
        conductanceBelow1 = across1[below1];
        conductanceAbove1 = across1[line];
        below2 = isFirst ? line : grid.line(i1, i2 - 1);
        above2 = isLast ? line : grid.line(i1, i2 + 1);
        conductanceBelow2 = isFirst ? none : across2[line];
        conductanceAbove2 = isLast ? none : across2[above2];
    }

    /** Only the neighbouring lines that a sweep has reached before this one; whether there are any. */
    boolean sweptBefore(int i1, int i2) {
        all(i1, i2);
        boolean second = CellGrid.colour(i1, i2) == 1;
        boolean below = sweptBefore(i1, i2, i1 - 1, second);
        boolean above = sweptBefore(i1, i2, i1 + 1, second);
        keep(below, above, second);
        return below || above || second;
    }

    /** Only the neighbouring lines that a sweep reaches after this one; whether there are any. */
    boolean sweptAfter(int i1, int i2) {
        all(i1, i2);
        boolean second = CellGrid.colour(i1, i2) == 1;
        boolean below = !sweptBefore(i1, i2, i1 - 1, second);
        boolean above = !sweptBefore(i1, i2, i1 + 1, second);
        keep(below, above, !second);
        return below || above || !second;
    }

    private boolean sweptBefore(int i1, int i2, int neighbour, boolean second) {
        int wrapped = Math.floorMod(neighbour, grid.cells1());
        return CellGrid.colour(wrapped, i2) == CellGrid.colour(i1, i2) ? wrapped < i1 : second;
    }

    private void keep(boolean keptBelow1, boolean keptAbove1, boolean keptAcross2) {
        conductanceBelow1 = keptBelow1 ? conductanceBelow1 : none;
        conductanceAbove1 = keptAbove1 ? conductanceAbove1 : none;
        conductanceBelow2 = keptAcross2 ? conductanceBelow2 : none;
        conductanceAbove2 = keptAcross2 ? conductanceAbove2 : none;
    }

    /** s = Σ g u over the neighbouring lines that were kept. */
    void sumBeside(float[][] u, float[] s) {
        Lines.setProducts(s, conductanceBelow1, u[below1], conductanceAbove1, u[above1]);
        Lines.addProducts(s, conductanceBelow2, u[below2], conductanceAbove2, u[above2]);
    }

    /** s = Σ g u over the two neighbours of each cell within the line. */
    void sumAlong(float[][] u, float[] s) {
        float[] g = across0[line];
        look(u[line], g);
        Lines.setProducts(s, conductanceBefore, before, g, after);
    }

    /** Adds the same to s. */
    void addAlong(float[][] u, float[] s) {
        float[] g = across0[line];
        look(u[line], g);
        Lines.addProducts(s, conductanceBefore, before, g, after);
    }

    /** q = Σ g (p − p of the neighbour) over all neighbours of the line, those within it included. */
    void flows(float[][] p, float[][] q) {
        float[] here = p[line];
        float[] g = across0[line];
        look(here, g);
        Lines.setFlows(q[line], here, conductanceBefore, before, g, after);
        Lines.addFlows(q[line], here, conductanceBelow1, p[below1], conductanceAbove1, p[above1]);
        Lines.addFlows(q[line], here, conductanceBelow2, p[below2], conductanceAbove2, p[above2]);
    }

    private void look(float[] u, float[] g) {
        Lines.moveUp(g, conductanceBefore);
        Lines.moveUp(u, before);
        Lines.moveDown(u, after);
    }
}
