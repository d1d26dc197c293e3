package org.grainflux.study.summary;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.StrengthRow;

/** Rows with numbers chosen for their answers. */
final class SyntheticRows {
    static final double MILLIAMPS = 10;
    static final double MICROMETRE = 1e-6;

    private SyntheticRows() {}

    /** The smoke study, 40 × 20 µm of 10 µm grains, without its observations' or draws' influence on the rows. */
    static StudyConfig study(String... overrides) {
        return new StudyReader(new LocalFiles())
                .read(
                        Path.of("..", "..", "configs", "smoke.yaml").toString(),
                        List.of(overrides),
                        OptionalLong.empty(),
                        OptionalInt.empty());
    }

    static LedgerRow ledger(int structure, String design, String state, String reason) {
        return new LedgerRow(structure, design, state, reason, "", 100, 150, 1e-15);
    }

    static CellRow cell(int structure, String design, int electrode, double conductivitySPerM, double depthWithin5M) {
        return new CellRow(
                structure,
                design,
                electrode,
                conductivitySPerM,
                30e-4,
                14e-4,
                1,
                depthWithin5M,
                0.5 * depthWithin5M,
                CellRow.FULL,
                Double.NaN);
    }

    /** Every figure of the row is the base plus its position, so that a swapped column shows. */
    static HotSpotRow hotSpots(int structure, String design, int electrode, String face, double base) {
        return new HotSpotRow(
                structure, design, electrode, face, base + 1, base + 2, base + 3, base + 4, base + 5, 0.9, 1.1, 1.2,
                base + 6, base + 7, base + 8, "");
    }

    /** The four readings in mA/cm². */
    static StrengthRow strength(
            int structure,
            String design,
            int electrode,
            int priorDraw,
            int flawDraw,
            double competing,
            double quoted,
            double predicted,
            double selfConsistent,
            String mode) {
        return new StrengthRow(
                structure,
                design,
                electrode,
                priorDraw,
                flawDraw,
                quoted * MILLIAMPS,
                predicted * MILLIAMPS,
                selfConsistent * MILLIAMPS,
                selfConsistent * MILLIAMPS,
                competing * MILLIAMPS,
                mode,
                3,
                0,
                1e-6,
                0,
                2e-6,
                "foot",
                new double[] {
                    selfConsistent * MILLIAMPS,
                    2 * selfConsistent * MILLIAMPS,
                    3 * selfConsistent * MILLIAMPS,
                    4 * selfConsistent * MILLIAMPS
                },
                priorDraw == 0 ? 2 * selfConsistent * MILLIAMPS : Double.NaN,
                priorDraw == 0 ? 1.25 : Double.NaN,
                priorDraw == 0 ? 0.8 : Double.NaN);
    }

    static ConvergenceRow convergence(int structure, String design, String face, String metric, double error) {
        return new ConvergenceRow(structure, design, 0, face, metric, 1.3, 1.2, 1.1, 1, 1, error, true);
    }
}
