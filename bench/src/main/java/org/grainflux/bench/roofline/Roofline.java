package org.grainflux.bench.roofline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.Style;

/**
 * Attainable speed against operations per byte: min(arithmetic, bandwidth × intensity).
 *
 * @param memory the kernel that sets the bandwidth
 * @param arithmetic the kernel that sets the arithmetic
 * @param kernels what is held against them
 */
record Roofline(KernelRate memory, KernelRate arithmetic, List<KernelRate> kernels) {

    /** The share of what the machine can do at a kernel's intensity. */
    double share(KernelRate kernel) {
        double attainable = Math.min(arithmetic.gigaflopsPerS(), memory.gigabytesPerS() * kernel.intensity());
        return kernel.gigaflopsPerS() / attainable;
    }

    /** One line per kernel. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-24s%10s%10s%10s%16s", "kernel", "GB/s", "GFlop/s", "Flop/B", "share of roof"));
        lines.add(row(memory, ""));
        lines.add(row(arithmetic, ""));
        for (KernelRate kernel : kernels) {
            lines.add(row(kernel, String.format(Locale.ROOT, "%.0f %%", 100 * share(kernel))));
        }
        return lines;
    }

    private static String row(KernelRate rate, String share) {
        return String.format(
                Locale.ROOT,
                "%-24s%10.2f%10.2f%10.3f%16s",
                rate.kernel(),
                rate.gigabytesPerS(),
                rate.gigaflopsPerS(),
                rate.intensity(),
                share);
    }

    /** The figure, as SVG. */
    String svg() {
        double lowest = memory.intensity();
        double highest = 10 * arithmetic.gigaflopsPerS() / memory.gigabytesPerS();
        for (KernelRate kernel : kernels) {
            lowest = Math.min(lowest, kernel.intensity());
            highest = Math.max(highest, kernel.intensity());
        }
        double ridge = arithmetic.gigaflopsPerS() / memory.gigabytesPerS();
        double[] intensities = {lowest, ridge, highest};
        double[] roof = {
            memory.gigabytesPerS() * lowest, arithmetic.gigaflopsPerS(), arithmetic.gigaflopsPerS(),
        };
        List<LineChart.Series> series = new ArrayList<>();
        series.add(LineChart.Series.curve(
                String.format(
                        Locale.ROOT, "%.1f GB/s, %.0f GFlop/s", memory.gigabytesPerS(), arithmetic.gigaflopsPerS()),
                new Style("#333333", "", Style.Marker.NONE),
                intensities,
                roof));
        double slowest = roof[0];
        for (int k = 0; k < kernels.size(); k++) {
            KernelRate kernel = kernels.get(k);
            slowest = Math.min(slowest, kernel.gigaflopsPerS());
            series.add(new LineChart.Series(
                    kernel.kernel(),
                    Style.series(k),
                    new double[] {kernel.intensity()},
                    new double[] {kernel.gigaflopsPerS()},
                    new double[0],
                    new double[0],
                    true));
        }
        return LineChart.draw(
                "Speed of the solvers' kernels against operations per byte, under the machine's bandwidth and arithmetic",
                Axis.logarithmic("operations per byte of memory traffic", lowest, highest),
                Axis.logarithmic("GFlop/s on one core", slowest, arithmetic.gigaflopsPerS()),
                series,
                List.of());
    }
}
