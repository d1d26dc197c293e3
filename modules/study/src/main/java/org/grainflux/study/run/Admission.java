package org.grainflux.study.run;

/**
 * On what grounds a command asks for a run's folder.
 *
 * @param resume whether a run that is there may be continued
 * @param handedOver number of the claim under which this command was submitted to a cluster, 0 when it was not
 * @param takeOver whether the user vouches that nobody works on the run any more
 */
public record Admission(boolean resume, int handedOver, boolean takeOver) {
    /** For a folder that is empty or not there. */
    public static final Admission NEW = new Admission(false, 0, false);

    public static final Admission RESUME = new Admission(true, 0, false);

    /** For a user who vouches that whoever holds the run is gone. */
    public static final Admission TAKE_OVER = new Admission(true, 0, true);

    /** For the command that a cluster runs, perhaps more than once, in place of the one that holds the claim. */
    public static Admission handedOver(int claim) {
        return new Admission(true, claim, false);
    }
}
