package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grainflux.core.Cancellation;
import org.grainflux.fem.elasticity.ElasticField;

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
        CrackEnd end = open(facets().chain(tip, facets().facetsAt(tip).get(0), load.flaw().depthM()));
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
        ElasticField pressed = polycrystal.pressed();
        ElasticField rested = load.isAtRest() ? null : polycrystal.rested(load.compressionPa(), load.stackPressurePa());
        double ring = RING
                * Math.min(straightM, Math.min(facets().yM(tip), polycrystal.heightM() - facets().yM(tip)));
        CrackTip at = new CrackTip(facets().xM(tip), facets().yM(tip), directionRad);
        StressIntensity perPressure = polycrystal.intensity(pressed, at, ring, 1);
        StressIntensity resting =
                rested == null ? new StressIntensity(0, 0) : polycrystal.intensity(rested, at, ring, 0);
        Ways ways = new Ways(perPressure, resting);
        WayOn best = ways.best();
        boolean possible = best.pressurePa() <= load.largestPressurePa(deepestM);
        if (possible && best.facet() < 0) {
            best = ways.cut(best);
        }
        record(best, perPressure, resting, pressed, rested);
        if (best.pressurePa() == Double.POSITIVE_INFINITY) {
            return ways.allTurnBack ? CrackEnd.NO_WAY_ON : CrackEnd.CLOSED;
        }
        return possible ? open(facets().chain(tip, best.facet(), stepM)) : CrackEnd.ARREST;
    }

    /** The ways on from the tip under one field. */
    private final class Ways {
        private final StressIntensity perPressure;
        private final StressIntensity resting;
        /** Turns of the boundaries at the tip, all but the one behind. */
        private final List<Double> boundaryKinks = new ArrayList<>();
        /** Whether the crack may not enter grains and every boundary turns back. */
        private boolean allTurnBack = energies.grainJPerM2() == Double.POSITIVE_INFINITY;

        Ways(StressIntensity perPressure, StressIntensity resting) {
            this.perPressure = perPressure;
            this.resting = resting;
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
            return best.easier(
                    WayOn.intoGrain(perPressure, resting, toughness(CrackPath.GRAIN), this::isBetweenBoundaries));
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
            return WayOn.along(facet, kinkRad, perPressure, resting, toughness(boundary));
        }

        private double toughness(int boundary) {
            return load.toughnessScale() * energies.toughnessPaSqrtM(energies.ofPiece(boundary));
        }
    }

    private double kinkRad(int facet) {
        double[] along = facets().alongM(facet, tip);
        return Math.IEEEremainder(Math.atan2(along[1], along[0]) - directionRad, 2 * Math.PI);
    }

    private void record(
            WayOn best,
            StressIntensity perPressure,
            StressIntensity resting,
            ElasticField pressed,
            ElasticField rested) {
        double pressure = best.pressurePa();
        boolean goesOn = pressure < Double.POSITIVE_INFINITY;
        double volumeM2 = !goesOn
                ? 0
                : pressure * CrackedPolycrystal.volumeM2(pressed)
                        + (rested == null ? 0 : CrackedPolycrystal.volumeM2(rested));
        steps.add(new GrownCrack.Step(
                lengthM,
                deepestM,
                perPressure,
                resting,
                pressure,
                goesOn ? load.currentAPerM2(pressure, deepestM) : Double.POSITIVE_INFINITY,
                best.kinkRad(),
                best.facet() < 0 ? CrackPath.GRAIN : facets().boundary(best.facet()),
                load.chargeCPerM2(volumeM2)));
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
            depthM.add(
                    polycrystal.startElectrode() == 0 ? facets().yM(tip) : polycrystal.heightM() - facets().yM(tip));
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
        return new GrownCrack(end, message, steps, path);
    }
}
