package org.grainflux.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.04828; 0.0483",
                "0.9996; 1.00",
                "1.2; 1.20",
                "99.96; 100",
                "1230.4; 1,230",
                "99999; 1.00 × 10⁵",
                "0.001; 0.00100",
                "0.00048349; 4.83 × 10⁻⁴",
                "-0.25; −0.250",
                "0; 0",
                "NaN; –",
                "Infinity; ∞"
            })
    void showsThreeFigures(double value, String text) {
        assertThat(Numbers.threeFigures(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0.3; 0.3", "10; 10", "1e-4; 10⁻⁴", "2.5e-4; 2.5×10⁻⁴", "20000; 20000", "300000; 3×10⁵", "-2; −2"})
    void ticksAreShort(double value, String text) {
        assertThat(Numbers.compact(value)).isEqualTo(text);
    }

    @Test
    void sharesStayVisible() {
        assertThat(Numbers.percent(0.104)).isEqualTo("10 %");
        assertThat(Numbers.percent(0.001)).isEqualTo("< 1 %");
        assertThat(Numbers.percent(0.998)).isEqualTo("> 99 %");
        assertThat(Numbers.percent(0)).isEqualTo("0 %");
        assertThat(Numbers.percent(1)).isEqualTo("100 %");
    }

    @Test
    void rangesReadAsOne() {
        assertThat(Numbers.range(0.1, 0.25)).isEqualTo("0.100–0.250");
        assertThat(Numbers.range(1e-5, 2e-5)).isEqualTo("1.00 × 10⁻⁵ – 2.00 × 10⁻⁵");
        assertThat(Numbers.range(Double.NaN, Double.NaN)).isEqualTo("–");
    }

    @Test
    void markupCannotBreakOut() {
        assertThat(Markup.escape("<a href=\"x\">'&\u0001")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
    }
}
