package org.grainflux.study.execution;

import org.grainflux.core.RandomStreams;
import org.grainflux.core.ScalarDistribution;

/**
 * One draw of the study's distributions for one structure. Draw 0 is nominal: every distribution at its median. A
 * parameter is named by what it is, not by the design that uses it, so designs that share it share the drawn value.
 */
record ParameterDraw(long studySeed, int structureIndex, int index) {

    double value(String parameter, ScalarDistribution distribution) {
        return index == 0 || distribution.isFixed()
                ? distribution.median()
                : distribution.sample(
                        RandomStreams.stream(studySeed, "prior:" + parameter + ":" + index, structureIndex));
    }
}
