package org.grainflux.core;

/** Factors from the laboratory's units to SI: multiply when reading, divide when printing. */
public final class LaboratoryUnits {
    /** Micrometre in metres. */
    public static final double MICROMETRE_M = 1e-6;

    /** Nanometre in metres. */
    public static final double NANOMETRE_M = 1e-9;

    /** 1 S/cm in S/m. */
    public static final double S_PER_CM_IN_S_PER_M = 100.0;

    /** 1 Ω cm² in Ω m². */
    public static final double OHM_CM2_IN_OHM_M2 = 1e-4;

    /** 1 mA/cm² in A/m². */
    public static final double MA_PER_CM2_IN_A_PER_M2 = 10.0;

    /** 1 mAh/cm² in C/m². */
    public static final double MAH_PER_CM2_IN_C_PER_M2 = 3.6e4;

    /** 1 cm² in m². */
    public static final double CM2_IN_M2 = 1e-4;

    /** 1 cm³/mol in m³/mol. */
    public static final double CM3_PER_MOL_IN_M3_PER_MOL = 1e-6;

    /** Gigapascal in pascals. */
    public static final double GIGAPASCAL_PA = 1e9;

    /** Megapascal in pascals; also MPa√m in Pa√m. */
    public static final double MEGAPASCAL_PA = 1e6;

    private LaboratoryUnits() {}
}
