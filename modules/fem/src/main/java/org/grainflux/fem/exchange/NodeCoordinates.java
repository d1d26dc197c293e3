package org.grainflux.fem.exchange;

/**
 * Where the unknowns of an elastic system are: unknown = node · dimension + axis.
 *
 * @param dimension 2 or 3
 * @param values nodes × dimension, in any unit; not copied
 */
public record NodeCoordinates(int dimension, double[] values) {}
