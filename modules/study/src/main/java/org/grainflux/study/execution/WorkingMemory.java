package org.grainflux.study.execution;

import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.VolumeEstimate;

/**
 * The memory that structures of a process share while they are computed. An engine runs as many units at once as there
 * are cores; volumes that would not fit side by side wait for each other here. Who waits changes when a result is there,
 * never the result.
 */
public final class WorkingMemory {
    /** What is left for the engine, results in the making and the collector. */
    private static final double USABLE_SHARE = 0.9;

    private static final double MEGABYTE = 1024.0 * 1024.0;

    private static final WorkingMemory OF_THIS_PROCESS =
            new WorkingMemory((int) (USABLE_SHARE * Runtime.getRuntime().maxMemory() / MEGABYTE));

    private final int capacityMb;
    private final Semaphore free;

    WorkingMemory(int capacityMb) {
        this.capacityMb = capacityMb;
        this.free = new Semaphore(capacityMb, true);
    }

    static WorkingMemory ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /**
     * @throws InvalidInputException when a structure of the study, computed alone, would need more memory than this
     *     process may use
     */
    public static void requireFits(StudyConfig study) {
        OF_THIS_PROCESS.require(study);
    }

    void require(StudyConfig study) {
        int needed = megabytes(study);
        if (needed > capacityMb) {
            double unknowns =
                    VolumeEstimate.of(study.microstructure(), study.numerics()).unknowns();
            throw new InvalidInputException(String.format(
                    Locale.ROOT,
                    "a structure of study %s is estimated at %.2g unknowns, which need about %d MB, and %d MB may be used:"
                            + " raise numerics.foot_element_nm, numerics.electrode_element_um or"
                            + " numerics.interior_element_um, make the cell smaller, or give Java more memory"
                            + " (GRAINFLUX_OPTS=-Xmx%dm)",
                    study.name(),
                    unknowns,
                    needed,
                    capacityMb,
                    (long) Math.ceil(needed / USABLE_SHARE)));
        }
    }

    /** Waits until a structure of the study fits beside those under way; to be given back when it is done. */
    Share take(StudyConfig study) {
        // The size of an image is in its file: one at a time.
        int megabytes = study.images().isEmpty() ? Math.min(capacityMb, megabytes(study)) : capacityMb;
        try {
            free.acquire(megabytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("the run was interrupted", e);
        }
        return () -> free.release(megabytes);
    }

    /** Plane structures are small beside any heap and take no part; images are not known before they are read. */
    private static int megabytes(StudyConfig study) {
        return study.microstructure().dimension() == 2 || !study.images().isEmpty()
                ? 0
                : VolumeEstimate.of(study.microstructure(), study.numerics()).megabytes();
    }

    /** Memory that was taken. */
    @FunctionalInterface
    interface Share {
        void giveBack();
    }
}
