package org.grainflux.report.vtu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.grainflux.core.InfrastructureException;
import org.grainflux.study.execution.FieldSink;
import org.grainflux.study.run.RunFolder;

/**
 * Keeps fields as {@code fields/structure-000000-<design>.vtu} in the run's folder, each whole or not at all. A repeated
 * realization replaces its file with the same bytes.
 */
public final class VtuFieldSink implements FieldSink {
    private final RunFolder folder;

    public VtuFieldSink(RunFolder folder) {
        this.folder = folder;
    }

    @Override
    public void accept(PotentialField field) {
        write(fileName(field.structureIndex(), field.design()), FluxFields.grid(field));
    }

    /** The frame and, beside it, {@code fields/crack-000000-<design>-e0.pvd}, which lists all frames so far for ParaView. */
    @Override
    public void accept(CrackFrame frame) {
        String crack = crackName(frame.structureIndex(), frame.design(), frame.electrode());
        int last = frame.lengthsM().length - 1;
        write(frameFile(frame.structureIndex(), frame.design(), frame.electrode(), last), CrackFields.grid(frame));
        StringBuilder list = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<VTKFile type=\"Collection\" version=\"1.0\" byte_order=\"LittleEndian\">\n<Collection>\n");
        for (int k = 0; k <= last; k++) {
            // Time in ParaView is the length of the crack in micrometres.
            list.append(
                    "<DataSet timestep=\"" + 1e6 * frame.lengthsM()[k] + "\" file=\"" + frameName(crack, k) + "\"/>\n");
        }
        list.append("</Collection>\n</VTKFile>\n");
        replace(RunFolder.FIELDS + "/" + crack + ".pvd", list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String frameName(String crack, int frame) {
        return String.format(Locale.ROOT, "%s-%04d.vtu", crack, frame);
    }

    private void write(String name, VtuGrid grid) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            VtuWriter.write(grid, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes all bytes", e);
        }
        replace(name, bytes.toByteArray());
    }

    private void replace(String name, byte[] bytes) {
        try {
            folder.storage().replace(name, bytes);
        } catch (IOException e) {
            throw new InfrastructureException(
                    folder.location() + "/" + name + " cannot be written: " + e.getMessage()
                            + "; check space and permissions",
                    e);
        }
    }

    /** File of one frame of a crack. @param frame from 0 on */
    public static String frameFile(int structureIndex, String design, int electrode, int frame) {
        return RunFolder.FIELDS + "/" + frameName(crackName(structureIndex, design, electrode), frame);
    }

    /** What names of the files of a crack begin with. @param electrode it starts at */
    private static String crackName(int structureIndex, String design, int electrode) {
        return String.format(Locale.ROOT, "crack-%06d-%s-e%d", structureIndex, safe(design), electrode);
    }

    /** @param design as named in the study; whatever a file name cannot carry everywhere becomes an underscore */
    public static String fileName(int structureIndex, String design) {
        return String.format(Locale.ROOT, "%s/structure-%06d-%s.vtu", RunFolder.FIELDS, structureIndex, safe(design));
    }

    /** Whether a file, by its name below the run's folder, shows a structure under this design. */
    public static boolean isOf(String fileName, String design) {
        return fileName.matches(Pattern.quote(RunFolder.FIELDS + "/structure-")
                + "\\d{6,}"
                + Pattern.quote("-" + safe(design) + ".vtu"));
    }

    private static String safe(String design) {
        return design.replaceAll("[^A-Za-z0-9._+-]", "_");
    }
}
