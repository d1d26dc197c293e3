package org.grainflux.study.config.schema;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.core.ScalarDistribution;

/**
 * Units that may end the name of a key. Those of one family measure the same quantity, so that a key written with
 * another unit of its family can be recognised.
 */
public enum Unit {
    NONE("", "", Family.NONE, 1),
    METRE("m", "m", Family.LENGTH, 1),
    CENTIMETRE("cm", "cm", Family.LENGTH, 1e-2),
    MILLIMETRE("mm", "mm", Family.LENGTH, 1e-3),
    MICROMETRE("um", "µm", Family.LENGTH, LaboratoryUnits.MICROMETRE_M),
    NANOMETRE("nm", "nm", Family.LENGTH, LaboratoryUnits.NANOMETRE_M),
    PER_METRE("per_m", "1/m", Family.LINE_DENSITY, 1),
    PER_MILLIMETRE("per_mm", "1/mm", Family.LINE_DENSITY, 1e3),
    PER_MICROMETRE("per_um", "1/µm", Family.LINE_DENSITY, 1e6),
    SQUARE_METRE("m2", "m²", Family.AREA, 1),
    SQUARE_CENTIMETRE("cm2", "cm²", Family.AREA, LaboratoryUnits.CM2_IN_M2),
    SQUARE_MILLIMETRE("mm2", "mm²", Family.AREA, 1e-6),
    SQUARE_NANOMETRE("nm2", "nm²", Family.AREA, 1e-18),
    SIEMENS_PER_METRE("S_per_m", "S/m", Family.CONDUCTIVITY, 1),
    SIEMENS_PER_CENTIMETRE("S_per_cm", "S/cm", Family.CONDUCTIVITY, LaboratoryUnits.S_PER_CM_IN_S_PER_M),
    MILLISIEMENS_PER_CENTIMETRE("mS_per_cm", "mS/cm", Family.CONDUCTIVITY, 0.1),
    OHM_SQUARE_METRE("ohm_m2", "Ω m²", Family.AREA_SPECIFIC_RESISTANCE, 1),
    OHM_SQUARE_CENTIMETRE("ohm_cm2", "Ω cm²", Family.AREA_SPECIFIC_RESISTANCE, LaboratoryUnits.OHM_CM2_IN_OHM_M2),
    KILOOHM_SQUARE_CENTIMETRE("kohm_cm2", "kΩ cm²", Family.AREA_SPECIFIC_RESISTANCE, 0.1),
    PASCAL("Pa", "Pa", Family.PRESSURE, 1),
    KILOPASCAL("kPa", "kPa", Family.PRESSURE, 1e3),
    MEGAPASCAL("MPa", "MPa", Family.PRESSURE, LaboratoryUnits.MEGAPASCAL_PA),
    GIGAPASCAL("GPa", "GPa", Family.PRESSURE, LaboratoryUnits.GIGAPASCAL_PA),
    PASCAL_ROOT_METRE("Pa_sqrt_m", "Pa√m", Family.TOUGHNESS, 1),
    MEGAPASCAL_ROOT_METRE("MPa_sqrt_m", "MPa√m", Family.TOUGHNESS, LaboratoryUnits.MEGAPASCAL_PA),
    JOULE_PER_SQUARE_METRE("J_per_m2", "J/m²", Family.SURFACE_ENERGY, 1),
    MILLIJOULE_PER_SQUARE_METRE("mJ_per_m2", "mJ/m²", Family.SURFACE_ENERGY, 1e-3),
    AMPERE_PER_SQUARE_METRE("A_per_m2", "A/m²", Family.CURRENT_DENSITY, 1),
    MILLIAMPERE_PER_SQUARE_CENTIMETRE(
            "mA_per_cm2", "mA/cm²", Family.CURRENT_DENSITY, LaboratoryUnits.MA_PER_CM2_IN_A_PER_M2),
    MICROAMPERE_PER_SQUARE_CENTIMETRE("uA_per_cm2", "µA/cm²", Family.CURRENT_DENSITY, 1e-2),
    AMPERE_PER_SQUARE_CENTIMETRE("A_per_cm2", "A/cm²", Family.CURRENT_DENSITY, 1e4),
    COULOMB_PER_SQUARE_METRE("C_per_m2", "C/m²", Family.AREAL_CAPACITY, 1),
    MILLIAMPERE_HOUR_PER_SQUARE_CENTIMETRE(
            "mAh_per_cm2", "mAh/cm²", Family.AREAL_CAPACITY, LaboratoryUnits.MAH_PER_CM2_IN_C_PER_M2),
    NEWTON("N", "N", Family.FORCE, 1),
    MILLINEWTON("mN", "mN", Family.FORCE, 1e-3),
    MICRONEWTON("uN", "µN", Family.FORCE, 1e-6),
    NANONEWTON("nN", "nN", Family.FORCE, 1e-9),
    JOULE("J", "J", Family.ENERGY, 1),
    ELECTRONVOLT("eV", "eV", Family.ENERGY, PhysicalConstants.ELEMENTARY_CHARGE_C),
    KILOJOULE_PER_MOLE("kJ_per_mol", "kJ/mol", Family.ENERGY, 1e3 / PhysicalConstants.AVOGADRO_PER_MOL),
    CUBIC_METRE_PER_MOLE("m3_per_mol", "m³/mol", Family.MOLAR_VOLUME, 1),
    CUBIC_CENTIMETRE_PER_MOLE("cm3_per_mol", "cm³/mol", Family.MOLAR_VOLUME, LaboratoryUnits.CM3_PER_MOL_IN_M3_PER_MOL),
    VOLT("V", "V", Family.VOLTAGE, 1),
    MILLIVOLT("mV", "mV", Family.VOLTAGE, 1e-3),
    VOLT_PER_METRE("V_per_m", "V/m", Family.FIELD, 1),
    MEGAVOLT_PER_CENTIMETRE("MV_per_cm", "MV/cm", Family.FIELD, 1e8),
    VOLT_PER_SECOND("V_per_s", "V/s", Family.VOLTAGE_RATE, 1),
    MILLIVOLT_PER_SECOND("mV_per_s", "mV/s", Family.VOLTAGE_RATE, 1e-3),
    AMPERE("A", "A", Family.CURRENT, 1),
    MILLIAMPERE("mA", "mA", Family.CURRENT, 1e-3),
    MICROAMPERE("uA", "µA", Family.CURRENT, 1e-6),
    NANOAMPERE("nA", "nA", Family.CURRENT, 1e-9),
    PICOAMPERE("pA", "pA", Family.CURRENT, 1e-12),
    SECOND("s", "s", Family.TIME, 1),
    MILLISECOND("ms", "ms", Family.TIME, 1e-3),
    MICROSECOND("us", "µs", Family.TIME, 1e-6),
    MINUTE("min", "min", Family.TIME, 60),
    HOUR("h", "h", Family.TIME, 3600),
    OHM_METRE("ohm_m", "Ω m", Family.RESISTIVITY, 1),
    MICROOHM_CENTIMETRE("uohm_cm", "µΩ cm", Family.RESISTIVITY, 1e-8),
    KELVIN("K", "K", Family.TEMPERATURE, 1),
    CELSIUS("C", "°C", Family.TEMPERATURE, 1, PhysicalConstants.ZERO_CELSIUS_K),
    RADIAN("rad", "rad", Family.ANGLE, 1),
    DEGREE("deg", "°", Family.ANGLE, Math.PI / 180),
    FRACTION("fraction", "", Family.RATIO, 1),
    PERCENT("percent", "%", Family.RATIO, 1e-2);

    private enum Family {
        NONE,
        LENGTH,
        LINE_DENSITY,
        AREA,
        CONDUCTIVITY,
        AREA_SPECIFIC_RESISTANCE,
        PRESSURE,
        TOUGHNESS,
        SURFACE_ENERGY,
        CURRENT_DENSITY,
        AREAL_CAPACITY,
        FORCE,
        ENERGY,
        MOLAR_VOLUME,
        VOLTAGE,
        FIELD,
        VOLTAGE_RATE,
        CURRENT,
        TIME,
        RESISTIVITY,
        TEMPERATURE,
        ANGLE,
        RATIO
    }

    private final String suffix;
    private final String symbol;
    private final Family family;
    private final double factor;
    private final double offset;

    Unit(String suffix, String symbol, Family family, double factor) {
        this(suffix, symbol, family, factor, 0);
    }

    Unit(String suffix, String symbol, Family family, double factor, double offset) {
        this.suffix = suffix;
        this.symbol = symbol;
        this.family = family;
        this.factor = factor;
        this.offset = offset;
    }

    /** How a key of this unit ends, without the underscore. */
    public String suffix() {
        return suffix;
    }

    /** For a reader; empty when dimensionless. */
    public String symbol() {
        return symbol;
    }

    /** The other units in which the same quantity could have been written. */
    public List<Unit> relatives() {
        List<Unit> relatives = new ArrayList<>();
        for (Unit other : values()) {
            if (other.family == family && other != this && family != Family.NONE) {
                relatives.add(other);
            }
        }
        return relatives;
    }

    /** The value in SI. */
    public double toSi(double value) {
        double inverse = Math.rint(1 / factor);
        // 1e-6 is not a binary number but 1e6 is: dividing gives the double nearest to the decimal value.
        double scaled = factor < 1 && Math.abs(inverse * factor - 1) < 1e-15 ? value / inverse : value * factor;
        return scaled + offset;
    }

    public double fromSi(double valueSi) {
        return (valueSi - offset) / factor;
    }

    /** The same quantity in SI. */
    public ScalarDistribution toSi(ScalarDistribution value) {
        return value.isFixed() ? ScalarDistribution.fixed(toSi(value.median())) : value.scaled(factor);
    }
}
