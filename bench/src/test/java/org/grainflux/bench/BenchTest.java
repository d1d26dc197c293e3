package org.grainflux.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.fem.exchange.PetscMatrixFile;
import org.grainflux.fem.exchange.PetscVectorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {
    private static final String SMOKE = Path.of("..", "configs", "smoke.yaml").toString();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Bench.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "solve,                              MATRIX",
        "solve no-such-system,               no-such-system.mat: no such file",
        "solve a --method gauss,             --method",
        "solve a --threads 0,                '--threads must be 1 or more, got 0'",
        "solve a --threads two,              '''two'' is not an int'",
        "solve a --fast,                     'Unknown option: ''--fast''; see bench/solve --help'",
        "solve a b,                          'Unmatched argument'",
        "threads,                            MATRIX",
        "threads a --threads 1,              '--threads must be 2 or more, got 1'",
        "threads a --pairs 0,                '--pairs must be 1 or more, got 0'",
        "threads no-such-system,             no-such-system.mat: no such file",
        "compare no-such-system,             'no-such-system: no system (NAME.mat) and no folder of systems'",
        "compare --rounds 0,                 '--rounds must be 1 or more, got 0'",
        "compare --threads 0,                '--threads must be 1 or more, got 0'",
        "compare --limit -1,                 '--limit must be 1 or more, got -1'",
        "compare --method gauss,             'expected one of [AUTO, MULTIGRID, CHOLESKY] (case-insensitive) but was ''gauss'''",
        "compare --peer hypre-agg,           'Unknown option: ''--peer''; see bench/compare --help'",
        "compare src,                        'no systems (NAME.mat) in src; write some first: bench/matrices '",
        "matrices,                           'DIR'",
        "matrices target --grow,             'Unknown option: ''--grow''; see bench/matrices --help'",
        "matrices pom.xml 3gj,               'cannot create the folder pom.xml'",
        "matrices target 4gj,                'there is no system 4gj; choose from 3gj'",
        "export,                             'STUDY'",
        "export no-such-study.yaml a,        no-such-study.yaml",
        "export pom.xml pom.xml/a,           'cannot create the folder '",
        "export study.yaml a --only,         'Unknown option: ''--only''; see bench/export --help'",
        "roofline --out pom.xml,             'cannot create the folder pom.xml'",
        "roofline fast,                      'Unmatched argument'",
        "dance,                              'see bench/'",
        "jmh no-such-benchmark,              'no benchmark matches no-such-benchmark; bench/jmh -l lists them'",
        "jmh triad -f many,                  many",
        "export study.yaml a --realization -1, '--realization must be 0 or more, got -1'",
    })
    void mistakesAreOneClearLine(String line, String expected) {
        assertThat(run(line.split(" +"))).isEqualTo(2);
        assertThat(err()).startsWith("error: ").contains(expected);
        assertThat(err().lines()).hasSize(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** A system of two unknowns, broken in one place: the command names the file and ends with the code of wrong input. */
    @ParameterizedTest
    @CsvSource({
        "cut off,    2, -1, 2, 2, s.mat is cut off: 2 rows with 4 entries takes 56 bytes",
        "magic,      2, -1, 2, 2, 's.mat is no matrix in PETSc''s binary format: it begins with 1211214 instead of 1211216'",
        "NaN,        2, NaN, 2, 2, 's.mat: entry (0, 1) is NaN; every entry must be finite'",
        "unsymmetric, 2, -1.5, 2, 2, 's.mat: the matrix must be symmetric, but entries (0, 1) and (1, 0) differ'",
        "diagonal,   -2, -1, 2, 2, 's.mat: the diagonal entry of row 0 is -2.0; the matrix must be positive definite'",
        "load,       2, -1, 2, 3, 's.rhs has 3 entries, its matrix has 2 rows; give files of one system'",
        "zero load,  2, -1, 2, 2, 's.rhs is zero everywhere, and so is the solution; give another right-hand side'",
    })
    void brokenFilesAreNamed(String what, double first, double second, double last, int loadEntries, String expected)
            throws IOException {
        Path matrix = folder.resolve("s.mat");
        try (DataOutputStream file = new DataOutputStream(Files.newOutputStream(matrix))) {
            for (int value : new int[] {what.equals("magic") ? 1211214 : 1211216, 2, 2, 4, 2, 2, 0, 1, 0, 1}) {
                file.writeInt(value);
            }
            for (double value : new double[] {first, second, -1, last}) {
                file.writeDouble(value);
            }
        }
        if (what.equals("cut off")) {
            Files.write(matrix, Arrays.copyOf(Files.readAllBytes(matrix), 60));
        }
        PetscVectorFile.write(folder.resolve("s.rhs"), new double[loadEntries]);

        assertThat(run("solve", matrix.toString())).isEqualTo(2);
        assertThat(err()).startsWith("error: " + folder).contains(expected);
        assertThat(err().lines()).hasSize(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** A study's own system goes out and comes back solved, by every method. */
    @ParameterizedTest
    @CsvSource({"2, auto, 1", "2, multigrid, 1", "2, multigrid, 2", "2, cholesky, 1", "3, auto, 1"})
    void aStudysSystemIsWrittenAndSolved(String dimension, String method, String threads) throws IOException {
        String name = folder.resolve("new/smoke").toString();
        assertThat(export(name, dimension)).as(this::err).isZero();

        assertThat(run("solve", name + ".mat", "--method", method, "--threads", threads))
                .as(this::err)
                .isZero();

        JsonNode line = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        int rows = PetscMatrixFile.read(Path.of(name + ".mat")).rows();
        assertThat(line.path("dofs").asInt()).isEqualTo(rows);
        assertThat(line.path("rel_residual").asDouble()).isLessThanOrEqualTo(1e-8);
        assertThat(line.path("cold_setup_s").asDouble()).isPositive();
        assertThat(line.path("setup_wall_s").asDouble()).isPositive();
    }

    @Test
    void threadsAreTimedInPairs() throws IOException {
        String name = folder.resolve("smoke").toString();
        assertThat(export(name, "2")).as(this::err).isZero();

        assertThat(run("threads", name, "--threads", "3", "--pairs", "2", "--untimed", "1"))
                .as(this::err)
                .isZero();

        JsonNode line = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(line.path("system").asText()).isEqualTo(name);
        assertThat(line.path("threads").asInt()).isEqualTo(3);
        assertThat(line.path("pairs").asInt()).isEqualTo(2);
        assertThat(line.path("one_solve_wall_s").asDouble()).isPositive();
        assertThat(line.path("faster").asDouble()).isPositive();
    }

    private int export(String name, String dimension) {
        List<String> line = new ArrayList<>(List.of("export", SMOKE, name));
        if (dimension.equals("3")) {
            // 14,000 unknowns.
            for (String coarse : List.of("foot_element_nm=2000", "electrode_element_um=3", "interior_element_um=5")) {
                line.addAll(List.of("--set", "numerics." + coarse));
            }
            line.addAll(List.of("--set", "microstructure.dimension=3"));
        }
        return run(line.toArray(String[]::new));
    }

    @Test
    void withoutARightHandSideItIsOneAndSaidSo() throws IOException {
        String name = folder.resolve("smoke").toString();
        assertThat(run("export", SMOKE, name)).as(this::err).isZero();
        Files.delete(Path.of(name + ".rhs"));
        assertThat(run("solve", name)).as(this::err).isZero();
        assertThat(err()).contains("smoke.rhs does not exist: the right-hand side is 1 in every row");
    }
}
