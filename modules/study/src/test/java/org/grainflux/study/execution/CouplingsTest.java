package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.core.PhysicalConstants;
import org.grainflux.study.results.CouplingRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;

class CouplingsTest {
    private static final String COUPLED = "fracture.coupled.realizations=1";
    private static final double STACK_PA = 5e6;
    private static final UnitResult PRESSED =
            SmallStudy.run(SmallStudy.with(COUPLED, "contact.stack_pressure_MPa=5"), 0, "bare", "au", "hl");
    private static final UnitResult FREE = SmallStudy.run(SmallStudy.with(COUPLED), 0, "au");

    private static CouplingRow row(UnitResult result, String design, int electrode) {
        return result.couplings().stream()
                .filter(row -> row.design().equals(design) && row.electrode() == electrode)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyElectrodeHasItsFieldOrAReason() {
        assertThat(PRESSED.couplings()).hasSize(6);
        // The structure has no flaw below that can extend.
        assertThat(row(PRESSED, "bare", 0).reason()).isEqualTo("no flaw can extend");
        assertThat(row(PRESSED, "hl", 1).reason()).contains("ionic layer");
        assertThat(row(PRESSED, "au", 1).reason()).isEmpty();
        assertThat(row(PRESSED, "au", 1).openFlaws()).isPositive();
        assertThat(PRESSED.timings().get(0).elasticS()).isPositive();
        assertThat(PRESSED.timings().get(0).coupleS()).isPositive();
    }

    /** Compression makes plating harder: the sign and the size of V_m σ/F. */
    @Test
    void theStackShiftsTheEquilibriumDown() {
        CouplingRow au = row(PRESSED, "au", 1);
        assertThat(au.normalStressMaxPa()).isCloseTo(-STACK_PA, within(1.0));
        double shiftV = -STACK_PA * 13.0e-6 / PhysicalConstants.FARADAY_C_PER_MOL;
        assertThat(au.equilibriumShiftV()).isCloseTo(shiftV, within(1e-9));
        // Lithium in the flaw starts from the pressure of the interface: 5 of some 170 MPa less to reach.
        assertThat(au.coupledSelfConsistentAPerM2() / au.kineticSelfConsistentAPerM2())
                .isBetween(0.94, 0.99);
        assertThat(au.currentChange()).isLessThan(1e-3);
        assertThat(au.residualPa()).isLessThan(1e3);
    }

    /** Nothing presses and everything touches: kinetics are all that differs from the flux alone. */
    @Test
    void withoutStackPressureKineticsAreAllThatChanges() {
        CouplingRow au = row(FREE, "au", 1);
        assertThat(au.coupledSelfConsistentAPerM2())
                .isCloseTo(au.kineticSelfConsistentAPerM2(), within(1e-4 * au.kineticSelfConsistentAPerM2()));
        // At 24 mV the sinh of Butler and Volmer passes more current than the ohmic law.
        assertThat(au.kineticSelfConsistentAPerM2() / au.selfConsistentAPerM2()).isBetween(1.01, 1.1);
        assertThat(au.equilibriumShiftV()).isCloseTo(0, within(1e-12));
    }

    private static UnitResult betweenPlates(String stackMPa) {
        return SmallStudy.run(
                SmallStudy.with(
                        COUPLED,
                        "fracture.coupled.electrodes=rigid",
                        "contact.model=rough",
                        "contact.stack_pressure_MPa=" + stackMPa),
                0,
                "au");
    }

    /** Flat plates press differently beside flaws and contact opens there, so states need several passes. */
    @Test
    void rigidPlatesNeedMorePasses() {
        CouplingRow au = row(betweenPlates("1"), "au", 1);
        assertThat(au.reason()).isEmpty();
        assertThat(au.iterations()).isGreaterThan(3 * au.states());
        assertThat(au.normalStressMinPa()).isLessThan(au.normalStressMaxPa() - 1e6);
        assertThat(au.contactFractionMin()).isLessThan(au.contactFractionMean());
        assertThat(au.coupledSelfConsistentAPerM2()).isLessThan(au.kineticSelfConsistentAPerM2());
    }

    /** Flaws of several micrometres pull the plates away, and contact at the edge of full jumps: no result, but a reason. */
    @Test
    void whatDoesNotSettleLeavesAReasonAndKeepsTheRealization() {
        UnitResult lost = betweenPlates("5");
        assertThat(row(lost, "au", 1).reason()).isEqualTo("ITERATION_LIMIT");
        assertThat(row(lost, "au", 1).selfConsistentAPerM2()).isFinite();
        assertThat(lost.ledger()).hasSize(1);
        assertThat(lost.ledger().get(0).state()).isEqualTo("completed");
        assertThat(lost.ledger().get(0).message()).contains("electrode 1", "ITERATION_LIMIT");
    }

    @Test
    void aStudyCouplesAsManyStructuresAsItAsksFor() {
        assertThat(SmallStudy.run(SmallStudy.with(COUPLED), 1, "au").couplings())
                .isEmpty();
        assertThat(SmallStudy.run(SmallStudy.with(), 0, "au").couplings()).isEmpty();
    }
}
