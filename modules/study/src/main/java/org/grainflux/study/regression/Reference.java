package org.grainflux.study.regression;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grainflux.study.config.StudyConfig;

/**
 * A structure or population that is computed again and again.
 *
 * @param name of its folder
 * @param folder of its files
 * @param inputs every file that decides the result, the reference's own file included; relative to the folder
 * @param golden what was accepted; empty before the first acceptance
 * @param unaccepted files whose content is not what was accepted; none unless it is read to be accepted
 */
public record Reference(
        String name,
        Path folder,
        String description,
        Tier tier,
        StudyConfig study,
        List<Check> checks,
        List<ExactValue> exactValues,
        List<String> inputs,
        Optional<ReferenceValues> golden,
        List<String> unaccepted) {
    /** Name of the file with the quantities. */
    public static final String FILE = "reference.yaml";

    /** Name of the study. */
    public static final String STUDY = "study.yaml";

    /** Name of the accepted result. */
    public static final String GOLDEN = "golden.json";

    public Reference {
        checks = List.copyOf(checks);
        exactValues = List.copyOf(exactValues);
        inputs = List.copyOf(inputs);
        unaccepted = List.copyOf(unaccepted);
    }

    /** How a reference is compared. */
    public enum Tier {
        /** One structure, every quantity within its tolerance. */
        EXACT,
        /** A population, the 95 % intervals of the medians overlapping. */
        STATISTICAL,
        /** A study with several structures, every entry of its summary within a tolerance. */
        SUMMARY
    }

    /** What a tolerance is relative to. */
    public enum Comparison {
        /** The accepted value. */
        RELATIVE,
        /** Nothing: the tolerance is in the quantity's unit. */
        ABSOLUTE,
        /** No tolerance: intervals must overlap. */
        INTERVAL
    }

    /**
     * A quantity that is compared, at every place where the structure has it.
     *
     * @param tolerance 0 for intervals
     * @param reason why the tolerance is what it is
     */
    public record Check(String quantity, Comparison comparison, double tolerance, String reason) {}

    /**
     * A value known without this program.
     *
     * @param design of the places it holds for; empty for all
     * @param relativeTolerance of the value
     * @param source formula, in words
     */
    public record ExactValue(String quantity, String design, double value, double relativeTolerance, String source) {}
}
