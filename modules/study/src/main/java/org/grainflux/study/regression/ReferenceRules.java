package org.grainflux.study.regression;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Problems;

/** What must hold between a reference's quantities and its study. */
final class ReferenceRules {
    /** Fewer cannot bound a median from both sides with 95 %. */
    private static final int FEWEST_STRUCTURES = 6;

    private final Checked reference;
    private final StudyConfig study;
    private final Problems problems;

    ReferenceRules(Checked reference, StudyConfig study, Problems problems) {
        this.reference = reference;
        this.study = study;
        this.problems = problems;
    }

    void check() {
        boolean exact = reference.text("tier").equals("exact");
        boolean statistical = reference.text("tier").equals("statistical");
        structures(exact, statistical);
        Set<String> seen = new HashSet<>();
        for (Checked item : reference.items("quantities")) {
            String quantity = item.text("quantity");
            if (!seen.add(quantity)) {
                add(item, "quantity", "got " + quantity + " a second time; remove one of them");
            }
            if (statistical != item.text("compare").equals("interval")) {
                add(
                        item,
                        "compare",
                        "got " + item.text("compare") + "; must be "
                                + (statistical ? "interval" : "relative or absolute")
                                + " with tier: " + reference.text("tier"));
            }
            boolean ofSummary = reference.text("tier").equals("summary");
            if (ofSummary != Quantities.isOfSummary(quantity)) {
                add(
                        item,
                        "quantity",
                        "got " + quantity + " with tier: " + reference.text("tier") + "; " + Quantities.SUMMARY
                                + " and " + Quantities.SUMMARY_MESH_ERROR
                                + " go with tier: summary, and nothing else does");
            }
            if (statistical && Quantities.isField(quantity)) {
                add(item, "quantity", "got " + quantity + ", a field; a population has none: remove it");
            }
            if (quantity.equals(Quantities.POTENTIAL) && study.numerics().fields() == 0) {
                add(
                        item,
                        "quantity",
                        "got " + quantity + ", but the study writes no fields; remove it, or set numerics.fields: 1");
            }
        }
        reference.items("exact_values").forEach(item -> exactValue(item, exact));
    }

    private void structures(boolean exact, boolean statistical) {
        int count = study.realizations();
        if (exact && count != 1 || statistical && count < FEWEST_STRUCTURES) {
            problems.add(
                    reference.origin("tier"),
                    reference.path("tier"),
                    "got " + reference.text("tier") + " for a study of " + count + " realizations; must be "
                            + (exact ? "1 with tier: exact" : FEWEST_STRUCTURES + " or more with tier: statistical"));
        }
    }

    private void exactValue(Checked item, boolean exact) {
        String quantity = item.text("quantity");
        if (!exact || Quantities.isField(quantity)) {
            add(item, "quantity", "got " + quantity + "; a value is known of one number of one structure only");
        }
        List<String> designs = study.designs().stream().map(DesignConfig::name).toList();
        if (item.has("design") && !designs.contains(item.text("design"))) {
            add(item, "design", "got " + item.text("design") + "; must be one of " + String.join(", ", designs));
        }
    }

    private void add(Checked item, String key, String message) {
        problems.add(item.origin(key), item.path(key), message);
    }
}
