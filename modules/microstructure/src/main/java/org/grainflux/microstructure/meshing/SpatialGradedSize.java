package org.grainflux.microstructure.meshing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.mesh.SizeField;
import org.grainflux.microstructure.BoundaryTrace;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;

/**
 * The size field of a graded mesh in space: as {@link GradedSize}, with the traces of boundaries on the electrodes in
 * place of feet and the edges of boundaries in place of junctions.
 */
final class SpatialGradedSize implements SizeField {
    /** The centroid of an element at a feature lies within 3/4 of its longest edge: faster growth would never ask to split it. */
    private static final double LARGEST_GROWTH = 4.0 / 3;

    private final MeshGrading grading;
    private final double heightM;
    private final SegmentFeature traces;
    private final SegmentFeature edges;
    private final SegmentFeature extra;
    private final FinerTraces.Lookup finerTraces;

    SpatialGradedSize(Microstructure structure, MeshGrading grading) {
        if (!(grading.growth() < LARGEST_GROWTH)) {
            throw new InvalidInputException("the growth of element sizes in space must be less than " + LARGEST_GROWTH
                    + ", got " + grading.growth() + "; refine less coarsely");
        }
        this.grading = grading;
        double[] cellM = structure.sizeM();
        this.heightM = cellM[2];
        this.finerTraces = grading.finerTraces().lookup(cellM);
        double cap = grading.interiorSizeM();
        double growth = grading.growth();
        this.traces = new SegmentFeature(
                structure.network().traces().stream()
                        .map(SpatialGradedSize::segment)
                        .toList(),
                grading.footSizeM(),
                growth,
                cap,
                cellM);
        this.edges = new SegmentFeature(edges(structure), grading.junctionSizeM(), growth, cap, cellM);
        this.extra = new SegmentFeature(
                Arrays.stream(grading.extraPointsM())
                        .map(p -> new double[] {p[0], p[1], p[2], p[0], p[1], p[2]})
                        .toList(),
                grading.extraSizeM(),
                growth,
                cap,
                cellM);
    }

    private static double[] segment(BoundaryTrace trace) {
        double[] a = trace.fromM();
        double[] b = trace.toM();
        return new double[] {a[0], a[1], a[2], b[0], b[1], b[2]};
    }

    /** An edge of a boundary: its first end inside the cell and the way to the other, which is the same in every frame. */
    private record Edge(int from, int to, int imageX, int imageY) {}

    private static List<double[]> edges(Microstructure structure) {
        CellComplex complex = structure.complex();
        Set<Edge> seen = new HashSet<>();
        List<double[]> segments = new ArrayList<>();
        for (int f = 0; f < complex.facetCount(); f++) {
            int n = complex.facetCornerCount(f);
            for (int c = 0; c < n && structure.network().boundaryOfFacet()[f] >= 0; c++) {
                int next = (c + 1) % n;
                boolean forward = complex.facetVertex(f, c) < complex.facetVertex(f, next);
                int from = forward ? c : next;
                int to = forward ? next : c;
                Edge edge = new Edge(
                        complex.facetVertex(f, from),
                        complex.facetVertex(f, to),
                        complex.facetImage(f, to, 0) - complex.facetImage(f, from, 0),
                        complex.facetImage(f, to, 1) - complex.facetImage(f, from, 1));
                if (seen.add(edge)) {
                    double[] segment = new double[6];
                    for (int axis = 0; axis < 3; axis++) {
                        segment[axis] = complex.vertexM(edge.from, axis);
                        segment[3 + axis] = complex.vertexM(edge.to, axis);
                    }
                    segment[3] += edge.imageX * complex.sizeM(0);
                    segment[4] += edge.imageY * complex.sizeM(1);
                    segments.add(segment);
                }
            }
        }
        return segments;
    }

    @Override
    public double sizeM(double x, double y, double z) {
        double electrode = grading.electrodeSizeM() + grading.growth() * Math.min(z, heightM - z);
        double finerBy = Math.max(0, grading.footSizeM() - finerTraces.sizeM(x, y, z));
        double lines = Math.min(traces.sizeM(x, y, z) - finerBy, Math.min(edges.sizeM(x, y, z), extra.sizeM(x, y, z)));
        return Math.min(Math.min(grading.interiorSizeM(), electrode), lines);
    }
}
