package org.grainflux.fem.exchange;

import java.nio.file.Path;
import org.grainflux.core.InvalidInputException;

/** The first number of a file, which says what it holds. */
final class PetscHeader {
    private PetscHeader() {}

    static void requireClass(Path file, BigEndianReader in, int expected, String what) {
        int found = in.readInt("the header");
        if (found == expected) {
            return;
        }
        String cure = "write it with PETSc's binary viewer, or with bench/export";
        if (found == 0) {
            cure = "indices of 64 bits, perhaps: write it with a PETSc of 32-bit indices";
        } else if (Integer.reverseBytes(found) == expected) {
            cure = "its bytes are in the wrong order: write big endian, as PETSc does on every machine";
        }
        throw new InvalidInputException(file + " is no " + what + " in PETSc's binary format: it begins with " + found
                + " instead of " + expected + "; " + cure);
    }
}
