package org.grainflux.jobs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.grainflux.jobs.cli.Commands;

/** The program {@code grainflux}. */
public final class GrainFlux {
    private GrainFlux() {}

    public static void main(String[] arguments) {
        // Units carry characters that the platform's default encoding may lack.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(Commands.run(arguments, System.out, System.err));
    }
}
