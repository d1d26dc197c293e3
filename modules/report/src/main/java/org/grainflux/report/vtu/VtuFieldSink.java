package org.grainflux.report.vtu;

import java.util.Locale;
import org.grainflux.report.storage.ReportFiles;
import org.grainflux.study.execution.FieldSink;

/**
 * Keeps fields as {@code fields/structure-000000-<design>.vtu} in the run's folder. A repeated realization overwrites
 * its file with the same bytes.
 */
public final class VtuFieldSink implements FieldSink {
    private final ReportFiles files;

    /** @param runFolder a local path or a URI that the Hadoop client understands */
    public VtuFieldSink(String runFolder) {
        this.files = new ReportFiles(runFolder);
    }

    @Override
    public void accept(PotentialField field) {
        VtuGrid grid = FluxFields.grid(field);
        files.write(fileName(field.structureIndex(), field.design()), out -> VtuWriter.write(grid, out));
    }

    /** @param design as named in the study; whatever a file name cannot carry everywhere becomes an underscore */
    public static String fileName(int structureIndex, String design) {
        String safe = design.replaceAll("[^A-Za-z0-9._+-]", "_");
        return String.format(Locale.ROOT, "fields/structure-%06d-%s.vtu", structureIndex, safe);
    }
}
