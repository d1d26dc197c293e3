package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.core.ScalarDistribution;

/**
 * An ion-conducting layer between lithium and ceramic.
 *
 * @param conductivitySPerM σ_HL
 * @param lithiumChargeTransferOhmM2 R_ct at Li|layer
 * @param electrolyteChargeTransferOhmM2 R_ct at layer|ceramic
 * @param transferenceNumber t₊, dimensionless
 */
public record InterlayerConfig(
        String material,
        ScalarDistribution thicknessM,
        ScalarDistribution conductivitySPerM,
        ScalarDistribution lithiumChargeTransferOhmM2,
        ScalarDistribution electrolyteChargeTransferOhmM2,
        ScalarDistribution transferenceNumber,
        Sides sides)
        implements Serializable {
    /** Which electrodes carry the layer. */
    public enum Sides {
        LOWER,
        UPPER,
        BOTH
    }
}
