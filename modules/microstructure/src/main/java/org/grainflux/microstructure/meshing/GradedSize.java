package org.grainflux.microstructure.meshing;

import java.util.Arrays;
import org.grainflux.fem.mesh.SizeField;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.BoundaryNetwork;
import org.grainflux.microstructure.Microstructure;

/** The size field of a graded mesh: the smallest wish of feet, junctions, extra points, electrodes and interior. */
final class GradedSize implements SizeField {
    private final MeshGrading grading;
    private final double heightM;
    private final PointFeature feet;
    private final PointFeature junctions;
    private final PointFeature extra;

    GradedSize(Microstructure structure, MeshGrading grading) {
        this.grading = grading;
        double widthM = structure.sizeM()[0];
        this.heightM = structure.sizeM()[1];
        double cap = grading.interiorSizeM();
        double growth = grading.growth();
        BoundaryNetwork network = structure.network();
        this.feet = new PointFeature(
                network.feet().stream().map(BoundaryFoot::positionM).toList(),
                grading.footSizeM(),
                growth,
                cap,
                widthM,
                heightM);
        this.junctions = new PointFeature(
                network.junctions().stream()
                        .map(BoundaryNetwork.Junction::positionM)
                        .toList(),
                grading.junctionSizeM(),
                growth,
                cap,
                widthM,
                heightM);
        this.extra = new PointFeature(
                Arrays.asList(grading.extraPointsM()), grading.extraSizeM(), growth, cap, widthM, heightM);
    }

    @Override
    public double sizeM(double x, double y, double z) {
        double electrode = grading.electrodeSizeM() + grading.growth() * Math.min(y, heightM - y);
        double points = Math.min(feet.sizeM(x, y), Math.min(junctions.sizeM(x, y), extra.sizeM(x, y)));
        return Math.min(Math.min(grading.interiorSizeM(), electrode), points);
    }
}
