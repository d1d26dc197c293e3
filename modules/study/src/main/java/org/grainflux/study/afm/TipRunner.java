package org.grainflux.study.afm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grainflux.core.RandomStreams;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.grainflux.physics.contact.ContactModel;
import org.grainflux.physics.contact.TipContactMap;
import org.grainflux.physics.tip.DiscContact;
import org.grainflux.physics.tip.PotentialProfile;
import org.grainflux.physics.tip.SurfacePlace;
import org.grainflux.physics.tip.SurfacePlan;
import org.grainflux.physics.tip.TriggerBias;
import org.grainflux.physics.tip.VirtualTip;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.TableRows;
import org.grainflux.study.results.UnitResult;

/** Sets the tip on one structure after the other. */
public final class TipRunner implements UnitRunner {
    /**
     * Places nearer to a boundary are neither on it nor interior: far above the reach of the weakest groove, some hundred
     * nanometres, and of the softened zone.
     */
    private static final double INTERIOR_FROM_M = 0.5e-6;

    /** The same where grains are small. */
    private static final double INTERIOR_FROM_GRAINS = 0.1;

    private static final double NEAREST_APPROACH_M = 1e-9;

    private final AfmStudy study;
    private final TipModel model;
    private final double interiorFromM;
    /** Null without a layer. */
    private final PotentialProfile belowLayer;

    public TipRunner(AfmStudy study) {
        this.study = study;
        this.model = new TipModel(study);
        this.interiorFromM = Math.min(
                INTERIOR_FROM_M, INTERIOR_FROM_GRAINS * study.microstructure().grainSizeM());
        this.belowLayer = study.layer() == null
                ? null
                : model.layerContact().solve(DiscContact.DEFAULT_RESOLUTION).belowLayer();
    }

    @Override
    public UnitResult run(WorkUnit unit) {
        int index = unit.structureIndex();
        // 1. The structure, and its surface from above.
        Microstructure structure = MicrostructureGenerator.generate(
                study.microstructure(), stream("grain-seeds", index), stream("grain-orientations", index));
        SurfacePlan plan = SurfacePlan.of(structure);

        // 2. What is drawn for it: a groove per boundary, the hardness.
        double[] grooveV =
                model.grooves().drawV(structure.network().boundaries().size(), stream("afm:grooves", index));
        VirtualTip tip = model.tip(study.electrolyte().hardnessPa().sample(stream("afm:hardness", index)));

        // 3. Places on boundaries, in interiors, and approaching boundaries; then the map.
        List<SurfacePlace> onBoundaries =
                plan.onBoundaries(study.places().onBoundaries(), stream("afm:places:boundary", index));
        List<SurfacePlace> interior =
                plan.anywhere(study.places().anywhere(), stream("afm:places:anywhere", index)).stream()
                        .filter(place -> place.distanceToBoundaryM() >= interiorFromM)
                        .toList();
        List<SurfacePlace> approaching = approaching(plan, stream("afm:places:approaching", index));
        boolean mapped = index < study.places().mappedStructures() && plan.lineCount() > 0;
        List<SurfacePlace> map = mapped ? map(plan, onBoundaries.get(0)) : List.of();

        // 4. All of them at once: the modulus of a grain costs more than the contact.
        List<SurfacePlace> all = new ArrayList<>(onBoundaries);
        all.addAll(interior);
        all.addAll(approaching);
        all.addAll(map);
        List<TriggerBias> triggers = tip.triggers(structure, plan, all, grooveV);
        int firstInterior = onBoundaries.size();
        int firstApproach = firstInterior + interior.size();
        int firstOfMap = firstApproach + approaching.size();
        List<TriggerBias> interiorTriggers = triggers.subList(firstInterior, firstApproach);
        TipContactMap contacts = tip.contacts(structure, interior);

        // 5. The rows.
        TipRow row = new TipRow(
                index,
                AfmStudy.DESIGN,
                plan.boundaryLengthPerAreaPerM(),
                plan.grainsPerAreaPerM2(),
                grooveV,
                values(triggers.subList(0, firstInterior), TriggerBias::mechanicalV),
                values(interiorTriggers, TriggerBias::mechanicalV),
                breakdown(interiorTriggers, stream("afm:breakdown", index)),
                IntStream.range(0, interior.size())
                        .mapToDouble(i -> tip.youngsModulusPa(contacts, i))
                        .toArray(),
                areas(contacts, ContactModel.HERTZ),
                areas(contacts, ContactModel.PLASTIC),
                approaching.stream()
                        .mapToDouble(SurfacePlace::distanceToBoundaryM)
                        .toArray(),
                values(triggers.subList(firstApproach, firstOfMap), TriggerBias::mechanicalV),
                layerBias(plan, interior, grooveV));
        List<TableRows<?>> tables = new ArrayList<>();
        tables.add(new TableRows<>(AfmTables.TIPS, List.of(row)));
        if (mapped) {
            List<TriggerBias> ofMap = triggers.subList(firstOfMap, triggers.size());
            tables.add(new TableRows<>(
                    AfmTables.MAPS,
                    List.of(new MapRow(
                            index,
                            AfmStudy.DESIGN,
                            study.places().mapPoints(),
                            study.places().mapWindowM(),
                            values(ofMap, TriggerBias::mechanicalV),
                            values(ofMap, TriggerBias::contactRadiusM)))));
        }
        LedgerRow completed = new LedgerRow(index, AfmStudy.DESIGN, LedgerRow.COMPLETED, "", "", 0, 0, Double.NaN);
        return UnitResult.of(List.of(completed), tables);
    }

    private RandomGenerator stream(String purpose, int index) {
        return RandomStreams.stream(study.seed(), purpose, index);
    }

    /** From places on boundaries outwards in random directions, by distances even in the logarithm. */
    private List<SurfacePlace> approaching(SurfacePlan plan, RandomGenerator random) {
        List<SurfacePlace> places = new ArrayList<>();
        double farthestM = 0.5 * study.microstructure().grainSizeM();
        for (SurfacePlace start : plan.onBoundaries(study.places().approaching(), random)) {
            double stepM = NEAREST_APPROACH_M * Math.pow(farthestM / NEAREST_APPROACH_M, random.nextDouble());
            double angle = 2 * Math.PI * random.nextDouble();
            places.add(plan.near(start, stepM * Math.cos(angle), stepM * Math.sin(angle)));
        }
        return places;
    }

    /** A square around a place on a boundary, where there is something to see. */
    private List<SurfacePlace> map(SurfacePlan plan, SurfacePlace middle) {
        int n = study.places().mapPoints();
        double sideM = study.places().mapWindowM();
        List<SurfacePlace> places = new ArrayList<>(n * n);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                places.add(plan.near(middle, ((column + 0.5) / n - 0.5) * sideM, ((row + 0.5) / n - 0.5) * sideM));
            }
        }
        return places;
    }

    private double[] breakdown(List<TriggerBias> triggers, RandomGenerator random) {
        ScalarDistribution field = study.trigger().breakdownFieldVPerM();
        return values(triggers, trigger -> trigger.breakdownV() * field.sample(random) / field.median());
    }

    private double[] layerBias(SurfacePlan plan, List<SurfacePlace> places, double[] grooveV) {
        return belowLayer == null
                ? new double[0]
                : places.stream()
                        .mapToDouble(place -> VirtualTip.throughLayerV(plan, place, grooveV, belowLayer))
                        .toArray();
    }

    private static double[] areas(TipContactMap contacts, ContactModel contact) {
        double[] areasM2 = new double[contacts.size()];
        Arrays.setAll(areasM2, i -> contacts.spot(contact, i).areaM2());
        return areasM2;
    }

    private static double[] values(List<TriggerBias> triggers, ToDoubleFunction<TriggerBias> value) {
        return triggers.stream().mapToDouble(value).toArray();
    }
}
