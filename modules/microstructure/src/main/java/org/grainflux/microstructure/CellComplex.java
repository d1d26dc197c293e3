package org.grainflux.microstructure;

import java.util.Arrays;

/**
 * The geometry of a structure as cells, facets and vertices, in any dimension. A facet is an edge (2D) or a polygon
 * (3D) with one cell on each side, or one cell and the border. A grain may own several cells and a cell need not be
 * convex.
 *
 * <p>Vertices are stored once, wrapped into the periodic cell. Every cell has a frame of its own in which it is whole;
 * a facet is placed in the frame of its minus cell by an image offset per corner, and {@link #plusImage} carries it
 * into the frame of its plus cell.
 *
 * <p>Orientation: the normal of a facet points from minus to plus. In 2D the minus cell lies to the left of the edge
 * from corner 0 to corner 1, and the facets of a cell are listed anticlockwise. In 3D corners run anticlockwise seen
 * from the plus cell, and the facets of a cell have no order. A facet with more than three corners need not be plane; it
 * then stands for its {@link FanPoints fan} of triangles.
 */
public final class CellComplex {
    /** Stored in place of the plus cell at the border. */
    public static final int NO_CELL = -1;

    /** Border tag of a facet between two cells. */
    public static final int INTERIOR = -1;

    private final double[] sizeM;
    private final boolean[] periodic;
    private final double[] verticesM;
    private final int[] facetStarts;
    private final int[] facetVertices;
    private final int[] facetImages;
    private final int[] minusCells;
    private final int[] plusCells;
    private final int[] plusImages;
    private final int[] borderTags;
    private final int[] cellStarts;
    private final int[] cellFacets;
    private final int[] cellGrains;

    /**
     * @param sizeM edge lengths of the cell; their number is the dimension
     * @param periodic one per axis
     * @param verticesM vertex-major, vertices × dimension
     * @param facetStarts facets + 1: where the corners of a facet start in facetVertices
     * @param facetVertices vertex of each facet corner
     * @param facetImages image of each facet corner, corners × dimension, in periods
     * @param minusCells one per facet
     * @param plusCells one per facet, {@link #NO_CELL} at the border
     * @param plusImages facets × dimension, in periods
     * @param borderTags one per facet: electrode 0 (lower) or 1 (upper), {@link #INTERIOR} between cells
     * @param cellStarts cells + 1: where the facets of a cell start in cellFacets
     * @param cellFacets facets of each cell
     * @param cellGrains grain of each cell
     */
    public CellComplex(
            double[] sizeM,
            boolean[] periodic,
            double[] verticesM,
            int[] facetStarts,
            int[] facetVertices,
            int[] facetImages,
            int[] minusCells,
            int[] plusCells,
            int[] plusImages,
            int[] borderTags,
            int[] cellStarts,
            int[] cellFacets,
            int[] cellGrains) {
        int facets = minusCells.length;
        int dimension = sizeM.length;
        if (facetStarts.length != facets + 1
                || plusCells.length != facets
                || borderTags.length != facets
                || plusImages.length != facets * dimension
                || facetImages.length != facetVertices.length * dimension
                || cellStarts.length != cellGrains.length + 1) {
            throw new IllegalArgumentException("complex arrays disagree: dimension " + dimension + ", " + facets
                    + " facets, " + cellGrains.length + " cells");
        }
        this.sizeM = sizeM.clone();
        this.periodic = periodic.clone();
        this.verticesM = verticesM.clone();
        this.facetStarts = facetStarts.clone();
        this.facetVertices = facetVertices.clone();
        this.facetImages = facetImages.clone();
        this.minusCells = minusCells.clone();
        this.plusCells = plusCells.clone();
        this.plusImages = plusImages.clone();
        this.borderTags = borderTags.clone();
        this.cellStarts = cellStarts.clone();
        this.cellFacets = cellFacets.clone();
        this.cellGrains = cellGrains.clone();
    }

    public int dimension() {
        return sizeM.length;
    }

    public double sizeM(int axis) {
        return sizeM[axis];
    }

    public boolean isPeriodic(int axis) {
        return periodic[axis];
    }

    public int vertexCount() {
        return verticesM.length / sizeM.length;
    }

    /** Coordinate of a vertex wrapped into the cell, m. */
    public double vertexM(int vertex, int axis) {
        return verticesM[vertex * sizeM.length + axis];
    }

    public int facetCount() {
        return minusCells.length;
    }

    public int facetCornerCount(int facet) {
        return facetStarts[facet + 1] - facetStarts[facet];
    }

    public int facetVertex(int facet, int corner) {
        return facetVertices[facetStarts[facet] + corner];
    }

    /** Periods to add to the vertex of a facet's corner to get its place in the frame of the minus cell. */
    public int facetImage(int facet, int corner, int axis) {
        return facetImages[(facetStarts[facet] + corner) * sizeM.length + axis];
    }

    /** Coordinate of a facet's corner in the frame of its minus cell, m. */
    public double facetCornerM(int facet, int corner, int axis) {
        return vertexM(facetVertex(facet, corner), axis) + facetImage(facet, corner, axis) * sizeM[axis];
    }

    public int minusCell(int facet) {
        return minusCells[facet];
    }

    /** Cell on the plus side, {@link #NO_CELL} at the border. */
    public int plusCell(int facet) {
        return plusCells[facet];
    }

    /** Periods to subtract from a coordinate in the minus cell's frame to get it in the plus cell's frame. */
    public int plusImage(int facet, int axis) {
        return plusImages[facet * sizeM.length + axis];
    }

    /** Electrode 0 (lower) or 1 (upper), {@link #INTERIOR} for a facet between two cells. */
    public int borderTag(int facet) {
        return borderTags[facet];
    }

    public int cellCount() {
        return cellGrains.length;
    }

    public int grain(int cell) {
        return cellGrains[cell];
    }

    /** Number of grains, one more than the largest grain index. */
    public int grainCount() {
        return Arrays.stream(cellGrains).max().orElse(-1) + 1;
    }

    public int cellFacetCount(int cell) {
        return cellStarts[cell + 1] - cellStarts[cell];
    }

    public int cellFacet(int cell, int k) {
        return cellFacets[cellStarts[cell] + k];
    }

    /**
     * Periods to add to the vertex of a corner of a cell's facet k to get its place in the frame of the cell. Seen from
     * outside the cell, corners run anticlockwise where it is the minus cell of the facet and clockwise where it is the
     * plus cell.
     */
    public int cellImage(int cell, int k, int corner, int axis) {
        int facet = cellFacet(cell, k);
        int image = facetImage(facet, corner, axis);
        return minusCells[facet] == cell ? image : image - plusImage(facet, axis);
    }

    /** Coordinate of a corner of a cell's facet k in the frame of the cell, m. */
    public double cellCornerM(int cell, int k, int corner, int axis) {
        return vertexM(facetVertex(cellFacet(cell, k), corner), axis) + cellImage(cell, k, corner, axis) * sizeM[axis];
    }

    /** In 2D: the vertex at which facet k of a cell starts, walking anticlockwise. */
    public int loopVertex(int cell, int k) {
        return facetVertex(cellFacet(cell, k), loopCorner(cell, k));
    }

    /** In 2D: periods to add to {@link #loopVertex} along an axis to get its place in the frame of the cell. */
    public int loopImage(int cell, int k, int axis) {
        return cellImage(cell, k, loopCorner(cell, k), axis);
    }

    /** In 2D: coordinate, in the frame of the cell, of the corner at which its facet k starts, m. */
    public double loopCornerM(int cell, int k, int axis) {
        return cellCornerM(cell, k, loopCorner(cell, k), axis);
    }

    private int loopCorner(int cell, int k) {
        return minusCells[cellFacet(cell, k)] == cell ? 0 : 1;
    }

    /** Area (2D, m²) or volume (3D, m³) of a cell; facets that are not plane are taken as their {@link FanPoints fans}. */
    public double cellMeasure(int cell) {
        return CellMoments.of(this, cell)[0];
    }

    /** Centroid of a cell in its own frame, m. */
    public double[] cellCentroidM(int cell) {
        double[] moments = CellMoments.of(this, cell);
        double[] centroid = new double[sizeM.length];
        for (int axis = 0; axis < sizeM.length; axis++) {
            centroid[axis] = moments[axis + 1] / moments[0];
        }
        return centroid;
    }

    /** Length (2D, m) or area (3D, m²) of a facet; one that is not plane is taken as its {@link FanPoints fan}. */
    public double facetMeasure(int facet) {
        return FacetMoments.measure(this, facet);
    }

    /** Integral of the normal over a facet, from minus to plus: its measure times its normal where it is plane. */
    public double[] facetNormalIntegral(int facet) {
        return FacetMoments.normalIntegral(this, facet);
    }

    /** Mean unit normal of a facet, from minus to plus. */
    public double[] facetNormal(int facet) {
        double[] normal = facetNormalIntegral(facet);
        double norm = Arrays.stream(normal).reduce(0, Math::hypot);
        return Arrays.stream(normal).map(n -> n / norm).toArray();
    }
}
