package org.grainflux.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.grainflux.bench.solve.RequestedMethod;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemComparisonTest {
    private static final PrintStream SILENT = new PrintStream(new ByteArrayOutputStream());

    private static List<String> shell(String script) {
        // The name of the system follows as $0.
        return List.of("/bin/sh", "-c", script);
    }

    private static String json(double setupS, double solveS, int iterations, double bytes) {
        return "echo '{\"dofs\":1000000,\"nnz\":7000000,\"setup_s\":" + setupS + ",\"solve_s\":" + solveS
                + ",\"cold_setup_s\":" + 2 * setupS + ",\"cold_solve_s\":" + 3 * solveS
                + ",\"iterations\":" + iterations + ",\"rel_residual\":5e-9,\"bytes_per_dof\":" + bytes + "}'";
    }

    @Test
    void ratiosAreOursByTheirs() {
        Contender ours = new Contender(
                Contender.OURS,
                shell(json(1, 2, 15, 300)),
                Contender.ours(Path.of("."), RequestedMethod.AUTO).readings());
        Contender peer = Contender.peer("peer", shell("sleep 0.01; " + json(4, 2, 30, 400)));
        Contender direct = Contender.peer("direct", shell(json(5, 0.25, 0, 600)));
        SystemComparison comparison = new SystemComparison("name", List.of(ours, peer, direct));

        comparison.run(1, 30, SILENT);

        List<String> table = comparison.table();
        assertThat(table.get(0)).isEqualTo("name: 1,000,000 unknowns, 7,000,000 entries");
        assertThat(table.get(2))
                .containsSubsequence("grainflux ", "1.000", "2.000", "3.000", "3.00", "15", "300", "5.0e-09");
        assertThat(table.get(3)).containsSubsequence("grainflux, cold", "2.000", "6.000", "8.000");
        assertThat(table.get(4).trim().split(" +")).endsWith("0.50", "1.00", "0.50", "0.75");
        assertThat(table.get(5).trim().split(" +")).endsWith("0.57", "8.00", "-", "0.50");
        assertThat(comparison.records())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("{\"contender\":\"grainflux\",\"system\":\"name\",\"dofs\"");
    }

    @Test
    void aContenderThatFailsTellsWhyAndStopsNobody() {
        Contender broken = Contender.peer("broken", shell("echo first >&2; echo no convergence >&2; exit 3"));
        Contender garbled = Contender.peer("garbled", shell("echo hello"));
        Contender slow = Contender.peer("slow", shell("exec sleep 20"));
        Contender absent = Contender.peer("absent", List.of("/no/such/program"));
        Contender good = Contender.peer("good", shell(json(1, 1, 1, 1)));
        SystemComparison comparison = new SystemComparison("name", List.of(broken, garbled, slow, absent, good));

        comparison.run(1, 1, SILENT);

        assertThat(comparison.medians()).extracting(Timing::contender).containsExactly("good");
        assertThat(comparison.table())
                .contains(
                        "broken failed: no convergence",
                        "garbled failed: printed something else than one line of JSON",
                        "slow failed: did not end within 1 s")
                .anyMatch(line -> line.startsWith("absent failed: "));
    }

    /** What is wrong with a file is the user's to mend, and no failure of a contender. */
    @Test
    void aSystemThatGrainFluxRefusesEndsTheComparison() {
        Contender ours = new Contender(
                Contender.OURS, shell("echo building >&2; echo error: name.mat is cut off >&2; exit 2"), List.of());
        Contender peer = Contender.peer("peer", shell(json(4, 2, 30, 400)));
        SystemComparison comparison = new SystemComparison("name", List.of(ours, peer));

        assertThatThrownBy(() -> comparison.run(1, 30, SILENT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("name.mat is cut off");
    }

    @Test
    void whereNothingIsInstalledEveryPeerIsMissingWithItsCure(@TempDir Path empty) {
        Peers peers = Peers.find(empty, new SearchPath(List.of(empty, empty.resolve("no-folder"))));
        assertThat(peers.found()).isEmpty();
        assertThat(peers.missing()).hasSize(4).allMatch(line -> line.contains(": apt-get install "));
        assertThat(peers.missing())
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("hypre-agg", "ml", "gamg", "cholmod");
    }

    /** Interpreters and compilers that do not know the libraries are as good as none; the next one is asked. */
    @Test
    void everyInterpreterOnThePathIsAsked(@TempDir Path folder) throws IOException {
        Path bare = program(folder.resolve("first/python3"), "exit 1");
        Path able = program(folder.resolve("second/python3"), "echo '{\"kinds\":[\"hypre-agg\",\"gamg\"]}'");
        program(folder.resolve("first/cc"), "exit 1");
        Peers peers = Peers.find(folder, new SearchPath(List.of(bare.getParent(), able.getParent())));
        assertThat(peers.found()).extracting(Contender::name).containsExactly("hypre-agg", "gamg");
        assertThat(peers.found().get(0).command()).startsWith(able.toString()).endsWith("hypre-agg");
        assertThat(peers.missing())
                .anyMatch(line -> line.startsWith("ml: "))
                .anyMatch(line -> line.startsWith("cholmod: "));
    }

    private static Path program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    @Test
    void roundsAreReducedToTheirMedian() {
        Timing one = timing(1, 10, "");
        Timing two = timing(2, 30, "");
        Timing three = timing(9, 20, "");
        assertThat(Timing.median(List.of(one, two, three)).setupS()).isEqualTo(2);
        assertThat(Timing.median(List.of(one, two, three)).solveS()).isEqualTo(20);
        assertThat(Timing.median(List.of(one, three)).setupS()).isEqualTo(5);
    }

    @Test
    void aSlowBlasIsToldFromAnOptimisedOne() {
        assertThat(Peers.warning(timing(1, 1, "/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0")))
                .hasValueSatisfying(text -> assertThat(text).contains("not fair", "libopenblas0-pthread"));
        assertThat(Peers.warning(timing(1, 1, "/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblasp-r0.3.21.so")))
                .isEmpty();
        assertThat(Peers.warning(timing(1, 1, ""))).isEmpty();
    }

    private static Timing timing(double setupS, double solveS, String blas) {
        return new Timing("any", 10, 50, setupS, solveS, 5, 1e-9, 100, blas);
    }
}
