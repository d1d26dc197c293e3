package org.grainflux.bench.compare;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where programs are looked for, in this order. */
record SearchPath(List<Path> folders) {

    /** As the shell looks for them. */
    static SearchPath ofEnvironment() {
        String path = System.getenv().getOrDefault("PATH", "");
        return new SearchPath(Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList());
    }

    /** Every program of a name. */
    List<String> all(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toString)
                .toList();
    }
}
