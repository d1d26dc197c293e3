package org.grainflux.bench.threads;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.solve.LinearSolver;

/** Wall seconds of one system on one thread and on several, taken in turns within one process. */
final class ThreadPairs {
    /** The residual that {@code bench/solve} asks for as well. */
    private static final double RELATIVE_TOLERANCE = 1e-8;

    private static final int SIGNIFICANT_DIGITS = 4;

    /** Wall seconds. */
    record Run(double setupS, double solveS) {
        double totalS() {
            return setupS + solveS;
        }
    }

    private record Pair(Run one, Run several) {}

    private final LinearSystem system;
    private final IntFunction<LinearSolver> preparation;
    private final double[] solution;
    private final List<Pair> pairs = new ArrayList<>();

    /** @param preparation sets a solver up for the system's matrix, given the number of threads */
    ThreadPairs(LinearSystem system, IntFunction<LinearSolver> preparation) {
        this.system = system;
        this.preparation = preparation;
        this.solution = new double[system.matrix().rows()];
    }

    /** Each pair begins with the other member than the one before, so that a drift of the machine favours neither. */
    void measure(int threads, int untimed, int timed) {
        for (int i = 0; i < untimed + timed; i++) {
            boolean severalFirst = i % 2 == 1;
            Run first = run(severalFirst ? threads : 1);
            Run second = run(severalFirst ? 1 : threads);
            if (i >= untimed) {
                pairs.add(severalFirst ? new Pair(second, first) : new Pair(first, second));
            }
        }
    }

    private Run run(int threads) {
        // What the run before left behind is collected outside the timed part.
        System.gc();
        Arrays.fill(solution, 0);
        long start = System.nanoTime();
        LinearSolver solver = preparation.apply(threads);
        long prepared = System.nanoTime();
        solver.solve(system.load(), solution, RELATIVE_TOLERANCE);
        return new Run(1e-9 * (prepared - start), 1e-9 * (System.nanoTime() - prepared));
    }

    /** Medians over pairs of one thread over several, and of the seconds, as one line of JSON. */
    String json(String name, int threads) {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("system", name);
        line.put("threads", threads);
        line.put("pairs", pairs.size());
        line.put("one_setup_wall_s", median(pair -> pair.one().setupS()));
        line.put("one_solve_wall_s", median(pair -> pair.one().solveS()));
        line.put("several_setup_wall_s", median(pair -> pair.several().setupS()));
        line.put("several_solve_wall_s", median(pair -> pair.several().solveS()));
        line.put(
                "faster_setup",
                median(pair -> pair.one().setupS() / pair.several().setupS()));
        line.put(
                "faster_solve",
                median(pair -> pair.one().solveS() / pair.several().solveS()));
        line.put("faster", median(pair -> pair.one().totalS() / pair.several().totalS()));
        return line.toString();
    }

    private double median(ToDoubleFunction<Pair> figure) {
        double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
        return new BigDecimal(median).round(new MathContext(SIGNIFICANT_DIGITS)).doubleValue();
    }
}
