package org.grainflux.report.vtu;

/** A file or array breaks the VTU format as it is written here; says what and where. */
public final class VtuFormatException extends RuntimeException {
    public VtuFormatException(String message) {
        super(message);
    }

    public VtuFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
