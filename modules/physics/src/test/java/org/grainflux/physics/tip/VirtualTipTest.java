package org.grainflux.physics.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.contact.ConductiveTip;
import org.grainflux.physics.contact.LocalModulus;
import org.grainflux.physics.fracture.GriffithCriterion;
import org.grainflux.physics.fracture.LithiumMetal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualTipTest {
    private static final LithiumMetal LITHIUM = LithiumMetal.reference();
    private static final InteriorStrength INTERIOR = new InteriorStrength(LITHIUM, 0.1, 18e8);
    private static final BoundaryGrooves GROOVES = new BoundaryGrooves(
            new GriffithCriterion(LITHIUM, GriffithCriterion.SURFACE_EDGE_CRACK, 0),
            ScalarDistribution.fixed(157e-9),
            ScalarDistribution.fixed(0.7e6));

    private static VirtualTip tip(DistanceLaw law) {
        return new VirtualTip(
                ConductiveTip.platinum(),
                LocalModulus.llzo(),
                9e9,
                Optional.of(30e-18),
                0.05,
                1e-4,
                INTERIOR,
                law,
                100e-9);
    }

    /** 0.12 V are 0.89 GPa, the pressure that opens grooves of 62, 157 and 320 nm at 0.44, 0.7 and 1.0 MPa√m. */
    @ParameterizedTest
    @CsvSource({"0.44e6, 62e-9", "0.7e6, 157e-9", "1.0e6, 320e-9"})
    void grooveDepthsOfTheMeasuredBias(double toughness, double depthM) {
        assertThat(LITHIUM.pressurePa(0.12)).isCloseTo(0.89e9, within(0.005e9));
        assertThat(GROOVES.impliedDepthM(0.12, toughness)).isCloseTo(depthM, within(0.01 * depthM));
    }

    /** Boundary 0.12 V; interior between the bare ideal strength, 1.95 V, and 3.8 V: 16 to 32 times, not 75. */
    @Test
    void boundariesStartFarBelowInteriorsAndInteriorsFarBelowTheMeasured() {
        Microstructure structure = SurfacePlanTest.plane(11);
        SurfacePlan plan = SurfacePlan.of(structure);
        double[] grooveV =
                GROOVES.drawV(structure.network().boundaries().size(), RandomStreams.stream(11, "grooves", 0));
        VirtualTip tip = tip(DistanceLaw.DISC_POTENTIAL);
        List<TriggerBias> onBoundaries =
                tip.triggers(structure, plan, plan.onBoundaries(50, RandomStreams.stream(11, "places", 0)), grooveV);
        assertThat(onBoundaries).allSatisfy(trigger -> {
            assertThat(trigger.mode()).isEqualTo(TriggerMode.BOUNDARY_GROOVE);
            assertThat(trigger.mechanicalV()).isCloseTo(0.12, within(0.002));
        });
        List<TriggerBias> interior = tip.triggers(
                structure,
                plan,
                plan.anywhere(200, RandomStreams.stream(11, "places", 1)).stream()
                        .filter(place -> place.distanceToBoundaryM() > 300e-9)
                        .toList(),
                grooveV);
        assertThat(interior).hasSizeGreaterThan(100).allSatisfy(trigger -> {
            assertThat(trigger.mode()).isEqualTo(TriggerMode.IDEAL_STRENGTH);
            assertThat(trigger.mechanicalV()).isBetween(1.95, 3.8);
            assertThat(trigger.mechanicalV() / 0.12).isBetween(16.0, 32.0);
        });
        double breakdown =
                interior.stream().mapToDouble(TriggerBias::breakdownV).average().orElseThrow();
        assertThat(breakdown).isCloseTo(9, within(0.5));
    }

    /** Without a boundary every place is interior, whatever the distance law. */
    @Test
    void aSingleGrainIsInteriorEverywhere() {
        Microstructure structure = SurfacePlanTest.plane(2);
        SurfacePlan plan = SurfacePlan.of(structure);
        double[] never = new double[structure.network().boundaries().size()];
        Arrays.fill(never, Double.POSITIVE_INFINITY);
        for (DistanceLaw law : DistanceLaw.values()) {
            assertThat(tip(law).triggers(structure, plan, plan.grid(10, 10), never))
                    .allSatisfy(trigger -> {
                        assertThat(trigger.mode()).isEqualTo(TriggerMode.IDEAL_STRENGTH);
                        assertThat(trigger.mechanicalV()).isGreaterThan(1.9);
                    });
        }
    }

    @Test
    void bothDistanceLawsRunFromTheBoundaryToTheInterior() {
        for (DistanceLaw law : DistanceLaw.values()) {
            assertThat(law.biasV(0.12, 3, 3e-9, 0)).isCloseTo(0.12, within(1e-12));
            assertThat(law.biasV(0.12, 3, 3e-9, 1e-6)).isCloseTo(3, within(1e-9));
            double last = 0;
            for (double d = 0; d < 1e-7; d += 1e-9) {
                double bias = law.biasV(0.12, 3, 3e-9, d);
                assertThat(bias).isGreaterThanOrEqualTo(last);
                last = bias;
            }
        }
        assertThat(DistanceLaw.DISC_POTENTIAL.biasV(0.12, 3, 3e-9, 6e-9))
                .isCloseTo(0.36, within(1e-12)); // asin ½ = π/6
    }

    @Test
    void aTipWithoutChargeTransferHasNoOverpotential() {
        assertThatThrownBy(() -> new VirtualTip(
                        ConductiveTip.platinum(),
                        LocalModulus.llzo(),
                        9e9,
                        Optional.empty(),
                        0.05,
                        0,
                        INTERIOR,
                        DistanceLaw.EXPONENTIAL,
                        1e-7))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("charge-transfer");
    }

    /** 10 µm of layer spread the potential over all that lies below: a larger bias, and nearly the same everywhere. */
    @Test
    void aLayerMakesTheBiasLargeAndUniform() {
        Microstructure structure = SurfacePlanTest.plane(4);
        SurfacePlan plan = SurfacePlan.of(structure);
        double[] grooveV = new double[structure.network().boundaries().size()];
        Arrays.fill(grooveV, 0.12);
        PotentialProfile below = new DiscContact(20e-9, 0.05, 0, Optional.of(new SurfaceLayer(10e-6, 0.01)))
                .solve(0.25)
                .belowLayer();
        double[] bias = plan.grid(20, 20).stream()
                .mapToDouble(place -> VirtualTip.throughLayerV(plan, place, grooveV, below))
                .toArray();
        double least = Arrays.stream(bias).min().orElseThrow();
        double greatest = Arrays.stream(bias).max().orElseThrow();
        assertThat(least).isGreaterThan(10);
        assertThat(greatest / least).isLessThan(1.5);
    }
}
