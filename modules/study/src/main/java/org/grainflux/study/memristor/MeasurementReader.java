package org.grainflux.study.memristor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.FileSource;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.measured.LoopFeatures;
import org.grainflux.study.measured.MeasuredLoop;
import org.grainflux.study.measured.MeasuredTable;

/** Reads the measured tables of a study. */
public final class MeasurementReader {
    /** Loops that a figure shows. */
    private static final int MOST_LOOPS = 3;

    /** Points of a loop that a figure shows. */
    private static final int MOST_POINTS = 1000;

    /** Better than this no instrument and no reading of a curve is trusted. */
    private static final double LEAST_BIAS_ERROR = 0.01;

    private static final double LEAST_CURRENT_ERROR = 0.05;

    private MeasurementReader() {}

    /** @throws InvalidInputException when a file is missing or is no such table; the message names file and line */
    public static List<Measurement> read(MemristorStudy study, FileSource files) {
        List<Measurement> measurements = new ArrayList<>();
        for (MemristorStudy.MeasurementSite site : study.measurements()) {
            MeasuredTable table = MeasuredTable.read(site.file(), files.read(site.file()));
            measurements.add(site.loops() ? loops(study, site, table) : endurance(site, table));
        }
        return measurements;
    }

    private static Measurement endurance(MemristorStudy.MeasurementSite site, MeasuredTable table) {
        double[] ratio = table.onOffRatio();
        double[] cycle = table.cycle()
                .orElseGet(() ->
                        IntStream.rangeClosed(1, ratio.length).asDoubleStream().toArray());
        return new Measurement(site.name(), site.design(), List.of(), 0, List.of(), cycle, ratio);
    }

    private static Measurement loops(MemristorStudy study, MemristorStudy.MeasurementSite site, MeasuredTable table) {
        MemristorStudy.Design design = study.design(site.design());
        if (!design.protocol().isSweep()) {
            throw new InvalidInputException(site.file() + ": loops are measured by sweeps, and protocol "
                    + site.protocol() + " has pulses; give holds: endurance or another protocol");
        }
        List<MeasuredLoop> all = MeasuredLoop.of(site.file(), table);
        List<LoopFeatures> features = all.stream()
                .map(loop -> LoopFeatures.of(loop.biasV(), loop.currentA()))
                .toList();
        double floor = 2 * design.electrode().floorA();
        List<Measurement.Feature> found = new ArrayList<>();
        add(found, SwitchingFit.SET_BIAS, features, f -> -f.setBiasV(), LEAST_BIAS_ERROR);
        add(found, SwitchingFit.RESET_BIAS, features, LoopFeatures::resetBiasV, LEAST_BIAS_ERROR);
        add(found, SwitchingFit.ON_RESISTANCE, features, LoopFeatures::onOhm, LEAST_CURRENT_ERROR);
        // At the floor of the instrument the off current is a bound, and tells nothing of the ceramic.
        add(
                found,
                SwitchingFit.OFF_RESISTANCE,
                features,
                f -> f.offA() > floor ? -f.setBiasV() / 2 / f.offA() : Double.NaN,
                LEAST_CURRENT_ERROR);
        return new Measurement(site.name(), site.design(), shown(all), all.size(), found, new double[0], new double[0]);
    }

    private static void add(
            List<Measurement.Feature> found,
            String kind,
            List<LoopFeatures> features,
            ToDoubleFunction<LoopFeatures> value,
            double leastError) {
        double[] ln = features.stream()
                .mapToDouble(value)
                .filter(v -> v > 0 && Double.isFinite(v))
                .map(Math::log)
                .toArray();
        if (ln.length == 0) {
            return;
        }
        double mean = IntStream.range(0, ln.length).mapToDouble(i -> ln[i]).sum() / ln.length;
        double squares = 0;
        for (double x : ln) {
            squares += (x - mean) * (x - mean);
        }
        double standardError = ln.length < 2 ? 0 : Math.sqrt(squares / (ln.length - 1) / ln.length);
        found.add(new Measurement.Feature(kind, mean, Math.max(leastError, standardError)));
    }

    /** The first, a middle and the last one, thinned. */
    private static List<Measurement.Loop> shown(List<MeasuredLoop> loops) {
        int count = Math.min(MOST_LOOPS, loops.size());
        return IntStream.range(0, count)
                .mapToObj(i -> loops.get(count == 1 ? 0 : i * (loops.size() - 1) / (count - 1)))
                .map(loop -> {
                    int step = (loop.biasV().length + MOST_POINTS - 1) / MOST_POINTS;
                    int[] kept = IntStream.range(0, loop.biasV().length)
                            .filter(i -> i % step == 0)
                            .toArray();
                    return new Measurement.Loop(
                            loop.cycle(),
                            IntStream.of(kept).mapToDouble(i -> loop.biasV()[i]).toArray(),
                            IntStream.of(kept)
                                    .mapToDouble(i -> loop.currentA()[i])
                                    .toArray());
                })
                .toList();
    }
}
