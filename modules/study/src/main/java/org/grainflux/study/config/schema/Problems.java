package org.grainflux.study.config.schema;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.yaml.Origin;

/** All that is wrong with a study, reported together: one line each, in the order of the files. */
public final class Problems {
    private record Problem(Origin origin, String path, String message) {
        @Override
        public String toString() {
            return origin + ": " + (path.isEmpty() ? "" : path + ": ") + message;
        }
    }

    /** A file that is wrong all over is not mended line by line. */
    private static final int MOST_SHOWN = 50;

    // A material read by several designs reports its problems once.
    private final Set<Problem> found = new LinkedHashSet<>();

    public void add(Origin origin, String path, String message) {
        found.add(new Problem(origin, path, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws InvalidInputException when anything was added */
    public void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        Map<String, Integer> fileOrder = new LinkedHashMap<>();
        found.forEach(problem -> fileOrder.putIfAbsent(problem.origin().place(), fileOrder.size()));
        String rest = found.size() > MOST_SHOWN ? "\nand " + (found.size() - MOST_SHOWN) + " more" : "";
        throw new InvalidInputException(found.stream()
                .sorted(Comparator.comparing(
                                (Problem p) -> fileOrder.get(p.origin().place()))
                        .thenComparing(p -> p.origin().line()))
                .limit(MOST_SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "", rest)));
    }
}
