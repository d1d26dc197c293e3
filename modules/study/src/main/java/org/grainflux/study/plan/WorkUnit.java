package org.grainflux.study.plan;

import java.util.List;

/**
 * The smallest piece of work that travels: one structure and a block of designs computed on it.
 *
 * @param structureIndex names the random streams of the structure
 * @param designs names of the designs, in the study's order
 */
public record WorkUnit(int structureIndex, List<String> designs) {
    public WorkUnit {
        if (structureIndex < 0 || designs.isEmpty()) {
            throw new IllegalArgumentException(
                    "a work unit needs a structure index >= 0 and a design, got " + structureIndex + ", " + designs);
        }
        designs = List.copyOf(designs);
    }
}
