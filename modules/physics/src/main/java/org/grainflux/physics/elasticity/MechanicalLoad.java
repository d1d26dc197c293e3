package org.grainflux.physics.elasticity;

import java.util.function.IntToDoubleFunction;
import org.grainflux.core.InvalidInputException;

/**
 * What acts on a polycrystal.
 *
 * @param stackPressurePa mean pressure on both electrodes, compression positive
 * @param lateral what holds the sides
 * @param flawPressurePa pressure of the lithium in an open facet, by interface facet; facets that hold are not asked
 * @param eigenstrains ε* per grain: xx, yy, zz, yz, xz, xy (shear as 2ε); null for none
 */
public record MechanicalLoad(
        double stackPressurePa, LateralCondition lateral, IntToDoubleFunction flawPressurePa, double[][] eigenstrains) {
    public MechanicalLoad {
        if (!Double.isFinite(stackPressurePa)) {
            throw new InvalidInputException("stack pressure must be finite, got " + stackPressurePa + " Pa");
        }
    }

    /** Stack pressure alone. */
    public static MechanicalLoad stack(double pressurePa, LateralCondition lateral) {
        return new MechanicalLoad(pressurePa, lateral, facet -> 0, null);
    }

    public MechanicalLoad withFlaws(IntToDoubleFunction pressurePa) {
        return new MechanicalLoad(stackPressurePa, lateral, pressurePa, eigenstrains);
    }

    public MechanicalLoad withEigenstrains(double[][] strains) {
        return new MechanicalLoad(stackPressurePa, lateral, flawPressurePa, strains);
    }
}
