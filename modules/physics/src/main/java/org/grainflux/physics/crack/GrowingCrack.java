package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grainflux.core.Cancellation;
import org.grainflux.fem.elasticity.FaceContact;

/** One crack as {@link CrackGrowth} extends it: where its tip is, what it has been asked, and the way it came. */
final class GrowingCrack {
    /** Largest radius of the ring K is taken from, of the straight piece behind the tip or the distance to an electrode. */
    private static final double RING = 0.9;

    /** Facets in one line turn by rounding only. */
    private static final double STRAIGHT_RAD = 1e-6;

    /**
     * Turn below which a crack inside a grain goes straight on: its energy release rate differs from the largest by less than
     * half a per cent, and K_II is not known better.
     */
    static final double LEAST_TURN_RAD = Math.toRadians(4);

    /** Angle between a boundary and a way into a grain below which no elements fit between them. */
    private static final double BESIDE_RAD = Math.toRadians(15);

    /** A step goes on to the end of a boundary or cut that is no more than this many times as far, lest a crumb be left. */
    private static final double REST = 1.5;

    /** Contact and pressure settle in two or three passes; where they do not the last one stands. */
    private static final int CONTACT_PASSES = 6;

    /** K_I that faces in touch leave at the tip, of that of faces that overlap: where all touch it is 10⁻⁵. */
    private static final double CLOSED = 0.01;

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final CrackLoad load;
    private final FractureEnergies energies;
    private final CrackedPolycrystal polycrystal;
    private final double stepM;

    private final List<GrownCrack.Step> steps = new ArrayList<>();
    private final List<Double> xM = new ArrayList<>();
    private final List<Double> depthM = new ArrayList<>();
    private final List<Integer> boundaries = new ArrayList<>();
    private int tip;
    private int behind = -1;
    private double lengthM;
    private double straightM;
    private double directionRad;
    private double deepestM;
    private String reason = "";

    /** @param stepM how far it opens before it is asked again, m */
    GrowingCrack(CrackLoad load, FractureEnergies energies, CrackedPolycrystal polycrystal, double stepM) {
        this.load = load;
        this.energies = energies;
        this.polycrystal = polycrystal;
        this.stepM = stepM;
    }

    CrackEnd toEnd(int stepLimit) {
        // 1. The flaw itself: its boundary from the electrode down to its depth.
        tip = facets().foot(polycrystal.startElectrode(), load.flaw().position().xM(), polycrystal.widthM());
        if (tip < 0) {
            return CrackEnd.NO_BOUNDARY;
        }
        xM.add(facets().xM(tip));
        depthM.add(0.0);
        CrackEnd end = open(facets().chain(
                        tip,
                        facets().facetsAt(tip).get(0),
                        load.flaw().depthM(),
                        load.flaw().depthM()));
        // 2. Step by step, where G/G_c is largest.
        while (end == null) {
            Cancellation.point();
            end = steps.size() == stepLimit ? CrackEnd.STEP_LIMIT : step();
        }
        return end;
    }

    private FacetNetwork facets() {
        return polycrystal.facets();
    }

    /** Solves, takes K apart, asks every boundary at the tip and the grains around, and opens the way that needs least. */
    private CrackEnd step() {
        double largestPa = load.largestPressurePa(deepestM);
        double perCurrentOhmM2 = load.drive().overpotentialOhmM2(polycrystal.body(), deepestM);
        TipState free = TipState.free(polycrystal, load, tip());
        TipState state = free;
        Ways ways = new Ways(state);
        WayOn best = ways.best();
        // Faces that overlap under the pressure it would go on at touch, which changes that pressure.
        FaceContact contact = polycrystal.contact();
        int[] touching = {};
        for (int pass = 0; pass < CONTACT_PASSES && Math.min(best.pressurePa(), largestPa) < NEVER; pass++) {
            int[] now = free.touching(contact, Math.min(best.pressurePa(), largestPa));
            if (Arrays.equals(now, touching)) {
                break;
            }
            touching = now;
            state = free.holding(contact, touching);
            ways = new Ways(state);
            best = ways.best();
        }
        boolean possible = best.pressurePa() <= largestPa && best.pressurePa() < NEVER;
        if (possible && best.facet() < 0) {
            best = ways.cut(best);
        }
        record(best, state, perCurrentOhmM2);
        if (possible) {
            return open(facets().chain(tip, best.facet(), stepM, REST * stepM));
        }
        if (ways.allTurnBack) {
            return CrackEnd.NO_WAY_ON;
        }
        if (largestPa < NEVER && state.openingPaSqrtM(largestPa) <= CLOSED * Math.abs(free.openingPaSqrtM(largestPa))) {
            reason = "the faces at the tip are pressed together at the largest pressure of " + largestPa + " Pa";
            return CrackEnd.CLOSED;
        }
        if (best.pressurePa() == NEVER) {
            reason = "no pressure opens a way on";
            return CrackEnd.CLOSED;
        }
        return CrackEnd.ARREST;
    }

    private TipState.Place tip() {
        double y = facets().yM(tip);
        double ring = RING * Math.min(straightM, Math.min(y, polycrystal.heightM() - y));
        return new TipState.Place(new CrackTip(facets().xM(tip), y, directionRad), ring);
    }

    /** The ways on from the tip under one field. */
    private final class Ways {
        private final TipState state;
        /** Turns of the boundaries at the tip, all but the one behind. */
        private final List<Double> boundaryKinks = new ArrayList<>();
        /** Whether the crack may not enter grains and every boundary turns back. */
        private boolean allTurnBack = energies.grainJPerM2() == Double.POSITIVE_INFINITY;

        Ways(TipState state) {
            this.state = state;
        }

        WayOn best() {
            WayOn best = WayOn.NONE;
            for (int facet : facets().facetsAt(tip)) {
                int boundary = facets().boundary(facet);
                if (facet != behind && boundary != CrackPath.GRAIN) {
                    double kink = kinkRad(facet);
                    boundaryKinks.add(kink);
                    if (Math.abs(kink) <= KinkedCrack.STEEPEST_KINK_RAD) {
                        allTurnBack = false;
                        best = best.easier(along(facet, kink, boundary));
                    }
                }
            }
            return best.easier(WayOn.intoGrain(
                    state.perPressure(), state.resting(), toughness(CrackPath.GRAIN), this::isBetweenBoundaries));
        }

        private boolean isBetweenBoundaries(double kinkRad) {
            return boundaryKinks.stream()
                    .allMatch(kink -> Math.abs(Math.IEEEremainder(kink - kinkRad, 2 * Math.PI)) >= BESIDE_RAD);
        }

        /** The first facet of a way into a grain: of the cut that is there already, or of a new one. */
        WayOn cut(WayOn wanted) {
            for (int facet : facets().facetsAt(tip)) {
                if (!polycrystal.isOpen(facet)
                        && facets().boundary(facet) == CrackPath.GRAIN
                        && Math.abs(kinkRad(facet) - wanted.kinkRad()) < LEAST_TURN_RAD) {
                    return along(facet, kinkRad(facet), CrackPath.GRAIN);
                }
            }
            int facet = polycrystal.cut(tip, directionRad + wanted.kinkRad());
            tip = facets().end(facet, 0);
            behind = -1;
            return along(facet, kinkRad(facet), CrackPath.GRAIN);
        }

        private WayOn along(int facet, double kinkRad, int boundary) {
            return WayOn.along(facet, kinkRad, state.perPressure(), state.resting(), toughness(boundary));
        }

        private double toughness(int boundary) {
            return load.toughnessScale() * energies.toughnessPaSqrtM(energies.ofPiece(boundary));
        }
    }

    private double kinkRad(int facet) {
        double[] along = facets().alongM(facet, tip);
        return Math.IEEEremainder(Math.atan2(along[1], along[0]) - directionRad, 2 * Math.PI);
    }

    private void record(WayOn best, TipState state, double perCurrentOhmM2) {
        double pressure = best.pressurePa();
        boolean goesOn = pressure < NEVER;
        int boundary =
                !goesOn ? GrownCrack.NO_WAY : best.facet() < 0 ? CrackPath.GRAIN : facets().boundary(best.facet());
        steps.add(new GrownCrack.Step(
                lengthM,
                deepestM,
                state.perPressure(),
                state.resting(),
                pressure,
                goesOn ? load.currentAPerM2(pressure, perCurrentOhmM2) : NEVER,
                best.kinkRad(),
                boundary,
                goesOn ? load.chargeCPerM2(state.volumeM2(pressure)) : 0));
    }

    /** Opens facets one after the other from the tip; says why the crack ends with them, or null. */
    private CrackEnd open(List<Integer> chain) {
        CrackEnd end = null;
        Set<Integer> opening = new HashSet<>(chain);
        for (int facet : chain) {
            double[] along = facets().alongM(facet, tip);
            double angle = Math.atan2(along[1], along[0]);
            double piece = Math.hypot(along[0], along[1]);
            boolean straight =
                    straightM > 0 && Math.abs(Math.IEEEremainder(angle - directionRad, 2 * Math.PI)) < STRAIGHT_RAD;
            straightM = straight ? straightM + piece : piece;
            directionRad = angle;
            lengthM += piece;
            behind = facet;
            tip = facets().otherEnd(facet, tip);
            int electrode = facets().electrode(tip);
            xM.add(xM.get(xM.size() - 1) + along[0]);
            depthM.add(polycrystal.startElectrode() == 0 ? facets().yM(tip) : polycrystal.heightM() - facets().yM(tip));
            boundaries.add(facets().boundary(facet));
            deepestM = Math.max(deepestM, depthM.get(depthM.size() - 1));
            boolean meetsItself = facets().facetsAt(tip).stream()
                    .anyMatch(other -> polycrystal.isOpen(other) && !opening.contains(other));
            if (electrode >= 0) {
                end = electrode == polycrystal.startElectrode() ? CrackEnd.SPALLS : CrackEnd.PENETRATION;
            } else if (meetsItself) {
                end = CrackEnd.SPLITS_OFF;
            }
        }
        if (end == null) {
            polycrystal.release(chain.stream().mapToInt(f -> f).toArray());
        }
        return end;
    }

    /** @param message of a failure; null for the crack's own reason */
    GrownCrack ended(CrackEnd end, String message) {
        CrackPath path = boundaries.isEmpty()
                ? null
                : new CrackPath(
                        polycrystal.startElectrode(),
                        polycrystal.heightM(),
                        xM.stream().mapToDouble(x -> x).toArray(),
                        depthM.stream().mapToDouble(d -> d).toArray(),
                        boundaries.stream().mapToInt(b -> b).toArray(),
                        Double.NaN);
        return new GrownCrack(end, message == null ? reason : message, steps, path);
    }
}
