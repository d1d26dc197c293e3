package org.grainflux.study.execution;

import org.grainflux.fem.mesh.SimplexMesh;

/** Takes the potential field of a chosen realization before it is forgotten; fields never leave their task. */
@FunctionalInterface
public interface FieldSink {
    /** Keeps nothing. */
    FieldSink NONE = field -> {};

    void accept(PotentialField field);

    /** One place of the tip of a followed crack. */
    default void accept(CrackFrame frame) {}

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

    /**
     * A polycrystal with a crack at the pressure at which it goes on; every grain owns its nodes, so the faces of the crack are
     * apart in the displacements.
     *
     * @param lengthsM of the crack in this frame and in all before it
     * @param pressurePa of the lithium in it; 0 where no pressure takes it further
     * @param displacementM node-major, nodes × dimension
     * @param elementStressPa element-major, elements × 6: xx, yy, zz, yz, xz, xy; tension positive
     */
    record CrackFrame(
            int structureIndex,
            String design,
            int electrode,
            double[] lengthsM,
            double pressurePa,
            SimplexMesh mesh,
            double[] displacementM,
            double[] elementStressPa) {}
}
