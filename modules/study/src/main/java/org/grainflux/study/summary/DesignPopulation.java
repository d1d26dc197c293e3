package org.grainflux.study.summary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.CouplingRow;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.StrengthRow;

/** Everything the run knows of one design, ordered by structure. */
final class DesignPopulation {
    private int completed;
    private int failed;
    private int aborted;
    private final BitSet finished = new BitSet();
    private final SortedMap<String, Integer> failuresByReason = new TreeMap<>();
    private final SortedMap<Integer, List<CellRow>> cells = new TreeMap<>();
    private final SortedMap<Integer, List<HotSpotRow>> hotSpots = new TreeMap<>();
    private final SortedMap<Integer, List<StrengthRow>> strengths = new TreeMap<>();
    private final List<ConvergenceRow> convergence = new ArrayList<>();
    private final List<CrackRow> cracks = new ArrayList<>();
    private final List<CouplingRow> couplings = new ArrayList<>();

    void add(LedgerRow row) {
        switch (row.state()) {
            case LedgerRow.COMPLETED -> {
                completed++;
                finished.set(row.structureIndex());
            }
            case LedgerRow.FAILED -> {
                failed++;
                finished.set(row.structureIndex());
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

    void add(CouplingRow row) {
        couplings.add(row);
    }

    /** In the order of their structures. */
    List<CouplingRow> couplings() {
        return couplings;
    }

    void add(CrackRow row) {
        cracks.add(row);
    }

    /** In the order of their structures. */
    List<CrackRow> cracks() {
        return cracks;
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

    /** Of so many structures, those without a final result. */
    BitSet missing(int structures) {
        BitSet missing = new BitSet();
        missing.set(0, structures);
        missing.andNot(finished);
        return missing;
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

    /** How many electrodes have no such figure, of how many, and the first reason; empty when all have it. */
    Optional<DesignFigures.Unresolved> unresolved(String face, ToDoubleFunction<HotSpotRow> value) {
        List<HotSpotRow> rows = hotSpots.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.face().equals(face))
                .toList();
        List<HotSpotRow> missing = rows.stream()
                .filter(row -> Double.isNaN(value.applyAsDouble(row)))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new DesignFigures.Unresolved(
                        missing.size(), rows.size(), missing.get(0).unresolvedReason()));
    }

    SortedSet<Integer> structures() {
        return new TreeSet<>(hotSpots.keySet());
    }

    /** [structure][electrode] in the order of the structures; one that this population lacks is empty. */
    double[][] hotSpotValues(SortedSet<Integer> structures, String face, ToDoubleFunction<HotSpotRow> value) {
        return aligned(structures, hotSpots, row -> row.face().equals(face), value);
    }

    /** As above, of the cell. */
    double[][] cellValues(SortedSet<Integer> structures, ToDoubleFunction<CellRow> value) {
        return aligned(structures, cells, row -> true, value);
    }

    /** As above, at the nominal draw. */
    double[][] nominalStrengths(SortedSet<Integer> structures, Hypothesis hypothesis) {
        return aligned(structures, strengths, row -> row.priorDraw() == 0, hypothesis.valueAPerM2());
    }

    private static <T> double[][] aligned(
            SortedSet<Integer> structures,
            SortedMap<Integer, List<T>> rows,
            Predicate<T> chosen,
            ToDoubleFunction<T> value) {
        return byStructure(
                structures.stream()
                        .map(structure -> rows.getOrDefault(structure, List.of()))
                        .toList(),
                chosen,
                value);
    }

    /** [structure][electrode × flaw draw], every distribution of the study at its median */
    double[][] nominalStrengths(Hypothesis hypothesis) {
        return nominalStrengths(hypothesis.valueAPerM2());
    }

    /** As above, any figure. */
    double[][] nominalStrengths(ToDoubleFunction<StrengthRow> value) {
        return byStructure(strengths.values(), row -> row.priorDraw() == 0, value);
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
