package org.grainflux.study.memristor;

import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.physics.memristor.DeviceGeometry;
import org.grainflux.physics.memristor.Electrode;
import org.grainflux.physics.memristor.FilamentMetal;
import org.grainflux.physics.memristor.FrontKinetics;
import org.grainflux.physics.memristor.MemristorDevice;
import org.grainflux.physics.memristor.SwitchingCell;
import org.grainflux.study.config.MemristorStudy;

/**
 * What is drawn once for a device; alike for every electrode and protocol, so that these are compared in pairs.
 *
 * @param device index
 */
record DeviceDraw(
        MemristorStudy study,
        int device,
        double exchangeCurrentAPerM2,
        double crackingPressurePa,
        double interfaceResistanceOhmM2,
        double gapLengthM,
        double contactRadiusM) {
    /** Share of the mean free path in the first-order size effect of a thin wire (Sondheimer 1952). */
    static final double SIZE_EFFECT = 0.75;

    /** More than a study may have cycles: every cycle of every device has a stream of its own. */
    private static final long STREAMS_PER_DEVICE = 1_000_000;

    static DeviceDraw of(MemristorStudy study, int device) {
        RandomGenerator random = RandomStreams.stream(study.seed(), "memristor-device", device);
        return new DeviceDraw(
                study,
                device,
                study.filament().exchangeCurrentAPerM2().sample(random),
                study.ceramic().crackingPressurePa().sample(random),
                study.ceramic().interfaceResistanceOhmM2().sample(random),
                Math.min(
                        study.gap().lengthM().sample(random),
                        DeviceGeometry.LONGEST_GAP * study.ceramic().thicknessM()),
                study.filament().contactRadiusM().sample(random));
    }

    SwitchingCell cell(MemristorStudy.ElectrodeSite electrode) {
        double crackingV = SwitchingCell.biasOfPressureV(crackingPressurePa, study.molarVolumeM3PerMol());
        double reopeningV =
                SwitchingCell.biasOfPressureV(study.ceramic().reopeningPressurePa(), study.molarVolumeM3PerMol());
        return new SwitchingCell(
                FrontKinetics.of(exchangeCurrentAPerM2, study.molarVolumeM3PerMol(), study.temperatureK()),
                new FilamentMetal(
                        study.filament().resistivityOhmM(),
                        SIZE_EFFECT * study.filament().meanFreePathM()),
                crackingV,
                Math.min(reopeningV, crackingV),
                electrode.complianceA());
    }

    Electrode electrode(MemristorStudy.ElectrodeSite electrode) {
        return new Electrode(
                Electrode.ionicOhm(
                        electrode.sideM() * electrode.sideM(),
                        study.ceramic().thicknessM(),
                        study.ceramic().conductivitySPerM(),
                        interfaceResistanceOhmM2),
                electrode.complianceA(),
                electrode.floorA());
    }

    /** Formed and not yet reset. */
    MemristorDevice form(MemristorStudy.ElectrodeSite electrode) {
        return new MemristorDevice(
                cell(electrode),
                electrode(electrode),
                new DeviceGeometry(
                        study.ceramic().thicknessM(),
                        gapLengthM,
                        contactRadiusM,
                        study.gap().openedFraction(),
                        study.gap().lengthSigmaLn(),
                        study.gap().radiusSigmaLn()),
                electrode.forming(),
                cycle -> RandomStreams.stream(study.seed(), "memristor-cycle", device * STREAMS_PER_DEVICE + cycle));
    }
}
