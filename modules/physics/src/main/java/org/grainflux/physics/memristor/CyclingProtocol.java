package org.grainflux.physics.memristor;

import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;

/**
 * One cycle: ramps that may set, then ramps that may reset, a reading after each half.
 *
 * @param setting of negative bias
 * @param resetting of positive bias
 * @param readBiasV at which the currents are read; too short to move anything
 */
public record CyclingProtocol(List<Ramp> setting, List<Ramp> resetting, double readBiasV) {
    public CyclingProtocol {
        setting = List.copyOf(setting);
        resetting = List.copyOf(resetting);
        if (setting.isEmpty() || !setting.stream().allMatch(Ramp::plates)) {
            throw new InvalidInputException("the first half of a cycle must have a negative bias, got " + setting);
        }
        if (resetting.isEmpty() || resetting.stream().anyMatch(Ramp::plates)) {
            throw new InvalidInputException("the second half of a cycle must have a positive bias, got " + resetting);
        }
        Require.positive("read bias", readBiasV, "V");
    }

    /** From zero to each limit and back. */
    public static CyclingProtocol sweep(double setV, double resetV, double rateVPerS, double readBiasV) {
        return new CyclingProtocol(there(setV, rateVPerS), there(resetV, rateVPerS), readBiasV);
    }

    private static List<Ramp> there(double limitV, double rateVPerS) {
        double durationS = Math.abs(limitV) / rateVPerS;
        return List.of(new Ramp(0, limitV, durationS), new Ramp(limitV, 0, durationS));
    }

    public static CyclingProtocol pulse(
            double setV, double setDurationS, double resetV, double resetDurationS, double readBiasV) {
        return new CyclingProtocol(
                List.of(new Ramp(setV, setV, setDurationS)),
                List.of(new Ramp(resetV, resetV, resetDurationS)),
                readBiasV);
    }

    /** Largest positive bias, V. */
    public double resetLimitV() {
        return resetting.stream()
                .mapToDouble(ramp -> Math.max(ramp.startV(), ramp.endV()))
                .max()
                .orElseThrow();
    }

    /** Most negative bias, V. */
    public double setLimitV() {
        return setting.stream()
                .mapToDouble(ramp -> Math.min(ramp.startV(), ramp.endV()))
                .min()
                .orElseThrow();
    }
}
