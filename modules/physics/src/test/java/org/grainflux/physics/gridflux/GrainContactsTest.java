package org.grainflux.physics.gridflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.physics.transport.GrainAverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrainContactsTest {
    private static final int CELLS = 100;

    /** A square of n × n cells has a rim of 4 n faces, each of which misplaces 0.35 cells of current: 1.4/n of a density. */
    @ParameterizedTest(name = "{0} cells, densities {1} in {2}: resolved {3}")
    @CsvSource({
        "27, 2, 1, false",
        "29, 2, 1, true",
        // 1.4/45 = 3.1 % of its own, 6.2 % of what its neighbour has twice as much.
        "45, 1, 1.5, true",
        "45, 1, 2, false"
    })
    void aSquareContactLosesOfItsOwnAndGainsOfItsNeighbours(int n, double inside, double outside, boolean resolved) {
        GrainAverage square = square(n, inside, outside).get(1);
        assertThat(square.meanAPerM2()).isCloseTo(inside, within(1e-12));
        assertThat(square.lossAPerM2()).isCloseTo(1.4 / n * inside, within(1e-12));
        assertThat(square.gainAPerM2()).isCloseTo(1.4 / n * outside, within(1e-12));
        assertThat(square.resolved()).isEqualTo(resolved);
        assertThat(square.whyUnresolved().isPresent()).isNotEqualTo(resolved);
    }

    @Test
    void theReasonNamesTheContactAndTheCure() {
        assertThat(square(10, 1, 1.5).get(1).whyUnresolved().orElseThrow())
                .contains("grain 1, 1.13 µm across")
                .contains("14 % larger or 21 % smaller, more than 5 %; use smaller cells");
    }

    @Test
    void aUniformCurrentIsRightOnAnyContact() {
        assertThat(square(2, 1.02, 1))
                .allSatisfy(grain -> assertThat(grain.resolved()).isTrue());
    }

    /** Two feet per contact, one of them where the period closes. */
    @ParameterizedTest(name = "{0} cells, periodic {1}: loss {2}")
    @CsvSource({"10, true, 0.12", "10, false, 0.06", "40, true, 0.03"})
    void aContactInThePlaneHasTwoFeet(int n, boolean periodic, double loss) {
        CellGrid grid = new CellGrid(CELLS, 1, 4, 1e-7, 1, 1e-7, periodic, false);
        int[] grains = new int[CELLS];
        double[] densities = new double[CELLS];
        Arrays.setAll(grains, c -> c < n ? 0 : 1);
        Arrays.setAll(densities, c -> c < n ? 1 : 3);
        List<GrainAverage> averages = new GrainContacts(grid, densities, grains, 2).averages();
        assertThat(averages.get(0).lossAPerM2()).isCloseTo(loss, within(1e-12));
        assertThat(averages.get(0).gainAPerM2()).isCloseTo(3 * loss, within(1e-12));
        assertThat(averages.get(0).extentM()).isCloseTo(n * 1e-7, within(1e-18));
    }

    private static List<GrainAverage> square(int n, double inside, double outside) {
        CellGrid grid = CellGrid.cubes(CELLS, CELLS, 4, 1e-7);
        int[] grains = new int[CELLS * CELLS];
        double[] densities = new double[grains.length];
        Arrays.setAll(grains, c -> c % CELLS < n && c / CELLS < n ? 1 : 0);
        Arrays.setAll(densities, c -> grains[c] == 1 ? inside : outside);
        return new GrainContacts(grid, densities, grains, 2).averages();
    }
}
