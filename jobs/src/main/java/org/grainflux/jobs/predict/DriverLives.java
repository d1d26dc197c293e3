package org.grainflux.jobs.predict;

import org.grainflux.core.ExitCode;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.RunFolder;

/**
 * How often a cluster that supervises has started the driver of a run. Each start leaves its mark before it reads or claims anything,
 * so that a driver which dies over its study is counted too. One that never becomes this program leaves none; {@link DriverStart} bounds that.
 */
public final class DriverLives {
    private final RunFolder folder;
    private final int handedOver;
    private final int allowed;

    /**
     * @param handedOver number of the claim under which the run was submitted
     * @param allowed number of starts
     */
    public DriverLives(RunFolder folder, int handedOver, int allowed) {
        this.folder = folder;
        this.handedOver = handedOver;
        this.allowed = allowed;
    }

    /**
     * Whether this start may work. The one after the last ends the run: it would otherwise be started for ever.
     *
     * @throws org.grainflux.core.HeldByAnotherException when the run is to be ended, and another command works on it
     */
    public boolean begin() {
        if (folder.beginLife(handedOver) <= allowed) {
            return true;
        }
        folder.giveUp(
                Admission.handedOver(handedOver),
                ExitCode.INFRASTRUCTURE,
                "the driver of the run in " + folder.location() + " died " + allowed
                        + " times (--lives) and is not started again; look at its logs on the cluster, e.g. for memory, then"
                        + " continue with --resume");
        return false;
    }
}
