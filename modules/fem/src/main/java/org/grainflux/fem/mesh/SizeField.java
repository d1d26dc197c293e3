package org.grainflux.fem.mesh;

/** Wanted element size in the plane or in space. */
@FunctionalInterface
public interface SizeField {
    /**
     * @param xM first coordinate, m, inside the cell when it is periodic
     * @param yM second coordinate, m, inside the cell when it is periodic
     * @param zM third coordinate, m; 0 in the plane
     * @return the longest edge an element centred here may have, m, &gt; 0
     */
    double sizeM(double xM, double yM, double zM);
}
