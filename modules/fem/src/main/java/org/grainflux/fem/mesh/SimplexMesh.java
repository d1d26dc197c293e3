package org.grainflux.fem.mesh;

/**
 * A conforming mesh of simplices in any dimension. Every region (a grain) owns its nodes, so the same point of a grain
 * boundary appears once per adjacent region, and {@link InterfaceFacets} join the copies. A region of a periodic cell
 * is stored unwrapped: its coordinates may leave the cell, and a period appears only as the offset between the two
 * sides of a facet.
 */
public final class SimplexMesh {
    private final int dimension;
    private final double[] coordinatesM;
    private final int[] elementNodes;
    private final int[] elementRegions;
    private final InterfaceFacets interfaces;
    private final BorderFacets borders;

    /**
     * @param coordinatesM node-major, nodes × dimension
     * @param elementNodes element-major, elements × (dimension + 1), positively oriented
     * @param elementRegions one per element
     */
    public SimplexMesh(
            int dimension,
            double[] coordinatesM,
            int[] elementNodes,
            int[] elementRegions,
            InterfaceFacets interfaces,
            BorderFacets borders) {
        this(interfaces, borders, dimension, coordinatesM.clone(), elementNodes.clone(), elementRegions.clone());
    }

    /** As above without copies, for large meshes: the arrays are owned by the mesh from now on. */
    public static SimplexMesh owning(
            int dimension,
            double[] coordinatesM,
            int[] elementNodes,
            int[] elementRegions,
            InterfaceFacets interfaces,
            BorderFacets borders) {
        return new SimplexMesh(interfaces, borders, dimension, coordinatesM, elementNodes, elementRegions);
    }

    private SimplexMesh(
            InterfaceFacets interfaces,
            BorderFacets borders,
            int dimension,
            double[] coordinatesM,
            int[] elementNodes,
            int[] elementRegions) {
        if (coordinatesM.length % dimension != 0 || elementNodes.length != elementRegions.length * (dimension + 1)) {
            throw new IllegalArgumentException("mesh arrays disagree: dimension " + dimension + ", "
                    + coordinatesM.length + " coordinates, " + elementNodes.length + " element nodes, "
                    + elementRegions.length + " elements");
        }
        this.dimension = dimension;
        this.coordinatesM = coordinatesM;
        this.elementNodes = elementNodes;
        this.elementRegions = elementRegions;
        this.interfaces = interfaces;
        this.borders = borders;
    }

    public int dimension() {
        return dimension;
    }

    public int nodeCount() {
        return coordinatesM.length / dimension;
    }

    public double coordinateM(int node, int axis) {
        return coordinatesM[node * dimension + axis];
    }

    public int elementCount() {
        return elementRegions.length;
    }

    public int elementNode(int element, int corner) {
        return elementNodes[element * (dimension + 1) + corner];
    }

    public int elementRegion(int element) {
        return elementRegions[element];
    }

    public InterfaceFacets interfaces() {
        return interfaces;
    }

    public BorderFacets borders() {
        return borders;
    }
}
