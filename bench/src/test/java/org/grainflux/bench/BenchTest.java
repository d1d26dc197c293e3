package org.grainflux.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grainflux.fem.exchange.PetscMatrixFile;
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
        "compare no-such-system,             'no-such-system: no system (NAME.mat) and no folder of systems'",
        "compare --rounds 0,                 '--rounds, --threads and --limit must be 1 or more'",
        "matrices target 4gj,                'there is no system 4gj; choose from 3gj'",
        "export no-such-study.yaml a,        no-such-study.yaml",
        "export study.yaml a --realization -1, '--realization must be 0 or more, got -1'",
    })
    void mistakesAreOneClearLine(String line, String expected) {
        assertThat(run(line.split(" +"))).isEqualTo(2);
        assertThat(err()).startsWith("error: ").contains(expected);
        assertThat(err().lines()).hasSize(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** A study's own system goes out and comes back solved, by every method. */
    @ParameterizedTest
    @CsvSource({"auto, 1", "multigrid, 1", "multigrid, 2", "cholesky, 1"})
    void aStudysSystemIsWrittenAndSolved(String method, String threads) throws IOException {
        String name = folder.resolve("smoke").toString();
        assertThat(run("export", SMOKE, name)).as(this::err).isZero();

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
    void withoutARightHandSideItIsOneAndSaidSo() throws IOException {
        String name = folder.resolve("smoke").toString();
        assertThat(run("export", SMOKE, name)).as(this::err).isZero();
        Files.delete(Path.of(name + ".rhs"));
        assertThat(run("solve", name)).as(this::err).isZero();
        assertThat(err()).contains("smoke.rhs does not exist: the right-hand side is 1 in every row");
    }
}
