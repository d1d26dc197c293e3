package org.grainflux.physics.memristor;

import org.grainflux.core.Require;

/**
 * The stretch at the electrode that switches: a gap partly filled from the electrode, or a neck across it. Changes under way;
 * one per device.
 */
public final class WorkingGap {
    private double lengthM;
    private double contactRadiusM;
    private double filledM;
    private double openedM;
    private double neckRadiusM;
    private double platedM3;

    private WorkingGap(double lengthM, double contactRadiusM) {
        this.lengthM = Require.positive("working gap", lengthM, "m");
        this.contactRadiusM = Require.positive("radius of the filament in the gap", contactRadiusM, "m");
    }

    /** An empty gap whose path is open for some way from the electrode. */
    public static WorkingGap empty(double lengthM, double contactRadiusM, double openedM) {
        WorkingGap gap = new WorkingGap(lengthM, contactRadiusM);
        gap.openedM = Require.within("open part of the working gap", openedM, 0, lengthM, "m");
        return gap;
    }

    /** A neck across the gap; the path reopens for {@code openedM} once it is cut. */
    public static WorkingGap connected(double lengthM, double contactRadiusM, double neckRadiusM, double openedM) {
        WorkingGap gap = empty(lengthM, contactRadiusM, openedM);
        gap.neckRadiusM = Require.positive("radius of the neck", neckRadiusM, "m");
        gap.platedM3 = gap.lithiumM3();
        return gap;
    }

    public boolean isConnected() {
        return neckRadiusM > 0;
    }

    /** Neither a neck nor lithium in the gap. */
    public boolean isEmpty() {
        return neckRadiusM == 0 && filledM == 0;
    }

    public double lengthM() {
        return lengthM;
    }

    public double contactRadiusM() {
        return contactRadiusM;
    }

    /** From the electrode; the whole length when connected. */
    public double filledM() {
        return isConnected() ? lengthM : filledM;
    }

    public double openedM() {
        return openedM;
    }

    /** 0 when there is no neck. */
    public double neckRadiusM() {
        return neckRadiusM;
    }

    /** By geometry. */
    public double lithiumM3() {
        return Math.PI
                * (isConnected() ? neckRadiusM * neckRadiusM * lengthM : contactRadiusM * contactRadiusM * filledM);
    }

    /** By the current that has passed, times V_m/F. */
    public double platedM3() {
        return platedM3;
    }

    /** Another path for the next filament; what is open of it does not exceed it. */
    void redraw(double newLengthM, double newContactRadiusM) {
        if (!isEmpty()) {
            throw new IllegalStateException("only an empty gap can be drawn anew");
        }
        lengthM = Require.positive("working gap", newLengthM, "m");
        contactRadiusM = Require.positive("radius of the filament in the gap", newContactRadiusM, "m");
    }

    /** Lithium advances in the gap, or recedes. */
    void fill(double byM) {
        filledM = Math.max(0, filledM + byM);
        openedM = Math.max(openedM, filledM);
        platedM3 += Math.PI * contactRadiusM * contactRadiusM * byM;
    }

    /** The front is exactly there; moves it without rounding. */
    void fillTo(double targetM) {
        fill(targetM - filledM);
        filledM = targetM;
        openedM = Math.max(openedM, targetM);
    }

    /** The gap is filled and becomes a neck. */
    void touch() {
        neckRadiusM = contactRadiusM;
        filledM = 0;
    }

    /** @param plated by the current meanwhile, m³ */
    void thickenTo(double radiusM, double plated) {
        neckRadiusM = radiusM;
        platedM3 += plated;
    }
}
