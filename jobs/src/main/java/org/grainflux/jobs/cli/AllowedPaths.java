package org.grainflux.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a study may read besides the files of its own folder and of the program. */
final class AllowedPaths {
    @Option(
            names = "--allow-path",
            paramLabel = "DIR",
            description =
                    "Folder, file or URI from which the study may read, besides its own folder and the configs and"
                            + " datasets of the program; may be repeated.")
    private List<String> paths = new ArrayList<>();

    List<String> paths() {
        return List.copyOf(paths);
    }
}
