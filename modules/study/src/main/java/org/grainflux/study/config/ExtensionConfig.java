package org.grainflux.study.config;

import java.io.Serializable;

/**
 * Cracks that are followed with the solved stress.
 *
 * @param realizations how many structures, from the first one on; one crack per electrode and design
 * @param stepM how far a crack opens before it is asked again
 * @param stepLimit most steps of one crack
 * @param elementM element size along boundaries
 */
public record ExtensionConfig(int realizations, double stepM, int stepLimit, double elementM) implements Serializable {}
