package org.grainflux.study.config;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.physics.memristor.CyclingProtocol;
import org.grainflux.physics.memristor.Forming;

/**
 * A study of switching devices: validated, in SI units, with every default filled.
 *
 * @param devices number of devices; device {@code i} is drawn alike for every electrode and protocol
 * @param resolvedYaml the study as a file that reads back to the same {@code contentHash}
 * @param contentHash SHA-256, hexadecimal, of everything that decides the result of one device
 */
public record MemristorStudy(
        String name,
        String description,
        long seed,
        int devices,
        int cycles,
        double temperatureK,
        Ceramic ceramic,
        double molarVolumeM3PerMol,
        Filament filament,
        Gap gap,
        List<Protocol> protocols,
        List<ElectrodeSite> electrodes,
        double failureQuotaFraction,
        int traces,
        List<MeasurementSite> measurements,
        List<ValueSource> sources,
        String resolvedYaml,
        String contentHash)
        implements Serializable {
    /** Raised whenever the same study would give other numbers, so that a resumed run never mixes both. */
    static final int NUMERICS_VERSION = 1;

    public MemristorStudy {
        protocols = List.copyOf(protocols);
        electrodes = List.copyOf(electrodes);
        measurements = List.copyOf(measurements);
        sources = List.copyOf(sources);
    }

    /** @param crackingPressurePa of a fresh path; {@code reopeningPressurePa} of an open one */
    public record Ceramic(
            double thicknessM,
            double conductivitySPerM,
            ScalarDistribution interfaceResistanceOhmM2,
            ScalarDistribution crackingPressurePa,
            double reopeningPressurePa)
            implements Serializable {}

    public record Filament(
            ScalarDistribution exchangeCurrentAPerM2,
            ScalarDistribution contactRadiusM,
            double resistivityOhmM,
            double meanFreePathM)
            implements Serializable {}

    public record Gap(ScalarDistribution lengthM, double openedFraction, double lengthSigmaLn, double radiusSigmaLn)
            implements Serializable {}

    /** @param rateVPerS of a sweep, NaN for pulses; the durations are those of pulses, NaN for a sweep */
    public record Protocol(
            String name,
            double setV,
            double resetV,
            double rateVPerS,
            double setDurationS,
            double resetDurationS,
            double readV)
            implements Serializable {
        public boolean isSweep() {
            return !Double.isNaN(rateVPerS);
        }

        public CyclingProtocol cycle() {
            return isSweep()
                    ? CyclingProtocol.sweep(setV, resetV, rateVPerS, readV)
                    : CyclingProtocol.pulse(setV, setDurationS, resetV, resetDurationS, readV);
        }
    }

    /** @param sideM of the square of its area */
    public record ElectrodeSite(
            String name, String label, double sideM, double complianceA, double floorA, double formingV, double holdS)
            implements Serializable {
        public Forming forming() {
            return new Forming(formingV, holdS);
        }
    }

    /**
     * A measured table to overlay.
     *
     * @param file where it lies; allowed to be read
     * @param loops whether it holds current–voltage loops, endurance otherwise
     */
    public record MeasurementSite(String name, String file, boolean loops, String electrode, String protocol)
            implements Serializable {
        public String design() {
            return electrode + "-" + protocol;
        }
    }

    /** An electrode under a protocol. */
    public record Design(ElectrodeSite electrode, Protocol protocol) {
        public String name() {
            return electrode.name() + "-" + protocol.name();
        }
    }

    /** Every electrode under every protocol: all electrodes of the first protocol, then those of the next. */
    public List<Design> designs() {
        return protocols.stream()
                .flatMap(protocol -> electrodes.stream().map(electrode -> new Design(electrode, protocol)))
                .toList();
    }

    public Design design(String designName) {
        return designStream(designName)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("study " + name + " has no electrode and protocol "
                        + designName + "; it has "
                        + designs().stream().map(Design::name).toList()));
    }

    private Stream<Design> designStream(String designName) {
        return designs().stream().filter(design -> design.name().equals(designName));
    }
}
