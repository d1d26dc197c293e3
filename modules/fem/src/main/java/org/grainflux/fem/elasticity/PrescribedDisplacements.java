package org.grainflux.fem.elasticity;

import java.util.Arrays;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/** Displacements that are given, component by component: rollers hold one axis, clamps all. Others are free. */
public final class PrescribedDisplacements {
    private final SimplexMesh mesh;
    private final double[] valuesM;

    public PrescribedDisplacements(SimplexMesh mesh) {
        this.mesh = mesh;
        this.valuesM = new double[mesh.nodeCount() * mesh.dimension()];
        Arrays.fill(valuesM, Double.NaN);
    }

    /** One component of one node. */
    public PrescribedDisplacements node(int node, int axis, double displacementM) {
        valuesM[node * mesh.dimension() + axis] = displacementM;
        return this;
    }

    /** One component along the whole border with a tag. */
    public PrescribedDisplacements border(int tag, int axis, double displacementM) {
        for (int node : new BorderAssembler(mesh).nodes(tag)) {
            node(node, axis, displacementM);
        }
        return this;
    }

    /** All components along the border with a tag, as a function of position. */
    public PrescribedDisplacements border(int tag, VectorField displacementM) {
        int d = mesh.dimension();
        BorderFacets facets = mesh.borders();
        FacetSides sides = new FacetSides(mesh);
        double[] pointM = new double[d];
        double[] value = new double[d];
        for (int f = 0; f < facets.count(); f++) {
            for (int c = 0; c < d && facets.tag(f) == tag; c++) {
                int node = facets.node(f, c);
                for (int axis = 0; axis < d; axis++) {
                    pointM[axis] = mesh.coordinateM(node, axis);
                }
                displacementM.at(pointM, mesh.elementRegion(sides.borderElement(f)), value);
                for (int axis = 0; axis < d; axis++) {
                    node(node, axis, value[axis]);
                }
            }
        }
        return this;
    }

    /** One per unknown, NaN where free; a copy. */
    public double[] valuesM() {
        return valuesM.clone();
    }
}
