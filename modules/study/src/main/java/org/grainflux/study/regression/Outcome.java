package org.grainflux.study.regression;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grainflux.study.regression.ReferenceValues.Field;

/**
 * A reference computed again and compared.
 *
 * @param findings of every quantity at every place, and of every exact value
 * @param fields accepted and new, where both have the same points; in the order of the new ones
 * @param failure why it was not computed; empty when it was
 */
public record Outcome(
        Reference reference,
        ReferenceValues values,
        List<Finding> findings,
        List<FieldPair> fields,
        Cost cost,
        String failure) {
    public Outcome {
        findings = List.copyOf(findings);
        fields = List.copyOf(fields);
    }

    /** A field as it was and as it is, at the same points. */
    public record FieldPair(Field was, Field is) {
        /** Index of the point where they differ most; 0 for fields without points. */
        public int worst() {
            int worst = 0;
            for (int k = 1; k < is.values().length; k++) {
                if (difference(k) > difference(worst)) {
                    worst = k;
                }
            }
            return worst;
        }

        /** Size of the difference; infinite where one of both has no value. */
        public double difference(int point) {
            double a = was.values()[point];
            double b = is.values()[point];
            if (Double.isNaN(a) && Double.isNaN(b)) {
                return 0;
            }
            return Double.isNaN(a) || Double.isNaN(b) ? Double.POSITIVE_INFINITY : Math.abs(b - a);
        }
    }

    public boolean agrees() {
        return failure.isEmpty() && findings.stream().allMatch(Finding::agrees);
    }

    /** Whether what is known without this program is met. */
    public boolean isExactWhereKnown() {
        return failure.isEmpty()
                && findings.stream()
                        .filter(finding -> finding.against() == Finding.Against.KNOWN)
                        .allMatch(Finding::agrees);
    }

    /** The one furthest beyond its tolerance, or nearest to it. */
    public Optional<Finding> worst() {
        return findings.stream().max(Comparator.comparingDouble(Finding::excess));
    }
}
