package org.grainflux.fem.mesh;

/** Wanted element size in the plane. */
@FunctionalInterface
public interface SizeField {
    /**
     * @param xM abscissa, m, inside the cell when it is periodic
     * @param yM ordinate, m
     * @return the longest edge an element centred here may have, m, &gt; 0
     */
    double sizeM(double xM, double yM);
}
