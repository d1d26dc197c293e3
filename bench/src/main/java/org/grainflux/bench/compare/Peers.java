package org.grainflux.bench.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grainflux.bench.output.OutputFolder;

/** The public solvers this machine has, and how to get those it lacks. */
final class Peers {
    private static final String PETSC_CURE =
            "apt-get install python3-petsc4py (Debian; its PETSc comes with hypre, ML and GAMG)";
    private static final String CHOLMOD_CURE = "apt-get install gcc libsuitesparse-dev libopenblas0-pthread (Debian)";
    /** All that PETSc brings, in the order of the table. */
    private static final List<String> OF_PETSC = List.of("hypre-agg", "ml", "gamg");

    private final List<Contender> found = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private Peers() {}

    /**
     * @param bench the folder of this benchmark
     * @param path of Python and of the C compiler
     */
    static Peers find(Path bench, SearchPath path) {
        Peers peers = new Peers();
        peers.findPetsc(path.all("python3"), bench.resolve("peers/petsc.py"));
        peers.findCholmod(path.all("cc"), bench.resolve("peers/cholmod.c"), bench.resolve("target/peers/cholmod"));
        return peers;
    }

    List<Contender> found() {
        return found;
    }

    /** One line each: what is missing, and how to install it. */
    List<String> missing() {
        return missing;
    }

    private void findPetsc(List<String> pythons, Path script) {
        List<String> kinds = List.of();
        // All of them: a private one that comes first seldom sees the packages of the distribution.
        for (String python : pythons) {
            Optional<String> answer = Program.tryLine(List.of(python, script.toString(), "--probe"));
            if (answer.isPresent()) {
                kinds = kinds(answer.get());
                for (String kind : kinds) {
                    found.add(Contender.peer(kind, List.of(python, script.toString(), kind)));
                }
                break;
            }
        }
        for (String kind : OF_PETSC) {
            if (!kinds.contains(kind)) {
                missing.add(kind + ": " + PETSC_CURE);
            }
        }
    }

    private static List<String> kinds(String answer) {
        try {
            List<String> kinds = new ArrayList<>();
            for (JsonNode kind : new ObjectMapper().readTree(answer).path("kinds")) {
                kinds.add(kind.asText());
            }
            return kinds;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private void findCholmod(List<String> compilers, Path source, Path program) {
        OutputFolder.createFor(program);
        if (compilers.stream().anyMatch(compiler -> builds(compiler, source, program))) {
            found.add(Contender.peer("cholmod", List.of(program.toString())));
        } else {
            missing.add("cholmod: " + CHOLMOD_CURE);
        }
    }

    private static boolean builds(String compiler, Path source, Path program) {
        return Program.succeeds(List.of(
                compiler,
                "-O2",
                "-I/usr/include/suitesparse",
                source.toString(),
                "-lcholmod",
                "-o",
                program.toString()));
    }

    /**
     * What makes a timing of CHOLMOD unfair: Debian's reference BLAS is about ten times slower than an optimised one, and
     * nearly all of the work is in it.
     */
    static Optional<String> warning(Timing timing) {
        String blas = timing.blas();
        if (blas.isEmpty() || blas.contains("openblas") || blas.contains("mkl") || blas.contains("blis")) {
            return Optional.empty();
        }
        return Optional.of("cholmod ran on " + blas + ", which is not an optimised BLAS: its times are not fair;"
                + " apt-get install libopenblas0-pthread (Debian), then compare again");
    }
}
