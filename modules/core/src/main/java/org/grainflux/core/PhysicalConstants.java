package org.grainflux.core;

/** Fundamental constants, exact by the 2019 revision of the SI (BIPM, SI Brochure, 9th edition). */
public final class PhysicalConstants {
    /** Elementary charge: 1.602176634e-19 C. */
    public static final double ELEMENTARY_CHARGE_C = 1.602176634e-19;

    /** Avogadro constant: 6.02214076e23 1/mol. */
    public static final double AVOGADRO_PER_MOL = 6.02214076e23;

    /** Boltzmann constant: 1.380649e-23 J/K. */
    public static final double BOLTZMANN_J_PER_K = 1.380649e-23;

    /** Faraday constant, e N_A: 96485.332... C/mol. */
    public static final double FARADAY_C_PER_MOL = ELEMENTARY_CHARGE_C * AVOGADRO_PER_MOL;

    /** Molar gas constant, k N_A: 8.314462... J/(mol K). */
    public static final double GAS_CONSTANT_J_PER_MOL_K = BOLTZMANN_J_PER_K * AVOGADRO_PER_MOL;

    /** 0 °C in kelvin. */
    public static final double ZERO_CELSIUS_K = 273.15;

    private PhysicalConstants() {}
}
