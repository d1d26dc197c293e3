package org.grainflux.study.measured;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;

/** A table of numbers in SI, read from text. */
public final class MeasuredTable {
    /** Longer files are of another kind; a loop has some thousand points. */
    private static final int MOST_ROWS = 1_000_000;

    /** Name, and unit in brackets or after a slash: {@code Bias (mV)}, {@code I [nA]}, {@code Current/A}. */
    private static final Pattern WITH_UNIT = Pattern.compile("^(.*?)\\s*[(\\[/]\\s*([^)\\]]*)[)\\]]?\\s*$");

    private static final List<String> DELIMITERS = List.of("\t", ";", ",");

    /** @param unit null where the header states none */
    private record Column(String name, MeasuredUnit unit, double[] values) {}

    private final String source;
    private final List<Column> columns;

    private MeasuredTable(String source, List<Column> columns) {
        this.source = source;
        this.columns = columns;
    }

    /**
     * Reads a table.
     *
     * @param source name of the file, for messages
     * @throws InvalidInputException when it is no table with a header; the message names the line
     */
    public static MeasuredTable read(String source, String text) {
        List<String> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        String[] all = text.replaceFirst("^\uFEFF", "").split("\\R", -1);
        for (int i = 0; i < all.length; i++) {
            if (!all[i].isBlank() && !all[i].startsWith("#")) {
                lines.add(all[i]);
                numbers.add(i + 1);
            }
        }
        if (lines.size() < 2) {
            throw new InvalidInputException(source + ": a table needs a header and rows, found " + lines.size()
                    + " lines that are not empty or comments");
        }
        if (lines.size() > MOST_ROWS) {
            throw new InvalidInputException(
                    source + ": " + lines.size() + " lines; at most " + MOST_ROWS + " are read, thin it out");
        }
        String delimiter = delimiter(lines);
        boolean decimalComma = !delimiter.equals(",");
        int header = header(source, lines, delimiter, decimalComma);
        String[] names = cells(lines.get(header), delimiter);
        String[] unitRow = cells(lines.get(header + 1), delimiter);
        boolean twoRows = isUnitRow(unitRow, decimalComma);
        List<double[]> rows = new ArrayList<>();
        for (int i = header + (twoRows ? 2 : 1); i < lines.size(); i++) {
            rows.add(row(source, numbers.get(i), cells(lines.get(i), delimiter), names.length, decimalComma));
        }
        if (rows.isEmpty()) {
            throw new InvalidInputException(source + ": no rows below the header in line " + numbers.get(header));
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < names.length; c++) {
            columns.add(column(names[c], twoRows && c < unitRow.length ? unitRow[c] : "", c, rows));
        }
        return new MeasuredTable(source, columns);
    }

    /** The one that most lines have equally often. */
    private static String delimiter(List<String> lines) {
        return DELIMITERS.stream()
                .filter(delimiter ->
                        lines.stream().filter(line -> line.contains(delimiter)).count() > lines.size() / 2)
                .findFirst()
                .orElse(" ");
    }

    private static String[] cells(String line, String delimiter) {
        String[] cells = delimiter.equals(" ") ? line.strip().split("\\s+") : line.split(Pattern.quote(delimiter), -1);
        return Arrays.stream(cells)
                .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
                .toArray(String[]::new);
    }

    /** The last line of words before the first line of numbers, or the one above it when that holds units only. */
    private static int header(String source, List<String> lines, String delimiter, boolean decimalComma) {
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = cells(lines.get(i), delimiter);
            if (cells.length > 1
                    && Arrays.stream(cells)
                            .anyMatch(cell -> number(cell, decimalComma).isPresent())) {
                int words = i - 1;
                if (words >= 1 && isUnitRow(cells(lines.get(words), delimiter), decimalComma)) {
                    words--;
                }
                if (words >= 0 && cells(lines.get(words), delimiter).length > 1) {
                    return words;
                }
                throw new InvalidInputException(source
                        + ": numbers begin without a header; write one that names each column with its unit,"
                        + " e.g. bias (V),current (nA)");
            }
        }
        throw new InvalidInputException(source + ": no row of numbers; is this a table with a delimiter?");
    }

    private static boolean isUnitRow(String[] cells, boolean decimalComma) {
        return Arrays.stream(cells).anyMatch(cell -> unit(cell).isPresent())
                && Arrays.stream(cells)
                        .allMatch(cell -> cell.isEmpty()
                                || unit(cell).isPresent()
                                        && number(cell, decimalComma).isEmpty());
    }

    private static Optional<MeasuredUnit> unit(String cell) {
        return MeasuredUnit.of(cell.replaceAll("^[(\\[]|[)\\]]$", ""));
    }

    private static double[] row(String source, int line, String[] cells, int columns, boolean decimalComma) {
        double[] row = new double[columns];
        for (int c = 0; c < columns; c++) {
            String cell = c < cells.length ? cells[c] : "";
            OptionalDouble value = number(cell, decimalComma);
            if (value.isEmpty() && !cell.isEmpty() && !cell.equalsIgnoreCase("nan")) {
                throw new InvalidInputException(
                        source + ":" + line + ": column " + (c + 1) + " holds " + Excerpt.of(cell) + ", not a number");
            }
            row[c] = value.orElse(Double.NaN);
        }
        return row;
    }

    private static OptionalDouble number(String cell, boolean decimalComma) {
        String plain = decimalComma ? cell.replace(',', '.') : cell;
        if (!plain.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(plain));
    }

    private static Column column(String header, String unitBelow, int index, List<double[]> rows) {
        Matcher matcher = WITH_UNIT.matcher(header);
        Optional<MeasuredUnit> beside = matcher.matches() ? MeasuredUnit.of(matcher.group(2)) : suffix(header);
        // A slash may be part of the name, as in on/off.
        String name = matcher.matches() && beside.isPresent() ? matcher.group(1) : header;
        Optional<MeasuredUnit> unit = unitBelow.isEmpty() ? beside : unit(unitBelow);
        double factor = unit.map(MeasuredUnit::toSi).orElse(1.0);
        return new Column(
                name.strip().toLowerCase(Locale.ROOT),
                unit.orElse(null),
                rows.stream().mapToDouble(row -> row[index] * factor).toArray());
    }

    /** {@code bias_mV} */
    private static Optional<MeasuredUnit> suffix(String header) {
        int underscore = header.lastIndexOf('_');
        return underscore < 0 ? Optional.empty() : MeasuredUnit.of(header.substring(underscore + 1));
    }

    /** Biases, V. */
    public double[] biasV() {
        return required("bias", "bias|volt.*|potential.*|v|u|e|v_.*|bias_.*", MeasuredUnit.Quantity.VOLTAGE, "V");
    }

    /** Currents, A. */
    public double[] currentA() {
        return required("current", "current.*|i|i_.*|amp.*", MeasuredUnit.Quantity.CURRENT, "A");
    }

    /** Numbers of the cycles, if there is such a column. */
    public Optional<double[]> cycle() {
        return columns.stream()
                .filter(column -> column.name.matches("cycle.*|loop.*|sweep.*|n|#"))
                .map(Column::values)
                .findFirst();
    }

    /** On over off, from a ratio, or from two currents or two resistances. */
    public double[] onOffRatio() {
        Optional<Column> ratio = column(".*ratio.*|on/off|on.?off");
        if (ratio.isPresent()) {
            return ratio.get().values.clone();
        }
        Optional<Column> on = column("on.*|.*lrs.*|.*_on");
        Optional<Column> off = column("off.*|.*hrs.*|.*_off");
        if (on.isEmpty() || off.isEmpty()) {
            throw missing("on/off ratio, or on and off");
        }
        requireUnit(on.get(), null, "A or Ω");
        requireUnit(off.get(), on.get().unit.quantity(), "A or Ω");
        boolean resistances = on.get().unit.quantity() == MeasuredUnit.Quantity.RESISTANCE;
        double[] ratios = new double[on.get().values.length];
        for (int i = 0; i < ratios.length; i++) {
            double quotient = Math.abs(on.get().values[i] / off.get().values[i]);
            ratios[i] = resistances ? 1 / quotient : quotient;
        }
        return ratios;
    }

    private Optional<Column> column(String pattern) {
        return columns.stream().filter(column -> column.name.matches(pattern)).findFirst();
    }

    private double[] required(String what, String pattern, MeasuredUnit.Quantity quantity, String example) {
        Column found = column(pattern)
                .or(() -> columns.stream()
                        .filter(column -> column.unit != null && column.unit.quantity() == quantity)
                        .findFirst())
                .orElseThrow(() -> missing(what));
        requireUnit(found, quantity, example);
        return found.values.clone();
    }

    private void requireUnit(Column column, MeasuredUnit.Quantity quantity, String example) {
        if (column.unit == null || quantity != null && column.unit.quantity() != quantity) {
            throw new InvalidInputException(source + ": column " + Excerpt.of(column.name) + " states "
                    + (column.unit == null ? "no unit" : "a unit of another quantity")
                    + "; write it in the header, e.g. "
                    + column.name + " (" + example + ")");
        }
    }

    private InvalidInputException missing(String what) {
        return new InvalidInputException(source + ": no column for " + what + "; it has "
                + String.join(", ", columns.stream().map(Column::name).toList()));
    }
}
