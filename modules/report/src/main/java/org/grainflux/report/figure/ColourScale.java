package org.grainflux.report.figure;

/**
 * From dark to light without a hue that misleads: viridis, whose lightness rises evenly, so that it also reads in grey.
 *
 * @see "van der Walt and Smith (2015), viridis, matplotlib, CC0"
 */
final class ColourScale {
    private static final int[] ANCHORS = {
        0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151, 0xbddf26, 0xfde725
    };

    private ColourScale() {}

    /** RGB, 0xRRGGBB. @param fraction 0 to 1, held at the ends */
    static int rgb(double fraction) {
        double position = Math.min(1, Math.max(0, fraction)) * (ANCHORS.length - 1);
        int below = Math.min(ANCHORS.length - 2, (int) position);
        double part = position - below;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = ANCHORS[below] >> shift & 0xff;
            int b = ANCHORS[below + 1] >> shift & 0xff;
            rgb |= (int) Math.round(a + part * (b - a)) << shift;
        }
        return rgb;
    }
}
