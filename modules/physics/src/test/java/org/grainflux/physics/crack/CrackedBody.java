package org.grainflux.physics.crack;

import java.util.Collections;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.grainflux.fem.elasticity.BondedMesh;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.ElasticLoads;
import org.grainflux.fem.elasticity.ElasticSystem;
import org.grainflux.fem.elasticity.FacetSprings;
import org.grainflux.fem.elasticity.PrescribedDisplacements;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.BrickLattice;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;

/**
 * A plate of four leaning or upright columns of grains, bonded but for a crack on the boundary in its middle and for the cut
 * that makes it a strip. Lengths in units of its height, stresses in units of E.
 */
final class CrackedBody {
    static final double NU = 0.26;
    static final double HEIGHT = 1;
    /** Of the seam across the period, against E/height: as good as bonded. */
    private static final double SEAM = 1e5;

    final double width;
    final double lean;
    private final SimplexMesh split;
    private final boolean cut;
    private final double fromY;
    private final double toY;
    final ElasticBody body;

    private CrackedBody(double width, double leanRad, double fromY, double toY, SimplexMesh split, boolean cut) {
        this.width = width;
        this.lean = leanRad;
        this.fromY = fromY;
        this.toY = toY;
        this.split = split;
        this.cut = cut;
        BondedMesh bonded = BondedMesh.of(split, f -> !isCut(f) && !isCrack(f));
        this.body = new ElasticBody(
                bonded.mesh(),
                Collections.nCopies(4, StiffnessTensor.isotropic(1, NU)).toArray(new StiffnessTensor[0]),
                FacetSprings.uniform(16, SEAM, SEAM),
                f -> cut || isCrackOf(bonded.mesh(), f));
    }

    /**
     * Cut open at x = 0: a strip whose ends are the cut.
     *
     * @param tipSize element size at the ends of the crack
     */
    static CrackedBody strip(double width, double fromY, double toY, double tipSize, double growth) {
        double upright = 0.5 * Math.PI;
        return new CrackedBody(width, upright, fromY, toY, mesh(width, upright, fromY, toY, tipSize, growth), true);
    }

    /** Periodic along x, with a crack that leans. */
    static CrackedBody leaning(double width, double leanRad, double fromY, double toY, double tipSize, double growth) {
        return new CrackedBody(width, leanRad, fromY, toY, mesh(width, leanRad, fromY, toY, tipSize, growth), false);
    }

    /** The same mesh with a crack of other ends, which must be nodes. */
    CrackedBody withCrack(double from, double to) {
        return new CrackedBody(width, lean, from, to, split, cut);
    }

    /** The mesh before anything is bonded. */
    SimplexMesh split() {
        return split;
    }

    /** Whether an interface facet of {@link #split()} belongs to the crack. */
    boolean isInCrack(int facet) {
        return isCrack(facet);
    }

    /** Whether an interface facet of {@link #split()} belongs to the crack or to the cut that makes a strip. */
    boolean isFree(int facet) {
        return isCrack(facet) || isCut(facet);
    }

    private static SimplexMesh mesh(
            double width, double lean, double fromY, double toY, double tipSize, double growth) {
        MicrostructureSpec spec = new MicrostructureSpec(
                2,
                new double[] {width, HEIGHT},
                HEIGHT,
                Seeding.BRICKS,
                MicrostructureSpec.DEFAULT_HARD_CORE_RATIO,
                0,
                0,
                0,
                0,
                new BrickLattice(BrickLattice.Shape.BRICK, 4, 0, 1, 0, lean));
        Microstructure plate = MicrostructureGenerator.generate(spec, new SplittableRandom(1), new SplittableRandom(1));
        double[][] tips = {{middle(width, lean, fromY), fromY}, {middle(width, lean, toY), toY}};
        MeshGrading grading = new MeshGrading(HEIGHT, HEIGHT, HEIGHT / 4, HEIGHT / 10, growth, tips, tipSize);
        return GrainMesher.mesh(plate, grading);
    }

    /** x of the middle boundary at a height. */
    private static double middle(double width, double lean, double y) {
        return 0.5 * width + y / Math.tan(lean);
    }

    double middle(double y) {
        return middle(width, lean, y);
    }

    private double midX(int facet) {
        InterfaceFacets facets = split.interfaces();
        return 0.5
                * (split.coordinateM(facets.minusNode(facet, 0), 0) + split.coordinateM(facets.minusNode(facet, 1), 0));
    }

    private double midY(int facet) {
        InterfaceFacets facets = split.interfaces();
        return 0.5
                * (split.coordinateM(facets.minusNode(facet, 0), 1) + split.coordinateM(facets.minusNode(facet, 1), 1));
    }

    private boolean isOn(int facet, double x0) {
        double offset = midX(facet) - midY(facet) / Math.tan(lean) - x0;
        return Math.abs(Math.IEEEremainder(offset, width)) < 1e-6;
    }

    private boolean isCut(int facet) {
        return isOn(facet, 0);
    }

    private boolean isCrack(int facet) {
        return isOn(facet, 0.5 * width) && midY(facet) > fromY && midY(facet) < toY;
    }

    /** Whether an interface facet of the body belongs to the crack, not to the cut or seam. */
    boolean isCrackOfBody(int facet) {
        return isCrackOf(body.mesh(), facet);
    }

    private boolean isCrackOf(SimplexMesh mesh, int facet) {
        InterfaceFacets facets = mesh.interfaces();
        double x = 0;
        double y = 0;
        for (int c = 0; c < 2; c++) {
            x += 0.5 * mesh.coordinateM(facets.minusNode(facet, c), 0);
            y += 0.5 * mesh.coordinateM(facets.minusNode(facet, c), 1);
        }
        return Math.abs(x - middle(y)) < 1e-6;
    }

    CrackTip upper() {
        return new CrackTip(middle(toY), toY, lean);
    }

    CrackTip lower() {
        return new CrackTip(middle(fromY), fromY, lean + Math.PI);
    }

    double pressure(int facet, double crackPa, double cutPa) {
        return isCrackOfBody(facet) ? crackPa : cutPa;
    }

    /** Pressure in the crack, pressure on the cut (tension when negative); held against moving as a whole only. */
    ElasticField solve(double crackPa, double cutPa) {
        return solve(new ElasticLoads(body).openingPressure(f -> pressure(f, crackPa, cutPa)));
    }

    ElasticField solve(ElasticLoads loads) {
        int left = nearest(0.3 * width, HEIGHT);
        int right = nearest(0.95 * width + HEIGHT / Math.tan(lean), HEIGHT);
        PrescribedDisplacements supports = new PrescribedDisplacements(body.mesh())
                .node(left, 0, 0)
                .node(left, 1, 0)
                .node(right, 1, 0);
        return ElasticSystem.of(body, supports).solve(loads);
    }

    /** Tension along y on both electrodes of a periodic body, which keeps its width. */
    ElasticField pull(double tensionPa) {
        ElasticLoads loads = new ElasticLoads(body).pressure(0, -tensionPa).pressure(1, -tensionPa);
        int held = nearest(0.3 * width, HEIGHT);
        PrescribedDisplacements supports =
                new PrescribedDisplacements(body.mesh()).node(held, 0, 0).node(held, 1, 0);
        return ElasticSystem.of(body, supports).solve(loads);
    }

    private int nearest(double x, double y) {
        SimplexMesh mesh = body.mesh();
        return IntStream.range(0, mesh.nodeCount())
                .boxed()
                .min(Comparator.comparingDouble(
                        v -> Math.hypot(mesh.coordinateM(v, 0) - x, mesh.coordinateM(v, 1) - y)))
                .orElseThrow();
    }

    /** Distance from the tip to the nearest node of its boundary ahead. */
    double facetAhead(CrackTip tip) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < body.mesh().nodeCount(); v++) {
            double x = body.mesh().coordinateM(v, 0);
            double y = body.mesh().coordinateM(v, 1);
            double ahead = tip.aheadM(x, y);
            if (ahead > 1e-9 && Math.abs(tip.leftM(x, y)) < 1e-9) {
                nearest = Math.min(nearest, ahead);
            }
        }
        return nearest;
    }
}
