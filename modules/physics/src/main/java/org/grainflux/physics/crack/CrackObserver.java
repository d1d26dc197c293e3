package org.grainflux.physics.crack;

import org.grainflux.fem.elasticity.ElasticField;

/** Sees the fields of a crack at every place where its tip is asked, before they are forgotten. */
@FunctionalInterface
public interface CrackObserver {
    /** Keeps nothing. */
    CrackObserver NONE = (step, pressed, rested) -> {};

    /**
     * @param step what was found from the fields
     * @param pressed under a pressure of 1 Pa in the whole crack
     * @param rested under what acts without lithium; null where nothing does
     */
    void step(GrownCrack.Step step, ElasticField pressed, ElasticField rested);
}
