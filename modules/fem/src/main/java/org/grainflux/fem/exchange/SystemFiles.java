package org.grainflux.fem.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;

/**
 * The files of a linear system, NAME.mat and NAME.rhs, named by either or by NAME alone. An elastic system has NAME.coords
 * beside them, a vector of nodes × dimension, and NAME.coords.info, from which PETSc takes the dimension by itself.
 */
public final class SystemFiles {
    private static final String MATRIX = ".mat";
    private static final String LOAD = ".rhs";
    private static final String COORDINATES = ".coords";
    private static final String BLOCK_SIZE = "-vecload_block_size ";

    private final Path matrix;
    private final Path load;
    private final Path coordinates;

    private SystemFiles(String stem) {
        this.matrix = Path.of(stem + MATRIX);
        this.load = Path.of(stem + LOAD);
        this.coordinates = Path.of(stem + COORDINATES);
    }

    /** @param name NAME or NAME.mat */
    public static SystemFiles of(String name) {
        String stem = name.endsWith(MATRIX) ? name.substring(0, name.length() - MATRIX.length()) : name;
        return new SystemFiles(stem);
    }

    public Path matrix() {
        return matrix;
    }

    public Path load() {
        return load;
    }

    public CsrMatrix readMatrix() {
        return PetscMatrixFile.read(matrix);
    }

    /** The right-hand side, if its file exists. */
    public Optional<double[]> readLoad(int rows) {
        return Files.exists(load) ? Optional.of(PetscVectorFile.read(load, rows)) : Optional.empty();
    }

    public void write(LinearSystem system) {
        PetscMatrixFile.write(matrix, system.matrix());
        PetscVectorFile.write(load, system.load());
    }

    public Path coordinates() {
        return coordinates;
    }

    /** Beside the coordinates: their dimension. */
    public Path coordinatesInfo() {
        return Path.of(coordinates + ".info");
    }

    /**
     * The coordinates of an elastic system, if their files exist.
     *
     * @throws InvalidInputException when there are not as many as rows, or no dimension beside them
     */
    public Optional<NodeCoordinates> readCoordinates(int rows) {
        if (!Files.exists(coordinates)) {
            return Optional.empty();
        }
        return Optional.of(new NodeCoordinates(readDimension(), PetscVectorFile.read(coordinates, rows)));
    }

    private int readDimension() {
        try {
            String line = Files.readString(coordinatesInfo()).strip();
            if (line.equals(BLOCK_SIZE + 2) || line.equals(BLOCK_SIZE + 3)) {
                return line.charAt(line.length() - 1) - '0';
            }
            throw new InvalidInputException(coordinatesInfo() + " must hold '" + BLOCK_SIZE + "2' or '" + BLOCK_SIZE
                    + "3', the dimension, got '" + line + "'");
        } catch (IOException e) {
            throw new InvalidInputException(coordinates + " needs " + coordinatesInfo() + " beside it, with the line '"
                    + BLOCK_SIZE + "3', or 2 in the plane");
        }
    }

    public void writeCoordinates(NodeCoordinates nodes) {
        PetscVectorFile.write(coordinates, nodes.values());
        try {
            Files.writeString(coordinatesInfo(), BLOCK_SIZE + nodes.dimension() + "\n");
        } catch (IOException e) {
            throw new InfrastructureException("cannot write " + coordinatesInfo() + ": " + e.getMessage(), e);
        }
    }
}
