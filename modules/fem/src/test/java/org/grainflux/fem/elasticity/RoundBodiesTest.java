package org.grainflux.fem.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed forms with circular borders, in plane strain; polygons approach circles with order 2. */
class RoundBodiesTest {
    private static final double YOUNG = 145;
    private static final double POISSON = 0.26;
    private static final StiffnessTensor SOLID = StiffnessTensor.isotropic(YOUNG, POISSON);

    /**
     * A thick cylinder under inner pressure (Lamé 1852; Timoshenko and Goodier 1970, §28): u(a) = (1 + ν) p a² [(1 − 2ν) a +
     * b²/a] / (E (b² − a²)), σ_r + σ_θ = 2 p a²/(b² − a²) everywhere.
     */
    @Test
    void aThickCylinderUnderInnerPressure() {
        double[] errors = new double[3];
        for (int level = 0; level < 3; level++) {
            SimplexMesh mesh = RoundMeshes.ring(1, 2, 8 << level, 16 << level);
            ElasticBody body = ElasticBody.closed(mesh, new StiffnessTensor[] {SOLID}, FacetSprings.none());
            PrescribedDisplacements symmetry =
                    new PrescribedDisplacements(mesh).border(2, 1, 0).border(3, 0, 0);
            ElasticField field = ElasticSystem.of(body, symmetry).solve(new ElasticLoads(body).pressure(0, 1));
            double exact = (1 + POISSON) / (YOUNG * 3) * ((1 - 2 * POISSON) + 4);
            int[] inner = new BorderAssembler(mesh).nodes(0);
            double mean = 0;
            for (int node : inner) {
                mean += Math.hypot(field.displacementM(node, 0), field.displacementM(node, 1)) / inner.length;
            }
            errors[level] = Math.abs(mean / exact - 1);
            double[] stress = new double[6];
            double meanInPlane = 0;
            double meanAxial = 0;
            for (int e = 0; e < mesh.elementCount(); e++) {
                field.stress(e, stress);
                meanInPlane += (stress[0] + stress[1]) / mesh.elementCount();
                meanAxial += stress[2] / mesh.elementCount();
            }
            assertThat(meanInPlane).isCloseTo(2.0 / 3, within(0.02 / (1 << level)));
            assertThat(meanAxial).isCloseTo(POISSON * meanInPlane, within(1e-12));
        }
        assertThat(errors[2]).isLessThan(1e-3);
        assertThat(Math.log(errors[1] / errors[2]) / Math.log(2)).isGreaterThan(1.9);
    }

    /**
     * A hole in a plate under tension: thrice the tension at the flank, minus once at the pole (Kirsch 1898). The tractions of
     * the infinite plate act on the outer circle. Along the free edge the only stress is E/(1 − ν²) times its stretch.
     */
    @Test
    void aHoleTriplesTheTension() {
        double[] flankErrors = new double[3];
        double[] poleErrors = new double[3];
        for (int level = 0; level < 3; level++) {
            SimplexMesh mesh = RoundMeshes.ring(1, 4, 16 << level, 16 << level);
            ElasticBody body = ElasticBody.closed(mesh, new StiffnessTensor[] {SOLID}, FacetSprings.none());
            PrescribedDisplacements symmetry =
                    new PrescribedDisplacements(mesh).border(2, 1, 0).border(3, 0, 0);
            ElasticField field = ElasticSystem.of(body, symmetry)
                    .solve(new ElasticLoads(body).traction(1, (p, region, t) -> kirsch(p, t)));
            double lowest = Double.POSITIVE_INFINITY;
            double highest = 0;
            for (int f = 0; f < mesh.borders().count(); f++) {
                if (mesh.borders().tag(f) == 0) {
                    double stress = YOUNG / (1 - POISSON * POISSON) * stretch(field, f);
                    lowest = Math.min(lowest, stress);
                    highest = Math.max(highest, stress);
                }
            }
            flankErrors[level] = Math.abs(highest - 3);
            poleErrors[level] = Math.abs(lowest + 1);
        }
        assertThat(flankErrors[2]).isLessThan(0.008);
        assertThat(poleErrors[2]).isLessThan(0.008);
        assertThat(Math.log(flankErrors[1] / flankErrors[2]) / Math.log(2)).isGreaterThan(0.95);
    }

    /** Tension 1 along x in an infinite plate with a hole of radius 1; traction on the circle through p. */
    private static void kirsch(double[] p, double[] t) {
        double angle = Math.atan2(p[1], p[0]);
        double s = 1 / (p[0] * p[0] + p[1] * p[1]);
        double radial = 0.5 * (1 - s) + 0.5 * (1 - 4 * s + 3 * s * s) * Math.cos(2 * angle);
        double shear = -0.5 * (1 + 2 * s - 3 * s * s) * Math.sin(2 * angle);
        t[0] = radial * Math.cos(angle) - shear * Math.sin(angle);
        t[1] = radial * Math.sin(angle) + shear * Math.cos(angle);
    }

    private static double stretch(ElasticField field, int borderFacet) {
        SimplexMesh mesh = field.body().mesh();
        int a = mesh.borders().node(borderFacet, 0);
        int b = mesh.borders().node(borderFacet, 1);
        double square = 0;
        double work = 0;
        for (int axis = 0; axis < 2; axis++) {
            double edge = mesh.coordinateM(b, axis) - mesh.coordinateM(a, axis);
            square += edge * edge;
            work += edge * (field.displacementM(b, axis) - field.displacementM(a, axis));
        }
        return work / square;
    }

    /**
     * A cylinder that swells by e in all directions within an infinite solid (Eshelby 1957), its border a spring layer. It is
     * under the uniform pressure p = (1 + ν_i) e / [(1 + ν_m)/E_m + (1 + ν_i)(1 − 2ν_i)/E_i + 1/(k a)], and the solid around it
     * moves by p (1 + ν_m) a²/(E_m r). For equal moduli and no spring p = E e / (2 (1 − ν)).
     */
    @ParameterizedTest
    @ValueSource(doubles = {60, 1000, Double.POSITIVE_INFINITY})
    void aSwellingInclusionIsUnderUniformPressure(double springPaPerM) {
        StiffnessTensor soft = StiffnessTensor.isotropic(60, 0.35);
        double radius = 0.5;
        double swelling = 0.01;
        double matrixCompliance = (1 + POISSON) / YOUNG;
        double pressure = 1.35 * swelling / (matrixCompliance + 1.35 * 0.3 / 60 + 1 / (springPaPerM * radius));
        double[] errors = new double[3];
        for (int level = 0; level < 3; level++) {
            SimplexMesh mesh = RoundMeshes.disc(16 << level, 8 << level);
            boolean bonded = Double.isInfinite(springPaPerM);
            ElasticBody body = bonded
                    ? ElasticBody.closed(
                            BondedMesh.of(mesh, facet -> true).mesh(),
                            new StiffnessTensor[] {soft, SOLID},
                            FacetSprings.none())
                    : ElasticBody.closed(
                            mesh,
                            new StiffnessTensor[] {soft, SOLID},
                            FacetSprings.uniform(1, springPaPerM, springPaPerM));
            VectorField outer = (p, region, u) -> {
                u[0] = pressure * matrixCompliance * radius * radius * p[0];
                u[1] = pressure * matrixCompliance * radius * radius * p[1];
            };
            PrescribedDisplacements supports = new PrescribedDisplacements(body.mesh())
                    .border(1, outer)
                    .border(3, outer)
                    .border(0, 0, 0)
                    .border(2, 1, 0);
            double[] strains = {swelling, swelling, swelling, 0, 0, 0};
            ElasticField field = ElasticSystem.of(body, supports)
                    .solve(new ElasticLoads(body).eigenstrain(new double[][] {strains, new double[6]}));
            errors[level] = pressureError(field, pressure);
        }
        // The field is uniform in the inclusion, so the error is that of the circle and of the displacements around it.
        assertThat(errors[2]).isLessThan(1e-3);
        assertThat(Math.log(errors[1] / errors[2]) / Math.log(2)).isGreaterThan(1.8);
    }

    /** Of the stresses within the inclusion, in the mean square, relative. */
    private static double pressureError(ElasticField field, double pressure) {
        SimplexMesh mesh = field.body().mesh();
        double[] stress = new double[6];
        double sum = 0;
        int count = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            if (mesh.elementRegion(e) == 0) {
                field.stress(e, stress);
                sum += Math.pow(stress[0] + pressure, 2)
                        + Math.pow(stress[1] + pressure, 2)
                        + 2 * Math.pow(stress[5], 2);
                count++;
            }
        }
        return Math.sqrt(sum / count) / pressure;
    }
}
