package org.grainflux.microstructure.meshing;

import java.util.Collections;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.tessellation.BlockTessellation;

/** Blocks whose corners have been moved: grains that cross the periods, with faces that are not plane. */
final class ShakenBlocks {
    static final double EDGE_M = 10e-6;

    private ShakenBlocks() {}

    /** @param share of an edge by which a corner moves at most */
    static Microstructure of(int countX, int countY, int layers, double share, int seed) {
        double[] sizeM = {countX * EDGE_M, countY * EDGE_M, layers * EDGE_M};
        CellComplex c = BlockTessellation.blocks(sizeM, countX, countY, layers).complex();
        RandomGenerator random = RandomStreams.stream(seed, "shaken-blocks", 0);
        int facets = c.facetCount();
        double[] vertices = new double[3 * c.vertexCount()];
        for (int v = 0; v < c.vertexCount(); v++) {
            for (int axis = 0; axis < 3; axis++) {
                double at = c.vertexM(v, axis);
                double step = share * EDGE_M * random.nextDouble();
                boolean onElectrode = axis == 2 && (at == 0 || at > (layers - 0.5) * EDGE_M);
                // Steps forward only, so that no corner leaves the cell.
                vertices[3 * v + axis] = at + (onElectrode ? 0 : step);
            }
        }
        int[] starts = new int[facets + 1];
        for (int f = 0; f < facets; f++) {
            starts[f + 1] = starts[f] + c.facetCornerCount(f);
        }
        int[] facetVertices = new int[starts[facets]];
        int[] facetImages = new int[3 * starts[facets]];
        int[] minus = new int[facets];
        int[] plus = new int[facets];
        int[] plusImages = new int[3 * facets];
        int[] tags = new int[facets];
        for (int f = 0; f < facets; f++) {
            minus[f] = c.minusCell(f);
            plus[f] = c.plusCell(f);
            tags[f] = c.borderTag(f);
            for (int axis = 0; axis < 3; axis++) {
                plusImages[3 * f + axis] = c.plusImage(f, axis);
                for (int k = 0; k < c.facetCornerCount(f); k++) {
                    facetVertices[starts[f] + k] = c.facetVertex(f, k);
                    facetImages[3 * (starts[f] + k) + axis] = c.facetImage(f, k, axis);
                }
            }
        }
        int cells = c.cellCount();
        int[] cellStarts = new int[cells + 1];
        int[] cellFacets = new int[6 * cells];
        int[] grains = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            cellStarts[cell + 1] = 6 * (cell + 1);
            // Backwards, so that the order of cells is not that of grains.
            grains[cell] = cells - 1 - cell;
            for (int k = 0; k < 6; k++) {
                cellFacets[6 * cell + k] = c.cellFacet(cell, k);
            }
        }
        CellComplex shaken = new CellComplex(
                sizeM,
                new boolean[] {true, true, false},
                vertices,
                starts,
                facetVertices,
                facetImages,
                minus,
                plus,
                plusImages,
                tags,
                cellStarts,
                cellFacets,
                grains);
        return Microstructure.of(shaken, Collections.nCopies(cells, Rotation.IDENTITY), Collapse.NONE, Target.NONE);
    }
}
