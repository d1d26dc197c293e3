package org.grainflux.jobs.predict;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.grainflux.study.run.BatchOutcome;

/** Realizations done and failed and the time left: a bar on a terminal, a line now and then elsewhere. */
abstract class ProgressDisplay implements AutoCloseable {
    /** Set by the launcher, which can ask the shell; the platform cannot tell on every release. */
    static final String TERMINAL_PROPERTY = "grainflux.terminal";

    private int done;
    private int failed;
    private int aborted;

    static ProgressDisplay start(int expected, PrintStream stream) {
        return Boolean.getBoolean(TERMINAL_PROPERTY) ? new Bar(expected, stream) : new Lines(expected, stream);
    }

    final synchronized void add(BatchOutcome outcome) {
        done += outcome.completed() + outcome.failed() + outcome.aborted();
        failed += outcome.failed();
        aborted += outcome.aborted();
        show(done, failed + " failed" + (aborted == 0 ? "" : ", " + aborted + " aborted"));
    }

    abstract void show(int done, String failures);

    @Override
    public abstract void close();

    private static final class Bar extends ProgressDisplay {
        private static final int WIDTH = 100;

        private final ProgressBar bar;

        Bar(int expected, PrintStream stream) {
            bar = new ProgressBarBuilder()
                    .setTaskName("realizations")
                    .setInitialMax(expected)
                    .setUpdateIntervalMillis(500)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setMaxRenderedLength(WIDTH)
                    .setConsumer(new ConsoleProgressBarConsumer(stream, WIDTH))
                    .build();
            bar.setExtraMessage("0 failed");
        }

        @Override
        void show(int done, String failures) {
            bar.setExtraMessage(failures);
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static final class Lines extends ProgressDisplay {
        private static final int SHARE_BETWEEN_LINES_PERCENT = 10;
        private static final long LONGEST_SILENCE_NANOS = 30_000_000_000L;

        private final int expected;
        private final PrintStream stream;
        private final long started = System.nanoTime();
        private int lastPercent;
        private long lastLine = started;

        Lines(int expected, PrintStream stream) {
            this.expected = expected;
            this.stream = stream;
        }

        @Override
        void show(int done, String failures) {
            long now = System.nanoTime();
            int percent = (int) (100L * done / Math.max(1, expected));
            if (done < expected
                    && percent < lastPercent + SHARE_BETWEEN_LINES_PERCENT
                    && now - lastLine < LONGEST_SILENCE_NANOS) {
                return;
            }
            lastPercent = percent;
            lastLine = now;
            long leftS = Math.round((now - started) * 1e-9 / done * (expected - done));
            stream.println(String.format(
                    Locale.ROOT,
                    "%d/%d realizations done, %s, %d:%02d left",
                    done,
                    expected,
                    failures,
                    leftS / 60,
                    leftS % 60));
        }

        @Override
        public void close() {}
    }
}
