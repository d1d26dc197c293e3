package org.grainflux.core;

/** A computation that was asked to stop and has no result. It says nothing about the input. */
public final class CancelledException extends RuntimeException {
    public CancelledException(String message) {
        super(message);
    }
}
