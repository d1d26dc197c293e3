package org.grainflux.study.memristor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.grainflux.physics.memristor.CyclingProtocol;
import org.grainflux.physics.memristor.Electrode;
import org.grainflux.physics.memristor.FilamentMetal;
import org.grainflux.physics.memristor.FrontKinetics;
import org.grainflux.physics.memristor.Ramp;
import org.grainflux.physics.memristor.SwitchingCell;
import org.grainflux.physics.memristor.WorkingGap;
import org.grainflux.statistics.fitting.LogFit;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.summary.JsonNumbers;

/**
 * Fits one settled device (open path, no scatter) to the features of measured loops: bias of SET and RESET, resistance on and
 * off. Features, because a curve with a jump is no differentiable function of what moves the jump.
 */
public final class SwitchingFit {
    static final String SET_BIAS = "set_bias";
    static final String RESET_BIAS = "reset_bias";
    static final String ON_RESISTANCE = "on_resistance";
    static final String OFF_RESISTANCE = "off_resistance";

    private static final List<String> PARAMETERS = List.of(
            "exchange_current_density_mA_per_cm2",
            "gap_length_nm",
            "contact_radius_nm",
            "strand_radius_nm",
            "interface_resistance_ohm_cm2");

    /** From SI to the unit of each parameter's name. */
    private static final double[] UNITS = {10, 1e-9, 1e-9, 1e-9, 1e-4};

    private final MemristorStudy study;
    private final Measurement measurement;
    private final MemristorStudy.Design design;

    private SwitchingFit(MemristorStudy study, Measurement measurement) {
        this.study = study;
        this.measurement = measurement;
        this.design = study.design(measurement.design());
    }

    /** The fit of every measurement of loops, for {@code summary.json}. */
    public static ArrayNode of(MemristorStudy study, List<Measurement> measurements) {
        ArrayNode fits = JsonNodeFactory.instance.arrayNode();
        measurements.stream()
                .filter(measurement -> !measurement.features().isEmpty())
                .forEach(measurement -> fits.add(new SwitchingFit(study, measurement).toJson()));
        return fits;
    }

    private ObjectNode toJson() {
        double[] start = {
            study.filament().exchangeCurrentAPerM2().median(),
            study.gap().lengthM().median(),
            study.filament().contactRadiusM().median(),
            study.filament().contactRadiusM().median(),
            Math.max(1e-6, study.ceramic().interfaceResistanceOhmM2().median())
        };
        double[] measured = measurement.features().stream()
                .mapToDouble(Measurement.Feature::ln)
                .toArray();
        double[] errors = measurement.features().stream()
                .mapToDouble(Measurement.Feature::standardErrorLn)
                .toArray();
        LogFit.Result result = LogFit.fit(PARAMETERS, start, this::features, measured, errors);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("measurement", measurement.name());
        node.put("design", measurement.design());
        node.put("loops", measurement.loopCount());
        node.put("chi_square", result.chiSquare());
        node.put("figures", measured.length);
        ArrayNode figures = node.putArray("features");
        for (int i = 0; i < measured.length; i++) {
            ObjectNode figure = figures.addObject();
            figure.put("kind", measurement.features().get(i).kind());
            figure.put("measured", Math.exp(measured[i]));
            figure.put("relative_standard_error", errors[i]);
            figure.put("fitted", Math.exp(result.fitted()[i]));
        }
        ObjectNode parameters = node.putObject("parameters");
        for (int i = 0; i < UNITS.length; i++) {
            var interval = result.intervals().get(PARAMETERS.get(i));
            if (Double.isNaN(interval.lower95())) {
                parameters.putNull(PARAMETERS.get(i));
            } else {
                ObjectNode parameter = parameters.putObject(PARAMETERS.get(i));
                JsonNumbers.put(parameter, "value", interval.value() / UNITS[i]);
                JsonNumbers.put(parameter, "lo95", interval.lower95() / UNITS[i]);
                JsonNumbers.put(parameter, "hi95", interval.upper95() / UNITS[i]);
            }
        }
        ArrayNode groups = node.putArray("unidentified");
        result.unidentified().forEach(group -> group.forEach(groups.addArray()::add));
        return node;
    }

    /** Logarithms of the measured features for these parameters in SI. */
    private double[] features(double[] p) {
        FrontKinetics kinetics = FrontKinetics.of(p[0], study.molarVolumeM3PerMol(), study.temperatureK());
        FilamentMetal metal = new FilamentMetal(
                study.filament().resistivityOhmM(),
                DeviceDraw.SIZE_EFFECT * study.filament().meanFreePathM());
        SwitchingCell cell =
                new SwitchingCell(kinetics, metal, 0, 0, design.electrode().complianceA());
        double strandOhm = metal.resistanceOhm(study.ceramic().thicknessM(), p[3]);
        double ionicOhm = Electrode.ionicOhm(
                design.electrode().sideM() * design.electrode().sideM(),
                study.ceramic().thicknessM(),
                study.ceramic().conductivitySPerM(),
                p[4]);
        return measurement.features().stream()
                .mapToDouble(feature -> switch (feature.kind()) {
                    case SET_BIAS -> FastMath.log(setBiasV(kinetics, p[1]));
                    case RESET_BIAS -> FastMath.log(resetBiasV(cell, p[1], p[2], strandOhm));
                    case ON_RESISTANCE -> FastMath.log(strandOhm + metal.resistanceOhm(p[1], p[2]));
                    default -> FastMath.log(ionicOhm);
                })
                .toArray();
    }

    /** Of an open path on a sweep without end: finite and smooth for any parameters. */
    private double setBiasV(FrontKinetics kinetics, double lengthM) {
        double rate = design.protocol().rateVPerS();
        return rate * kinetics.timeToAdvanceS(0, rate, lengthM);
    }

    /** The neck's own history; where the sweep does not cut it, beyond its limit by what is left of the radius. */
    private double resetBiasV(SwitchingCell cell, double lengthM, double contactRadiusM, double strandOhm) {
        WorkingGap gap = WorkingGap.empty(lengthM, contactRadiusM, lengthM);
        CyclingProtocol cycle = design.protocol().cycle();
        for (Ramp ramp : cycle.setting()) {
            cell.apply(ramp, gap, strandOhm);
        }
        double limitV = design.protocol().resetV();
        if (!gap.isConnected()) {
            return 2 * limitV;
        }
        double before = gap.neckRadiusM();
        for (Ramp ramp : cycle.resetting()) {
            double cutV = cell.apply(ramp, gap, strandOhm).cutBiasV();
            if (!Double.isNaN(cutV)) {
                return cutV;
            }
        }
        return limitV * (1 + gap.neckRadiusM() / before);
    }
}
