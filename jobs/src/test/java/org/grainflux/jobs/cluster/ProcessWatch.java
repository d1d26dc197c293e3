package org.grainflux.jobs.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Looks again and again at all processes below this one: at their command lines and at where they listen. */
final class ProcessWatch implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 100;

    /** State of a socket that listens, in {@code /proc/net/tcp} (proc(5); net/tcp_states.h). */
    private static final String LISTEN = "0A";

    private final Set<String> commandLines = ConcurrentHashMap.newKeySet();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::look, "watch of processes");
    private volatile boolean ended;

    /**
     * @param address as {@code /proc/net/tcp} and {@code tcp6} write it: words of four bytes, the last byte first
     */
    record Listener(String mainClass, String address) {
        boolean isOnLoopback() {
            return address.length() == 8
                    ? address.endsWith("7F")
                    : address.equals("00000000000000000000000001000000")
                            || address.matches("0{16}FFFF0000[0-9A-F]{6}7F");
        }
    }

    static ProcessWatch start() {
        ProcessWatch watch = new ProcessWatch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** From the system itself, since the platform cuts long ones off; arguments end in a zero. */
    static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    Set<String> commandLines() {
        return commandLines;
    }

    Set<Listener> listeners() {
        return listeners;
    }

    private void look() {
        while (!ended) {
            Map<String, String> addresses = listening();
            ProcessHandle.current().descendants().forEach(process -> {
                String line = commandLine(process);
                commandLines.add(line);
                for (String socket : sockets(process)) {
                    if (addresses.containsKey(socket)) {
                        listeners.add(new Listener(mainClass(line), addresses.get(socket)));
                    }
                }
            });
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String mainClass(String commandLine) {
        return Arrays.stream(commandLine.split("\0"))
                .filter(argument -> argument.matches("org\\.(apache|grainflux)\\.[\\w.]+"))
                .findFirst()
                .orElse("none");
    }

    /** Addresses of all listening sockets by their inodes. */
    private static Map<String, String> listening() {
        Map<String, String> addresses = new HashMap<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] fields = line.trim().split("\\s+");
                    if (fields.length > 9 && fields[3].equals(LISTEN)) {
                        addresses.put("socket:[" + fields[9] + "]", fields[1].replaceAll(":.*", ""));
                    }
                }
            } catch (IOException e) {
                // A system without the one protocol or the other.
                continue;
            }
        }
        return addresses;
    }

    private static List<String> sockets(ProcessHandle process) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return descriptors.map(ProcessWatch::target).toList();
        } catch (IOException | java.io.UncheckedIOException ended) {
            return List.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
