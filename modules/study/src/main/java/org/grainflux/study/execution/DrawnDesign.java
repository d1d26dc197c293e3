package org.grainflux.study.execution;

import org.grainflux.physics.fracture.InterfaceKind;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.InterlayerConfig;
import org.grainflux.study.config.StudyConfig;

/**
 * A design with the numbers of one draw: what the transport problem needs and what the criteria need.
 *
 * @param cell the contacts of both electrodes
 * @param sides lower, upper
 * @param transferenceNumber t₊ of the interlayer; 1 without one
 */
record DrawnDesign(CellDesign cell, Side[] sides, double transferenceNumber) {

    /**
     * One electrode.
     *
     * @param interfaceResistanceOhmM2 global resistance between lithium and ceramic, the layer included
     * @param localResistanceOhmM2 resistance between lithium and ceramic where current flows: local current times it is
     *     the overpotential. In rough contact that of a spot, since the local current is already concentrated there
     * @param ceramicSideResistanceOhmM2 the part of the local resistance that sits right at the ceramic
     * @param layerBulkResistanceOhmM2 t/σ of the interlayer, 0 without one
     */
    record Side(
            ElectrodeContact contact,
            InterfaceKind kind,
            double interfaceResistanceOhmM2,
            double localResistanceOhmM2,
            double ceramicSideResistanceOhmM2,
            double layerBulkResistanceOhmM2,
            double contactFraction) {}

    static DrawnDesign of(StudyConfig study, DesignConfig design, ParameterDraw draw) {
        LithiumContact lithium = LithiumContact.of(study.under(design));
        Side[] sides = {side(design, lithium, draw, 0), side(design, lithium, draw, 1)};
        double transference = design.interlayer() == null
                ? 1
                : draw.value(
                        "transference:" + design.interlayer().material(),
                        design.interlayer().transferenceNumber());
        return new DrawnDesign(new CellDesign(sides[0].contact, sides[1].contact), sides, transference);
    }

    private static Side side(DesignConfig design, LithiumContact lithium, ParameterDraw draw, int electrode) {
        if (design.hasInterlayerAt(electrode)) {
            return layerSide(design.interlayer(), draw);
        }
        double intimate = draw.value("interface:" + design.name(), design.interfaceResistanceOhmM2());
        InterfaceKind kind =
                design.kind() == DesignConfig.Kind.METALLIC ? InterfaceKind.METALLIC : InterfaceKind.DIRECT;
        double global = intimate / lithium.fraction();
        return new Side(lithium.with(intimate), kind, global, intimate, intimate, 0, lithium.fraction());
    }

    private static Side layerSide(InterlayerConfig layer, ParameterDraw draw) {
        String material = layer.material();
        double thicknessM = draw.value("thickness:" + material, layer.thicknessM());
        double conductivity = draw.value("conductivity:" + material, layer.conductivitySPerM());
        double atLithium = draw.value("li-charge-transfer:" + material, layer.lithiumChargeTransferOhmM2());
        double atCeramic = draw.value("ceramic-charge-transfer:" + material, layer.electrolyteChargeTransferOhmM2());
        double bulk = thicknessM / conductivity;
        return new Side(
                new ElectrodeContact.IonicLayer(thicknessM, conductivity, atLithium, atCeramic),
                InterfaceKind.IONIC_LAYER,
                bulk + atLithium + atCeramic,
                bulk + atLithium + atCeramic,
                atCeramic,
                bulk,
                1);
    }

    /** The same geometry with every contact resistance taken away. */
    CellDesign withPerfectContacts() {
        return new CellDesign(perfect(sides[0].contact), perfect(sides[1].contact));
    }

    private static ElectrodeContact perfect(ElectrodeContact contact) {
        return contact instanceof ElectrodeContact.IonicLayer layer
                ? new ElectrodeContact.IonicLayer(layer.thicknessM(), layer.conductivitySPerM(), 0, 0)
                : ElectrodeContact.perfect();
    }

    /** Whether a draw of this design may differ from the nominal one in the transport problem. */
    static boolean transportVaries(DesignConfig design) {
        InterlayerConfig layer = design.interlayer();
        boolean direct = !(design.hasInterlayerAt(0) && design.hasInterlayerAt(1));
        return (direct && !design.interfaceResistanceOhmM2().isFixed())
                || (layer != null
                        && !(layer.thicknessM().isFixed()
                                && layer.conductivitySPerM().isFixed()
                                && layer.lithiumChargeTransferOhmM2().isFixed()
                                && layer.electrolyteChargeTransferOhmM2().isFixed()));
    }
}
