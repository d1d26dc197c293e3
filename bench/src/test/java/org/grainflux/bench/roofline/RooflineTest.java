package org.grainflux.bench.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RooflineTest {
    private static final KernelRate TRIAD = new KernelRate("triad", 20, 20.0 / 12);
    private static final KernelRate ARITHMETIC = new KernelRate("multiplyAdd", 15, 30);

    @Test
    void bandwidthBoundsBelowTheRidgeAndArithmeticAbove() {
        KernelRate sparse = new KernelRate("sparse", 15, 2.25);
        KernelRate dense = new KernelRate("dense", 0.4, 20);
        Roofline roofline = new Roofline(TRIAD, ARITHMETIC, List.of(sparse, dense));
        // 0.15 operations per byte at 20 GB/s allow 3 GFlop/s; 50 per byte are far above the ridge at 1.5.
        assertThat(roofline.share(sparse)).isCloseTo(0.75, within(1e-12));
        assertThat(roofline.share(dense)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(roofline.table()).hasSize(5);
        assertThat(roofline.table().get(3)).startsWith("sparse").endsWith("75 %");
        assertThat(roofline.svg()).contains("<svg", "20.0 GB/s, 30 GFlop/s", "sparse", "dense");
    }
}
