package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A correction with a design's own factor completes any reduced solution of that design. */
class SnapshotSolverTest {
    private static final Microstructure STRUCTURE = ReferenceStructures.structure(50e-6, 3);

    @ParameterizedTest
    @EnumSource
    void correctionByTheOwnFactorIsTheSolution(ReducedInterfaceFamilyTest.Family family) {
        InterfaceSolver solver = new InterfaceSolver(ReferenceStructures.condensed(
                STRUCTURE, GrainMesher.mesh(STRUCTURE, MeshGrading.standard().refined(0.25)), 1e-3));
        List<CellDesign> designs = family.designs("training", 2);
        CellDesign known = designs.get(0);
        CellDesign wanted = designs.get(1);
        SurfaceOperator[] operators = new SurfaceOperator[2];
        ReducedContact[] contacts = new ReducedContact[2];
        for (int e = 0; e < 2; e++) {
            int electrode = e;
            ElectrodeTrace trace = solver.polycrystal().trace(e);
            ReducedLayer layer = null;
            if (known.contact(e) instanceof ElectrodeContact.IonicLayer) {
                operators[e] = SurfaceOperator.exact(trace);
                List<LayerSymbol> layers = Stream.of(known, wanted)
                        .map(design -> LayerSymbol.of((ElectrodeContact.IonicLayer) design.contact(electrode)))
                        .toList();
                double firstWavenumberPerM = operators[e].modes().wavenumberPerM(1);
                layer = new ReducedLayer(
                        operators[e], FamilyNodes.of(new ModeNodes(600), firstWavenumberPerM, layers), 1500);
            }
            contacts[e] = new ReducedContact(e, trace, known.contact(e), layer);
        }
        ReducedCell model = new ReducedCell(solver.polycrystal(), known, contacts[0], contacts[1]);
        SnapshotSolver exact = new SnapshotSolver(solver, operators);
        model.add(exact.potentials(exact.solve(known)));
        InterfaceSolver.Field solution = exact.solve(wanted);
        ElectrodeVector[] residual = model.solve(wanted).residual();
        model.add(exact.correction(residual, design -> design.equals(wanted) ? 1 : 0.5));
        model.complete();
        // The reduced operator interpolates its modes, to 3e-6.
        assertThat(CurrentDifference.of(model.solve(wanted).results(), solution.solution()))
                .isLessThan(1e-5);
    }
}
