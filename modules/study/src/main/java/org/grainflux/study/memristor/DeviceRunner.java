package org.grainflux.study.memristor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.physics.memristor.CycleOutcome;
import org.grainflux.physics.memristor.CyclingProtocol;
import org.grainflux.physics.memristor.MemristorDevice;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.TableRows;
import org.grainflux.study.results.UnitResult;

/** Cycles one device at some electrodes under some protocols. */
public record DeviceRunner(MemristorStudy study) implements UnitRunner {
    /** Of each ramp in a recorded loop: a picture shows no more. */
    private static final int STEPS_PER_RAMP = 80;

    @Override
    public UnitResult run(WorkUnit unit) {
        List<LedgerRow> ledger = new ArrayList<>();
        List<CyclesRow> cycles = new ArrayList<>();
        List<LoopRow> loops = new ArrayList<>();
        for (String design : unit.designs()) {
            try {
                DeviceDraw draw = DeviceDraw.of(study, unit.structureIndex());
                List<LoopRow> own =
                        unit.structureIndex() < study.traces() ? loops(draw, study.design(design)) : List.of();
                cycles.add(cycles(draw, study.design(design)));
                loops.addAll(own);
                ledger.add(row(unit, design, LedgerRow.COMPLETED, "", ""));
            } catch (NumericalFailureException e) {
                ledger.add(row(unit, design, LedgerRow.FAILED, e.reason().name(), e.getMessage()));
            }
        }
        return UnitResult.of(
                ledger,
                List.of(
                        new TableRows<>(MemristorTables.CYCLES, cycles),
                        new TableRows<>(MemristorTables.LOOPS, loops)));
    }

    private static LedgerRow row(WorkUnit unit, String design, String state, String reason, String message) {
        return new LedgerRow(unit.structureIndex(), design, state, reason, message, 0, 0, Double.NaN);
    }

    private CyclesRow cycles(DeviceDraw draw, MemristorStudy.Design design) {
        MemristorDevice device = draw.form(design.electrode());
        CyclingProtocol protocol = design.protocol().cycle();
        device.resetAfterForming(protocol);
        int count = study.cycles();
        double[] setV = new double[count];
        double[] resetV = new double[count];
        double[] onA = new double[count];
        double[] offA = new double[count];
        double[] neckM = new double[count];
        for (int i = 0; i < count; i++) {
            Cancellation.point();
            CycleOutcome outcome = device.cycle(i + 1, protocol);
            setV[i] = outcome.setBiasV();
            resetV[i] = outcome.resetBiasV();
            onA[i] = outcome.onCurrentA();
            offA[i] = outcome.offCurrentA();
            neckM[i] = outcome.neckRadiusM();
        }
        if (!Arrays.stream(onA).allMatch(Double::isFinite)
                || !Arrays.stream(offA).allMatch(Double::isFinite)) {
            throw new NumericalFailureException(Reason.NOT_FINITE, "a current that was read is not finite");
        }
        double formingS = design.electrode()
                .forming()
                .crossingS(draw.cell(design.electrode()), study.ceramic().thicknessM());
        return new CyclesRow(
                draw.device(),
                design.name(),
                Double.isFinite(formingS) ? formingS : Double.NaN,
                device.formedRadiusM(),
                device.imbalance(),
                setV,
                resetV,
                onA,
                offA,
                neckM);
    }

    /** The same device once more, stopping at the points of its loops. */
    private List<LoopRow> loops(DeviceDraw draw, MemristorStudy.Design design) {
        MemristorDevice device = draw.form(design.electrode());
        CyclingProtocol protocol = design.protocol().cycle();
        device.resetAfterForming(protocol);
        Set<Integer> recorded = recordedCycles(study.cycles());
        List<LoopRow> rows = new ArrayList<>();
        for (int cycle = 1; cycle <= study.cycles(); cycle++) {
            Cancellation.point();
            if (!recorded.contains(cycle)) {
                device.cycle(cycle, protocol);
                continue;
            }
            List<double[]> points = new ArrayList<>();
            device.record(cycle, protocol, STEPS_PER_RAMP, (v, a) -> points.add(new double[] {v, a}));
            rows.add(new LoopRow(
                    draw.device(),
                    design.name(),
                    cycle,
                    points.stream().mapToDouble(point -> point[0]).toArray(),
                    points.stream().mapToDouble(point -> point[1]).toArray()));
        }
        return rows;
    }

    /** 1, 2, 5, 10, … and the last. */
    static Set<Integer> recordedCycles(int count) {
        Set<Integer> cycles = new TreeSet<>();
        for (int decade = 1; decade <= count; decade *= 10) {
            for (int step : new int[] {1, 2, 5}) {
                if (decade * step <= count) {
                    cycles.add(decade * step);
                }
            }
        }
        cycles.add(count);
        return cycles;
    }
}
