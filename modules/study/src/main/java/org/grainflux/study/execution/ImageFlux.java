package org.grainflux.study.execution;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.grid.LabelGrid;
import org.grainflux.microstructure.image.LabelImage;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.gridflux.GridCellSolver;
import org.grainflux.physics.gridflux.PairResistance;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.study.config.FileSource;
import org.grainflux.study.config.ImageConfig;
import org.grainflux.study.config.StudyConfig;

/** On the cells of one image: every design and every draw of an interface is a solution of its own; there is no mesh. */
final class ImageFlux implements FluxMethod {
    /** ‖b − A u‖₂ / ‖b‖₂, met in double precision: leaves currents exact to far better than any grid. */
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private final LabelGrid labels;
    private final int threads;

    /** @param threads of every solution, ≥ 1 */
    ImageFlux(LabelGrid labels, int threads) {
        this.labels = labels;
        this.threads = threads;
    }

    /** The image of a structure of a study, stretched to the study's size. */
    static LabelGrid read(StudyConfig study, FileSource files, int structureIndex) {
        ImageConfig image = study.images().get(structureIndex);
        return LabelImage.read(image.file(), image.content(files))
                .onto(study.microstructure().sizeM(), image.periodic());
    }

    @Override
    public CellSolver solver(
            Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties, StageClock clock) {
        double[] conductivities = new double[labels.labelCount()];
        Arrays.fill(conductivities, properties.grainConductivitySPerM());
        PairResistance boundaries =
                PairResistance.of(structure.network().boundaries(), properties.boundaryResistanceOhmM2());
        return clock.time(
                StageClock.Stage.SOLVE,
                () -> new RepeatedDesigns(
                        new GridCellSolver(labels, conductivities, boundaries, RELATIVE_TOLERANCE, threads)));
    }

    @Override
    public SimplexMesh mesh(Microstructure structure, MeshGrading grading) {
        return null;
    }

    @Override
    public String solvedBy() {
        return "matrix-free multigrid on the cells of an image";
    }

    @Override
    public DrawSolver draws(
            CellSolver solver, Collection<DrawnDesign> all, double tolerance, Supplier<RandomGenerator> randomness) {
        return DrawSolver.full(solver);
    }
}
