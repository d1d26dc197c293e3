package org.grainflux.physics.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.ElasticLoads;
import org.grainflux.fem.elasticity.ElasticSystem;
import org.grainflux.fem.elasticity.PrescribedDisplacements;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.LinearSolver;

/**
 * A polycrystal between its electrodes, factored once for all loads. What is given as a mean (lateral stress, pressure of
 * rigid plates) is met by superposition: one unit field each, solved once, and a small linear system.
 */
public final class ElasticPolycrystal {
    private static final int LOWER = 0;
    private static final int UPPER = 1;

    private final ElasticBody body;
    private final SimplexMesh mesh;
    private final int last;
    private final double areaM2;
    private final ElectrodeSupport support;
    private final ElasticSystem system;
    private final PeriodicStress periodic;
    private final ElectrodeTractions electrodes;
    /** Unit mean strains of the periodic axes, then unit approach of the plates; made when first needed. */
    private final List<Unit> units = new ArrayList<>();

    /** A field of no load but one unit mean. @param gradient null for the plates */
    private record Unit(int i, int j, double[] gradient, ElasticField field) {}

    private ElasticPolycrystal(
            ElasticBody body,
            double[] sizeM,
            ElectrodeSupport support,
            BiFunction<ElasticBody, PrescribedDisplacements, ElasticSystem> method) {
        this.body = body;
        this.mesh = body.mesh();
        this.last = mesh.dimension() - 1;
        double product = 1;
        for (int axis = 0; axis < last; axis++) {
            product *= sizeM[axis];
        }
        this.areaM2 = product;
        this.support = support;
        this.system = method.apply(body, supports(0));
        this.periodic = new PeriodicStress(mesh, sizeM);
        this.electrodes = new ElectrodeTractions(mesh);
    }

    /**
     * Assembles and factors by sparse Cholesky.
     *
     * @param body border facets tagged 0 (lower electrode) and 1 (upper electrode)
     * @param sizeM edge lengths of the cell, one per axis, all but the last periodic
     * @throws NumericalFailureException with NOT_POSITIVE_DEFINITE when open facets split a part off
     */
    public static ElasticPolycrystal of(ElasticBody body, double[] sizeM, ElectrodeSupport support) {
        return new ElasticPolycrystal(body, sizeM, support, ElasticSystem::of);
    }

    /** As above by another method than Cholesky, for large volumes. @param method makes the solver of the supported matrix */
    public static ElasticPolycrystal of(
            ElasticBody body, double[] sizeM, ElectrodeSupport support, Function<CsrMatrix, LinearSolver> method) {
        return new ElasticPolycrystal(
                body, sizeM, support, (loaded, supports) -> ElasticSystem.of(loaded, supports, method));
    }

    /** @throws NumericalFailureException when the load cannot be carried */
    public StressField solve(MechanicalLoad load) {
        // 1. Loads with all means held at zero.
        ElasticLoads loads = new ElasticLoads(body);
        if (load.eigenstrains() != null) {
            loads.eigenstrain(load.eigenstrains());
        }
        loads.openingPressure(load.flawPressurePa());
        double[] electrodeLoad = loads.vector();
        if (support == ElectrodeSupport.SOFT) {
            loads.pressure(LOWER, load.stackPressurePa()).pressure(UPPER, load.stackPressurePa());
        }
        double[] withElectrodes = loads.vector();
        Arrays.setAll(electrodeLoad, i -> withElectrodes[i] - electrodeLoad[i]);
        double[] displacementM = system.solve(loads).displacementsM();
        // 2. As much of each unit field as meets the means.
        List<Unit> needed = needed(load);
        double[] amounts = amounts(load, needed, new ElasticField(loads, displacementM));
        for (int m = 0; m < amounts.length; m++) {
            Unit unit = needed.get(m);
            double[] ofUnit = unit.field.displacementsM();
            for (int i = 0; i < displacementM.length; i++) {
                displacementM[i] += amounts[m] * ofUnit[i];
            }
            if (unit.gradient != null) {
                double amount = amounts[m];
                loads.meanGradient(
                        Arrays.stream(unit.gradient).map(h -> amount * h).toArray());
            }
        }
        // 3. Stresses, and what the electrodes do.
        ElasticField field = new ElasticField(loads, displacementM);
        double[] forcesN = system.reactions(loads, field);
        for (int i = 0; i < forcesN.length; i++) {
            forcesN[i] += electrodeLoad[i];
        }
        return new StressField(
                field, load.flawPressurePa(), electrodes.normalPa(forcesN), lateralStress(field, load), amounts);
    }

    public ElasticBody body() {
        return body;
    }

    private List<Unit> needed(MechanicalLoad load) {
        if (units.isEmpty()) {
            makeUnits();
        }
        return units.stream()
                .filter(unit -> unit.gradient == null || !load.lateral().confined())
                .toList();
    }

    private void makeUnits() {
        int d = mesh.dimension();
        for (int i = 0; i < last; i++) {
            for (int j = i; j < last; j++) {
                double[] gradient = new double[d * d];
                gradient[i * d + j] += 0.5;
                gradient[j * d + i] += 0.5;
                ElasticLoads loads = new ElasticLoads(body).meanGradient(gradient);
                units.add(new Unit(i, j, gradient, system.solve(loads)));
            }
        }
        if (support == ElectrodeSupport.RIGID) {
            ElasticField field = system.solve(new ElasticLoads(body), supports(1));
            units.add(new Unit(last, last, null, field));
        }
    }

    private double[] amounts(MechanicalLoad load, List<Unit> needed, ElasticField base) {
        int n = needed.size();
        if (n == 0) {
            return new double[0];
        }
        DMatrixRMaj responses = new DMatrixRMaj(n, n);
        DMatrixRMaj missing = new DMatrixRMaj(n, 1);
        for (int row = 0; row < n; row++) {
            Unit mean = needed.get(row);
            double target = mean.gradient == null
                    ? -load.stackPressurePa()
                    : mean.i == mean.j ? load.lateral().meanStressPa() : 0;
            double flaws = mean.gradient == null
                    ? plateStress(base)
                    : periodic.at(base, mean.i, mean.j, load.flawPressurePa());
            missing.set(row, 0, target - flaws);
            for (int column = 0; column < n; column++) {
                ElasticField field = needed.get(column).field;
                responses.set(
                        row,
                        column,
                        mean.gradient == null ? plateStress(field) : periodic.at(field, mean.i, mean.j, facet -> 0));
            }
        }
        DMatrixRMaj amounts = new DMatrixRMaj(n, 1);
        if (!CommonOps_DDRM.solve(responses, missing, amounts)) {
            throw new NumericalFailureException(
                    Reason.NOT_POSITIVE_DEFINITE, "open facets cut the cell through: it carries no mean stress");
        }
        return amounts.data;
    }

    /** Mean normal stress at the upper plate. */
    private double plateStress(ElasticField field) {
        double[] reactions = system.reactions(field.loads(), field);
        double sum = 0;
        for (int node : new BorderAssembler(mesh).nodes(UPPER)) {
            sum += reactions[node * mesh.dimension() + last];
        }
        return sum / areaM2;
    }

    private double[] lateralStress(ElasticField field, MechanicalLoad load) {
        double[] stressPa = new double[last];
        Arrays.setAll(stressPa, axis -> periodic.at(field, axis, axis, load.flawPressurePa()));
        return stressPa;
    }

    /** One node held against translation; a periodic cell cannot turn. Plates hold their side along the last axis. */
    private PrescribedDisplacements supports(double upperM) {
        PrescribedDisplacements given = new PrescribedDisplacements(mesh);
        int node = mesh.elementNode(0, 0);
        for (int axis = 0; axis < last; axis++) {
            given.node(node, axis, 0);
        }
        if (support == ElectrodeSupport.RIGID) {
            return given.border(LOWER, last, 0).border(UPPER, last, upperM);
        }
        return given.node(node, last, 0);
    }
}
