package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.fem.elasticity.BondedMesh;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.ElasticLoads;
import org.grainflux.fem.elasticity.ElasticSystem;
import org.grainflux.fem.elasticity.FacetSprings;
import org.grainflux.fem.elasticity.PrescribedDisplacements;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.elasticity.VectorField;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * A quarter of a thick disc with a penny-shaped crack of radius 1 in its middle plane: a square core around the axis and rings of
 * quadrilaterals around it, cut into triangles and extruded; rings and layers thin out from the front.
 */
final class PennyBody {
    static final double NU = 0.26;
    /** Outside it rings, inside a grid of squares bent to it. */
    private static final double CORE = 0.35;

    private final int half;
    private final double[] rings;
    private final double[] heights;
    private final int layers;
    private final int planeNodes;
    private final List<int[]> triangles = new ArrayList<>();
    final ElasticBody body;

    /**
     * @param half half the number of sectors of the quarter
     * @param finest size of the cells at the front
     * @param growth ratio of neighbouring cells
     * @param outer radius and half of the height of the body
     */
    PennyBody(int half, double finest, double growth, double outer) {
        this.half = half;
        List<Double> inward = levels(finest, growth, 1 - CORE);
        List<Double> outward = levels(finest, growth, outer - 1);
        this.rings = new double[inward.size() + outward.size() - 1];
        for (int k = 0; k < inward.size(); k++) {
            rings[k] = 1 - inward.get(inward.size() - 1 - k);
        }
        for (int k = 1; k < outward.size(); k++) {
            rings[inward.size() - 1 + k] = 1 + outward.get(k);
        }
        List<Double> up = levels(finest, growth, outer);
        this.layers = up.size() - 1;
        this.heights = new double[2 * layers + 1];
        for (int k = 0; k <= layers; k++) {
            heights[layers + k] = up.get(k);
            heights[layers - k] = -up.get(k);
        }
        this.planeNodes = half * half + (2 * half + 1) * rings.length;
        cutPlane();
        SimplexMesh split = mesh();
        BondedMesh bonded = BondedMesh.of(split, f -> !isInside(split, f));
        StiffnessTensor solid = StiffnessTensor.isotropic(1, NU);
        this.body = new ElasticBody(
                bonded.mesh(), new StiffnessTensor[] {solid, solid}, FacetSprings.uniform(1, 1, 1), f -> true);
    }

    /** Node of the core's grid; its outer sides are the first ring. */
    private int core(int i, int j) {
        if (i < half && j < half) {
            return j * half + i;
        }
        return ring(0, i == half ? j : 2 * half - i);
    }

    private int ring(int k, int sector) {
        return half * half + k * (2 * half + 1) + sector;
    }

    private void cutPlane() {
        for (int j = 0; j < half; j++) {
            for (int i = 0; i < half; i++) {
                // Diagonals from the axis outwards: on the bent corner the other one would be flat.
                addQuad(core(i, j), core(i + 1, j), core(i + 1, j + 1), core(i, j + 1));
            }
        }
        for (int k = 0; k + 1 < rings.length; k++) {
            for (int s = 0; s < 2 * half; s++) {
                addQuad(ring(k, s), ring(k + 1, s), ring(k + 1, s + 1), ring(k, s + 1));
            }
        }
    }

    private void addQuad(int a, int b, int c, int d) {
        triangles.add(new int[] {a, b, c});
        triangles.add(new int[] {a, c, d});
    }

    private double[] planePoint(int node) {
        if (node < half * half) {
            double x = CORE * (node % half) / half;
            double y = CORE * (node / half) / half;
            double largest = Math.max(x, y);
            // Squares near the axis, circles at the ring.
            double bend = largest / CORE;
            double toCircle = largest == 0 ? 1 : 1 - bend + bend * largest / Math.hypot(x, y);
            return new double[] {x * toCircle, y * toCircle};
        }
        int k = (node - half * half) / (2 * half + 1);
        int sector = (node - half * half) % (2 * half + 1);
        double angle = 0.25 * Math.PI * sector / half;
        return new double[] {sector == 2 * half ? 0 : rings[k] * Math.cos(angle), rings[k] * Math.sin(angle)};
    }

    /** 0, h, h(1 + g), … up to an end, with the last steps stretched to meet it. */
    private static List<Double> levels(double finest, double growth, double end) {
        int count = (int) Math.ceil(Math.log(1 + end / finest * (growth - 1)) / Math.log(growth));
        double scale = end * (growth - 1) / (Math.pow(growth, count) - 1);
        List<Double> levels = new ArrayList<>();
        for (int k = 0; k <= count; k++) {
            levels.add(scale * (Math.pow(growth, k) - 1) / (growth - 1));
        }
        return levels;
    }

    /** Nodes of the lower region come first; both regions have the middle plane. */
    private int node(int inPlane, int level, int region) {
        return (level + region) * planeNodes + inPlane;
    }

    private SimplexMesh mesh() {
        double[] coordinates = new double[3 * planeNodes * (2 * layers + 2)];
        for (int v = 0; v < coordinates.length / 3; v++) {
            double[] point = planePoint(v % planeNodes);
            int plane = v / planeNodes;
            coordinates[3 * v] = point[0];
            coordinates[3 * v + 1] = point[1];
            coordinates[3 * v + 2] = heights[plane <= layers ? plane : plane - 1];
        }
        int[] elements = new int[12 * triangles.size() * 2 * layers];
        int[] regions = new int[elements.length / 4];
        int e = 0;
        for (int level = 0; level < 2 * layers; level++) {
            int region = level < layers ? 0 : 1;
            for (int[] triangle : triangles) {
                // The corner with the largest number is left first, so that neighbours cut their common side alike.
                int[] corner = triangle.clone();
                int[] raised = new int[3];
                for (int step = 0; step < 3; step++, e++) {
                    int last = -1;
                    for (int c = 0; c < 3; c++) {
                        last = raised[c] == 0 && (last < 0 || corner[c] > corner[last]) ? c : last;
                    }
                    for (int c = 0; c < 3; c++) {
                        elements[4 * e + c] = node(corner[c], level + raised[c], region);
                    }
                    elements[4 * e + 3] = node(corner[last], level + 1, region);
                    raised[last] = 1;
                    regions[e] = region;
                }
            }
        }
        return new SimplexMesh(
                3, coordinates, elements, regions, middle(), new BorderFacets(3, new int[0], new int[0]));
    }

    private InterfaceFacets middle() {
        int[] minus = new int[3 * triangles.size()];
        int[] plus = new int[3 * triangles.size()];
        for (int f = 0; f < triangles.size(); f++) {
            for (int c = 0; c < 3; c++) {
                minus[3 * f + c] = node(triangles.get(f)[c], layers, 0);
                plus[3 * f + c] = node(triangles.get(f)[c], layers, 1);
            }
        }
        return new InterfaceFacets(3, new int[triangles.size()], minus, plus);
    }

    private static boolean isInside(SimplexMesh mesh, int facet) {
        double x = 0;
        double y = 0;
        for (int c = 0; c < 3; c++) {
            x += mesh.coordinateM(mesh.interfaces().minusNode(facet, c), 0) / 3;
            y += mesh.coordinateM(mesh.interfaces().minusNode(facet, c), 1) / 3;
        }
        return Math.hypot(x, y) < 1;
    }

    /** A pressure of 1 in the crack; planes of symmetry at x = 0 and y = 0, free elsewhere. */
    ElasticField solve() {
        SimplexMesh mesh = body.mesh();
        PrescribedDisplacements supports = new PrescribedDisplacements(mesh);
        for (int v = 0; v < mesh.nodeCount(); v++) {
            for (int axis = 0; axis < 2; axis++) {
                if (mesh.coordinateM(v, axis) == 0) {
                    supports.node(v, axis, 0);
                }
            }
        }
        supports.node(node(planeNodes - half, 0, 0), 2, 0);
        return ElasticSystem.of(body, supports).solve(new ElasticLoads(body).openingPressure(f -> 1));
    }

    /** Length of the front, a polygon: a quarter. */
    double frontLength() {
        return 4 * half * Math.sin(0.125 * Math.PI / half);
    }

    /** Radial and of length one inside the inner, none beyond the outer distance from the front. */
    static VectorField widening(double inner, double outer) {
        return (p, region, q) -> {
            double r = Math.hypot(p[0], p[1]);
            double weight = Math.max(0, Math.min(1, (outer - Math.hypot(r - 1, p[2])) / (outer - inner)));
            q[0] = r == 0 ? 0 : weight * p[0] / r;
            q[1] = r == 0 ? 0 : weight * p[1] / r;
            q[2] = 0;
        };
    }
}
