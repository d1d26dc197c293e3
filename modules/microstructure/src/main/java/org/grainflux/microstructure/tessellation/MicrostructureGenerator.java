package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.BrickLattice;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.Seeding;

/**
 * Makes grain structures: seeds, a tessellation, short edges collapsed, orientations, boundary network. Of a {@link
 * BrickLattice} only the orientations are random.
 */
public final class MicrostructureGenerator {
    private MicrostructureGenerator() {}

    /** A tessellation whose short edges are collapsed. */
    private record Collapsed(CellComplex complex, Collapse collapse) {}

    /**
     * @param seeds stream for the positions and sizes of grains
     * @param orientations stream for the crystal orientations, uniform on SO(3) and independent of the positions
     * @return a structure of round(area / d²) or round(volume / d³) grains, one cell each; or those of the lattice
     * @throws org.grainflux.core.NumericalFailureException when hard-core seeds jam or the tessellation degenerates
     */
    public static Microstructure generate(
            MicrostructureSpec spec, RandomGenerator seeds, RandomGenerator orientations) {
        if (spec.seeding() == Seeding.BRICKS) {
            return regular(spec, orientations);
        }
        double cellMeasure = Arrays.stream(spec.sizeM()).reduce(1, (a, b) -> a * b);
        int count = (int) Math.round(cellMeasure / Math.pow(spec.grainSizeM(), spec.dimension()));
        // 1. Seeds, 2. tessellation, 3. collapse, 4. orientations and network.
        PowerCells cells = cells(spec, count, cellMeasure, seeds);
        Collapsed collapsed = spec.dimension() == 2 ? planar(spec, cells) : solid(spec, cells);
        return Microstructure.of(
                collapsed.complex,
                rotations(count, orientations),
                collapsed.collapse,
                target(spec, cellMeasure / count));
    }

    private static Microstructure regular(MicrostructureSpec spec, RandomGenerator orientations) {
        BrickLattice lattice = spec.bricks();
        double[] size = spec.sizeM();
        CellComplex complex = spec.dimension() == 2
                ? BrickTessellation.complex(size[0], size[1], lattice)
                : BlockTessellation.complex(size, lattice.columns(), lattice.depthColumns(), lattice.rows());
        return Microstructure.of(complex, rotations(lattice.grainCount(), orientations), Collapse.NONE, Target.NONE);
    }

    private static List<Rotation> rotations(int count, RandomGenerator orientations) {
        List<Rotation> rotations = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            rotations.add(Rotation.random(orientations));
        }
        return rotations;
    }

    private static Collapsed planar(MicrostructureSpec spec, PowerCells diagram) {
        PlanarCells cells = PlanarCells.of((PowerDiagram) diagram);
        Collapse collapse = ShortEdgeCollapse.apply(cells, spec.collapseRatio(), spec.electrodeCollapseRatio());
        return new Collapsed(cells.toComplex(oneCellEach(diagram)), collapse);
    }

    private static Collapsed solid(MicrostructureSpec spec, PowerCells diagram) {
        SmallFaceCollapse.Result result = SmallFaceCollapse.apply(
                SolidJoin.join((SolidDiagram) diagram), spec.collapseRatio(), spec.electrodeCollapseRatio());
        return new Collapsed(result.cells().toComplex(oneCellEach(diagram)), result.collapse());
    }

    private static int[] oneCellEach(PowerCells diagram) {
        return IntStream.range(0, diagram.seeds().count()).toArray();
    }

    private static PowerCells cells(MicrostructureSpec spec, int count, double cellMeasure, RandomGenerator random) {
        SeedPlacement placement = new SeedPlacement(spec.sizeM(), false);
        double hardCoreM = spec.hardCoreRatio() * spec.grainSizeM();
        return switch (spec.seeding()) {
            case POISSON -> PowerCells.of(placement.poisson(count, random));
            case HARD_CORE -> PowerCells.of(placement.hardCore(count, hardCoreM, random));
            case CENTROIDAL -> PowerCells.of(placement.centroidal(count, spec.lloydSteps(), random));
            case LAGUERRE -> {
                double[] targets =
                        PrescribedMeasures.logNormal(spec.dimension(), count, cellMeasure, spec.sizeSigmaLn(), random);
                yield PrescribedMeasures.cells(placement.hardCore(count, hardCoreM, random), targets);
            }
            case BRICKS, IMAGE -> throw new InvalidInputException("grains of a lattice or an image have no seeds");
        };
    }

    /** Expectations in infinite structures; in 3D the number of faces is known for Poisson seeds only. */
    private static Target target(MicrostructureSpec spec, double meanMeasure) {
        boolean planar = spec.dimension() == 2;
        double cov = Double.NaN;
        double neighbours = planar ? 6 : Double.NaN;
        double boundaryPerVolume = Double.NaN;
        if (spec.seeding() == Seeding.POISSON) {
            cov = Math.sqrt(
                    planar
                            ? ReferenceTessellation.POISSON_AREA_VARIANCE
                            : ReferenceTessellation.POISSON_VOLUME_VARIANCE);
            neighbours = planar ? 6 : ReferenceTessellation.POISSON_FACES;
            boundaryPerVolume = planar
                    ? 2 / Math.sqrt(meanMeasure)
                    : 0.5 * ReferenceTessellation.POISSON_SURFACE / Math.cbrt(meanMeasure);
        } else if (spec.seeding() == Seeding.LAGUERRE) {
            double spread = spec.dimension() * spec.sizeSigmaLn();
            cov = Math.sqrt(Math.expm1(spread * spread));
        }
        return new Target(meanMeasure, cov, neighbours, boundaryPerVolume, Target.MACKENZIE_MEAN_RAD);
    }
}
