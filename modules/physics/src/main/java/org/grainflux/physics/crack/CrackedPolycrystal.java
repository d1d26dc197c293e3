package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.ElasticLoads;
import org.grainflux.fem.elasticity.FaceContact;
import org.grainflux.fem.elasticity.FacetSprings;
import org.grainflux.fem.elasticity.PrescribedDisplacements;
import org.grainflux.fem.elasticity.ReleasedFacets;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.RegionCut;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.elasticity.CubicElasticity;

/**
 * A plane polycrystal whose boundaries can be opened and whose grains can be cut. It is factored when it is first asked for a
 * field and after every cut; opening facets updates the factor. Grains are isotropic and alike; boundaries are thin softer
 * layers, as springs. Periodic along the electrodes; the electrode a crack starts from is free, the other one slides without
 * friction.
 */
final class CrackedPolycrystal {
    private final int startElectrode;
    private final double youngsModulusPa;
    private final double poissonRatio;
    private final double widthM;
    private final double heightM;
    private final int boundaries;
    private final StiffnessTensor[] grains;
    private final FacetSprings springs;
    private final RegionCut.Sizes sizes;
    private SimplexMesh mesh;
    private FacetNetwork facets;
    private boolean[] open;
    /** Null when the mesh is new and nothing has been solved on it. */
    private ReleasedFacets body;

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
        this.boundaries = structure.network().boundaries().size();
        this.grains = new StiffnessTensor[structure.grains().size()];
        Arrays.fill(grains, StiffnessTensor.isotropic(youngsModulusPa, poissonRatio));
        // Cuts are held by the springs of one more boundary until they are opened.
        this.springs = zone.springs(boundaries + 1, CubicElasticity.isotropic(youngsModulusPa, poissonRatio));
        this.sizes = new RegionCut.Sizes(boundarySizeM, heightM + widthM, grading.growth(), grading.interiorSizeM());
        SimplexMesh made = GrainMesher.mesh(
                structure, grading.withExtraPoints(alongBoundaries(structure, boundarySizeM), boundarySizeM));
        use(made, new boolean[made.interfaces().count()]);
    }

    private void use(SimplexMesh made, boolean[] opened) {
        mesh = made;
        open = opened;
        facets = new FacetNetwork(mesh, heightM, boundaries);
        body = null;
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

    /** The mesh as it is now; another one after a cut. */
    SimplexMesh mesh() {
        return mesh;
    }

    boolean isOpen(int facet) {
        return open[facet];
    }

    /** The faces of the crack: interface facets of the mesh whose minus and plus sides are free of each other. */
    int[] openFacets() {
        return IntStream.range(0, open.length).filter(f -> open[f]).toArray();
    }

    /** Opens facets. */
    void release(int... released) {
        if (body != null) {
            body.release(released);
        }
        for (int facet : released) {
            open[facet] = true;
        }
    }

    /**
     * Cuts the grain that lies in a direction from a point straight to its next boundary or crack face; nothing opens yet.
     * Facets that were cut before and are closed vanish, if they are of the same grain.
     *
     * @param point of {@link #facets()}, where the cut starts
     * @return first facet of the cut; from now on all numbers of points and facets are those of the new mesh
     */
    int cut(int point, double directionRad) {
        int[] found = sector(point, directionRad);
        RegionCut cut = RegionCut.of(
                mesh, mesh.elementRegion(found[0]), found[1], directionRad, f -> open[f], sizes, boundaries);
        boolean[] opened = new boolean[cut.mesh().interfaces().count()];
        for (int f = 0; f < opened.length; f++) {
            opened[f] = cut.facetOf(f) >= 0 && open[cut.facetOf(f)];
        }
        use(cut.mesh(), opened);
        return cut.firstCutFacet();
    }

    /** The element that lies in a direction from a point, and its node there. */
    private int[] sector(int point, double directionRad) {
        double cos = Math.cos(directionRad);
        double sin = Math.sin(directionRad);
        for (int e = 0; e < mesh.elementCount(); e++) {
            for (int c = 0; c < 3; c++) {
                int node = mesh.elementNode(e, c);
                if (facets.point(node) == point
                        && turn(node, mesh.elementNode(e, (c + 1) % 3), cos, sin) >= 0
                        && turn(node, mesh.elementNode(e, (c + 2) % 3), cos, sin) <= 0) {
                    return new int[] {e, node};
                }
            }
        }
        throw new NumericalFailureException(Reason.MESH_QUALITY, "no grain lies in the direction of a crack");
    }

    /** Positive where a direction turns left from the way between two nodes. */
    private double turn(int from, int to, double cos, double sin) {
        return (mesh.coordinateM(to, 0) - mesh.coordinateM(from, 0)) * sin
                - (mesh.coordinateM(to, 1) - mesh.coordinateM(from, 1)) * cos;
    }

    /** The body as it is now, factored. */
    ReleasedFacets body() {
        if (body == null) {
            boolean[] atFirst = open.clone();
            PrescribedDisplacements supports = new PrescribedDisplacements(mesh)
                    .border(1 - startElectrode, 1, 0)
                    .node(0, 0, 0);
            body = new ReleasedFacets(new ElasticBody(mesh, grains, springs, f -> atFirst[f]), supports);
        }
        return body;
    }

    int startElectrode() {
        return startElectrode;
    }

    double widthM() {
        return widthM;
    }

    double heightM() {
        return heightM;
    }

    /** A pressure of 1 Pa in the whole crack. */
    ElasticField pressed() {
        return body().solve(new ElasticLoads(body().body()).openingPressure(f -> 1));
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
        return body().solve(new ElasticLoads(body().body())
                .pressure(startElectrode, stackPressurePa)
                .meanGradient(new double[] {strain, 0, 0, 0}));
    }

    /** Of the faces that are open now. */
    FaceContact contact() {
        return new FaceContact(body());
    }

    /** @param pressurePa on both faces of open facets, by index */
    StressIntensity intensity(ElasticField field, CrackTip tip, double radiusM, IntToDoubleFunction pressurePa) {
        return new InteractionIntegral(youngsModulusPa, poissonRatio, 0.3 * radiusM, radiusM, widthM)
                .at(field, tip, pressurePa);
    }

    /** ∫ [u_n] ds over the open facets, m². */
    static double volumeM2(ElasticField field) {
        // The work of a unit pressure on the opening is twice the energy it leaves.
        double[] load = new ElasticLoads(field.body()).openingPressure(f -> 1).vector();
        double sum = 0;
        for (int i = 0; i < load.length; i++) {
            sum += load[i] * field.displacementsM()[i];
        }
        return sum;
    }
}
