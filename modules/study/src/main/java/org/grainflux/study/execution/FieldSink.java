package org.grainflux.study.execution;

import org.grainflux.fem.mesh.SimplexMesh;

/** Takes the potential field of a chosen realization before it is forgotten; fields never leave their task. */
@FunctionalInterface
public interface FieldSink {
    /** Keeps nothing. */
    FieldSink NONE = field -> {};

    void accept(PotentialField field);

    /**
     * The potential of a polycrystal at unit voltage between the lithium electrodes; every grain owns its nodes, so jumps
     * at boundaries are in the data.
     *
     * @param potentialV one value per node of the mesh
     * @param elementCurrentDensityAPerM2 element-major, elements × dimension
     * @param grainOrientationAngleRad one per region, a scalar to colour grains by
     */
    record PotentialField(
            int structureIndex,
            String design,
            SimplexMesh mesh,
            double[] potentialV,
            double[] elementCurrentDensityAPerM2,
            double[] grainOrientationAngleRad,
            double meanCurrentDensityAPerM2) {}
}
