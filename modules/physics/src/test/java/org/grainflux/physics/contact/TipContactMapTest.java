package org.grainflux.physics.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.Grain;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three grains A(0), B(1), C(2) side by side on a periodic electrode of 100 µm: feet at 20 (A|B), 50 (B|C), 90 (C|A). */
class TipContactMapTest {
    private static final double WIDTH = 100e-6;
    private static final List<Grain> GRAINS = List.of(grain(0, 50e-6), grain(0.4, 50e-6), grain(0.8, 50e-6));
    private static final SurfaceGrains SURFACE = new SurfaceGrains(
            WIDTH, new double[] {20e-6, 50e-6, 70e-6, 90e-6}, new int[] {1, 2, 2, 0}, new double[] {20e-6, 50e-6, 90e-6
            });

    @Test
    void grainUnderEachPositionIsThatBetweenItsFeet() {
        assertThat(SURFACE.at(10e-6).grain()).isEqualTo(0);
        assertThat(SURFACE.at(20e-6).grain()).isEqualTo(1);
        assertThat(SURFACE.at(49e-6).grain()).isEqualTo(1);
        assertThat(SURFACE.at(51e-6).grain()).isEqualTo(2);
        assertThat(SURFACE.at(95e-6).grain()).isEqualTo(0);
    }

    @Test
    void distanceWrapsAroundTheElectrode() {
        assertThat(SURFACE.at(3e-6).distanceToBoundaryM()).isCloseTo(13e-6, within(1e-18));
        assertThat(SURFACE.at(60e-6).distanceToBoundaryM()).isCloseTo(10e-6, within(1e-18));
    }

    @Test
    void surfaceWithoutFeetIsFarFromEveryBoundary() {
        SurfacePoint point = new SurfaceGrains(WIDTH, new double[] {0}, new int[] {4}, new double[0]).at(1e-6);
        assertThat(point.grain()).isEqualTo(4);
        assertThat(point.distanceToBoundaryM()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** A foot separates the two grains of its boundary, on both electrodes of generated structures. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void grainsOfGeneratedStructuresChangeAtTheirFeet(long seed) {
        Microstructure structure = MicrostructureGenerator.generate(
                MicrostructureSpec.planar(WIDTH, WIDTH, 10e-6, Seeding.HARD_CORE),
                RandomStreams.stream(seed, "grain-seeds", 0),
                RandomStreams.stream(seed, "orientations", 0));
        int separated = 0;
        for (BoundaryFoot foot : structure.network().feet()) {
            SurfaceGrains surface = SurfaceGrains.of(structure, foot.electrode());
            double x = foot.positionM()[0];
            int left = surface.at((x - 1e-10 + WIDTH) % WIDTH).grain();
            int right = surface.at((x + 1e-10) % WIDTH).grain();
            // Where a short edge was collapsed onto the electrode, several boundaries share one foot position.
            Set<Integer> meeting = structure.network().feet().stream()
                    .filter(other -> other.electrode() == foot.electrode() && other.positionM()[0] == x)
                    .map(other -> structure.network().boundaries().get(other.boundary()))
                    .flatMap(boundary -> Stream.of(boundary.minusGrain(), boundary.plusGrain()))
                    .collect(Collectors.toSet());
            assertThat(left).isNotEqualTo(right);
            assertThat(meeting).contains(left, right);
            separated += meeting.size() == 2 ? 1 : 0;
        }
        assertThat(separated).isGreaterThan(structure.network().feet().size() / 2);
        TipContactMap map = TipContactMap.of(structure, 1, 200, ConductiveTip.platinum(), LocalModulus.llzo(), 11.3e9);
        assertThat(map.boundaries(ContactModel.HERTZ).count()).isPositive();
        assertThat(map.boundaries(ContactModel.HERTZ).medianAreaM2())
                .isGreaterThan(map.interiors(ContactModel.HERTZ).medianAreaM2());
    }

    @Test
    void modulusAndAreaFollowOrientationAndBoundary() {
        TipContactMap map = map(11.3e9);
        LocalModulus modulus = LocalModulus.llzo();
        for (int i = 0; i < map.size(); i++) {
            SurfacePoint point = map.point(i);
            double own = AnisotropicIndentation.modulusPa(
                    modulus.crystal(), GRAINS.get(point.grain()).orientation(), new double[] {0, 1, 0});
            double ratio = map.localModulusPa(i) / own;
            if (point.distanceToBoundaryM() == 0) {
                assertThat(ratio).isCloseTo(120.0 / 145.0, within(1e-12));
            } else if (point.distanceToBoundaryM() >= 100e-9) {
                assertThat(ratio).isCloseTo(1, within(1e-12));
            } else {
                assertThat(ratio).isStrictlyBetween(120.0 / 145.0, 1.0);
            }
        }
        // Softer boundaries: larger elastic spots at lower pressure.
        assertThat(map.boundaries(ContactModel.HERTZ).minimumAreaM2())
                .isGreaterThan(map.interiors(ContactModel.HERTZ).maximumAreaM2());
        assertThat(map.boundaries(ContactModel.HERTZ).maximumPressurePa())
                .isLessThan(map.interiors(ContactModel.HERTZ).minimumPressurePa());
        assertThat(map.boundaries(ContactModel.HERTZ).count()).isEqualTo(3);
        assertThat(map.surface(ContactModel.HERTZ).count()).isEqualTo(1000);
    }

    @Test
    void orientationSpreadsTheContactAcrossGrains() {
        ContactSummary interiors = map(11.3e9).interiors(ContactModel.HERTZ);
        assertThat(interiors.maximumAreaM2()).isGreaterThan(1.001 * interiors.minimumAreaM2());
        assertThat(interiors.medianAreaM2()).isBetween(50e-18, 56e-18);
    }

    @Test
    void adhesionWidensAndHardnessFollowsTheModulus() {
        TipContactMap map = map(11.3e9);
        assertThat(map.surface(ContactModel.JKR).minimumAreaM2())
                .isGreaterThan(map.surface(ContactModel.HERTZ).minimumAreaM2());
        ContactSummary plastic = map.surface(ContactModel.PLASTIC);
        assertThat(plastic.minimumAreaM2()).isLessThan(plastic.maximumAreaM2());
        double invariant = map.spot(ContactModel.PLASTIC, 0).areaM2() * map.localModulusPa(0);
        for (int i = 1; i < map.size(); i++) {
            assertThat(map.spot(ContactModel.PLASTIC, i).areaM2() * map.localModulusPa(i))
                    .isCloseTo(invariant, withinPercentage(1e-9));
        }
    }

    @Test
    void shareAboveHardnessAndWarningFollowTheHardness() {
        assertThat(map(11.3e9).surface(ContactModel.HERTZ).aboveHardnessFraction())
                .isEqualTo(0);
        assertThat(map(11.3e9).hardnessWarning()).isEmpty();
        assertThat(map(6.3e9).surface(ContactModel.HERTZ).aboveHardnessFraction())
                .isEqualTo(1);
        assertThat(map(6.3e9).hardnessWarning()).isPresent();
    }

    private static TipContactMap map(double hardnessPa) {
        List<SurfacePoint> places = new ArrayList<>(SURFACE.equidistant(1000));
        places.addAll(SURFACE.feet());
        return TipContactMap.at(
                places,
                g -> GRAINS.get(g).orientation(),
                new double[] {0, 1, 0},
                ConductiveTip.platinum(),
                LocalModulus.llzo(),
                hardnessPa);
    }

    private static Grain grain(double angleRad, double height) {
        Rotation turned = new Rotation(Math.cos(angleRad / 2), 0, 0, Math.sin(angleRad / 2));
        return new Grain(0, turned, 1e-9, new double[] {0, height});
    }
}
