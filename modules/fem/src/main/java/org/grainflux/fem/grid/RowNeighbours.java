package org.grainflux.fem.grid;

/**
 * Where the neighbours of a line of cells along axis 0 lie: for each of the four neighbouring lines its conductances (an
 * array and an offset) and its first cell. A missing line has conductances zero, so that kernels need no cases. The two
 * electrodes are held at 0: their conductances count in the diagonal and have no line.
 *
 * <p>Lines have colours, (i₁ + i₂) mod 2; lines of one colour are swept before those of the other. Where axis 1 wraps
 * around an odd number of lines two neighbours share a colour, and the first of them is swept before the last.
 */
final class RowNeighbours {
    final CellGrid grid;
    private final float[] across1;
    private final float[] across2;
    private final float[] none;

    int start;
    int below1;
    int above1;
    int below2;
    int above2;
    float[] conductanceBelow1;
    float[] conductanceAbove1;
    float[] conductanceBelow2;
    float[] conductanceAbove2;
    int offsetBelow1;
    int offsetAbove1;
    int offsetBelow2;
    int offsetAbove2;

    RowNeighbours(FaceConductances faces) {
        grid = faces.grid();
        across1 = faces.across1();
        across2 = faces.across2();
        none = new float[grid.cells0()];
    }

    static int colour(int i1, int i2) {
        return (i1 + i2) & 1;
    }

    /** All neighbouring lines of the line i1 in layer i2. */
    void all(int i1, int i2) {
        int line = grid.cells0();
        int layer = grid.layerCells();
        start = grid.cell(0, i1, i2);
        below1 = i1 > 0 ? start - line : start + layer - line;
        above1 = i1 < grid.cells1() - 1 ? start + line : start - layer + line;
        conductanceBelow1 = across1;
        conductanceAbove1 = across1;
        offsetBelow1 = below1;
        offsetAbove1 = start;
        below2 = i2 > 0 ? start - layer : start;
        above2 = i2 < grid.cells2() - 1 ? start + layer : start;
        conductanceBelow2 = i2 > 0 ? across2 : none;
        conductanceAbove2 = i2 < grid.cells2() - 1 ? across2 : none;
        offsetBelow2 = i2 > 0 ? start : 0;
        offsetAbove2 = i2 < grid.cells2() - 1 ? start + layer : 0;
    }

    /** Only the neighbouring lines that a sweep has reached before this one. */
    void sweptBefore(int i1, int i2) {
        all(i1, i2);
        boolean second = colour(i1, i2) == 1;
        if (!second) {
            conductanceBelow2 = none;
            conductanceAbove2 = none;
            offsetBelow2 = 0;
            offsetAbove2 = 0;
        }
        keep1(sweptBefore(i1, i2, i1 - 1, second), sweptBefore(i1, i2, i1 + 1, second));
    }

    /** Only the neighbouring lines that a sweep reaches after this one. */
    void sweptAfter(int i1, int i2) {
        all(i1, i2);
        boolean second = colour(i1, i2) == 1;
        if (second) {
            conductanceBelow2 = none;
            conductanceAbove2 = none;
            offsetBelow2 = 0;
            offsetAbove2 = 0;
        }
        keep1(!sweptBefore(i1, i2, i1 - 1, second), !sweptBefore(i1, i2, i1 + 1, second));
    }

    /** Whether no neighbouring line was kept. */
    boolean isAlone() {
        return conductanceBelow1 == none
                && conductanceAbove1 == none
                && conductanceBelow2 == none
                && conductanceAbove2 == none;
    }

    private boolean sweptBefore(int i1, int i2, int neighbour, boolean second) {
        int wrapped = Math.floorMod(neighbour, grid.cells1());
        return colour(wrapped, i2) == colour(i1, i2) ? wrapped < i1 : second;
    }

    private void keep1(boolean below, boolean above) {
        if (!below) {
            conductanceBelow1 = none;
            offsetBelow1 = 0;
        }
        if (!above) {
            conductanceAbove1 = none;
            offsetAbove1 = 0;
        }
    }

    /** line = Σ g u over the neighbouring lines that were kept. */
    void sum(float[] u, float[] line) {
        sum(
                u,
                conductanceBelow1,
                offsetBelow1,
                below1,
                conductanceAbove1,
                offsetAbove1,
                above1,
                conductanceBelow2,
                offsetBelow2,
                below2,
                conductanceAbove2,
                offsetAbove2,
                above2,
                line);
    }

    /** Parameters, not fields: the compiler keeps them in registers, and a line of its own stays in the nearest cache. */
    private static void sum(
            float[] u,
            float[] gB1,
            int oB1,
            int b1,
            float[] gA1,
            int oA1,
            int a1,
            float[] gB2,
            int oB2,
            int b2,
            float[] gA2,
            int oA2,
            int a2,
            float[] line) {
        for (int x = 0; x < line.length; x++) {
            line[x] = gB1[oB1 + x] * u[b1 + x]
                    + gA1[oA1 + x] * u[a1 + x]
                    + gB2[oB2 + x] * u[b2 + x]
                    + gA2[oA2 + x] * u[a2 + x];
        }
    }
}
