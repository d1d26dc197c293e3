package org.grainflux.study.execution;

import java.util.HashMap;
import java.util.Map;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.MechanicsConfig;
import org.grainflux.study.config.StudyConfig;

/**
 * Flaws, criteria, paths and stress fields of one structure. Designs with the same mechanics share them; others draw flaws from
 * the same random numbers.
 */
final class FractureModels {
    private final StudyConfig study;
    private final StructureContext context;
    private final Criteria criteria;
    private final ParameterDraw nominal;
    private final FieldSink sink;
    private final FactoredGrains factored;
    private final StageClock clock;
    private final Map<MechanicsConfig, Model> models = new HashMap<>();

    /** @param nominal the draw at which paths are searched and fields solved */
    FractureModels(
            StudyConfig study, StructureContext context, ParameterDraw nominal, FieldSink sink, StageClock clock) {
        this.study = study;
        this.context = context;
        this.criteria = new Criteria(study);
        this.nominal = nominal;
        this.sink = sink;
        this.factored = new FactoredGrains(study, context);
        this.clock = clock;
    }

    /** @param fields of chosen realizations */
    record Model(Criteria criteria, FlawDraws flaws, CrackEstimates cracks, FractureFields fields) {}

    Model of(DesignConfig design) {
        return models.computeIfAbsent(design.mechanics(), mechanics -> make(study.under(design)));
    }

    private Model make(StudyConfig view) {
        Criteria own = criteria.under(view);
        FlawDraws flaws = new FlawDraws(own, context.structure());
        CrackEstimates cracks = new CrackEstimates(context.structure(), view.electrolyte(), flaws, nominal);
        return new Model(
                own,
                flaws,
                cracks,
                new FractureFields(
                        new CrackExtensions(view, context.structure(), cracks, sink, clock),
                        new Couplings(view, context, factored, flaws, LithiumContact.of(view), clock),
                        clock));
    }
}
