package org.grainflux.core;

/** A piece of someone else's text that fits into one line of a message: not too long, and nothing a terminal obeys. */
public final class Excerpt {
    /** Longer than any name or value that was meant; a line and a half of a terminal. */
    private static final int LONGEST = 120;

    private Excerpt() {}

    /** The text, control characters replaced by ?; cut when it has more than 120 characters, with their number. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST, text.length()); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? '?' : c);
        }
        if (text.length() > LONGEST) {
            line.append("… (").append(text.length()).append(" characters)");
        }
        return line.toString();
    }
}
