package org.grainflux.study.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.InvalidInputException;

/** A small valid study held in memory, to be spoilt line by line. */
final class StudyFixture implements FileSource {
    static final String STUDY = """
            study: test
            seed: 7
            realizations: 8
            microstructure:
              dimension: 2
              width_um: 100
              height_um: 50
              grain_size_um: 10
              seeding: hard_core
            electrolyte: llzto.yaml
            designs:
              - name: bare
                interface: {area_specific_resistance_ohm_cm2: 1000}
              - name: au
                kind: metallic
                interface:
                  area_specific_resistance_ohm_cm2: {low: 14, high: 50, distribution: log_uniform}
              - name: hl
                kind: ionic_layer
                interlayer:
                  material: ppc.yaml
                  thickness_um: 10
                  conductivity_S_per_cm: 1.0e-4
                  sides: both
            """;

    static final String LLZTO = """
            name: ceramic
            grain_conductivity_S_per_cm: {value: 5e-4, source: "Tsai 2016"}
            grain_boundary_conductivity_S_per_cm: {value: 5e-7, assumed: "inferred from the total"}
            grain_boundary_thickness_nm: {value: 5, source: "Lu 2021"}
            youngs_modulus_GPa: {value: 145, source: "Lu 2021"}
            grain_boundary_youngs_modulus_GPa: {value: 120, source: "Lu 2021"}
            poisson_ratio: {value: 0.26, source: "Ni 2012"}
            hardness_GPa: {value: 6.3, source: "Ni 2012"}
            fracture_toughness_MPa_sqrt_m: {value: 1.0, source: "Hu 2020"}
            grain_boundary_fracture_toughness_MPa_sqrt_m: {value: 0.44, source: "Hu 2020"}
            """;

    static final String PPC = """
            name: polymer
            conductivity_S_per_cm: {value: 2e-5, source: "Lu 2021"}
            charge_transfer_lithium_ohm_cm2: {value: 2, assumed: "half of the rest"}
            charge_transfer_electrolyte_ohm_cm2: {value: 2, assumed: "half of the rest"}
            transference_number:
              value: {low: 0.2, high: 0.6, distribution: uniform}
              assumed: span of carbonates
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    private StudyFixture() {
        files.put("dir/study.yaml", STUDY);
        files.put("dir/llzto.yaml", LLZTO);
        files.put("dir/ppc.yaml", PPC);
    }

    static StudyFixture valid() {
        return new StudyFixture();
    }

    /** The study with one piece of its text replaced; the piece must be there. */
    StudyFixture replacing(String piece, String by) {
        return replacing("dir/study.yaml", piece, by);
    }

    StudyFixture replacing(String file, String piece, String by) {
        if (!files.get(file).contains(piece)) {
            throw new IllegalArgumentException(file + " does not contain: " + piece);
        }
        files.put(file, files.get(file).replace(piece, by));
        return this;
    }

    StudyFixture with(String file, String text) {
        files.put(file, text);
        return this;
    }

    StudyFixture adding(String lines) {
        return with("dir/study.yaml", files.get("dir/study.yaml") + lines);
    }

    StudyConfig study(String... overrides) {
        return new StudyReader(this)
                .read("dir/study.yaml", List.of(overrides), OptionalLong.empty(), OptionalInt.empty());
    }

    /** The complaint about this study. */
    String complaint(String... overrides) {
        try {
            study(overrides);
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
        return "accepted";
    }

    @Override
    public String read(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new InvalidInputException(path + ": no such file");
        }
        return text;
    }

    @Override
    public String resolve(String file, String reference) {
        return "dir/" + reference;
    }

    @Override
    public boolean isWithin(String folder, String path) {
        return true;
    }
}
