package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.elasticity.BondedMesh;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticLoads;
import org.grainflux.fem.elasticity.ElasticityAssembler;
import org.grainflux.fem.elasticity.FacetSprings;
import org.grainflux.fem.elasticity.PrescribedDisplacements;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.SimplexMesh;

/** A box of block-shaped grains on a jittered mesh, clamped at its low side of axis 0 and bent by its weight. */
record ElasticBox(ElasticBody body, CsrMatrix matrix, double[] load, double[] coordinates) {
    /** Largest move of a point, in cells: no simplex comes near to turning over. */
    private static final double JITTER = 0.15;

    /** A box with all at choice; by default a unit box of one isotropic grain. */
    static final class Recipe {
        private final int[] cells;
        private double[][] map;
        private int grainsPerSide = 1;
        private IntFunction<StiffnessTensor> materials = grain -> StiffnessTensor.isotropic(1, 0.26);
        private double springs = Double.POSITIVE_INFINITY;

        Recipe(int... cells) {
            this.cells = cells;
            double[] edges = new double[cells.length];
            Arrays.fill(edges, 1);
            this.map = StructuredMesh.box(edges);
        }

        Recipe map(double[][] edges) {
            map = edges;
            return this;
        }

        Recipe grains(int perSide) {
            grainsPerSide = perSide;
            return this;
        }

        Recipe materials(IntFunction<StiffnessTensor> ofGrain) {
            materials = ofGrain;
            return this;
        }

        /** Stiffness per area of all boundaries; the box has edge 1 and grains about E = 1. */
        Recipe springs(double stiffness) {
            springs = stiffness;
            return this;
        }

        ElasticBox build() {
            int d = cells.length;
            SimplexMesh mesh = jittered(StructuredMesh.of(cells, map, this::grain));
            FacetSprings facets = FacetSprings.none();
            if (springs == Double.POSITIVE_INFINITY) {
                mesh = BondedMesh.of(mesh, facet -> true).mesh();
            } else {
                int tags = 0;
                for (int f = 0; f < mesh.interfaces().count(); f++) {
                    tags = Math.max(tags, mesh.interfaces().tag(f) + 1);
                }
                facets = FacetSprings.uniform(tags, springs, springs);
            }
            StiffnessTensor[] tensors = new StiffnessTensor[(int) Math.pow(grainsPerSide, d)];
            Arrays.setAll(tensors, materials);
            ElasticBody body = ElasticBody.closed(mesh, tensors, facets);
            double[] clamp = new double[d];
            PrescribedDisplacements supports =
                    new PrescribedDisplacements(mesh).border(0, (point, region, value) -> Arrays.fill(value, 0));
            double[] weight = new ElasticLoads(body)
                    .bodyForce((point, region, force) -> force[clamp.length - 1] = -1)
                    .vector();
            LinearSystem system =
                    DirichletElimination.of(ElasticityAssembler.stiffness(body), weight, supports.valuesM());
            return new ElasticBox(body, system.matrix(), system.load(), coordinates(mesh));
        }

        private int grain(int[] cell) {
            int grain = 0;
            for (int k = 0; k < cell.length; k++) {
                grain = grain * grainsPerSide + cell[k] * grainsPerSide / cells[k];
            }
            return grain;
        }

        /** Moves all copies of a point alike, and points on the sides not at all. */
        private SimplexMesh jittered(SimplexMesh mesh) {
            int d = cells.length;
            double[] moved = coordinates(mesh);
            double[] low = new double[d];
            double[] high = new double[d];
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            for (int u = 0; u < moved.length; u++) {
                low[u % d] = Math.min(low[u % d], moved[u]);
                high[u % d] = Math.max(high[u % d], moved[u]);
            }
            boolean upright = isUpright();
            for (int i = 0; upright && i < mesh.nodeCount(); i++) {
                Random random = new Random(Arrays.hashCode(Arrays.copyOfRange(moved, i * d, (i + 1) * d)));
                for (int k = 0; k < d; k++) {
                    double move = JITTER * (2 * random.nextDouble() - 1) * map[k][k] / cells[k];
                    boolean inside = moved[i * d + k] > low[k] && moved[i * d + k] < high[k];
                    moved[i * d + k] += inside ? move : 0;
                }
            }
            int[] elementNodes = new int[mesh.elementCount() * (d + 1)];
            Arrays.setAll(elementNodes, k -> mesh.elementNode(k / (d + 1), k % (d + 1)));
            int[] regions = new int[mesh.elementCount()];
            Arrays.setAll(regions, mesh::elementRegion);
            return new SimplexMesh(d, moved, elementNodes, regions, mesh.interfaces(), mesh.borders());
        }

        private boolean isUpright() {
            for (int i = 0; i < map.length; i++) {
                for (int j = 0; j < map.length; j++) {
                    if (i != j && map[i][j] != 0) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** Nodes × dimension. */
    private static double[] coordinates(SimplexMesh mesh) {
        int d = mesh.dimension();
        double[] coordinates = new double[mesh.nodeCount() * d];
        Arrays.setAll(coordinates, u -> mesh.coordinateM(u / d, u % d));
        return coordinates;
    }

    int dimension() {
        return body.mesh().dimension();
    }

    ElasticMultigridSolver solver() {
        return ElasticMultigridSolver.of(matrix, coordinates, dimension());
    }
}
