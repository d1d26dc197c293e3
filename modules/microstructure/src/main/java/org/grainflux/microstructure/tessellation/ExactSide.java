package org.grainflux.microstructure.tessellation;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * Decides without rounding on which side of a plane the common point of three others lies; used where floating-point
 * numbers cannot tell. Ties are broken as if every seed had a further weight ε_s, with ε_0 ≫ ε_1 ≫ … → 0. That is a
 * power diagram too, so all cells agree on one in which no five cells meet at a point.
 *
 * @see "Edelsbrunner and Mücke (1990), ACM Trans. Graph. 9, 66, simulation of simplicity"
 */
final class ExactSide {
    private ExactSide() {}

    /**
     * Sign of det [n o] over the rows a, b, c, m: with det [n_a n_b n_c] > 0 it is positive when the point of a, b and c
     * lies on the inner side of m. Never 0.
     */
    static int sign(CellPlanes planes, int a, int b, int c, int m) {
        BigDecimal[][] rows = {planes.exact(a), planes.exact(b), planes.exact(c), planes.exact(m)};
        BigDecimal[] cofactors = {
            det(rows[1], rows[2], rows[3]).negate(),
            det(rows[0], rows[2], rows[3]),
            det(rows[0], rows[1], rows[3]).negate(),
            det(rows[0], rows[1], rows[2])
        };
        BigDecimal sum = BigDecimal.ZERO;
        for (int r = 0; r < 4; r++) {
            sum = sum.add(rows[r][3].multiply(cofactors[r]));
        }
        return sum.signum() != 0 ? sum.signum() : tieBreak(planes, new int[] {a, b, c, m}, cofactors);
    }

    /** Twice the offset of a bisector is |n|² + w_i − w_j: the first seed whose weight moves the sum decides. */
    private static int tieBreak(CellPlanes planes, int[] rows, BigDecimal[] cofactors) {
        TreeMap<Integer, BigDecimal> slopes = new TreeMap<>();
        for (int r = 0; r < 4; r++) {
            int label = planes.label(rows[r]);
            if (label >= 0) {
                slopes.merge(planes.seed(), cofactors[r], BigDecimal::add);
                slopes.merge(label, cofactors[r].negate(), BigDecimal::add);
            }
        }
        for (BigDecimal slope : slopes.values()) {
            if (slope.signum() != 0) {
                return slope.signum();
            }
        }
        throw new NumericalFailureException(
                Reason.DEGENERATE_TESSELLATION,
                "cell " + planes.seed() + " meets images of one seed in a single point; use a wider cell");
    }

    private static BigDecimal det(BigDecimal[] p, BigDecimal[] q, BigDecimal[] r) {
        return p[0].multiply(q[1].multiply(r[2]).subtract(q[2].multiply(r[1])))
                .add(p[1].multiply(q[2].multiply(r[0]).subtract(q[0].multiply(r[2]))))
                .add(p[2].multiply(q[0].multiply(r[1]).subtract(q[1].multiply(r[0]))));
    }
}
