package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cantilevers against CalculiX (Dhondt 2004, The Finite Element Method for Three-dimensional Thermomechanical Applications)
 * on the same mesh with the same linear elements. Its tables have seven digits: 5e-7 of a displacement.
 */
class CalculixTest {
    private static final double YOUNG = 145e9;
    private static final double POISSON = 0.26;

    /** Clamped at x = 0, a shear traction of 1 MPa at the end; shaken nodes. */
    enum Cantilever {
        PLANE(2, false),
        SPACE(3, false),
        CRYSTAL(3, true);

        private final int dimension;
        private final boolean crystal;

        Cantilever(int dimension, boolean crystal) {
            this.dimension = dimension;
            this.crystal = crystal;
        }

        private SimplexMesh mesh() {
            int[] cells = dimension == 2 ? new int[] {24, 6} : new int[] {10, 3, 2};
            double[] lengths = Arrays.copyOf(new double[] {4e-6, 1e-6, 1e-6}, dimension);
            SimplexMesh straight = StructuredMesh.of(cells, StructuredMesh.box(lengths), cell -> 0);
            return Crystals.shaken(straight, RandomStreams.stream(7, "cantilever", 0), 1e-7);
        }

        private StiffnessTensor tensor() {
            return crystal
                    ? StiffnessTensor.cubic(187e9, 75e9, 71e9, Crystals.rotation(5, 1, 2, 3))
                    : StiffnessTensor.isotropic(YOUNG, POISSON);
        }

        private ElasticBody body() {
            return ElasticBody.closed(mesh(), new StiffnessTensor[] {tensor()}, FacetSprings.none());
        }

        private CalculixDeck deck(ElasticBody body) {
            PrescribedDisplacements clamp = new PrescribedDisplacements(body.mesh());
            for (int axis = 0; axis < dimension; axis++) {
                clamp.border(0, axis, 0);
            }
            ElasticLoads loads = new ElasticLoads(body).traction(1, (p, region, t) -> {
                Arrays.fill(t, 0);
                t[1] = 1e6;
            });
            String material = crystal ? CalculixDeck.crystal(tensor()) : CalculixDeck.isotropic(YOUNG, POISSON);
            return new CalculixDeck(body.mesh(), material, clamp, loads);
        }
    }

    /** The stored tables are of CalculiX 2.20 and belong to the stored decks, which are those of today. */
    @ParameterizedTest
    @EnumSource
    void displacementsAreThoseStored(Cantilever cantilever) throws IOException {
        ElasticBody body = cantilever.body();
        CalculixDeck deck = cantilever.deck(body);

        assertThat(deck.text()).isEqualTo(resource(cantilever + ".inp"));
        assertSame(body, deck, resource(cantilever + ".dat"));
    }

    @ParameterizedTest
    @EnumSource
    void displacementsAreThoseOfARun(Cantilever cantilever, @TempDir Path folder)
            throws IOException, InterruptedException {
        assumeThat(isInstalled())
                .as("skipped: no ccx (Debian: calculix-ccx) on the path")
                .isTrue();
        ElasticBody body = cantilever.body();
        CalculixDeck deck = cantilever.deck(body);

        assertSame(body, deck, deck.run(folder));
    }

    private static void assertSame(ElasticBody body, CalculixDeck deck, String table) {
        double[] expected = deck.displacements(table);
        double[] found =
                ElasticSystem.of(body, deck.supports()).solve(deck.loads()).displacementsM();
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(largest).isGreaterThan(1e-10);
        for (int k = 0; k < expected.length; k++) {
            assertThat(Math.abs(found[k] - expected[k])).as("unknown " + k).isLessThan(1e-6 * largest);
        }
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ccx")));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CalculixTest.class.getResourceAsStream("calculix/" + name.toLowerCase(Locale.ROOT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
