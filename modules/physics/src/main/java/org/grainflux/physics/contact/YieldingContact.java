package org.grainflux.physics.contact;

import java.util.function.DoubleUnaryOperator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.Require;
import org.grainflux.fem.elasticity.UnilateralContact;
import org.grainflux.fem.elasticity.UnilateralContact.Pressed;

/**
 * An elastic, perfectly plastic solid (lithium) and a rigid, rough one (the ceramic) pressed together: the pressure of a contact
 * cannot exceed H = c σ_y(w), where w is the size of the contact itself. Small contacts are strong and stay elastic (Hertz), large
 * ones flow until they carry the load at their yield stress. Hardening and creep are left out.
 *
 * @param surface of the lithium
 * @param yieldPa σ_y of a size, m → Pa; not rising
 * @param hardnessFactor c: 3 for asperities (Tabor 1951); (2 + π)/√3 = 2.97 for a strip in plane strain (Prandtl 1920, von Mises)
 * @param sizeM size of a contact from its area (3D, m²) or width (2D, m) in the mesh: where symmetry halves it, twice the width
 */
public record YieldingContact(
        UnilateralContact surface, DoubleUnaryOperator yieldPa, double hardnessFactor, DoubleUnaryOperator sizeM) {
    /** Relative, of the size: far below a cell of any mesh. */
    private static final double TOLERANCE = 1e-6;

    private static final int MOST_HALVINGS = 80;
    /** The search starts this far below and above the size of the elastic contact. */
    private static final double RANGE = 1e3;

    public YieldingContact {
        Require.positive("hardness factor", hardnessFactor, "");
    }

    /**
     * A loaded contact.
     *
     * @param limitPa largest pressure at its size
     * @param searches contact problems solved
     */
    public record Result(Pressed pressed, double limitPa, double sizeM, int searches) {}

    /**
     * @param gapM per candidate node of the surface the distance to the rough solid when it first touches
     * @param forceN on the mesh, N (3D) or N/m (2D)
     * @throws org.grainflux.core.InvalidInputException when all nodes that may touch cannot carry the force
     */
    public Result press(double[] gapM, double forceN) {
        Pressed elastic = surface.press(gapM, forceN);
        double elasticSizeM = sizeM.applyAsDouble(elastic.contactArea());
        double limitPa = limitPa(elasticSizeM);
        int searches = 1;
        if (highestPa(elastic) <= limitPa) {
            return new Result(elastic, limitPa, elasticSizeM, searches);
        }
        // A larger size means a lower limit and a wider contact, by less than in proportion: the two meet once.
        double low = Math.log(elasticSizeM);
        double high = Math.log(elasticSizeM * RANGE);
        for (int k = 0; k < MOST_HALVINGS; k++) {
            double middle = 0.5 * (low + high);
            double assumedM = Math.exp(middle);
            double limit = limitPa(assumedM);
            searches++;
            if (!carries(limit, forceN)) {
                high = middle;
                continue;
            }
            Pressed pressed = surface.press(gapM, forceN, limit);
            if (high - low < TOLERANCE) {
                return new Result(pressed, limit, assumedM, searches);
            }
            if (sizeM.applyAsDouble(pressed.contactArea()) > assumedM) {
                low = middle;
            } else {
                high = middle;
            }
        }
        throw new NumericalFailureException(
                Reason.ITERATION_LIMIT,
                "the size of a yielding contact is not found in " + MOST_HALVINGS + " halvings");
    }

    private double limitPa(double contactSizeM) {
        return hardnessFactor * yieldPa.applyAsDouble(contactSizeM);
    }

    private boolean carries(double limit, double forceN) {
        double area = 0;
        for (int i = 0; i < surface.candidateCount(); i++) {
            area += surface.area(i);
        }
        return limit * area > forceN;
    }

    private static double highestPa(Pressed pressed) {
        double highest = 0;
        for (int i = 0; i < pressed.areas().length; i++) {
            highest = Math.max(highest, pressed.pressurePa(i));
        }
        return highest;
    }
}
