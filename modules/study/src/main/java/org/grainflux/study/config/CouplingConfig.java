package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.physics.elasticity.ElectrodeSupport;

/**
 * Flux, contact and stress that agree with each other.
 *
 * @param realizations how many structures, from the first one on
 * @param electrodes how they hand the stack pressure on
 */
public record CouplingConfig(int realizations, ElectrodeSupport electrodes) implements Serializable {}
