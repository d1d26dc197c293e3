package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.ElasticLoads;
import org.grainflux.fem.elasticity.PrescribedDisplacements;
import org.grainflux.fem.elasticity.ReleasedFacets;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.elasticity.CubicElasticity;

/**
 * A plane polycrystal whose boundaries can be opened, factored once. Grains are isotropic and alike; boundaries are thin softer
 * layers, as springs. Periodic along the electrodes; the electrode a crack starts from is free, the other one slides without
 * friction.
 */
final class CrackedPolycrystal {
    private final int startElectrode;
    private final double youngsModulusPa;
    private final double poissonRatio;
    private final double widthM;
    private final double heightM;
    private final ReleasedFacets body;
    private final FacetNetwork facets;

    /**
     * @param boundarySizeM element size along all boundaries, m
     */
    CrackedPolycrystal(
            Microstructure structure,
            int startElectrode,
            FractureEnergies solid,
            MeshGrading grading,
            double boundarySizeM,
            BoundaryZone zone) {
        this.startElectrode = startElectrode;
        this.youngsModulusPa = solid.youngsModulusPa();
        this.poissonRatio = solid.poissonRatio();
        this.widthM = structure.sizeM()[0];
        this.heightM = structure.sizeM()[1];
        SimplexMesh mesh = GrainMesher.mesh(
                structure, grading.withExtraPoints(alongBoundaries(structure, boundarySizeM), boundarySizeM));
        StiffnessTensor[] grains = new StiffnessTensor[structure.grains().size()];
        Arrays.fill(grains, StiffnessTensor.isotropic(youngsModulusPa, poissonRatio));
        ElasticBody intact = ElasticBody.closed(
                mesh,
                grains,
                zone.springs(
                        structure.network().boundaries().size(),
                        CubicElasticity.isotropic(youngsModulusPa, poissonRatio)));
        PrescribedDisplacements supports = new PrescribedDisplacements(mesh).border(1 - startElectrode, 1, 0);
        supports.node(0, 0, 0);
        this.body = new ReleasedFacets(intact, supports);
        this.facets = new FacetNetwork(mesh, heightM);
    }

    private static double[][] alongBoundaries(Microstructure structure, double sizeM) {
        CellComplex complex = structure.complex();
        List<double[]> points = new ArrayList<>();
        for (int f = 0; f < complex.facetCount(); f++) {
            int pieces = (int) Math.ceil(complex.facetMeasure(f) / sizeM);
            for (int k = 0; k <= pieces && structure.network().boundaryOfFacet()[f] >= 0; k++) {
                double t = (double) k / pieces;
                double x = (1 - t) * complex.facetCornerM(f, 0, 0) + t * complex.facetCornerM(f, 1, 0);
                double y = (1 - t) * complex.facetCornerM(f, 0, 1) + t * complex.facetCornerM(f, 1, 1);
                points.add(new double[] {x - complex.sizeM(0) * Math.floor(x / complex.sizeM(0)), y});
            }
        }
        return points.toArray(new double[0][]);
    }

    FacetNetwork facets() {
        return facets;
    }

    ReleasedFacets body() {
        return body;
    }

    double widthM() {
        return widthM;
    }

    double heightM() {
        return heightM;
    }

    /** A pressure of 1 Pa in the whole crack. */
    ElasticField pressed() {
        return body.solve(new ElasticLoads(body.body()).openingPressure(f -> 1));
    }

    /**
     * The stress that is there without lithium.
     *
     * @param compressionPa along the electrodes, as a strain of the period, Pa
     * @param stackPressurePa on the electrodes, Pa; free to widen, so none of it turns along the electrodes
     */
    ElasticField rested(double compressionPa, double stackPressurePa) {
        double plane = 1 - poissonRatio * poissonRatio;
        // Along the electrodes: −σ = E/(1−ν²) (ε − …): the strain that leaves compression alone under the stack's
        // pressure.
        double strain =
                (-compressionPa * plane + stackPressurePa * poissonRatio * (1 + poissonRatio)) / youngsModulusPa;
        return body.solve(new ElasticLoads(body.body())
                .pressure(startElectrode, stackPressurePa)
                .meanGradient(new double[] {strain, 0, 0, 0}));
    }

    StressIntensity intensity(ElasticField field, CrackTip tip, double radiusM, double pressurePa) {
        return new InteractionIntegral(youngsModulusPa, poissonRatio, 0.3 * radiusM, radiusM, widthM)
                .at(field, tip, f -> pressurePa);
    }

    /** ∫ [u_n] ds over the open facets, m². */
    double volumeM2(ElasticField field) {
        // The work of a unit pressure on the opening is twice the energy it leaves.
        double[] load = new ElasticLoads(body.body()).openingPressure(f -> 1).vector();
        double sum = 0;
        for (int i = 0; i < load.length; i++) {
            sum += load[i] * field.displacementsM()[i];
        }
        return sum;
    }
}
