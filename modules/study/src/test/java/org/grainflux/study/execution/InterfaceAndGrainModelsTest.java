package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.StructureRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every model a study may choose for its interfaces, grains and boundaries, through the whole path. */
class InterfaceAndGrainModelsTest {
    private static final double OHM_CM2 = 1e-4;
    private static final String[] PLAIN = {"numerics.convergence_samples=0", "numerics.fields=0"};
    private static final UnitResult REFERENCE = SmallStudy.run(study(), 0, "bare", "hl");

    private static StudyConfig study(String... overrides) {
        String[] all = new String[PLAIN.length + overrides.length];
        System.arraycopy(PLAIN, 0, all, 0, PLAIN.length);
        System.arraycopy(overrides, 0, all, PLAIN.length, overrides.length);
        return SmallStudy.with(all);
    }

    private static void assertCompleted(UnitResult result) {
        assertThat(result.ledger()).extracting(LedgerRow::state).containsOnly(LedgerRow.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aLayerOnOneSideActsOnThatSideOnly(int side) {
        StudyConfig oneSided = study(
                "designs.hl.interlayer.sides=" + (side == 0 ? "lower" : "upper"),
                "designs.hl.interface={area_specific_resistance_ohm_cm2: 30}");
        UnitResult result = SmallStudy.run(oneSided, 0, "hl");

        assertCompleted(result);
        CellRow layered = SmallStudy.cell(result, "hl", side);
        CellRow bare = SmallStudy.cell(result, "hl", 1 - side);
        assertThat(layered.interfaceResistanceOhmM2()).isCloseTo(14 * OHM_CM2, within(1e-12));
        assertThat(bare.interfaceResistanceOhmM2()).isCloseTo(30 * OHM_CM2, within(1e-12));
        assertThat(layered.depthWithin10M()).isBetween(0.0, 10e-6);
        assertThat(bare.depthWithin10M()).isNaN();
        // The same layer on the other side of the other study: only what lies 20 µm away has changed.
        CellRow both = SmallStudy.cell(REFERENCE, "hl", side);
        assertThat(layered.depthWithin10M()).isCloseTo(both.depthWithin10M(), within(0.3e-6));
        assertThat(result.profiles())
                .filteredOn(row -> row.kind().equals(ProfileRow.MAXIMUM_AGAINST_DEPTH))
                .extracting(ProfileRow::electrode)
                .containsExactly(side);
        // 30 instead of 14 on one side, and less spreading: between 15 and 17 Ω cm² more.
        assertThat(layered.areaSpecificResistanceOhmM2() - both.areaSpecificResistanceOhmM2())
                .isBetween(15 * OHM_CM2, 17 * OHM_CM2);
    }

    @Test
    void roughContactOfAVolumeCarriesTheCurrentInDiscs() {
        String[] volume = {
            "microstructure.dimension=3",
            "microstructure.height_um=10",
            "numerics.foot_element_nm=1000",
            "numerics.electrode_element_um=4",
            "numerics.interior_element_um=8",
            "statistics.compare_dimensions=false"
        };
        UnitResult rough = SmallStudy.run(
                study(join(
                        volume,
                        "contact={model: rough, stack_pressure_MPa: 0.6}",
                        "designs.bare.interface.area_specific_resistance_ohm_cm2=10")),
                0,
                "bare");
        UnitResult perfect = SmallStudy.run(
                study(join(volume, "designs.bare.interface.area_specific_resistance_ohm_cm2=0")), 0, "bare");

        assertCompleted(rough);
        CellRow cell = SmallStudy.cell(rough, "bare", 0);
        assertThat(cell.contactFraction()).isCloseTo(0.25, within(1e-12));
        // As above, with 0.6 Ω cm² of constriction at each electrode.
        double bound = SmallStudy.cell(perfect, "bare", 0).areaSpecificResistanceOhmM2() + 2 * 40 * OHM_CM2;
        assertThat(cell.areaSpecificResistanceOhmM2()).isBetween(1.001 * bound, 1.1 * bound);
    }

    private static String[] join(String[] first, String... more) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void roughContactCarriesTheCurrentInSpots() {
        // f = P/(3 σ_y) = 0.6/(3·0.8) = 1/4.
        StudyConfig rough = study(
                "contact={model: rough, stack_pressure_MPa: 0.6}",
                "designs.bare.interface.area_specific_resistance_ohm_cm2=10");
        UnitResult result = SmallStudy.run(rough, 0, "bare", "hl");
        UnitResult perfect =
                SmallStudy.run(study("designs.bare.interface.area_specific_resistance_ohm_cm2=0"), 0, "bare");

        assertCompleted(result);
        CellRow cell = SmallStudy.cell(result, "bare", 0);
        assertThat(cell.contactFraction()).isCloseTo(0.25, within(1e-12));
        assertThat(cell.interfaceResistanceOhmM2()).isCloseTo(40 * OHM_CM2, within(1e-12));
        // Power: the spots lose at least I²R/f each, the bulk at least what it loses under perfect contact. The bulk
        // meshes differ (ends of spots are refined), which is worth far less than the constriction of about 1 Ω cm².
        double bound = SmallStudy.cell(perfect, "bare", 0).areaSpecificResistanceOhmM2() + 2 * 40 * OHM_CM2;
        assertThat(cell.areaSpecificResistanceOhmM2()).isBetween(1.001 * bound, 1.1 * bound);
        // A quarter of the length carries everything, so its density is four times the mean.
        assertThat(lithiumFace(result, "bare").w1000MaxOverMean()).isBetween(3.9, 6.0);
        // A soft layer wets the ceramic all over.
        assertThat(SmallStudy.cell(result, "hl", 0).contactFraction()).isEqualTo(1);
    }

    @Test
    void morePressureMeansMoreContact() {
        double[] resistances = new double[3];
        double[] pressuresMpa = {0, 0.6, 3};
        for (int k = 0; k < 3; k++) {
            UnitResult result = SmallStudy.run(
                    study("contact={model: rough, stack_pressure_MPa: " + pressuresMpa[k] + "}"), 0, "bare");
            assertCompleted(result);
            resistances[k] = SmallStudy.cell(result, "bare", 0).areaSpecificResistanceOhmM2();
        }

        assertThat(resistances[0]).isGreaterThan(resistances[1]);
        assertThat(resistances[1]).isGreaterThan(resistances[2]);
        // 3 MPa exceed the hardness of 2.4 MPa: full contact, the same as intimate.
        assertThat(resistances[2])
                .isEqualTo(SmallStudy.cell(REFERENCE, "bare", 0).areaSpecificResistanceOhmM2());
    }

    private static HotSpotRow lithiumFace(UnitResult result, String design) {
        return result.hotSpots().stream()
                .filter(row -> row.design().equals(design) && row.face().equals(HotSpotRow.LI_INTERFACE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anisotropicGrainsConductBetweenTheirExtremes() {
        // Boundaries of next to no resistance leave the grains alone.
        String noBoundaries = "electrolyte.grain_boundary_conductivity_S_per_cm=1";
        UnitResult result = SmallStudy.run(study(noBoundaries, "electrolyte.anisotropy_ratio=4"), 0, "bare");

        assertCompleted(result);
        double conductivity = result.structures().get(0).effectiveConductivitySPerM();
        // 5e-4 S/cm is the mean of the three axes: across = 3·0.05/(4 + 2) = 0.025, along 0.1 S/m.
        assertThat(conductivity).isBetween(0.025, 0.1);
        assertThat(conductivity).isNotCloseTo(0.05, within(1e-4));
        assertThat(SmallStudy.run(study(noBoundaries), 0, "bare")
                        .structures()
                        .get(0)
                        .effectiveConductivitySPerM())
                // In series with twenty micrometres are at most a few boundaries of 5e-7 Ω cm².
                .isCloseTo(0.05, within(1e-5));
        assertThomson(result.structures().get(0));
    }

    @Test
    void logNormalBoundariesScatterAroundTheSameMean() {
        // A cell of 64 boundaries or more tells its mean to σ/√n ≈ 0.53/8.
        StudyConfig wide = study(
                "microstructure.width_um=100",
                "microstructure.height_um=30",
                "microstructure.boundary_resistance={model: log_normal, sigma_ln: 0.5}");
        StructureRow row = SmallStudy.run(wide, 0, "bare").structures().get(0);

        assertThat(row.meanBoundaryResistanceOhmM2()).isNotCloseTo(OHM_CM2, within(1e-9));
        assertThat(row.meanBoundaryResistanceOhmM2()).isCloseTo(OHM_CM2, within(0.25 * OHM_CM2));
        assertThomson(row);
    }

    @Test
    void lowAngleBoundariesConductBetter() {
        // With a threshold above the cubic maximum of 62.8° every boundary counts as low-angle.
        UnitResult low = SmallStudy.run(
                study("microstructure.boundary_resistance={model: misorientation, low_angle_deg: 62, low_angle_ratio:"
                        + " 0.01}"),
                0,
                "bare");
        UnitResult high = SmallStudy.run(
                study("microstructure.boundary_resistance={model: misorientation, low_angle_deg: 1e-3}"), 0, "bare");

        assertCompleted(low);
        StructureRow reference = REFERENCE.structures().get(0);
        assertThat(high.structures().get(0).effectiveConductivitySPerM())
                .isEqualTo(reference.effectiveConductivitySPerM());
        assertThat(low.structures().get(0).meanBoundaryResistanceOhmM2()).isBetween(0.01 * OHM_CM2, 0.999 * OHM_CM2);
        assertThat(low.structures().get(0).effectiveConductivitySPerM())
                .isGreaterThan(reference.effectiveConductivitySPerM());
        assertThomson(low.structures().get(0));
    }

    @Test
    void warmthConductsAsItsActivationEnergiesSay() {
        // Grains by 0.28 eV, boundaries by 0.52 eV; the structure lies between the two, nearer to its boundaries' half.
        double warm = SmallStudy.run(study("temperature_C=60"), 0, "bare")
                .structures()
                .get(0)
                .effectiveConductivitySPerM();
        double inverse = (1 / 298.15 - 1 / 333.15) / 8.617333e-5;

        assertThat(warm / REFERENCE.structures().get(0).effectiveConductivitySPerM())
                .isBetween(Math.exp(0.28 * inverse) * 298.15 / 333.15 * 0.999, Math.exp(0.52 * inverse) * 1.001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poisson", "hard_core", "centroidal", "laguerre"})
    void everySeedingRunsAndKeepsItsThomsonBound(String seeding) {
        UnitResult result = SmallStudy.run(study("microstructure.seeding=" + seeding), 1, "bare");

        assertCompleted(result);
        assertThomson(result.structures().get(0));
    }

    /** A uniform trial current loses more than the true one: the bound holds on every structure. */
    private static void assertThomson(StructureRow row) {
        assertThat(row.effectiveConductivitySPerM()).isBetween(row.thomsonBoundSPerM(), 2 * row.thomsonBoundSPerM());
    }
}
