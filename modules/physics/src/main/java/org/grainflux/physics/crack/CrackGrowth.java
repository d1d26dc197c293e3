package org.grainflux.physics.crack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grainflux.core.Cancellation;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.Require;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.Flaw;

/**
 * Extends one lithium-filled flaw along the boundaries of a plane polycrystal, Griffith-like: at every place of the tip the
 * stress is solved, and of all boundaries that begin there the one with the largest G/G_c is opened, as far as a step or
 * its end. Each step asks for the pressure, and so the current, at which it would go on; the largest of them gets it through.
 *
 * <p>The pressure is the same in the whole crack, that of the overpotential at its mouth and the ohmic detour of its depth;
 * the flux is not solved again. A way into a grain that needs less pressure than any boundary ends the crack with {@link
 * CrackEnd#ENTERS_GRAIN}. Nothing that a crack may do throws.
 *
 * @param stepM how far a crack opens before it is asked again, m
 * @param stepLimit largest number of steps
 * @param grading mesh beside the boundaries
 * @param boundarySizeM element size along boundaries, m; K is taken from rings of a few elements
 * @param zone softer zone at boundaries, not stiffer than the grains
 */
public record CrackGrowth(double stepM, int stepLimit, MeshGrading grading, double boundarySizeM, BoundaryZone zone) {
    /** Largest radius of the ring K is taken from, of the straight piece behind the tip or the distance to an electrode. */
    private static final double RING = 0.9;

    /** Facets in one line turn by rounding only. */
    private static final double STRAIGHT_RAD = 1e-6;

    public CrackGrowth {
        Require.positive("step of a crack", stepM, "m");
        Require.atLeast("number of steps", stepLimit, 1);
        Require.positive("element size along boundaries", boundarySizeM, "m");
    }

    /**
     * Steps of 3.3 µm, elements of 0.3 µm along boundaries: about 97,000 nodes for 100 grains of 10 µm.
     */
    public static CrackGrowth standard() {
        return new CrackGrowth(
                3.3e-6,
                200,
                new MeshGrading(0.3e-6, 0.3e-6, 1e-6, 1.5e-6, 0.3, new double[0][], 0.3e-6),
                0.3e-6,
                BoundaryZone.llzo());
    }

    /**
     * @param startElectrode electrode of the flaw, 0 or 1
     * @param stackPressurePa uniform pressure on the electrodes, Pa
     * @param overpotentialOhmM2 u, interface overpotential at the flaw per unit of mean current, Ω m²
     * @param grainConductivitySPerM σ_g, S/m
     */
    public GrownCrack grow(
            Microstructure structure,
            int startElectrode,
            FractureEnergies energies,
            Flaw drawn,
            double stackPressurePa,
            double overpotentialOhmM2,
            double grainConductivitySPerM,
            CriterionParameters parameters) {
        return grow(
                structure,
                startElectrode,
                energies,
                drawn,
                stackPressurePa,
                overpotentialOhmM2,
                grainConductivitySPerM,
                parameters,
                CrackObserver.NONE);
    }

    /** As above. @param observer sees the fields of every step */
    public GrownCrack grow(
            Microstructure structure,
            int startElectrode,
            FractureEnergies energies,
            Flaw drawn,
            double stackPressurePa,
            double overpotentialOhmM2,
            double grainConductivitySPerM,
            CriterionParameters parameters,
            CrackObserver observer) {
        energies.requireBoundaries(structure.network().boundaries().size());
        Run run = new Run(
                startElectrode,
                energies,
                parameters.scaled(drawn),
                stackPressurePa,
                overpotentialOhmM2,
                grainConductivitySPerM,
                parameters);
        run.observer = observer;
        try {
            run.polycrystal = new CrackedPolycrystal(structure, startElectrode, energies, grading, boundarySizeM, zone);
            return run.toEnd();
        } catch (NumericalFailureException failure) {
            return run.ended(CrackEnd.NUMERICAL_FAILURE, failure.getMessage());
        }
    }

    /** One crack as it grows. */
    private final class Run {
        private final int startElectrode;
        private final FractureEnergies energies;
        private final Flaw flaw;
        private final double stackPressurePa;
        private final double overpotentialOhmM2;
        private final double grainConductivitySPerM;
        private final CriterionParameters parameters;
        private CrackedPolycrystal polycrystal;
        private FacetNetwork facets;
        private CrackObserver observer;

        private final List<GrownCrack.Step> steps = new ArrayList<>();
        private final List<Double> xM = new ArrayList<>();
        private final List<Double> depthM = new ArrayList<>();
        private final List<Integer> boundaries = new ArrayList<>();
        private final Set<Integer> visited = new HashSet<>();
        private int tip;
        private int behind = -1;
        private double lengthM;
        private double straightM;
        private double directionRad;
        private double deepestM;

        private Run(
                int startElectrode,
                FractureEnergies energies,
                Flaw flaw,
                double stackPressurePa,
                double overpotentialOhmM2,
                double grainConductivitySPerM,
                CriterionParameters parameters) {
            this.startElectrode = startElectrode;
            this.energies = energies;
            this.flaw = flaw;
            this.stackPressurePa = stackPressurePa;
            this.overpotentialOhmM2 = overpotentialOhmM2;
            this.grainConductivitySPerM = grainConductivitySPerM;
            this.parameters = parameters;
        }

        private GrownCrack toEnd() {
            // 1. The flaw itself: its boundary from the electrode down to its depth.
            facets = polycrystal.facets();
            tip = facets.foot(startElectrode, flaw.position().xM(), polycrystal.widthM());
            if (tip < 0) {
                return ended(CrackEnd.NO_BOUNDARY, "");
            }
            xM.add(facets.xM(tip));
            depthM.add(0.0);
            visited.add(tip);
            CrackEnd end = open(facets.chain(tip, facets.facetsAt(tip).get(0), flaw.depthM()));
            // 2. Step by step, where G/G_c is largest.
            while (end == null) {
                Cancellation.point();
                end = steps.size() == stepLimit ? CrackEnd.STEP_LIMIT : step();
            }
            return ended(end, "");
        }

        private CrackEnd step() {
            // Solve, take K apart, ask every boundary at the tip, and open the one that needs least.
            ElasticField pressed = polycrystal.pressed();
            ElasticField rested = parameters.compressionPa() == 0 && stackPressurePa == 0
                    ? null
                    : polycrystal.rested(parameters.compressionPa(), stackPressurePa);
            double ring = RING * Math.min(straightM, Math.min(facets.yM(tip), polycrystal.heightM() - facets.yM(tip)));
            CrackTip at = new CrackTip(facets.xM(tip), facets.yM(tip), directionRad);
            StressIntensity perPressure = polycrystal.intensity(pressed, at, ring, 1);
            StressIntensity resting =
                    rested == null ? new StressIntensity(0, 0) : polycrystal.intensity(rested, at, ring, 0);
            WayOn along = WayOn.NONE;
            boolean turnsBack = true;
            for (int facet : facets.facetsAt(tip)) {
                double kink = facet == behind ? Math.PI : kinkRad(facet);
                if (Math.abs(kink) <= KinkedCrack.STEEPEST_KINK_RAD) {
                    turnsBack = false;
                    along = along.easier(WayOn.along(
                            facet, kink, perPressure, resting, toughness(energies.ofPiece(facets.boundary(facet)))));
                }
            }
            WayOn inside = WayOn.intoGrain(perPressure, resting, toughness(energies.grainJPerM2()));
            WayOn best = along.easier(inside);
            record(best, perPressure, resting, pressed, rested);
            if (best.pressurePa() == Double.POSITIVE_INFINITY) {
                return turnsBack ? CrackEnd.NO_WAY_ON : CrackEnd.CLOSED;
            }
            if (best.pressurePa() > parameters.lithium().extrusionCapPa(deepestM, flaw.openingM())) {
                return CrackEnd.ARREST;
            }
            return best.facet() < 0 ? CrackEnd.ENTERS_GRAIN : open(facets.chain(tip, best.facet(), stepM));
        }

        private double toughness(double energyJPerM2) {
            return parameters.toughnessScale() * energies.toughnessPaSqrtM(energyJPerM2);
        }

        private double kinkRad(int facet) {
            double[] along = facets.alongM(facet, tip);
            return Math.IEEEremainder(Math.atan2(along[1], along[0]) - directionRad, 2 * Math.PI);
        }

        private void record(
                WayOn best,
                StressIntensity perPressure,
                StressIntensity resting,
                ElasticField pressed,
                ElasticField rested) {
            double pressure = best.pressurePa();
            double volumeM2 = 0;
            double current = Double.POSITIVE_INFINITY;
            if (pressure < Double.POSITIVE_INFINITY) {
                volumeM2 =
                        pressure * polycrystal.volumeM2(pressed) + (rested == null ? 0 : polycrystal.volumeM2(rested));
                double drive = overpotentialOhmM2 + deepestM / grainConductivitySPerM;
                current = drive > 0 ? parameters.lithium().overpotentialV(pressure) / drive : current;
            }
            steps.add(new GrownCrack.Step(
                    lengthM,
                    deepestM,
                    perPressure,
                    resting,
                    pressure,
                    current,
                    best.kinkRad(),
                    best.facet() < 0 ? CrackPath.GRAIN : facets.boundary(best.facet()),
                    parameters.lithium().chargeCPerM2(volumeM2)));
            observer.step(steps.get(steps.size() - 1), pressed, rested);
        }

        /** Opens facets one after the other from the tip; says why the crack ends with them, or null. */
        private CrackEnd open(List<Integer> chain) {
            CrackEnd end = null;
            for (int facet : chain) {
                double[] along = facets.alongM(facet, tip);
                double angle = Math.atan2(along[1], along[0]);
                double piece = Math.hypot(along[0], along[1]);
                boolean straight =
                        behind >= 0 && Math.abs(Math.IEEEremainder(angle - directionRad, 2 * Math.PI)) < STRAIGHT_RAD;
                straightM = straight ? straightM + piece : piece;
                directionRad = angle;
                lengthM += piece;
                behind = facet;
                tip = facets.otherEnd(facet, tip);
                int electrode = facets.electrode(tip);
                xM.add(xM.get(xM.size() - 1) + along[0]);
                depthM.add(startElectrode == 0 ? facets.yM(tip) : polycrystal.heightM() - facets.yM(tip));
                boundaries.add(facets.boundary(facet));
                deepestM = Math.max(deepestM, depthM.get(depthM.size() - 1));
                boolean again = !visited.add(tip);
                if (electrode >= 0) {
                    end = electrode == startElectrode ? CrackEnd.SPALLS : CrackEnd.PENETRATION;
                } else if (again) {
                    end = CrackEnd.SPLITS_OFF;
                }
            }
            if (end == null) {
                polycrystal.body().release(chain.stream().mapToInt(f -> f).toArray());
            }
            return end;
        }

        private GrownCrack ended(CrackEnd end, String message) {
            CrackPath path = boundaries.isEmpty()
                    ? null
                    : new CrackPath(
                            startElectrode,
                            polycrystal.heightM(),
                            xM.stream().mapToDouble(x -> x).toArray(),
                            depthM.stream().mapToDouble(d -> d).toArray(),
                            boundaries.stream().mapToInt(b -> b).toArray(),
                            Double.NaN);
            return new GrownCrack(end, message, steps, path);
        }
    }
}
