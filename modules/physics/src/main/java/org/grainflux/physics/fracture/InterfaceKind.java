package org.grainflux.physics.fracture;

/** What lies between lithium and the ceramic on one side of a cell. */
public enum InterfaceKind {
    /** Lithium touches the ceramic. */
    DIRECT,
    /** A thin metal (gold) that alloys with lithium: a charge-transfer resistance only; metal touches the ceramic. */
    METALLIC,
    /** An ion-conducting layer: lithium metal does not touch the ceramic. */
    IONIC_LAYER;

    public boolean metalTouchesCeramic() {
        return this != IONIC_LAYER;
    }
}
