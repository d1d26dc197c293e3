package org.grainflux.bench.matrices;

import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.exchange.SystemFiles;

/** A system that {@code bench/matrices} can write. */
interface ModelSystem {
    String name();

    /** Assembles and writes it. @return what was written */
    LinearSystem write(SystemFiles files);
}
