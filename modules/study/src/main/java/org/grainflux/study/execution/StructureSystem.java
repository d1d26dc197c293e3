package org.grainflux.study.execution;

import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.study.config.StudyConfig;

/** The linear system behind a structure of a study, for solvers outside this program to be held against. */
public final class StructureSystem {
    private StructureSystem() {}

    /** Structure, mesh and material as in a run at the nominal draw, between perfect contacts. */
    public static LinearSystem of(StudyConfig study, int structureIndex) {
        Microstructure structure = PreparedStructure.generate(study, structureIndex);
        ElectrolyteProperties properties = ElectrolyteProperties.of(
                study,
                structure,
                new ParameterDraw(study.seed(), structureIndex, 0),
                TotalConductivity.boundaryScale(study));
        return PreparedStructure.assemble(
                        structure, PreparedStructure.mesh(structure, PreparedStructure.grading(study)), properties)
                .betweenPerfectContacts();
    }
}
