package org.grainflux.fem.elasticity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * The same problem for CalculiX: mesh, linear elements (CPE3 in plane strain, C3D4 in space), material, prescribed components
 * and nodal forces. CalculiX reads 20 characters per number.
 */
record CalculixDeck(SimplexMesh mesh, String material, PrescribedDisplacements supports, ElasticLoads loads) {
    /** Of the general crystal: D1111, D1122, D2222, D1133, D2233, D3333, D1112, … as the manual of CalculiX lists them. */
    private static final int[][] ORDER = {
        {0, 0, 0, 0}, {0, 0, 1, 1}, {1, 1, 1, 1}, {0, 0, 2, 2}, {1, 1, 2, 2}, {2, 2, 2, 2}, {0, 0, 0, 1},
        {1, 1, 0, 1}, {2, 2, 0, 1}, {0, 1, 0, 1}, {0, 0, 0, 2}, {1, 1, 0, 2}, {2, 2, 0, 2}, {0, 1, 0, 2},
        {0, 2, 0, 2}, {0, 0, 1, 2}, {1, 1, 1, 2}, {2, 2, 1, 2}, {0, 1, 1, 2}, {0, 2, 1, 2}, {1, 2, 1, 2}
    };

    static String isotropic(double youngPa, double poissonRatio) {
        return "*ELASTIC\n" + number(youngPa) + ", " + number(poissonRatio) + "\n";
    }

    static String crystal(StiffnessTensor tensor) {
        StringBuilder text = new StringBuilder("*ELASTIC, TYPE=ANISO\n");
        for (int k = 0; k < ORDER.length; k++) {
            int[] o = ORDER[k];
            text.append(number(tensor.componentPa(o[0], o[1], o[2], o[3]))).append(k % 8 == 7 ? ",\n" : ", ");
        }
        return text.append("293.\n").toString();
    }

    /** The input file. */
    String text() {
        int d = mesh.dimension();
        StringBuilder text = new StringBuilder("*NODE, NSET=ALL\n");
        for (int v = 0; v < mesh.nodeCount(); v++) {
            text.append(v + 1);
            for (int axis = 0; axis < 3; axis++) {
                text.append(", ").append(number(axis < d ? mesh.coordinateM(v, axis) : 0));
            }
            text.append('\n');
        }
        text.append("*ELEMENT, ELSET=BODY, TYPE=")
                .append(d == 2 ? "CPE3" : "C3D4")
                .append('\n');
        for (int e = 0; e < mesh.elementCount(); e++) {
            text.append(e + 1);
            for (int c = 0; c <= d; c++) {
                text.append(", ").append(mesh.elementNode(e, c) + 1);
            }
            text.append('\n');
        }
        text.append("*MATERIAL, NAME=SOLID\n").append(material);
        text.append("*SOLID SECTION, ELSET=BODY, MATERIAL=SOLID\n").append(d == 2 ? "1.\n" : "");
        appendPerUnknown(text.append("*BOUNDARY\n"), supports.valuesM(), true);
        text.append("*STEP\n*STATIC\n*CLOAD\n");
        appendPerUnknown(text, loads.vector(), false);
        return text.append("*NODE PRINT, NSET=ALL\nU\n*END STEP\n").toString();
    }

    private void appendPerUnknown(StringBuilder text, double[] values, boolean prescribed) {
        int d = mesh.dimension();
        for (int k = 0; k < values.length; k++) {
            int axis = k % d + 1;
            if (prescribed && !Double.isNaN(values[k])) {
                text.append(k / d + 1 + ", " + axis + ", " + axis + ", " + number(values[k]) + "\n");
            } else if (!prescribed && values[k] != 0) {
                text.append(k / d + 1 + ", " + axis + ", " + number(values[k]) + "\n");
            }
        }
    }

    /** Runs CalculiX in an empty folder; returns its table of displacements. */
    String run(Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("deck.inp"), text());
        Process process = new ProcessBuilder("ccx", "-i", "deck")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("CalculiX failed: " + Files.readString(folder.resolve("log.txt")));
        }
        return Files.readString(folder.resolve("deck.dat"));
    }

    /** Displacements from the table, one per unknown. */
    double[] displacements(String table) {
        int d = mesh.dimension();
        double[] displacements = new double[mesh.nodeCount() * d];
        int rows = 0;
        for (String line : table.split("\n")) {
            String[] words = line.trim().split("\\s+");
            if (words.length == 4 && words[0].matches("\\d+")) {
                for (int axis = 0; axis < d; axis++) {
                    displacements[(Integer.parseInt(words[0]) - 1) * d + axis] = Double.parseDouble(words[axis + 1]);
                }
                rows++;
            }
        }
        if (rows != mesh.nodeCount()) {
            throw new IllegalArgumentException(rows + " rows for " + mesh.nodeCount() + " nodes");
        }
        return displacements;
    }

    /** At most 20 characters. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.12e", value);
    }
}
