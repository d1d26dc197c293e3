package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.Seeding;

/** Makes random grain structures: seeds, a tessellation, short edges collapsed, orientations, boundary network. */
public final class MicrostructureGenerator {
    private MicrostructureGenerator() {}

    /**
     * @param seeds stream for the positions and sizes of grains
     * @param orientations stream for the crystal orientations, uniform on SO(3) and independent of the positions
     * @return a structure of round(area / d²) grains, one cell each
     * @throws org.grainflux.core.NumericalFailureException when hard-core seeds jam or the tessellation degenerates
     */
    public static Microstructure generate(
            MicrostructureSpec spec, RandomGenerator seeds, RandomGenerator orientations) {
        if (spec.dimension() != 2) {
            throw new InvalidInputException("structures are generated in dimension 2, got " + spec.dimension());
        }
        double width = spec.sizeM()[0];
        double height = spec.sizeM()[1];
        int count = (int) Math.round(width * height / (spec.grainSizeM() * spec.grainSizeM()));
        // 1. Seeds, 2. tessellation, 3. collapse, 4. orientations and network.
        PlanarCells cells = PlanarCells.of(diagram(spec, count, seeds));
        Collapse collapse = ShortEdgeCollapse.apply(cells, spec.collapseRatio(), spec.electrodeCollapseRatio());
        List<Rotation> rotations = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            rotations.add(Rotation.random(orientations));
        }
        CellComplex complex = cells.toComplex(IntStream.range(0, count).toArray());
        return Microstructure.of(complex, rotations, collapse, target(spec, width * height / count));
    }

    private static PowerDiagram diagram(MicrostructureSpec spec, int count, RandomGenerator random) {
        double width = spec.sizeM()[0];
        double height = spec.sizeM()[1];
        SeedPlacement placement = new SeedPlacement(width, height, false);
        double hardCoreM = spec.hardCoreRatio() * spec.grainSizeM();
        return switch (spec.seeding()) {
            case POISSON -> new PowerDiagram(placement.poisson(count, random));
            case HARD_CORE -> new PowerDiagram(placement.hardCore(count, hardCoreM, random));
            case CENTROIDAL -> new PowerDiagram(placement.centroidal(count, spec.lloydSteps(), random));
            case LAGUERRE -> {
                double[] areas = PrescribedAreas.logNormal(count, width * height, spec.sizeSigmaLn(), random);
                yield PrescribedAreas.diagram(placement.hardCore(count, hardCoreM, random), areas);
            }
        };
    }

    private static Target target(MicrostructureSpec spec, double meanArea) {
        double cov = Double.NaN;
        double boundaryLengthPerArea = Double.NaN;
        if (spec.seeding() == Seeding.POISSON) {
            cov = Math.sqrt(ReferenceTessellation.POISSON_AREA_VARIANCE);
            boundaryLengthPerArea = 2 / Math.sqrt(meanArea);
        } else if (spec.seeding() == Seeding.LAGUERRE) {
            cov = Math.sqrt(Math.expm1(4 * spec.sizeSigmaLn() * spec.sizeSigmaLn()));
        }
        return new Target(meanArea, cov, 6, boundaryLengthPerArea, Target.MACKENZIE_MEAN_RAD);
    }
}
