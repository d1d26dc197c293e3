package org.grainflux.study.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.StrengthRow;

/** Everything the run knows of one design, ordered by structure. */
final class DesignPopulation {
    private int completed;
    private int failed;
    private int aborted;
    private final SortedMap<String, Integer> failuresByReason = new TreeMap<>();
    private final SortedMap<Integer, List<CellRow>> cells = new TreeMap<>();
    private final SortedMap<Integer, List<HotSpotRow>> hotSpots = new TreeMap<>();
    private final SortedMap<Integer, List<StrengthRow>> strengths = new TreeMap<>();
    private final List<ConvergenceRow> convergence = new ArrayList<>();

    void add(LedgerRow row) {
        switch (row.state()) {
            case LedgerRow.COMPLETED -> completed++;
            case LedgerRow.FAILED -> {
                failed++;
                failuresByReason.merge(row.reason(), 1, Integer::sum);
            }
            default -> aborted++;
        }
    }

    void add(CellRow row) {
        cells.computeIfAbsent(row.structureIndex(), k -> new ArrayList<>()).add(row);
    }

    void add(HotSpotRow row) {
        hotSpots.computeIfAbsent(row.structureIndex(), k -> new ArrayList<>()).add(row);
    }

    void add(StrengthRow row) {
        strengths.computeIfAbsent(row.structureIndex(), k -> new ArrayList<>()).add(row);
    }

    void add(ConvergenceRow row) {
        convergence.add(row);
    }

    int completed() {
        return completed;
    }

    int failed() {
        return failed;
    }

    int aborted() {
        return aborted;
    }

    SortedMap<String, Integer> failuresByReason() {
        return failuresByReason;
    }

    List<ConvergenceRow> convergence() {
        return convergence;
    }

    SortedMap<Integer, List<StrengthRow>> strengths() {
        return strengths;
    }

    /** [structure][electrode] */
    double[][] cellValues(ToDoubleFunction<CellRow> value) {
        return byStructure(cells.values(), row -> true, value);
    }

    /** [structure][electrode] at one face */
    double[][] hotSpotValues(String face, ToDoubleFunction<HotSpotRow> value) {
        return byStructure(hotSpots.values(), row -> row.face().equals(face), value);
    }

    /** [structure][electrode × flaw draw], every distribution of the study at its median */
    double[][] nominalStrengths(Hypothesis hypothesis) {
        return byStructure(strengths.values(), row -> row.priorDraw() == 0, hypothesis.valueAPerM2());
    }

    /** [structure][electrode × prior draw × flaw draw], drawn from the study's distributions */
    double[][] priorStrengths(Hypothesis hypothesis) {
        return byStructure(strengths.values(), row -> row.priorDraw() > 0, hypothesis.valueAPerM2());
    }

    List<StrengthRow> nominalStrengthRows() {
        return strengths.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.priorDraw() == 0)
                .toList();
    }

    private static <T> double[][] byStructure(
            Collection<List<T>> rows, Predicate<T> chosen, ToDoubleFunction<T> value) {
        return rows.stream()
                .map(list -> list.stream().filter(chosen).mapToDouble(value).toArray())
                .toArray(double[][]::new);
    }
}
