package org.grainflux.study.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same two rows as different instruments write them. */
class MeasuredTableTest {
    private static final Offset<Double> ROUNDING = within(1e-22);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Voltage (V),Current (nA)\n-0.25,-12.5\n0.1,3\n",
                "\uFEFFVoltage (V),Current (nA)\r\n-0.25,-12.5\r\n0.1,3\r\n",
                "# tip 3\nV [mV]\tI [pA]\n-250\t-1.25e4\n100\t3000\n",
                "Spannung;Strom\nV;µA\n-0,25;-0,0125\n0,1;0,003\n",
                "Bias;Current\n(mV);(nA)\n-250;-12,5\n100;3\n",
                "measured by an amplifier\nbias_mV current_nA\n-250 -12.5\n100 3\n",
                "\"Potential/V\",\"Time/s\",\"Current/A\"\n-0.25,0,-1.25e-8\n0.1,1,3e-9\n",
            })
    void isReadInSi(String text) {
        MeasuredTable table = MeasuredTable.read("file.csv", text);
        assertThat(table.biasV()).containsExactly(new double[] {-0.25, 0.1}, within(1e-15));
        assertThat(table.currentA()).containsExactly(new double[] {-1.25e-8, 3e-9}, ROUNDING);
        assertThat(table.cycle()).isEmpty();
    }

    @Test
    void onOffFromRatioCurrentsOrResistances() {
        assertThat(MeasuredTable.read("a", "cycle,on/off ratio\n1,100\n2,50\n").onOffRatio())
                .containsExactly(100, 50);
        assertThat(MeasuredTable.read("a", "cycle,I_on (nA),I_off (pA)\n1,10,1\n2,5,1\n")
                        .onOffRatio())
                .containsExactly(new double[] {1e4, 5e3}, within(1e-6));
        assertThat(MeasuredTable.read("a", "cycle\tLRS\tHRS\n-\tkΩ\tMΩ\n1\t10\t1\n")
                        .onOffRatio())
                .containsExactly(new double[] {100}, within(1e-9));
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> {
                    MeasuredTable table = MeasuredTable.read("file.csv", text);
                    table.biasV();
                    table.currentA();
                })
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason)
                .hasMessageStartingWith("file.csv");
    }

    @Test
    void mistakesAreNamed() {
        assertRefused("", "needs a header and rows");
        assertRefused("-0.25,1\n0.1,2\n", "numbers begin without a header");
        assertRefused("voltage,current (A)\n1,2\n", "column voltage states no unit; write it in the header");
        assertRefused("voltage (A),current (A)\n1,2\n", "a unit of another quantity");
        assertRefused("time (s),current (A)\n1,2\n", "no column for bias; it has time, current");
        assertRefused("voltage (V),current (A)\n1,2\n3,x\n", "file.csv:3: column 2 holds x, not a number");
        assertRefused("some words\nand more words\n", "no row of numbers");
    }
}
