package org.grainflux.physics.coupling;

import java.io.Serializable;
import java.util.Optional;
import org.grainflux.core.Require;
import org.grainflux.physics.contact.Constriction;
import org.grainflux.physics.contact.RoughContact;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.physics.kinetics.ButlerVolmer;

/**
 * What a normal stress makes of the transfer of charge between lithium and the ceramic.
 *
 * @param chargeTransferOhmM2 R_ct of intimate contact without stress, Ω m²
 * @param anodicTransfer α_a
 * @param temperatureK T
 * @param contact how much touches under a pressure; empty for all of it at any pressure
 * @param spotRadiusM a of the spots of contact, of which there are f/(π a²) per area
 * @param conductivitySPerM σ of the ceramic that the current has to spread in
 */
public record StressedInterface(
        double chargeTransferOhmM2,
        double anodicTransfer,
        double temperatureK,
        LithiumMetal lithium,
        Optional<RoughContact> contact,
        double spotRadiusM,
        double conductivitySPerM)
        implements Serializable {
    public StressedInterface {
        Require.positive("charge-transfer resistance", chargeTransferOhmM2, "ohm m2");
        Require.positive("temperature", temperatureK, "K");
        Require.positive("radius of contact spots", spotRadiusM, "m");
        Require.positive("conductivity", conductivitySPerM, "S/m");
    }

    /** The same transfer where all of the surface touches at any pressure, as where lithium was plated into a flaw. */
    StressedInterface intimate() {
        return new StressedInterface(
                chargeTransferOhmM2,
                anodicTransfer,
                temperatureK,
                lithium,
                Optional.empty(),
                spotRadiusM,
                conductivitySPerM);
    }

    /** f where the normal stress is σ_n; pulling apart leaves the floor. */
    public double contactFraction(double normalStressPa) {
        return contact.map(rough -> rough.fraction(Math.max(0, -normalStressPa)))
                .orElse(1.0);
    }

    /** The law of a place. @param normalStressPa σ_n, tension positive */
    public ButlerVolmer law(double normalStressPa) {
        double fraction = contactFraction(normalStressPa);
        double exchange = ButlerVolmer.thermalVoltageV(temperatureK)
                / chargeTransferOhmM2
                * fraction
                * lithium.exchangeCurrentFactor(normalStressPa, anodicTransfer, temperatureK);
        double seriesOhmM2 =
                fraction < 1 ? Constriction.discInterfaceOhmM2(0, conductivitySPerM, spotRadiusM, fraction) : 0;
        return new ButlerVolmer(
                exchange, anodicTransfer, lithium.equilibriumShiftV(normalStressPa), seriesOhmM2, temperatureK);
    }
}
