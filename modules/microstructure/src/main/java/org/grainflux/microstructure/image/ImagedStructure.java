package org.grainflux.microstructure.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.BoundaryNetwork;
import org.grainflux.microstructure.BoundaryNetwork.Junction;
import org.grainflux.microstructure.BoundaryTrace;
import org.grainflux.microstructure.Grain;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.grid.BoundaryAreas;
import org.grainflux.microstructure.grid.LabelGrid;

/**
 * Grains, boundaries and their traces on the electrodes as an image shows them. Orientations are not in the image: all are
 * the same, and misorientations NaN. The mean normal of a boundary is NaN where it is closed. Two grains have one boundary, wherever they touch.
 *
 * <p>In space a trace runs through the middles of the cell edges on the surface that part two grains, in pieces along
 * axes and diagonals: 5 % too long on the average over directions (Freeman 1970, ACM Comput. Surv. 2, 97).
 */
public final class ImagedStructure {
    private final CellGrid grid;
    private final LabelGrid labels;
    private final int dimension;
    private final Map<Long, Patch> patches = new LinkedHashMap<>();
    private final List<BoundaryFoot> feet = new ArrayList<>();
    private final List<BoundaryTrace> traces = new ArrayList<>();

    private ImagedStructure(LabelGrid labels) {
        this.labels = labels;
        this.grid = labels.grid();
        this.dimension = grid.cells1() == 1 ? 2 : 3;
    }

    /** Faces between two grains so far. */
    private static final class Patch {
        final int number;
        final int minus;
        final int plus;
        final double[] vectorM2 = new double[3];
        double areaM2;

        Patch(int number, int minus, int plus) {
            this.number = number;
            this.minus = minus;
            this.plus = plus;
        }

        GrainBoundary boundary(int dimension) {
            double norm = Math.sqrt(Arrays.stream(vectorM2).map(v -> v * v).sum());
            double[] normal = dimension == 2
                    ? new double[] {vectorM2[0] / norm, vectorM2[2] / norm}
                    : Arrays.stream(vectorM2).map(v -> v / norm).toArray();
            return new GrainBoundary(minus, plus, areaM2, normal, Double.NaN);
        }
    }

    /** A plane image is one metre deep, so that areas are lengths. */
    public static Microstructure of(LabelGrid labels) {
        ImagedStructure structure = new ImagedStructure(labels);
        structure.collectBoundaries();
        for (int electrode = 0; electrode < 2; electrode++) {
            if (structure.dimension == 2) {
                structure.addFeet(electrode);
            } else {
                structure.addTraces(electrode);
            }
        }
        return structure.assemble();
    }

    private Microstructure assemble() {
        double[] sizeM = dimension == 2
                ? new double[] {grid.cells0() * grid.spacing0M(), grid.cells2() * grid.spacing2M()}
                : new double[] {
                    grid.cells0() * grid.spacing0M(), grid.cells1() * grid.spacing1M(), grid.cells2() * grid.spacing2M()
                };
        List<GrainBoundary> boundaries = patches.values().stream()
                .map(patch -> patch.boundary(dimension))
                .toList();
        BoundaryNetwork network =
                new BoundaryNetwork(boundaries, dimension == 2 ? junctions() : List.of(), feet, traces, new int[0]);
        return Microstructure.ofImage(sizeM, grains(), network);
    }

    private List<Grain> grains() {
        double cell = grid.spacing0M() * grid.spacing1M() * grid.spacing2M();
        double[][] sums = new double[labels.labelCount()][4];
        for (int i2 = 0, c = 0; i2 < grid.cells2(); i2++) {
            for (int i1 = 0; i1 < grid.cells1(); i1++) {
                for (int i0 = 0; i0 < grid.cells0(); i0++, c++) {
                    double[] sum = sums[labels.label(c)];
                    sum[0] += (i0 + 0.5) * grid.spacing0M();
                    sum[1] += (i1 + 0.5) * grid.spacing1M();
                    sum[2] += (i2 + 0.5) * grid.spacing2M();
                    sum[3]++;
                }
            }
        }
        return Arrays.stream(sums)
                .map(sum -> new Grain(
                        0,
                        Rotation.IDENTITY,
                        sum[3] * cell,
                        dimension == 2
                                ? new double[] {sum[0] / sum[3], sum[2] / sum[3]}
                                : new double[] {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]}))
                .toList();
    }

    private void collectBoundaries() {
        BoundaryAreas areas = BoundaryAreas.of(labels);
        for (int i2 = 0, cell = 0; i2 < grid.cells2(); i2++) {
            for (int i1 = 0; i1 < grid.cells1(); i1++) {
                for (int i0 = 0; i0 < grid.cells0(); i0++, cell++) {
                    for (int axis = 0; axis < 3; axis++) {
                        int other = neighbour(i0, i1, i2, axis);
                        if (other >= 0 && labels.label(other) != labels.label(cell)) {
                            add(cell, other, axis, areas.ratio(cell, i0, i1, i2, other));
                        }
                    }
                }
            }
        }
    }

    /** The next cell along an axis, -1 beyond the image. */
    private int neighbour(int i0, int i1, int i2, int axis) {
        return switch (axis) {
            case 0 -> i0 + 1 < grid.cells0() || grid.wraps0() ? grid.cell((i0 + 1) % grid.cells0(), i1, i2) : -1;
            case 1 -> i1 + 1 < grid.cells1() || grid.wraps1() ? grid.cell(i0, (i1 + 1) % grid.cells1(), i2) : -1;
            default -> i2 + 1 < grid.cells2() ? grid.cell(i0, i1, i2 + 1) : -1;
        };
    }

    private void add(int cell, int other, int axis, double ratio) {
        Patch patch = patch(labels.label(cell), labels.label(other));
        double area = grid.faceAreaM2(axis);
        patch.areaM2 += ratio * area;
        patch.vectorM2[axis] += patch.minus == labels.label(cell) ? area : -area;
    }

    private Patch patch(int a, int b) {
        long key = ((long) Math.min(a, b) << 32) | Math.max(a, b);
        return patches.computeIfAbsent(key, k -> new Patch(patches.size(), Math.min(a, b), Math.max(a, b)));
    }

    private int surfaceLabel(int electrode, int i0, int i1) {
        return labels.label(grid.cell(i0, i1, electrode == 0 ? 0 : grid.cells2() - 1));
    }

    private double heightM(int electrode) {
        return electrode * grid.cells2() * grid.spacing2M();
    }

    /** How a boundary leans below one cell is not known: feet and traces are taken as upright. */
    private void addFeet(int electrode) {
        for (int i0 = 0; i0 < grid.cells0() - (grid.wraps0() ? 0 : 1); i0++) {
            int here = surfaceLabel(electrode, i0, 0);
            int next = surfaceLabel(electrode, (i0 + 1) % grid.cells0(), 0);
            if (here != next) {
                double x = (i0 + 1) % grid.cells0() * grid.spacing0M();
                feet.add(new BoundaryFoot(
                        electrode, patch(here, next).number, new double[] {x, heightM(electrode)}, 0.5 * Math.PI));
            }
        }
    }

    /** Pieces around every corner of surface cells: between the two edges that part grains, or to each of more. */
    private void addTraces(int electrode) {
        for (int i1 = 0; i1 < grid.cells1() - (grid.wraps1() ? 0 : 1); i1++) {
            for (int i0 = 0; i0 < grid.cells0() - (grid.wraps0() ? 0 : 1); i0++) {
                addTracesAt(electrode, i0, i1);
            }
        }
    }

    private void addTracesAt(int electrode, int i0, int i1) {
        int right = (i0 + 1) % grid.cells0();
        int above = (i1 + 1) % grid.cells1();
        // Anticlockwise around the corner, from the cell before it on both axes.
        int[] around = {
            surfaceLabel(electrode, i0, i1),
            surfaceLabel(electrode, right, i1),
            surfaceLabel(electrode, right, above),
            surfaceLabel(electrode, i0, above)
        };
        double x = right * grid.spacing0M();
        double y = above * grid.spacing1M();
        double[][] middles = {
            {x, y - 0.5 * grid.spacing1M()},
            {x + 0.5 * grid.spacing0M(), y},
            {x, y + 0.5 * grid.spacing1M()},
            {x - 0.5 * grid.spacing0M(), y}
        };
        int[] parting = new int[4];
        int count = 0;
        for (int k = 0; k < 4; k++) {
            if (around[k] != around[(k + 1) % 4]) {
                parting[count++] = k;
            }
        }
        if (count == 2) {
            addTrace(electrode, around, parting[0], middles[parting[0]], middles[parting[1]]);
        } else {
            for (int k = 0; k < count; k++) {
                addTrace(electrode, around, parting[k], new double[] {x, y}, middles[parting[k]]);
            }
        }
    }

    private void addTrace(int electrode, int[] around, int edge, double[] from, double[] to) {
        int boundary = patch(around[edge], around[(edge + 1) % 4]).number;
        double z = heightM(electrode);
        double[] end = {to[0], to[1], z};
        traces.add(new BoundaryTrace(electrode, boundary, new double[] {from[0], from[1], z}, end, 0.5 * Math.PI));
        double[] middle = {0.5 * (from[0] + to[0]), 0.5 * (from[1] + to[1]), z};
        feet.add(new BoundaryFoot(electrode, boundary, middle, 0.5 * Math.PI));
    }

    /** Corners of a plane image around which three grains or more meet. */
    private List<Junction> junctions() {
        List<Junction> junctions = new ArrayList<>();
        for (int i2 = 0; i2 + 1 < grid.cells2(); i2++) {
            for (int i0 = 0; i0 < grid.cells0() - (grid.wraps0() ? 0 : 1); i0++) {
                int right = (i0 + 1) % grid.cells0();
                int[] around = {
                    labels.label(grid.cell(i0, 0, i2)),
                    labels.label(grid.cell(right, 0, i2)),
                    labels.label(grid.cell(right, 0, i2 + 1)),
                    labels.label(grid.cell(i0, 0, i2 + 1))
                };
                int[] meeting = java.util.stream.IntStream.range(0, 4)
                        .filter(k -> around[k] != around[(k + 1) % 4])
                        .map(k -> patch(around[k], around[(k + 1) % 4]).number)
                        .distinct()
                        .toArray();
                if (Arrays.stream(around).distinct().count() > 2) {
                    double[] position = {right * grid.spacing0M(), (i2 + 1) * grid.spacing2M()};
                    junctions.add(new Junction(position, meeting));
                }
            }
        }
        return junctions;
    }
}
