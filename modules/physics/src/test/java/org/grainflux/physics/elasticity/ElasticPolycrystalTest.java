package org.grainflux.physics.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.FacetSides;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hard-core Voronoi grains of 10 µm, E = 145 GPa, ν = 0.26, in the plane and in space. */
class ElasticPolycrystalTest {
    private static final CubicElasticity SOLID = CubicElasticity.isotropic(145e9, 0.26);
    private static final CubicElasticity CRYSTAL =
            CubicElasticity.llzoFirstPrinciples().scaledToYoungsModulus(145e9);
    private static final double PRESSURE = 10e6;
    /** ν/(1 − ν). */
    private static final double CONFINED_SHARE = 0.26 / 0.74;

    private static Microstructure structure(int dimension) {
        MicrostructureSpec spec = dimension == 2
                ? MicrostructureSpec.planar(50e-6, 40e-6, 10e-6, Seeding.HARD_CORE)
                : MicrostructureSpec.solid(40e-6, 40e-6, 20e-6, 10e-6, Seeding.HARD_CORE);
        return MicrostructureGenerator.generate(
                spec, RandomStreams.stream(5, "grain-seeds", dimension), RandomStreams.stream(5, "orientations", 0));
    }

    private static SimplexMesh mesh(Microstructure structure) {
        double coarse = structure.dimension() == 2 ? 1e-6 : 20e-6;
        return GrainMesher.mesh(
                structure, new MeshGrading(coarse, coarse, coarse, 2 * coarse, 0.3, new double[0][], coarse));
    }

    private static ElasticBody body(Microstructure structure, CubicElasticity material) {
        StiffnessTensor[] grains = structure.grains().stream()
                .map(grain -> material.stiffness(grain.orientation()))
                .toArray(StiffnessTensor[]::new);
        int boundaries = structure.network().boundaries().size();
        return ElasticBody.closed(mesh(structure), grains, BoundaryZone.llzo().springs(boundaries, material));
    }

    /** Held sides are pressed with ν/(1 − ν) of the stack pressure, free ones not at all. */
    @ParameterizedTest
    @CsvSource({"2, SOFT", "2, RIGID", "3, SOFT"})
    void stackPressureInThePlane(int dimension, ElectrodeSupport support) {
        Microstructure structure = structure(dimension);
        ElasticPolycrystal polycrystal = ElasticPolycrystal.of(body(structure, SOLID), structure.sizeM(), support);

        StressField held = polycrystal.solve(MechanicalLoad.stack(PRESSURE, LateralCondition.held()));
        StressField free = polycrystal.solve(MechanicalLoad.stack(PRESSURE, LateralCondition.free()));

        for (int axis = 0; axis < dimension - 1; axis++) {
            // The softer boundaries yield sideways as well: 1e-4 of the strain of grains of 10 µm.
            assertThat(held.lateralStressPa(axis) / -PRESSURE).isCloseTo(CONFINED_SHARE, within(2e-4));
            assertThat(free.lateralStressPa(axis)).isCloseTo(0, within(1e-8 * PRESSURE));
        }
        for (int facet = 0; facet < polycrystal.body().mesh().borders().count(); facet++) {
            assertThat(free.electrodeNormalPa(facet) / -PRESSURE)
                    .isCloseTo(1, within(support == ElectrodeSupport.SOFT ? 1e-6 : 0.01));
        }
    }

    /**
     * The 5 nm softer boundary changes the stress of grains by less than 0.05 %, but for the places next to feet and junctions:
     * stack pressure alone concentrates nothing.
     */
    @Test
    void softerBoundariesHardlyChangeTheStressOfGrains() {
        Microstructure structure = structure(2);
        StressField free = ElasticPolycrystal.of(body(structure, SOLID), structure.sizeM(), ElectrodeSupport.SOFT)
                .solve(MechanicalLoad.stack(PRESSURE, LateralCondition.free()));

        double largest = 0;
        for (double[] grain : free.grainAveragesPa()) {
            largest = Math.max(largest, Math.abs(grain[1] / -PRESSURE - 1));
        }
        SimplexMesh mesh = free.elastic().body().mesh();
        SimplexGeometry geometry = new SimplexGeometry(2);
        double changed = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            changed += Math.abs(free.elementPa(e, 1) / -PRESSURE - 1) > 5e-4 ? geometry.measure() : 0;
        }
        assertThat(largest).isGreaterThan(1e-5).isLessThan(1e-4);
        assertThat(changed / (50e-6 * 40e-6)).isLessThan(0.01);
    }

    /** Of closed bodies the forces across the period are the volume average of the stress, whatever else acts. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void forcesAcrossThePeriodAreTheMeanStress(int dimension) {
        Microstructure structure = structure(dimension);
        ElasticPolycrystal polycrystal =
                ElasticPolycrystal.of(body(structure, CRYSTAL), structure.sizeM(), ElectrodeSupport.SOFT);
        RandomGenerator random = RandomStreams.stream(1, "eigenstrains", 0);
        double[][] eigenstrains = new double[structure.grains().size()][];
        Arrays.setAll(eigenstrains, grain -> random.doubles(6, -1e-3, 1e-3).toArray());

        StressField field = polycrystal.solve(
                MechanicalLoad.stack(PRESSURE, LateralCondition.stress(-200e6)).withEigenstrains(eigenstrains));

        for (int axis = 0; axis < dimension - 1; axis++) {
            assertThat(field.lateralStressPa(axis)).isCloseTo(-200e6, within(1.0));
            assertThat(volumeMean(field, axis)).isCloseTo(-200e6, within(10.0));
        }
        // Vertical equilibrium of every cut.
        assertThat(volumeMean(field, dimension - 1)).isCloseTo(-PRESSURE, within(10.0));
    }

    /** Any solver of the supported matrix gives the same stress. */
    @Test
    void anotherMethodGivesTheSameStress() {
        Microstructure structure = structure(2);
        ElasticBody body = body(structure, CRYSTAL);
        MechanicalLoad load = MechanicalLoad.stack(PRESSURE, LateralCondition.held());

        StressField own = ElasticPolycrystal.of(body, structure.sizeM(), ElectrodeSupport.RIGID)
                .solve(load);
        StressField other = ElasticPolycrystal.of(body, structure.sizeM(), ElectrodeSupport.RIGID, CholeskySolver::of)
                .solve(load);

        for (int e = 0; e < body.mesh().elementCount(); e++) {
            assertThat(own.meanPa(e)).isCloseTo(other.meanPa(e), within(1e-6 * PRESSURE));
        }
    }

    /** Mean strain of crystals under lateral stress alone lies between the bounds of Voigt and Reuss. */
    @Test
    void crystalsYieldBetweenTheBounds() {
        Microstructure structure = structure(2);
        ElasticPolycrystal polycrystal =
                ElasticPolycrystal.of(body(structure, CRYSTAL), structure.sizeM(), ElectrodeSupport.SOFT);
        double strain = polycrystal.solve(MechanicalLoad.stack(0, LateralCondition.stress(100e6)))
                .amounts()[0];

        double modulus = 100e6 / strain;

        double isotropic = 145e9 / (1 - 0.26 * 0.26);
        // Zener ratio 1.27: grains vary by 10 %, their mean by a few.
        assertThat(modulus).isCloseTo(isotropic, within(0.05 * isotropic));
        assertThat(Math.abs(modulus / isotropic - 1)).isGreaterThan(1e-5);
    }

    /** Lithium in one open boundary presses on its faces and on nothing outside. */
    @ParameterizedTest
    @EnumSource
    void pressureInAFlawIsBalanced(ElectrodeSupport support) {
        Microstructure structure = structure(2);
        ElasticBody closed = body(structure, SOLID);
        SimplexMesh mesh = closed.mesh();
        int boundary = inside(structure);
        ElasticBody cracked = closed.withOpen(facet -> mesh.interfaces().tag(facet) == boundary);
        ElasticPolycrystal polycrystal = ElasticPolycrystal.of(cracked, structure.sizeM(), support);

        StressField field = polycrystal.solve(
                MechanicalLoad.stack(0, LateralCondition.free()).withFlaws(facet -> 50e6));

        assertThat(field.lateralStressPa(0)).isCloseTo(0, within(1.0));
        FacetSides sides = new FacetSides(mesh);
        double opened = 0;
        double electrodes = 0;
        for (int facet = 0; facet < mesh.interfaces().count(); facet++) {
            if (cracked.open().test(facet)) {
                assertThat(field.boundaryNormalPa(facet)).isEqualTo(-50e6);
                opened = Math.max(opened, jump(field, facet));
            }
        }
        for (int facet = 0; facet < mesh.borders().count(); facet++) {
            electrodes += sides.borderNormal(facet, new double[2]) * field.electrodeNormalPa(facet);
        }
        // A slit of length 2c in an infinite solid opens by 4 p c (1 − ν²)/E; its neighbours at both ends yield a
        // little more.
        double halfLength = 0.5 * structure.network().boundaries().get(boundary).measure();
        double slit = 4 * 50e6 * halfLength * (1 - 0.26 * 0.26) / 145e9;
        assertThat(opened / slit).isBetween(0.85, 1.2);
        assertThat(electrodes / (2 * 50e-6)).isCloseTo(0, within(1.0));
        assertThat(field.elastic().energy()).isPositive();
    }

    @Test
    void aCellCutThroughIsAFailureWithItsReason() {
        Microstructure structure = structure(2);
        ElasticBody body = body(structure, SOLID);

        assertThatThrownBy(() ->
                        ElasticPolycrystal.of(body.withOpen(facet -> true), structure.sizeM(), ElectrodeSupport.SOFT))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_POSITIVE_DEFINITE));
    }

    /** 1/k = δ (1/M − 1/M′): of 5 nm, 120 instead of 145 GPa. */
    @Test
    void springsAddWhatTheZoneYieldsMoreThanTheGrains() {
        double layer = 0.74 / (1.26 * 0.48);
        double extra = 5e-9 / layer * (1 / 120e9 - 1 / 145e9);

        assertThat(BoundaryZone.llzo().springs(1, SOLID).normalPaPerM()[0]).isCloseTo(1 / extra, within(1e-9 / extra));
        assertThat(BoundaryZone.llzo().springs(1, SOLID).tangentialPaPerM()[0])
                .isCloseTo(1 / (5e-9 * 2.52 * (1 / 120e9 - 1 / 145e9)), within(1e10));
        assertThatThrownBy(() -> new BoundaryZone(5e-9, 160e9, 0.26).springs(1, SOLID))
                .hasMessageContaining("must not be stiffer");
    }

    /** The longest boundary of the middle grain. */
    private static int inside(Microstructure structure) {
        int middle = 0;
        for (int g = 0; g < structure.grains().size(); g++) {
            double fromMiddle = Math.abs(structure.grains().get(g).centroidM()[1] - 20e-6);
            middle = fromMiddle < Math.abs(structure.grains().get(middle).centroidM()[1] - 20e-6) ? g : middle;
        }
        int longest = -1;
        for (int b = 0; b < structure.network().boundaries().size(); b++) {
            GrainBoundary boundary = structure.network().boundaries().get(b);
            boolean touches = boundary.minusGrain() == middle || boundary.plusGrain() == middle;
            if (touches
                    && (longest < 0
                            || boundary.measure()
                                    > structure
                                            .network()
                                            .boundaries()
                                            .get(longest)
                                            .measure())) {
                longest = b;
            }
        }
        return longest;
    }

    private static double jump(StressField field, int facet) {
        return Math.hypot(field.elastic().jumpM(facet, 0, 0), field.elastic().jumpM(facet, 0, 1));
    }

    private static double volumeMean(StressField field, int component) {
        SimplexMesh mesh = field.elastic().body().mesh();
        SimplexGeometry geometry = new SimplexGeometry(mesh.dimension());
        double sum = 0;
        double volume = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            sum += geometry.measure() * field.elementPa(e, component);
            volume += geometry.measure();
        }
        return sum / volume;
    }
}
