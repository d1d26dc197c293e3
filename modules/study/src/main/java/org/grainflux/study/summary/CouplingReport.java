package org.grainflux.study.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.physics.crack.WeakestPath;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CouplingRow;

/** F2 and F3 with flux, contact and stress that agree with each other, beside the flux alone. */
final class CouplingReport {
    private static final double MILLIAMPS = LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2;

    private CouplingReport() {}

    /** Adds {@code coupled}: without a coupled electrode only the reason. */
    static void put(ObjectNode parent, StudyConfig study, List<CouplingRow> rows) {
        List<CouplingRow> coupled =
                rows.stream().filter(row -> row.reason().isEmpty()).toList();
        ObjectNode node = parent.putObject("coupled");
        node.put("label", "predicted");
        node.put("electrodes", coupled.size());
        reason(study, rows).ifPresent(reason -> node.put("reason", reason));
        if (coupled.isEmpty()) {
            return;
        }
        node.put("of", rows.size());
        put(node, "self_consistent_mA_per_cm2", coupled, CouplingRow::selfConsistentAPerM2, MILLIAMPS);
        put(node, "kinetic_self_consistent_mA_per_cm2", coupled, CouplingRow::kineticSelfConsistentAPerM2, MILLIAMPS);
        put(node, "coupled_self_consistent_mA_per_cm2", coupled, CouplingRow::coupledSelfConsistentAPerM2, MILLIAMPS);
        put(
                node,
                "self_consistent_ratio",
                coupled,
                row -> row.coupledSelfConsistentAPerM2() / row.selfConsistentAPerM2(),
                1);
        put(
                node,
                "stress_ratio",
                coupled,
                row -> row.coupledSelfConsistentAPerM2() / row.kineticSelfConsistentAPerM2(),
                1);
        put(node, "competing_mA_per_cm2", coupled, CouplingRow::competingAPerM2, MILLIAMPS);
        put(node, "coupled_competing_mA_per_cm2", coupled, CouplingRow::coupledCompetingAPerM2, MILLIAMPS);
        put(node, "competing_ratio", coupled, row -> row.coupledCompetingAPerM2() / row.competingAPerM2(), 1);
        put(node, "iterations", coupled, CouplingRow::iterations, 1);
        put(node, "residual_Pa", coupled, CouplingRow::residualPa, 1);
        put(node, "equilibrium_shift_mV", coupled, CouplingRow::equilibriumShiftV, 1e-3);
        put(node, "contact_fraction", coupled, CouplingRow::contactFractionMean, 1);
    }

    private static void put(
            ObjectNode node, String key, List<CouplingRow> rows, ToDoubleFunction<CouplingRow> value, double unit) {
        CrackReport.putQuantiles(node, key, rows.stream().mapToDouble(value), unit);
    }

    /** Why some or all electrodes have no coupled field. */
    private static Optional<String> reason(StudyConfig study, List<CouplingRow> rows) {
        if (rows.isEmpty()) {
            return Optional.of(
                    WeakestPath.reasonWithout(
                                            study.microstructure().dimension(),
                                            study.images().isEmpty())
                                    .isPresent()
                            ? "the flux of volumes and images is not condensed to their electrodes"
                            : study.fracture().coupled().realizations() == 0
                                    ? "fracture.coupled.realizations is 0"
                                    : "none of the realizations asked for was completed");
        }
        return rows.stream()
                .map(CouplingRow::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }
}
