package org.grainflux.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {
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
}
