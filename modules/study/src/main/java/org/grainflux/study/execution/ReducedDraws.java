package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.InterfaceSolver;
import org.grainflux.physics.transport.ReducedInterfaceFamily;

/**
 * Many designs and draws on one condensed structure. Designs whose contacts are of one kind and pattern form a family;
 * a family of at least {@link ReducedInterfaceFamily#FEWEST_DESIGNS} is answered by a reduced model, built when it is first
 * asked, and in full wherever the model's estimate exceeds the tolerance. Everything else is solved in full.
 */
final class ReducedDraws implements DrawSolver {
    private final InterfaceSolver full;
    private final double tolerance;
    private final Supplier<RandomGenerator> randomness;
    private final List<Family> families = new ArrayList<>();

    private ReducedDraws(InterfaceSolver full, double tolerance, Supplier<RandomGenerator> randomness) {
        this.full = full;
        this.tolerance = tolerance;
        this.randomness = randomness;
    }

    /**
     * @param all that may be asked for: the models, and so the answers, depend on these and not on what is asked in which
     *     order, so that work may be cut anywhere
     * @param tolerance of the local current over the mean; 0 solves everything in full
     * @param randomness a new stream for each model
     */
    static DrawSolver of(
            InterfaceSolver solver,
            Collection<DrawnDesign> all,
            double tolerance,
            Supplier<RandomGenerator> randomness) {
        if (tolerance == 0) {
            return DrawSolver.full(solver);
        }
        ReducedDraws result = new ReducedDraws(solver, tolerance, randomness);
        for (DrawnDesign drawn : all) {
            result.familyOf(drawn.cell()).designs.add(drawn.cell());
            result.familyOf(drawn.withPerfectContacts()).designs.add(drawn.withPerfectContacts());
        }
        return result;
    }

    @Override
    public Answer solve(CellDesign design) {
        return familyOf(design).solve(design);
    }

    private Family familyOf(CellDesign design) {
        for (Family family : families) {
            if (ReducedInterfaceFamily.related(family.first, design)) {
                return family;
            }
        }
        Family family = new Family(design);
        families.add(family);
        return family;
    }

    /** Designs of one kind, and the model that answers them. */
    private final class Family {
        private final CellDesign first;
        private final Set<CellDesign> designs = new LinkedHashSet<>();
        private boolean tried;
        private ReducedInterfaceFamily model;
        /** Of a family of one, which all other designs share: perfect contacts. */
        private CellSolution only;

        private Family(CellDesign first) {
            this.first = first;
        }

        private Answer solve(CellDesign design) {
            if (designs.size() == 1 && design.equals(first)) {
                only = only == null ? full.solve(first) : only;
                return Answer.full(only);
            }
            if (model() != null) {
                ReducedInterfaceFamily.Reduced reduced = model.solve(design);
                if (reduced.currentErrorEstimate() <= tolerance) {
                    return new Answer(reduced.solution(), reduced.currentErrorEstimate());
                }
            }
            return Answer.full(full.solve(design));
        }

        private ReducedInterfaceFamily model() {
            if (!tried) {
                tried = true;
                if (designs.size() >= ReducedInterfaceFamily.FEWEST_DESIGNS) {
                    model = build();
                }
            }
            return model;
        }

        /** Null when some snapshot fails: then each design fails, or not, on its own. */
        private ReducedInterfaceFamily build() {
            try {
                return ReducedInterfaceFamily.of(full, new ArrayList<>(designs), tolerance, randomness.get());
            } catch (NumericalFailureException e) {
                return null;
            }
        }
    }
}
