package org.grainflux.study.regression;

import java.util.List;

/**
 * What a reference gives: figures and fields of a single structure, or samples of a population. The content of a golden.
 *
 * @param figures of the exact tier and of a summary
 * @param fields of the exact tier, so that a difference has a place
 * @param samples of the statistical tier
 */
public record ReferenceValues(List<Figure> figures, List<Field> fields, List<Sample> samples) {
    public ReferenceValues {
        figures = List.copyOf(figures);
        fields = List.copyOf(fields);
        samples = List.copyOf(samples);
    }

    /** What a quantity is at one place. */
    sealed interface Entry {
        String quantity();

        String place();
    }

    /**
     * One number.
     *
     * @param place design, electrode and face, for a reader; {@link Quantities#STRUCTURE} for the structure itself
     * @param value NaN where the figure does not exist
     */
    public record Figure(String quantity, String place, double value) implements Entry {}

    /**
     * Numbers over points of a structure.
     *
     * @param pointsUm points × coordinates: the way along an electrode, or a place inside the structure, µm
     * @param values one per point
     */
    public record Field(String quantity, String place, double[][] pointsUm, double[] values) implements Entry {}

    /**
     * One number of every structure of a population.
     *
     * @param values by structure index
     */
    public record Sample(String quantity, String place, double[] values) implements Entry {}
}
