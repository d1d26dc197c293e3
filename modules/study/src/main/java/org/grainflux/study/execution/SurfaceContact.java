package org.grainflux.study.execution;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.contact.ConductiveTip;
import org.grainflux.physics.contact.ContactModel;
import org.grainflux.physics.contact.TipContactMap;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.ContactMapRow;

/**
 * Contact of the study's tip along both electrodes of one structure, in a volume along a line through their middle: medians inside grains and at boundary feet,
 * under the elastic, plastic and adhesive model.
 *
 * @param maps lower and upper electrode; none for a structure that is an image
 */
record SurfaceContact(TipContactMap[] maps, double jkrPullOffN) {
    private static final int PLACES_PER_ELECTRODE = 200;

    static SurfaceContact of(StudyConfig study, Microstructure structure) {
        ConductiveTip conductive = study.tip().conductive();
        if (structure.complex() == null) {
            // An image tells neither orientations nor what lies between the middles of its cells.
            return new SurfaceContact(new TipContactMap[0], conductive.jkr().pullOffForceN());
        }
        double hardnessPa = study.electrolyte().hardnessPa().median();
        TipContactMap[] maps = new TipContactMap[2];
        for (int electrode = 0; electrode < 2; electrode++) {
            maps[electrode] = TipContactMap.of(
                    structure,
                    electrode,
                    PLACES_PER_ELECTRODE,
                    conductive,
                    StudyMaterials.localModulus(study.electrolyte()),
                    hardnessPa);
        }
        return new SurfaceContact(maps, conductive.jkr().pullOffForceN());
    }

    double modulusMinPa() {
        return moduli().min().orElse(Double.NaN);
    }

    double modulusMaxPa() {
        return moduli().max().orElse(Double.NaN);
    }

    private DoubleStream moduli() {
        return Arrays.stream(maps)
                .flatMapToDouble(map -> IntStream.range(0, map.size()).mapToDouble(map::localModulusPa));
    }

    /** Mean over both electrodes of the median contact area inside grains, m². */
    double interiorAreaM2(ContactModel model) {
        return mean(map -> map.interiors(model).medianAreaM2());
    }

    /** The same at boundary feet; NaN without feet. */
    double boundaryAreaM2(ContactModel model) {
        return mean(map -> map.boundaries(model).medianAreaM2());
    }

    double interiorHertzPressurePa() {
        return mean(map -> map.interiors(ContactModel.HERTZ).medianPressurePa());
    }

    double boundaryHertzPressurePa() {
        return mean(map -> map.boundaries(ContactModel.HERTZ).medianPressurePa());
    }

    /** Share of the surface whose mean Hertz pressure exceeds the hardness. */
    double aboveHardnessShare() {
        return mean(map -> map.surface(ContactModel.HERTZ).aboveHardnessFraction());
    }

    List<ContactMapRow> rows(int structureIndex) {
        return IntStream.range(0, maps.length)
                .mapToObj(electrode -> row(structureIndex, electrode, maps[electrode]))
                .toList();
    }

    private static ContactMapRow row(int structureIndex, int electrode, TipContactMap map) {
        return new ContactMapRow(
                structureIndex,
                electrode,
                values(map, i -> map.point(i).positionM()),
                values(map, map::localModulusPa),
                values(map, i -> map.spot(ContactModel.HERTZ, i).areaM2()),
                values(map, i -> map.spot(ContactModel.HERTZ, i).meanPressurePa()),
                values(map, i -> map.spot(ContactModel.PLASTIC, i).areaM2()),
                values(map, i -> map.spot(ContactModel.JKR, i).areaM2()),
                values(map, i -> map.spot(ContactModel.JKR, i).meanPressurePa()));
    }

    private static double[] values(TipContactMap map, IntToDoubleFunction value) {
        return IntStream.range(0, map.size()).mapToDouble(value).toArray();
    }

    private double mean(ToDoubleFunction<TipContactMap> value) {
        return Arrays.stream(maps).mapToDouble(value).average().orElse(Double.NaN);
    }
}
