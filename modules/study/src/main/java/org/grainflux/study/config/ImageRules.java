package org.grainflux.study.config;

import org.grainflux.study.config.schema.Checked;
import org.grainflux.study.config.schema.Problems;

/** What must hold between several values of a study whose structures are images. */
final class ImageRules {
    private final Checked study;
    private final Problems problems;

    ImageRules(Checked study, Problems problems) {
        this.study = study;
        this.problems = problems;
    }

    static boolean areImages(Checked microstructure) {
        return microstructure != null && "image".equals(microstructure.text("seeding"));
    }

    void check(Checked microstructure) {
        int images = microstructure.items("images").size();
        if (study.whole("realizations") > images && images > 0) {
            problems.add(
                    study.origin("realizations"),
                    study.path("realizations"),
                    "got " + study.whole("realizations") + "; must not exceed the number of images, here " + images);
        }
        Checked boundaries = microstructure.section("boundary_resistance");
        if (boundaries != null) {
            refuse(
                    boundaries,
                    "model",
                    "misorientation".equals(boundaries.text("model")),
                    "an image has no orientations: use constant or log_normal");
            refuse(
                    boundaries,
                    "total_conductivity_S_per_cm",
                    boundaries.has("total_conductivity_S_per_cm"),
                    "it is met on meshes only: remove it");
        }
        Checked electrolyte = study.section("electrolyte");
        if (electrolyte != null) {
            refuse(
                    electrolyte,
                    "anisotropy_ratio",
                    electrolyte.number("anisotropy_ratio") != 1,
                    "an image has no orientations: use 1");
            refuse(
                    electrolyte,
                    "grain_boundary_tangential_conductivity_S_per_cm",
                    electrolyte.number("grain_boundary_tangential_conductivity_S_per_cm") > 0,
                    "nothing flows along boundaries of a grid: use 0");
        }
        Checked numerics = study.section("numerics");
        if (numerics != null) {
            refuse(
                    numerics,
                    "convergence_samples",
                    numerics.whole("convergence_samples") > 0,
                    "a grid has no mesh: use 0");
            refuse(numerics, "fields", numerics.whole("fields") > 0, "fields of grids are not written: use 0");
        }
        Checked statistics = study.section("statistics");
        if (statistics != null) {
            refuse(
                    statistics,
                    "compare_dimensions",
                    statistics.flag("compare_dimensions"),
                    "images have no plane structures of the same statistics: use false");
        }
    }

    private void refuse(Checked section, String key, boolean refused, String why) {
        if (refused) {
            problems.add(section.origin(key), section.path(key), "not used with microstructure.seeding: image; " + why);
        }
    }
}
