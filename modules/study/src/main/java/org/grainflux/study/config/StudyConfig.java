package org.grainflux.study.config;

import java.io.Serializable;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.MicrostructureSpec;

/**
 * A study: validated, in SI units, with every default filled and every material inlined.
 *
 * @param seed of all random streams
 * @param realizations number of structures; structure {@code i} is the same for every design and any number of them
 * @param images of the structures, by index; empty when they are generated
 * @param temperatureK temperature to which the electrolyte's conductivities were converted
 * @param designs expanded: one entry per design, names unique and safe as file names, in the file's order
 * @param observations published values to overlay
 * @param sources where each material value comes from, in the file's order
 * @param resolvedYaml the study as a file that reads back to the same {@code contentHash}
 * @param contentHash SHA-256, hexadecimal, of everything that decides the result of one realization, and of
 *     {@link #NUMERICS_VERSION}; formatting, sources, the number of realizations and what is done with the finished
 *     population are left out, so that a run can be extended
 */
public record StudyConfig(
        String name,
        String description,
        long seed,
        int realizations,
        MicrostructureSpec microstructure,
        List<ImageConfig> images,
        BoundaryResistanceConfig boundaryResistance,
        ElectrolyteConfig electrolyte,
        LithiumConfig lithium,
        double temperatureK,
        List<DesignConfig> designs,
        ContactConfig contact,
        TipConfig tip,
        FractureConfig fracture,
        ProtocolConfig protocol,
        StatisticsConfig statistics,
        NumericsConfig numerics,
        List<ObservationConfig> observations,
        List<ValueSource> sources,
        String resolvedYaml,
        String contentHash)
        implements Serializable {
    /** Raised whenever the same study would give other numbers, so that a resumed run never mixes both. */
    public static final int NUMERICS_VERSION = 5;

    public StudyConfig {
        images = List.copyOf(images);
        designs = List.copyOf(designs);
        observations = List.copyOf(observations);
        sources = List.copyOf(sources);
    }

    /** The plane study whose structures match those of this volume; see {@link StatisticsConfig#compareDimensions}. */
    public StudyConfig planeCompanion() {
        return PlaneCompanion.of(this);
    }

    /**
     * Whether many designs on one structure may be answered by a reduced model that they share: in the plane, unless the
     * study wants all of them in full. Volumes and images are always solved in full.
     */
    public boolean reducesDesigns() {
        return microstructure.dimension() == 2 && images.isEmpty() && numerics.reductionTolerance() > 0;
    }

    /** The design of that name. */
    public DesignConfig design(String designName) {
        return designs.stream()
                .filter(design -> design.name().equals(designName))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("study " + name + " has no design " + designName
                        + "; it has "
                        + designs.stream().map(DesignConfig::name).toList()));
    }

    /** This study with what presses and resists cracks under a design. */
    public StudyConfig under(DesignConfig design) {
        return design.mechanics().applyTo(this);
    }

    StudyConfig with(ElectrolyteConfig otherElectrolyte, ContactConfig otherContact, FractureConfig otherFracture) {
        return new StudyConfig(
                name,
                description,
                seed,
                realizations,
                microstructure,
                images,
                boundaryResistance,
                otherElectrolyte,
                lithium,
                temperatureK,
                designs,
                otherContact,
                tip,
                otherFracture,
                protocol,
                statistics,
                numerics,
                observations,
                sources,
                resolvedYaml,
                contentHash);
    }

    /** The published values that belong to a design. */
    public List<ObservationConfig> observationsOf(DesignConfig design) {
        return observations.stream()
                .filter(observation -> observation.design().equals(design.observedAs()))
                .toList();
    }
}
