package org.grainflux.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.grainflux.bench.output.OutputFolder;
import org.grainflux.bench.solve.RequestedMethod;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.fem.exchange.SystemFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench/compare FILES…}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Solves every system with GrainFlux and with the installed peers (hypre BoomerAMG with aggressive coarsening, ML"
                    + " and GAMG through petsc4py; CHOLMOD), one after the other on one core, and prints what each took and"
                    + " our figures divided by theirs.",
            "",
            "Seconds are CPU seconds. Machines are noisy: only figures of one run may be compared, and rounds help."
        })
public final class CompareCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Systems, or folders of them (default: bench/target/systems).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", description = "Repeat, quote medians (default: ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(names = "--method", description = "Of GrainFlux: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RequestedMethod method = RequestedMethod.AUTO;

    @Option(names = "--threads", paramLabel = "N", description = "Also GrainFlux with N threads, in wall seconds.")
    private int threads = 1;

    @Option(names = "--peers", split = ",", paramLabel = "NAME", description = "These only, e.g. hypre-agg,cholmod.")
    private Set<String> chosenPeers = new LinkedHashSet<>();

    @Option(names = "--limit", paramLabel = "S", description = "Seconds for one solve (default: ${DEFAULT-VALUE}).")
    private long limitS = 600;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write every line of every contender there.")
    private Path json;

    public CompareCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        Require.atLeast("--rounds", rounds, 1);
        Require.atLeast("--threads", threads, 1);
        Require.atLeast("--limit", limitS, 1);
        Path bench = Path.of(System.getProperty("grainflux.bench", "bench"));
        List<String> systems = systems(OutputFolder.standard().resolve("systems"));
        if (json != null) {
            OutputFolder.createFor(json);
        }
        Peers peers = Peers.find(bench, SearchPath.ofEnvironment());
        List<Contender> contenders = contenders(bench, peers);
        Set<String> warnings = new LinkedHashSet<>();
        List<String> records = new ArrayList<>();
        for (String system : systems) {
            SystemComparison comparison = new SystemComparison(system, contenders);
            comparison.run(rounds, limitS, err);
            comparison.table().forEach(out::println);
            out.println();
            records.addAll(comparison.records());
            comparison.medians().forEach(timing -> Peers.warning(timing).ifPresent(warnings::add));
        }
        warnings.forEach(warning -> out.println("warning: " + warning));
        peers.missing().forEach(missing -> out.println("not installed: " + missing));
        keep(records);
        return ExitCode.COMPLETE.code();
    }

    private List<String> systems(Path standard) {
        List<String> systems = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of(standard.toString()) : names) {
            if (Files.isDirectory(Path.of(name))) {
                systems.addAll(systemsIn(Path.of(name)));
            } else if (Files.isRegularFile(SystemFiles.of(name).matrix())) {
                systems.add(name);
            } else {
                throw new InvalidInputException(name + ": no system (NAME.mat) and no folder of systems;"
                        + " write some first: bench/matrices " + standard);
            }
        }
        if (systems.isEmpty()) {
            throw new InvalidInputException("no systems (NAME.mat) in "
                    + String.join(", ", names.isEmpty() ? List.of(standard.toString()) : names)
                    + "; write some first: bench/matrices " + standard);
        }
        return systems;
    }

    private static List<String> systemsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".mat"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InfrastructureException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private List<Contender> contenders(Path bench, Peers peers) {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(Contender.ours(bench, method));
        if (threads > 1) {
            contenders.add(Contender.ours(bench, method, threads));
        }
        List<String> found = peers.found().stream().map(Contender::name).toList();
        for (String name : chosenPeers) {
            if (!found.contains(name)) {
                throw new InvalidInputException("there is no peer " + name + " here; installed: "
                        + (found.isEmpty() ? "none" : String.join(", ", found)) + "; not installed: "
                        + String.join("; ", peers.missing()));
            }
        }
        peers.found().stream()
                .filter(peer -> chosenPeers.isEmpty() || chosenPeers.contains(peer.name()))
                .forEach(contenders::add);
        return contenders;
    }

    private void keep(List<String> records) {
        if (json != null) {
            try {
                Files.write(json, records);
            } catch (IOException e) {
                throw new InfrastructureException("cannot write " + json + ": " + e.getMessage(), e);
            }
        }
    }
}
