package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Medians over electrodes of the paper's structure (hard-core Voronoi, d = 10 µm, 100 × 50 µm, perfect contact) against
 * the medians that an independent finite-element program found on 112 electrodes of its own. Half-widths are those of a
 * median of 16 electrodes, and a third of them for the large sample.
 */
class ReferenceTableTest {
    private static final double HEIGHT_M = 50e-6;
    private static final double[] CONTRASTS = {1e-2, 1e-3, 1e-4};

    /** σ_eff in S/m, w500 maximum over mean, grain average maximum over minimum; each value, lower, upper half-width. */
    private static final double[][][] REFERENCE = {
        {{4.80e-2, 0.002, 0.002}, {1.39, 0.06, 0.06}, {1.21, 0.08, 0.08}},
        {{3.56e-2, 0.01, 0.01}, {2.49, 0.16, 0.16}, {2.35, 0.22, 0.22}},
        {{1.04e-2, 0.025, 0.025}, {5.1, 0.30, 0.40}, {9.2, 0.46, 0.40}},
    };

    private static void checkMedians(int structures, double fractionOfHalfWidth) {
        double[][][] figures = new double[CONTRASTS.length][3][2 * structures];
        for (int s = 0; s < structures; s++) {
            Microstructure structure = ReferenceStructures.structure(HEIGHT_M, s);
            SimplexMesh mesh = ReferenceStructures.mesh(structure);
            for (int c = 0; c < CONTRASTS.length; c++) {
                CondensedPolycrystal cell = ReferenceStructures.condensed(structure, mesh, CONTRASTS[c]);
                CellSolution solution =
                        new InterfaceSolver(cell).solve(CellDesign.symmetric(ElectrodeContact.perfect()));
                for (int e = 0; e < 2; e++) {
                    HotSpots spots = HotSpots.of(solution.electrode(e).lithiumInterface());
                    figures[c][0][2 * s + e] = cell.effectiveConductivitySPerM();
                    figures[c][1][2 * s + e] = spots.w500MaxOverMean();
                    figures[c][2][2 * s + e] = spots.grainAverageMaxOverMin();
                }
            }
        }
        for (int c = 0; c < CONTRASTS.length; c++) {
            for (int f = 0; f < 3; f++) {
                double[] reference = REFERENCE[c][f];
                double median = ReferenceStructures.median(figures[c][f]);
                assertThat(median)
                        .as("figure %d at contrast %s", f, CONTRASTS[c])
                        .isBetween(
                                reference[0] * (1 - fractionOfHalfWidth * reference[1]),
                                reference[0] * (1 + fractionOfHalfWidth * reference[2]));
            }
        }
    }

    @Test
    void mediansOfThirtyTwoElectrodes() {
        checkMedians(16, 1);
    }

    @Test
    @Tag("nightly")
    void mediansOfManyElectrodesAreWithinAThird() {
        // So many because the last column's σ_eff lies 0.8 % low, at the edge of the allowed 0.83 %: our own scatter
        // must not decide.
        checkMedians(600, 1.0 / 3);
    }

    /**
     * What a layer of 10⁻⁴ S/cm leaves of the unevenness at Li|HL, at a contrast of 10⁻³. The published medians (maximum
     * over mean 1.51, 1.20, 1.10, 1.03, CoV .13, .08, .043, .014 at 0.3, 1, 3 and 10 µm; within 5 % at 2.6 µm) come from 16
     * electrodes without half-widths. Thin layers agree. Behind thick ones only the longest waves are left, which seeding
     * decides: here 1.07 and 1.02, .036 and .011, 1.9 µm; with Poisson seeds 1.10 and 1.03, .049 and .016, 2.5 µm.
     */
    @Test
    void layersEvenOutTheCurrent() {
        double[] thicknesses = {0.3e-6, 1e-6, 3e-6, 10e-6};
        int structures = 8;
        double[][] excess = new double[thicknesses.length][2 * structures];
        double[][] cov = new double[thicknesses.length][2 * structures];
        double[] depths = new double[2 * structures];
        for (int s = 0; s < structures; s++) {
            Microstructure structure = ReferenceStructures.structure(HEIGHT_M, s);
            InterfaceSolver solver = new InterfaceSolver(
                    ReferenceStructures.condensed(structure, ReferenceStructures.mesh(structure), 1e-3));
            for (int k = 0; k < thicknesses.length; k++) {
                CellSolution solution =
                        solver.solve(CellDesign.symmetric(new ElectrodeContact.IonicLayer(thicknesses[k], 0.01, 0, 0)));
                for (int e = 0; e < 2; e++) {
                    CellSolution.Electrode electrode = solution.electrode(e);
                    HotSpots spots = HotSpots.of(electrode.lithiumInterface());
                    excess[k][2 * s + e] = spots.w200MaxOverMean() - 1;
                    cov[k][2 * s + e] = spots.covW200();
                    if (thicknesses[k] == 10e-6) {
                        depths[2 * s + e] = electrode.depth().orElseThrow().withinFivePercentM();
                    }
                }
            }
        }
        double[] medians = IntStream.range(0, 4)
                .mapToDouble(k -> ReferenceStructures.median(excess[k]))
                .toArray();
        double[] covs = IntStream.range(0, 4)
                .mapToDouble(k -> ReferenceStructures.median(cov[k]))
                .toArray();
        assertThat(medians[0]).isBetween(0.35, 0.65);
        assertThat(medians[1]).isBetween(0.15, 0.27);
        assertThat(medians[2]).isBetween(0.05, 0.12);
        assertThat(medians[3]).isBetween(0.01, 0.04);
        assertThat(covs[0]).isBetween(0.10, 0.16);
        assertThat(covs[1]).isBetween(0.06, 0.10);
        assertThat(covs[2]).isBetween(0.028, 0.050);
        assertThat(covs[3]).isBetween(0.008, 0.018);
        assertThat(ReferenceStructures.median(depths)).isBetween(1.5e-6, 4.1e-6);
    }
}
