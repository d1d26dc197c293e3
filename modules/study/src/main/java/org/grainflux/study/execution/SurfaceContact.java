package org.grainflux.study.execution;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.contact.ConductiveTip;
import org.grainflux.physics.contact.ContactModel;
import org.grainflux.physics.contact.CubicElasticity;
import org.grainflux.physics.contact.LocalModulus;
import org.grainflux.physics.contact.ReducedModulus;
import org.grainflux.physics.contact.TipContactMap;
import org.grainflux.study.config.ElectrolyteConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.TipConfig;

/**
 * Contact of the study's tip over both electrode surfaces of one structure.
 *
 * @param pressureOverHardnessShare share of places whose mean Hertz pressure exceeds the hardness
 */
record SurfaceContact(
        double modulusMinPa,
        double modulusMaxPa,
        double hertzAreaMedianM2,
        double hertzPressureMedianPa,
        double plasticAreaM2,
        double jkrPullOffN,
        double pressureOverHardnessShare) {
    private static final int PLACES_PER_ELECTRODE = 200;

    static SurfaceContact of(StudyConfig study, Microstructure structure) {
        TipConfig tip = study.tip();
        ConductiveTip conductive = new ConductiveTip(
                tip.radiusM(),
                tip.loadN(),
                ReducedModulus.indentationModulusPa(tip.youngsModulusPa(), tip.poissonRatio()),
                tip.workOfAdhesionJPerM2());
        double hardnessPa = study.electrolyte().hardnessPa().median();
        TipContactMap[] maps = new TipContactMap[2];
        for (int electrode = 0; electrode < 2; electrode++) {
            maps[electrode] = TipContactMap.of(
                    structure, electrode, PLACES_PER_ELECTRODE, conductive, modulus(study.electrolyte()), hardnessPa);
        }
        double[] moduli = all(maps, (map, i) -> map.localModulusPa(i)).sorted().toArray();
        double[] areas = all(maps, (map, i) -> map.spot(ContactModel.HERTZ, i).areaM2())
                .sorted()
                .toArray();
        double[] pressures = all(
                        maps, (map, i) -> map.spot(ContactModel.HERTZ, i).meanPressurePa())
                .sorted()
                .toArray();
        return new SurfaceContact(
                moduli[0],
                moduli[moduli.length - 1],
                areas[areas.length / 2],
                pressures[pressures.length / 2],
                conductive.plastic().on(hardnessPa).areaM2(),
                conductive.jkr().pullOffForceN(),
                Arrays.stream(pressures).filter(p -> p > hardnessPa).count() / (double) pressures.length);
    }

    /** Elastic constants of cubic grains with the study's polycrystal modulus, Poisson ratio and Zener ratio. */
    private static LocalModulus modulus(ElectrolyteConfig electrolyte) {
        double bulkPa = electrolyte.youngsModulusPa() / (3 * (1 - 2 * electrolyte.poissonRatio()));
        double shearPa = electrolyte.youngsModulusPa() / (2 * (1 + electrolyte.poissonRatio()));
        // The Hill shear modulus is proportional to C' = (C11 − C12)/2 at a fixed Zener ratio.
        double unit = crystal(bulkPa, shearPa, electrolyte.zenerRatio()).hillShearModulusPa() / shearPa;
        CubicElasticity crystal = crystal(bulkPa, shearPa / unit, electrolyte.zenerRatio());
        return new LocalModulus(
                crystal,
                electrolyte.boundaryYoungsModulusPa() / electrolyte.youngsModulusPa(),
                LocalModulus.llzo().boundaryWidthM());
    }

    private static CubicElasticity crystal(double bulkPa, double tetragonalShearPa, double zenerRatio) {
        return new CubicElasticity(
                bulkPa + 4 * tetragonalShearPa / 3, bulkPa - 2 * tetragonalShearPa / 3, zenerRatio * tetragonalShearPa);
    }

    private static DoubleStream all(TipContactMap[] maps, PlaceValue value) {
        return Arrays.stream(maps)
                .flatMapToDouble(map -> IntStream.range(0, map.size()).mapToDouble(i -> value.at(map, i)));
    }

    @FunctionalInterface
    private interface PlaceValue {
        double at(TipContactMap map, int place);
    }
}
