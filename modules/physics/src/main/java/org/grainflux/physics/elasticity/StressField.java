package org.grainflux.physics.elasticity;

import java.util.function.IntToDoubleFunction;
import org.grainflux.fem.assembly.SimplexGeometry;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.FacetSides;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.SimplexMesh;

/** Stresses of a loaded polycrystal, Pa, tension positive; six components xx, yy, zz, yz, xz, xy. */
public final class StressField {
    private final ElasticField field;
    private final IntToDoubleFunction flawPressurePa;
    private final FacetSides sides;
    /** elements × 6. */
    private final double[] elementsPa;

    private final double[] electrodesPa;
    private final double[] lateralPa;
    private final double[] amounts;

    StressField(
            ElasticField field,
            IntToDoubleFunction flawPressurePa,
            double[] electrodesPa,
            double[] lateralPa,
            double[] amounts) {
        this.field = field;
        this.flawPressurePa = flawPressurePa;
        this.sides = new FacetSides(field.body().mesh());
        this.electrodesPa = electrodesPa;
        this.lateralPa = lateralPa;
        this.amounts = amounts;
        int elements = field.body().mesh().elementCount();
        elementsPa = new double[elements * StiffnessTensor.COMPONENTS];
        double[] stressPa = new double[StiffnessTensor.COMPONENTS];
        for (int e = 0; e < elements; e++) {
            field.stress(e, stressPa);
            System.arraycopy(stressPa, 0, elementsPa, e * StiffnessTensor.COMPONENTS, StiffnessTensor.COMPONENTS);
        }
    }

    /** Displacements, energies and jumps. */
    public ElasticField elastic() {
        return field;
    }

    /** One component of the stress of an element. @param component 0 … 5 */
    public double elementPa(int element, int component) {
        return elementsPa[element * StiffnessTensor.COMPONENTS + component];
    }

    /** (σ_xx + σ_yy + σ_zz)/3 of an element. */
    public double meanPa(int element) {
        return (elementPa(element, 0) + elementPa(element, 1) + elementPa(element, 2)) / 3;
    }

    /** Volume averages: grains × 6. */
    public double[][] grainAveragesPa() {
        SimplexMesh mesh = field.body().mesh();
        double[][] averages = new double[field.body().regions().length][StiffnessTensor.COMPONENTS];
        double[] volumes = new double[averages.length];
        SimplexGeometry geometry = new SimplexGeometry(mesh.dimension());
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            int grain = mesh.elementRegion(e);
            volumes[grain] += geometry.measure();
            for (int k = 0; k < StiffnessTensor.COMPONENTS; k++) {
                averages[grain][k] += geometry.measure() * elementPa(e, k);
            }
        }
        for (int grain = 0; grain < averages.length; grain++) {
            for (int k = 0; k < StiffnessTensor.COMPONENTS; k++) {
                averages[grain][k] /= volumes[grain];
            }
        }
        return averages;
    }

    /** Mean normal stress across a boundary facet; minus the pressure of its lithium where it is open. */
    public double boundaryNormalPa(int facet) {
        if (field.body().open().test(facet)) {
            return -flawPressurePa.applyAsDouble(facet);
        }
        int d = field.body().mesh().dimension();
        double[] normal = new double[d];
        double[] tractionPa = new double[d];
        sides.interfaceNormal(facet, normal);
        field.traction(facet, tractionPa);
        double sum = 0;
        for (int axis = 0; axis < d; axis++) {
            sum += normal[axis] * tractionPa[axis];
        }
        return sum;
    }

    /** Normal stress between the ceramic and its electrode at a border facet; compression by stack pressure is negative. */
    public double electrodeNormalPa(int borderFacet) {
        return electrodesPa[borderFacet];
    }

    /** Mean stress along a periodic axis: by the forces across the period, lithium in flaws included. */
    public double lateralStressPa(int axis) {
        return lateralPa[axis];
    }

    /** What was added of each unit field: mean strains of the periodic axes, then the way of the upper plate, m. */
    double[] amounts() {
        return amounts.clone();
    }
}
