package org.grainflux.fem.solve;

/**
 * How a system was solved.
 *
 * @param iterations of the iterative method; 0 for a direct one without refinement
 * @param relativeResidual true ‖b − A x‖₂ / ‖b‖₂; 0 when b = 0
 */
public record SolveReport(int iterations, double relativeResidual) {}
