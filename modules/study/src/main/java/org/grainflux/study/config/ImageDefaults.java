package org.grainflux.study.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.microstructure.image.LabelImage;
import org.grainflux.study.config.schema.Checked;

/**
 * What a study of images leaves open: the checksum of each file, so that the same study is the same structures, and what
 * is not done on grids: meshes for an error estimate, fields, plane companions.
 */
final class ImageDefaults {
    /** A stated grain size is rounded; one that is off by more belongs to another image or another scale. */
    private static final double GRAIN_SIZE_TOLERANCE = 0.05;

    private final FileSource files;
    private final ReadableFolders readable;

    ImageDefaults(FileSource files, ReadableFolders readable) {
        this.files = files;
        this.readable = readable;
    }

    Checked fill(Checked study) {
        Checked microstructure = study.section("microstructure");
        if (!ImageRules.areImages(microstructure)) {
            return study;
        }
        List<Checked> images = new ArrayList<>();
        for (Checked image : microstructure.items("images")) {
            images.add(fillImage(image, microstructure));
        }
        Checked filled = study.with("microstructure", microstructure.with("images", new Checked.CheckedItems(images)));
        Checked statistics = study.section("statistics");
        if (statistics != null && !statistics.has("compare_dimensions")) {
            filled = filled.with("statistics", statistics.with("compare_dimensions", false));
        }
        Checked numerics = study.section("numerics");
        if (numerics != null) {
            numerics = numerics.isDefault("fields") ? numerics.with("fields", 0L) : numerics;
            numerics = numerics.isDefault("convergence_samples") ? numerics.with("convergence_samples", 0L) : numerics;
            filled = filled.with("numerics", numerics);
        }
        return filled;
    }

    /** A resolved study has its checksums, and is read again where its images may not be. */
    private Checked fillImage(Checked image, Checked microstructure) {
        if (image.text("file") == null || image.isRefused("sha256")) {
            return image;
        }
        String path = files.absolute(place(image));
        Checked placed = image.with("file", path);
        if (image.has("sha256")) {
            return placed;
        }
        byte[] content = files.bytes(path);
        requireFits(LabelImage.read(path, content), path, microstructure);
        return placed.with("sha256", ImageConfig.checksum(content));
    }

    private String place(Checked image) {
        try {
            return readable.place(image.text("file"), image.origin("file"));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    image.origin("file") + ": " + image.path("file") + ": got " + Excerpt.of(image.text("file")) + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static void requireFits(LabelImage image, String path, Checked m) {
        double width = m.si("width_um");
        double[] sizeM = m.whole("dimension") == 2
                ? new double[] {width, m.si("height_um")}
                : new double[] {width, m.has("depth_um") ? m.si("depth_um") : width, m.si("height_um")};
        double measure = Arrays.stream(sizeM).reduce(1, (a, b) -> a * b);
        if (!Double.isFinite(measure * m.si("grain_size_um"))) {
            return;
        }
        int grains = image.onto(sizeM, false).labelCount();
        double found = Math.pow(measure / grains, 1.0 / sizeM.length);
        if (Math.abs(m.si("grain_size_um") / found - 1) > GRAIN_SIZE_TOLERANCE) {
            throw new InvalidInputException(String.format(
                    Locale.ROOT,
                    "%s: the image has %d grains, which in a cell of this size are %.3g µm, but %s is %.3g µm; set it to"
                            + " %.3g, or mend width, depth and height",
                    path,
                    grains,
                    found / LaboratoryUnits.MICROMETRE_M,
                    m.path("grain_size_um"),
                    m.number("grain_size_um"),
                    found / LaboratoryUnits.MICROMETRE_M));
        }
    }
}
