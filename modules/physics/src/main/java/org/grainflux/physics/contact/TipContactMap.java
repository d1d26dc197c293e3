package org.grainflux.physics.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.grainflux.core.Require;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.Rotation;
import org.grainflux.physics.elasticity.CubicElasticity;

/**
 * Contact of a tip at each of a list of places of one electrode of one realization: the local modulus from the grain's
 * orientation, then area and mean pressure under each {@link ContactModel}.
 */
public final class TipContactMap {
    private final SurfacePoint[] points;
    private final double[] localModulusPa;
    private final Map<ContactModel, ContactSpot[]> spots = new EnumMap<>(ContactModel.class);
    private final double hardnessPa;
    private final double boundaryWidthM;

    private TipContactMap(SurfacePoint[] points, double[] localModulusPa, double hardnessPa, double boundaryWidthM) {
        this.points = points;
        this.localModulusPa = localModulusPa;
        this.hardnessPa = hardnessPa;
        this.boundaryWidthM = boundaryWidthM;
    }

    /**
     * The map of one electrode of a 2D structure: {@code count} equidistant places, then every foot.
     *
     * @param hardnessPa H, Pa: 6.3 (Vickers) to 11.3 GPa (nanoindentation) for LLZO
     */
    public static TipContactMap of(
            Microstructure structure,
            int electrode,
            int count,
            ConductiveTip tip,
            LocalModulus modulus,
            double hardnessPa) {
        SurfaceGrains surface = SurfaceGrains.of(structure, electrode);
        List<SurfacePoint> places = new ArrayList<>(surface.equidistant(count));
        places.addAll(surface.feet());
        return at(
                places,
                g -> structure.grains().get(g).orientation(),
                normal(structure.dimension()),
                tip,
                modulus,
                hardnessPa);
    }

    /** Surface normal in sample axes: the last axis of the structure, y of a section or z of a volume. */
    private static double[] normal(int dimension) {
        return dimension == 2 ? new double[] {0, 1, 0} : new double[] {0, 0, 1};
    }

    /**
     * The map at given places of a surface, in any dimension.
     *
     * @param orientation of a grain, by its index
     * @param surfaceNormal unit vector in sample axes
     */
    public static TipContactMap at(
            List<SurfacePoint> places,
            IntFunction<Rotation> orientation,
            double[] surfaceNormal,
            ConductiveTip tip,
            LocalModulus modulus,
            double hardnessPa) {
        Require.positive("hardness", hardnessPa, "Pa");
        int n = places.size();
        SurfacePoint[] points = places.toArray(new SurfacePoint[0]);
        // The orientation integral costs far more than the contact: once per grain, not per place.
        double[] grainModulusPa = grainModuli(points, orientation, surfaceNormal, modulus);
        CubicElasticity crystal = modulus.crystal();
        double meanModulusPa =
                ReducedModulus.indentationModulusPa(crystal.hillYoungsModulusPa(), crystal.hillPoissonRatio());
        double[] localPa = new double[n];
        ContactSpot[] hertz = new ContactSpot[n];
        ContactSpot[] plastic = new ContactSpot[n];
        ContactSpot[] jkr = new ContactSpot[n];
        for (int i = 0; i < n; i++) {
            localPa[i] = grainModulusPa[points[i].grain()] * modulus.softening(points[i].distanceToBoundaryM());
            double reducedPa = ReducedModulus.ofPa(localPa[i], tip.indentationModulusPa());
            hertz[i] = tip.hertz().on(reducedPa);
            // Hardness follows the local modulus (assumed: both scale with bond strength), so its mean is the measured
            // one.
            plastic[i] = tip.plastic().on(hardnessPa * localPa[i] / meanModulusPa);
            jkr[i] = tip.jkr().on(reducedPa);
        }
        TipContactMap map = new TipContactMap(points, localPa, hardnessPa, modulus.boundaryWidthM());
        map.spots.put(ContactModel.HERTZ, hertz);
        map.spots.put(ContactModel.PLASTIC, plastic);
        map.spots.put(ContactModel.JKR, jkr);
        return map;
    }

    private static double[] grainModuli(
            SurfacePoint[] points, IntFunction<Rotation> orientation, double[] surfaceNormal, LocalModulus modulus) {
        int largest = Arrays.stream(points).mapToInt(SurfacePoint::grain).max().orElse(-1);
        double[] moduliPa = new double[largest + 1];
        for (SurfacePoint point : points) {
            int g = point.grain();
            if (moduliPa[g] == 0) {
                moduliPa[g] = AnisotropicIndentation.modulusPa(modulus.crystal(), orientation.apply(g), surfaceNormal);
            }
        }
        return moduliPa;
    }

    public int size() {
        return points.length;
    }

    public SurfacePoint point(int i) {
        return points[i];
    }

    /** Indentation modulus of the ceramic at place i, Pa. */
    public double localModulusPa(int i) {
        return localModulusPa[i];
    }

    public ContactSpot spot(ContactModel model, int i) {
        return spots.get(model)[i];
    }

    /** Places within grains: farther from any boundary than the softened zone. */
    public ContactSummary interiors(ContactModel model) {
        return summary(
                model, i -> points[i].distanceToBoundaryM() >= boundaryWidthM && points[i].distanceToBoundaryM() > 0);
    }

    /** Places at boundary feet. */
    public ContactSummary boundaries(ContactModel model) {
        return summary(model, i -> points[i].distanceToBoundaryM() == 0);
    }

    /** Every place but the feet, which equidistant places would hit with probability 0. */
    public ContactSummary surface(ContactModel model) {
        return summary(model, i -> points[i].distanceToBoundaryM() > 0);
    }

    /** The warning of the place with the highest elastic pressure, if any place exceeds the hardness. */
    public Optional<String> hardnessWarning() {
        return Arrays.stream(spots.get(ContactModel.HERTZ))
                .max(Comparator.comparingDouble(ContactSpot::meanPressurePa))
                .flatMap(spot -> spot.hardnessWarning(hardnessPa));
    }

    private ContactSummary summary(ContactModel model, IntPredicate chosen) {
        ContactSpot[] all = spots.get(model);
        ContactSpot[] kept = IntStream.range(0, points.length)
                .filter(chosen)
                .mapToObj(i -> all[i])
                .toArray(ContactSpot[]::new);
        return ContactSummary.of(
                Arrays.stream(kept).mapToDouble(ContactSpot::areaM2).toArray(),
                Arrays.stream(kept).mapToDouble(ContactSpot::meanPressurePa).toArray(),
                hardnessPa);
    }
}
