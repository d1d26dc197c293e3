package org.grainflux.study.execution;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.grainflux.physics.elasticity.ElasticPolycrystal;
import org.grainflux.study.config.StudyConfig;

/** The grains of one structure as elastic bodies, factored once for each set of open facets. */
final class FactoredGrains {
    private final StudyConfig study;
    private final StructureContext context;
    private final Map<BitSet, ElasticPolycrystal> factored = new HashMap<>();

    FactoredGrains(StudyConfig study, StructureContext context) {
        this.study = study;
        this.context = context;
    }

    ElasticPolycrystal with(BitSet open) {
        return factored.computeIfAbsent(
                open,
                facets -> ElasticPolycrystal.of(
                        ElasticGrains.body(context.structure(), context.mesh(), study.electrolyte(), facets),
                        context.structure().sizeM(),
                        study.fracture().coupled().electrodes()));
    }
}
