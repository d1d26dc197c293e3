package org.grainflux.physics.crack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.BrickTessellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrackedFluxTest {
    private static final double SIGMA = 0.05;
    /** As good as perfect: σR is 0.1 nm, beside elements of 20 nm; in boundaries and electrodes 0.5 nm. */
    private static final double NOTHING_OHM_M2 = 2e-9;

    private static final double WIDTH_M = 20e-6;
    /** Currents are even again 44 µm above the slit to e^(−2π·44/20) = 1e-6. */
    private static final double HEIGHT_M = 50e-6;

    private static final MeshGrading COARSE = uniform(2e-6);

    private static MeshGrading uniform(double sizeM) {
        return new MeshGrading(sizeM, sizeM, sizeM, sizeM, 0.5, new double[0][], sizeM);
    }

    private static CrackResistances resistances(
            Microstructure structure, double boundary, double electrodes, double faces) {
        double[] boundaries = new double[structure.network().boundaries().size()];
        Arrays.fill(boundaries, boundary);
        return new CrackResistances(SIGMA, boundaries, electrodes, electrodes, faces);
    }

    /** Facets from a foot on along its boundary. */
    private static List<Integer> slit(
            SimplexMesh mesh, double widthM, double heightM, double positionM, double depthM) {
        FacetNetwork network = new FacetNetwork(mesh, heightM, Integer.MAX_VALUE);
        int foot = network.foot(0, positionM, widthM);
        return network.chain(foot, network.facetsAt(foot).get(0), depthM, depthM);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    /** A metal slit of depth a on a plate, one per period W. */
    private record PlateWithSlit(CrackedFlux flux, CrackTerminals terminals, double depthM, CrackTip tip) {
        static PlateWithSlit of(MeshGrading grading) {
            Microstructure columns = BrickTessellation.bricks(WIDTH_M, HEIGHT_M, 4, 1, 0);
            SimplexMesh mesh = GrainMesher.mesh(columns, grading);
            CrackedFlux flux = new CrackedFlux(
                    mesh, WIDTH_M, 0, resistances(columns, 5 * NOTHING_OHM_M2, 5 * NOTHING_OHM_M2, NOTHING_OHM_M2));
            List<Integer> facets = slit(mesh, WIDTH_M, HEIGHT_M, 0.5 * WIDTH_M, 0.999 * HEIGHT_M / 8);
            flux.fill(ints(facets));
            double depth = 0;
            for (int f : facets) {
                for (int c = 0; c < 2; c++) {
                    depth = Math.max(depth, mesh.coordinateM(mesh.interfaces().minusNode(f, c), 1));
                }
            }
            return new PlateWithSlit(flux, flux.terminals(), depth, new CrackTip(0.5 * WIDTH_M, depth, 0.5 * Math.PI));
        }

        /** 2 arcsin(tanh(πa/W))/π, which is 2a/W for a slit by itself. */
        double exactShare() {
            return 2 / Math.PI * Math.asin(Math.tanh(Math.PI * depthM / WIDTH_M));
        }

        /** H − (W/π) ln cosh(πa/W) of ceramic. */
        double exactOhmM2() {
            return (HEIGHT_M - WIDTH_M / Math.PI * Math.log(Math.cosh(Math.PI * depthM / WIDTH_M))) / SIGMA;
        }

        double shareError() {
            return Math.abs(terminals.share() - exactShare()) / exactShare();
        }

        double resistanceError() {
            return terminals.filledOhmM2() / exactOhmM2() - 1;
        }
    }

    /** sin(πf/W) cosh(πa/W) = √(sin²(πz/W) + sinh²(πa/W)) has its real axis and the slit on Im f = 0. */
    @Test
    void aMetalSlitCollectsWhatTheConformalMapSays() {
        double[] shareErrors = new double[3];
        double[] resistanceErrors = new double[3];
        for (int k = 0; k < 3; k++) {
            PlateWithSlit plate = PlateWithSlit.of(uniform(2e-6 / (1 << k)));
            assertThat(plate.depthM).isCloseTo(HEIGHT_M / 8, within(1e-12));
            shareErrors[k] = plate.shareError();
            resistanceErrors[k] = plate.resistanceError();
        }
        for (int k = 1; k < 3; k++) {
            // The density goes like r^(−1/2): errors of first order in h.
            assertThat(Math.log(resistanceErrors[k - 1] / resistanceErrors[k]) / Math.log(2))
                    .isGreaterThan(0.85);
            assertThat(Math.log(shareErrors[k - 1] / shareErrors[k]) / Math.log(2))
                    .isGreaterThan(0.85);
        }
    }

    /** With the mesh graded to the tip; a slit by itself on a plate would collect 2aj, f = √(z² + a²). */
    @Test
    void currentIsConcentratedAtTheTipAndItsNeighboursAreShielded() {
        double a = HEIGHT_M / 8;
        PlateWithSlit plate = PlateWithSlit.of(new MeshGrading(
                0.2e-6, 2e-6, 1e-6, 2e-6, 0.3, new double[][] {{0.5 * WIDTH_M, a}}, 20e-9));
        assertThat(plate.shareError()).isLessThan(5e-3);
        assertThat(Math.abs(plate.resistanceError())).isLessThan(5e-4);
        CrackedField field = plate.flux.field(1, 0);
        // Per face from y to the tip Re f = (W/π) arcsin(√(sinh²(πa/W) − sinh²(πy/W))/cosh(πa/W)).
        for (double r : new double[] {0.1e-6, 0.4e-6, 1.6e-6}) {
            double sinhA = Math.sinh(Math.PI * a / WIDTH_M);
            double sinhY = Math.sinh(Math.PI * (a - r) / WIDTH_M);
            double perFace = WIDTH_M
                    / Math.PI
                    * Math.asin(Math.sqrt(sinhA * sinhA - sinhY * sinhY) / Math.cosh(Math.PI * a / WIDTH_M));
            // Elements of 20 nm at the tip, and the window ends at the last node inside it.
            assertThat(field.tipDensityAPerM2(plate.tip, r)).isCloseTo(perFace / r, within(0.05 * perFace / r));
        }
        // The plate beside the slit: d Re f/dx = sin cos/√((sin² + sinh² a)(1 − (sin² + sinh² a)/cosh² a)).
        SimplexMesh mesh = plate.flux.mesh();
        int beside = 0;
        for (int v = 0; v < mesh.nodeCount(); v++) {
            double x = Math.abs(mesh.coordinateM(v, 0) - 0.5 * WIDTH_M);
            if (mesh.coordinateM(v, 1) == 0 && x > 1.5e-6 && x < 9e-6) {
                double sin = Math.sin(Math.PI * x / WIDTH_M);
                double sinh = Math.sinh(Math.PI * a / WIDTH_M);
                double cosh = Math.cosh(Math.PI * a / WIDTH_M);
                double g2 = sin * sin + sinh * sinh;
                double exact = sin * Math.cos(Math.PI * x / WIDTH_M) / Math.sqrt(g2 * (cosh * cosh - g2));
                assertThat(field.electrodeDensityAPerM2(v)).isCloseTo(exact, within(0.05));
                beside++;
            }
        }
        assertThat(beside).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fillingUpdatesAsAFreshFactorisationDoes(long seed) {
        Microstructure structure = PathStructures.random(seed, 4);
        SimplexMesh mesh = GrainMesher.mesh(structure, COARSE);
        double width = structure.sizeM()[0];
        SplittableRandom random = new SplittableRandom(seed);
        CrackResistances resistances = resistances(structure, 1e-4, 1e-3, 1e-3 * Math.exp(random.nextGaussian()));
        CrackedFlux grown = new CrackedFlux(mesh, width, 0, resistances);
        CrackTerminals intact = grown.terminals();
        assertThat(intact.mutualS()).isZero();
        assertThat(intact.overpotentialOhmM2()).isZero();
        double foot = structure.network().feet().stream()
                .filter(f -> f.electrode() == 0)
                .findFirst()
                .orElseThrow()
                .positionM()[0];
        List<Integer> all = new ArrayList<>();
        for (double depth : new double[] {2e-6, 5e-6, 30e-6}) {
            List<Integer> facets = slit(mesh, width, structure.sizeM()[1], foot, depth);
            all.addAll(facets);
            grown.fill(ints(facets));
        }
        CrackTerminals updated = grown.terminals();
        CrackedFlux atOnce = new CrackedFlux(mesh, width, 0, resistances);
        atOnce.fill(ints(all));
        CrackTerminals fresh = atOnce.terminals();
        assertThat(updated.mutualS()).isCloseTo(fresh.mutualS(), within(1e-11 * fresh.mutualS()));

        // One solve for the intact cell and one for each node of both faces: terminals ask for none.
        long nodes = all.stream()
                .flatMap(f -> IntStream.range(0, 2)
                        .boxed()
                        .flatMap(c -> Stream.of(
                                mesh.interfaces().minusNode(f, c),
                                mesh.interfaces().plusNode(f, c))))
                .distinct()
                .count();
        assertThat(grown.solveCount()).isEqualTo(1 + (int) nodes);

        double shift = 0.3e-3;
        CrackedField field = grown.field(10, shift);
        double[] freshV = FilledByHand.solve(mesh, resistances, all, field.voltageV(), shift);
        double scale = Arrays.stream(freshV).map(Math::abs).max().orElseThrow();
        for (int v = 0; v < freshV.length; v++) {
            assertThat(Math.abs(field.potentialsV()[v] - freshV[v])).isLessThan(1e-9 * scale);
        }
        // Charge is conserved, and terminals are the field's.
        assertThat(field.farCurrentAPerM()).isCloseTo(10 * width, within(1e-10 * 10 * width));
        assertThat(field.electrodeCurrentAPerM() + field.crackCurrentAPerM())
                .isCloseTo(10 * width, within(1e-10 * 10 * width));
        assertThat(updated.crackCurrentAPerM(10, shift))
                .isCloseTo(field.crackCurrentAPerM(), within(1e-9 * 10 * width));
        assertThat(grown.field(10, 10 * updated.overpotentialOhmM2()).crackCurrentAPerM())
                .isCloseTo(0, within(1e-9 * 10 * width));
    }

    /** More conductors never raise a resistance (Thomson; Rayleigh), worse ones never lower it. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void fillingNeverRaisesTheResistance(long seed) {
        Microstructure structure = PathStructures.random(seed, 4);
        SimplexMesh mesh = GrainMesher.mesh(structure, COARSE);
        double width = structure.sizeM()[0];
        double foot = structure.network().feet().stream()
                .filter(f -> f.electrode() == 0)
                .findFirst()
                .orElseThrow()
                .positionM()[0];
        double boundary = 1e-4;
        double intact = new CrackedFlux(mesh, width, 0, resistances(structure, boundary, 1e-3, 1e-3))
                .terminals()
                .filledOhmM2();
        double before = 0;
        for (double face : new double[] {1e-6, 0.5 * boundary, 1e-3, 1, 1e6}) {
            CrackedFlux flux = new CrackedFlux(mesh, width, 0, resistances(structure, boundary, 1e-3, face));
            double shorter = intact;
            for (double depth : new double[] {2e-6, 6e-6, 12e-6}) {
                flux.fill(ints(slit(mesh, width, structure.sizeM()[1], foot, depth)));
                double filled = flux.terminals().filledOhmM2();
                // Two faces in series are no worse than the boundary they replace up to R_ct = R_gb/2.
                if (face <= 0.5 * boundary) {
                    assertThat(filled).isLessThanOrEqualTo(shorter * (1 + 1e-12));
                }
                // Metal that takes no net current conducts less than one that does.
                assertThat(filled).isLessThanOrEqualTo(flux.terminals().balancedOhmM2() * (1 + 1e-12));
                shorter = filled;
            }
            assertThat(shorter).isGreaterThan(before);
            before = shorter;
        }
    }

    /** Without transfer of charge a crack is a gap: none along the current, as if it were not there. */
    @Test
    void facesThatTakeNothingAreAGap() {
        Microstructure columns = BrickTessellation.bricks(WIDTH_M, HEIGHT_M, 4, 1, 0);
        SimplexMesh mesh = GrainMesher.mesh(columns, COARSE);
        CrackedFlux flux = new CrackedFlux(mesh, WIDTH_M, 0, resistances(columns, 1e-4, 1e-3, 1e9));
        CrackedField intact = flux.field(1, 0);
        flux.fill(ints(slit(mesh, WIDTH_M, HEIGHT_M, 0.5 * WIDTH_M, 12e-6)));
        CrackedField filled = flux.field(1, 0);
        assertThat(filled.potentialsV()).containsExactly(intact.potentialsV(), within(1e-10 * intact.voltageV()));
        // A brick layer: two electrodes and 50 µm of ceramic.
        assertThat(flux.terminals().filledOhmM2()).isCloseTo(2e-3 + HEIGHT_M / SIGMA, within(1e-9));
        // What the crack would take at most is the drop beside it: R and half its depth over σ.
        assertThat(flux.terminals().overpotentialOhmM2()).isCloseTo(1e-3 + 0.5 * (HEIGHT_M / 4) / SIGMA, within(1e-8));
        assertThatThrownBy(() -> resistances(columns, 0, 1e-3, 1e-3)).isInstanceOf(InvalidInputException.class);
    }
}
