package org.grainflux.report.figure;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.grainflux.report.figure.Svg.Anchor;

/** Pixels by colour, and the bar that explains them. */
final class ColourImage {
    private ColourImage() {}

    /**
     * A PNG in base 64.
     *
     * @param values row by row from the top; NaN is transparent
     */
    static String png(double[] values, int columns, int rows, Axis scale) {
        int colours = 255;
        byte[] red = new byte[colours + 1];
        byte[] green = new byte[colours + 1];
        byte[] blue = new byte[colours + 1];
        for (int i = 0; i < colours; i++) {
            int rgb = ColourScale.rgb(i / (colours - 1.0));
            red[i] = (byte) (rgb >> 16);
            green[i] = (byte) (rgb >> 8);
            blue[i] = (byte) rgb;
        }
        // The last entry stands for pixels without a value and is transparent.
        IndexColorModel model = new IndexColorModel(8, colours + 1, red, green, blue, colours);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = values[row * columns + column];
                int index = Double.isNaN(value) ? colours : (int) Math.round(scale.fraction(value) * (colours - 1));
                image.getRaster().setSample(column, row, 0, index);
            }
        }
        ImageIO.setUseCache(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    /** The scale below a map; returns where the next thing may start. */
    static double bar(Svg svg, double top, Axis colours, String title) {
        double left = 12;
        double width = Svg.WIDTH - 24;
        int steps = 100;
        for (int i = 0; i < steps; i++) {
            String fill = String.format("#%06x", ColourScale.rgb((i + 0.5) / steps));
            // Half a unit of overlap hides seams between neighbouring rectangles.
            svg.rect(left + width * i / steps, top, width / steps + (i < steps - 1 ? 0.5 : 0), 14, fill, 1);
        }
        for (Axis.Tick tick : colours.ticks()) {
            double at = left + width * colours.fraction(tick.value());
            svg.line(at, top + 14, at, top + 19, Style.FRAME, 1, "");
            boolean last = tick.value() >= colours.high();
            boolean first = tick.value() <= colours.low();
            if (last) {
                svg.text(Svg.WIDTH, top + 34, Anchor.END, "≥ " + tick.label());
            } else if (first) {
                svg.text(0, top + 34, Anchor.START, (colours.low() != 0 ? "≤ " : "") + tick.label());
            } else {
                svg.text(at, top + 34, Anchor.MIDDLE, tick.label());
            }
        }
        svg.text(Svg.WIDTH / 2, top + 56, Anchor.MIDDLE, title);
        return top + 66;
    }
}
