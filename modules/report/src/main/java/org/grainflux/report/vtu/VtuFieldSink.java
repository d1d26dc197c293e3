package org.grainflux.report.vtu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
        String name = fileName(field.structureIndex(), field.design());
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            VtuWriter.write(FluxFields.grid(field), bytes);
            folder.storage().replace(name, bytes.toByteArray());
        } catch (IOException e) {
            throw new InfrastructureException(
                    folder.location() + "/" + name + " cannot be written: " + e.getMessage()
                            + "; check space and permissions",
                    e);
        }
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
