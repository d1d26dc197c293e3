package org.grainflux.study.config.yaml;

/**
 * Where a key or value was written.
 *
 * @param place a file, or an option of the command line as it was typed
 * @param line first line is 1; 0 where the place has no lines
 */
public record Origin(String place, int line) {
    /** Values that the program filled in. */
    public static final Origin DEFAULT = new Origin("built-in default", 0);

    public boolean isCommandLine() {
        return line == 0 && place.startsWith("--");
    }

    @Override
    public String toString() {
        return line > 0 ? place + ":" + line : place;
    }
}
