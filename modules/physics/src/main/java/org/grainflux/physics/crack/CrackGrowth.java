package org.grainflux.physics.crack;

import java.util.List;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.Require;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.Flaw;

/**
 * Extends one lithium-filled flaw through a plane polycrystal, Griffith-like: at every place of the tip the stress is solved,
 * and of all boundaries that begin there and all directions into grains the one with the largest G/G_c is opened, as far as a step or
 * its end. Each step asks for the pressure, and so the current, at which it would go on; the largest of them gets it through.
 *
 * <p>Along boundaries the mesh stays as it is. A way into a grain is a straight cut through it, for which the grain is meshed
 * anew; inside, the crack goes straight on until the best direction differs by 4° from its own, and where it reaches the next boundary
 * that is judged against the grain behind. Where a grain is left as soon as it is entered the cut may turn by a few degrees
 * to end at a node.
 *
 * <p>The pressure is the same in the whole crack: that of the overpotential at its mouth and the ohmic detour of its depth, or
 * that of the flux solved with the crack as it is. Nothing that a crack may do throws.
 *
 * @param stepM how far a crack opens before it is asked again, m
 * @param stepLimit largest number of steps
 * @param grading mesh beside the boundaries
 * @param boundarySizeM element size along boundaries, m; K is taken from rings of a few elements
 * @param zone softer zone at boundaries, not stiffer than the grains
 */
public record CrackGrowth(double stepM, int stepLimit, MeshGrading grading, double boundarySizeM, BoundaryZone zone) {
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
        return grow(
                structure,
                startElectrode,
                energies,
                drawn,
                stackPressurePa,
                new DetourDrive(overpotentialOhmM2, grainConductivitySPerM),
                parameters,
                observer);
    }

    /**
     * With the flux solved at every step, the crack filled with lithium.
     *
     * @param resistances of the cell and the crack's faces
     * @param observer sees the fields of every step
     */
    public DrivenCrack grow(
            Microstructure structure,
            int startElectrode,
            FractureEnergies energies,
            Flaw drawn,
            double stackPressurePa,
            CrackResistances resistances,
            CriterionParameters parameters,
            CrackObserver observer) {
        SolvedDrive drive = new SolvedDrive(structure.sizeM()[0], startElectrode, resistances);
        GrownCrack crack =
                grow(structure, startElectrode, energies, drawn, stackPressurePa, drive, parameters, observer);
        return new DrivenCrack(crack, drive.terminals(), drive.solveCount());
    }

    private GrownCrack grow(
            Microstructure structure,
            int startElectrode,
            FractureEnergies energies,
            Flaw drawn,
            double stackPressurePa,
            TipDrive drive,
            CriterionParameters parameters,
            CrackObserver observer) {
        energies.requireBoundaries(structure.network().boundaries().size());
        CrackLoad load = new CrackLoad(parameters.scaled(drawn), stackPressurePa, drive, parameters);
        GrowingCrack crack = null;
        try {
            crack = new GrowingCrack(
                    load,
                    energies,
                    new CrackedPolycrystal(structure, startElectrode, energies, grading, boundarySizeM, zone),
                    stepM,
                    observer);
            return crack.ended(crack.toEnd(stepLimit), null);
        } catch (NumericalFailureException failure) {
            return crack == null
                    ? new GrownCrack(CrackEnd.NUMERICAL_FAILURE, failure.getMessage(), List.of(), null)
                    : crack.ended(CrackEnd.NUMERICAL_FAILURE, failure.getMessage());
        }
    }
}
