package org.grainflux.study.execution;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.UnitResult;

/** The smoke study, whose structures of about eight grains are solved in milliseconds, with some values changed. */
final class SmallStudy {
    private static final Path SMOKE = Path.of("..", "..", "configs", "smoke.yaml");

    private SmallStudy() {}

    /** @param overrides as on the command line, {@code key=value} */
    static StudyConfig with(String... overrides) {
        return new StudyReader(new LocalFiles())
                .read(SMOKE.toString(), List.of(overrides), OptionalLong.empty(), OptionalInt.empty());
    }

    static UnitResult run(StudyConfig study, int structureIndex, String... designs) {
        return new RealizationRunner(study, 1, FieldSink.NONE).run(new WorkUnit(structureIndex, List.of(designs)));
    }

    static CellRow cell(UnitResult result, String design, int electrode) {
        return result.cells().stream()
                .filter(row -> row.design().equals(design) && row.electrode() == electrode)
                .findFirst()
                .orElseThrow();
    }

    static List<StrengthRow> strengths(UnitResult result, String design, int priorDraw) {
        return result.strengths().stream()
                .filter(row -> row.design().equals(design) && row.priorDraw() == priorDraw)
                .toList();
    }

    /** Rows as texts that differ whenever a bit of a number differs; arrays by content, NaN equal to NaN. */
    static List<String> exactTexts(List<? extends Record> rows) {
        return rows.stream()
                .map(row -> Arrays.stream(row.getClass().getRecordComponents())
                        .map(component -> exactText(row, component))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String exactText(Record row, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(row);
            return value instanceof double[] array ? Arrays.toString(array) : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
