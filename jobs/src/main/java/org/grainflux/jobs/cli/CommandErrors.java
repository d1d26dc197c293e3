package org.grainflux.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.grainflux.core.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one clear message and an exit code. */
final class CommandErrors {
    private CommandErrors() {}

    /** Arguments that cannot be understood. */
    static int wrongArgument(ParameterException error, String[] arguments) {
        CommandLine line = error.getCommandLine();
        String message = error instanceof UnmatchedArgumentException unmatched
                ? unknown(line, unmatched.getUnmatched().get(0))
                : error.getMessage();
        line.getErr()
                .println("error: " + message + "; see " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.INVALID_INPUT.code();
    }

    private static String unknown(CommandLine line, String typed) {
        boolean option = typed.startsWith("-");
        String name = option && typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
        List<String> known = new ArrayList<>();
        if (option) {
            line.getCommandSpec().options().stream()
                    .filter(candidate -> !candidate.hidden())
                    .forEach(candidate -> known.addAll(Arrays.asList(candidate.names())));
        } else {
            known.addAll(line.getSubcommands().keySet());
        }
        String what = option ? "unknown option " : known.isEmpty() ? "unexpected argument " : "unknown command ";
        return what
                + name
                + closest(name, known)
                        .map(meant -> ", did you mean " + meant + "?")
                        .orElse("");
    }

    /** The nearest known word, if at most a third of what was typed is wrong. */
    static Optional<String> closest(String typed, List<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .filter(word -> distance.apply(typed, word) <= Math.max(2, typed.length() / 3))
                .min(Comparator.comparing(word -> distance.apply(typed, word)));
    }

    /** What a command itself reports. Only an internal error shows where it happened: its reader mends it. */
    static int failed(Exception error, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        ExitCode code = ExitCode.of(error);
        if (code != ExitCode.INTERNAL_ERROR) {
            err.println("error: " + error.getMessage());
            return code.code();
        }
        err.println("internal error, please report it with what follows: " + error);
        error.printStackTrace(err);
        err.flush();
        return code.code();
    }
}
