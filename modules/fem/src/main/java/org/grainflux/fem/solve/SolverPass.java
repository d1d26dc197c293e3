package org.grainflux.fem.solve;

/**
 * A loop over memory in which a solver spends its time, handed out so that a benchmark can run it alone, again and again
 * on the same numbers.
 *
 * <p>Bytes and operations are counted from the arrays the pass works on. An array that is read counts once, one that is
 * written once, one that is updated twice, however often the loop comes back to it: what no order and no cache can save.
 *
 * @param prepare puts the numbers back that the last run has used up; not part of the pass
 * @param run the pass
 * @param bytes that it must move
 * @param operations on floating-point numbers
 */
public record SolverPass(Runnable prepare, Runnable run, double bytes, double operations) {
    private static final Runnable NOTHING = () -> {};

    /** A pass that can be repeated as it is. */
    public static SolverPass repeatable(Runnable run, double bytes, double operations) {
        return new SolverPass(NOTHING, run, bytes, operations);
    }
}
