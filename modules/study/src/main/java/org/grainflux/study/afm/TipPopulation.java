package org.grainflux.study.afm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.grainflux.physics.memristor.FilamentMetal;
import org.grainflux.physics.scan.ModulusScan;
import org.grainflux.physics.scan.PotentialScan;
import org.grainflux.physics.scan.SpaceCharge;
import org.grainflux.physics.tip.DiscContact;
import org.grainflux.physics.tip.DiscField;
import org.grainflux.physics.tip.ElectrodeSizeEffect;
import org.grainflux.statistics.resampling.Quantiles;
import org.grainflux.statistics.tail.WeibullFit;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.results.LedgerRow;

/** Gathers the rows of a run, in the order of structures, and concludes. */
public final class TipPopulation {
    private static final int PROFILE_POINTS = 241;
    /** Of the profiles, in widths of the potential probe to either side. */
    private static final double PROFILE_WIDTHS = 1.5;

    /** Of that of the modulus, in radii of the contact and widths of the core. */
    private static final double MODULUS_WIDTHS = 4;

    private final AfmStudy study;
    private final TipModel model;
    private final List<TipRow> rows = new ArrayList<>();
    private int failed;

    public TipPopulation(AfmStudy study) {
        this.study = study;
        this.model = new TipModel(study);
    }

    public void add(LedgerRow row) {
        failed += row.state().equals(LedgerRow.FAILED) ? 1 : 0;
    }

    public void add(TipRow row) {
        rows.add(row);
    }

    public TipFindings findings() {
        double limitV = study.instrument().limitV();
        double[] distance = joined(TipRow::approachDistanceM);
        double[] bias = joined(TipRow::approachBiasV);
        double[] layer = joined(TipRow::layerBiasV);
        Optional<WeibullFit> grooves = grooves();
        return new TipFindings(
                rows.size(),
                failed,
                TriggerStatistics.of(byStructure(TipRow::boundaryBiasV), limitV),
                TriggerStatistics.of(byStructure(TipRow::interiorBiasV), limitV),
                TriggerStatistics.of(byStructure(TipRow::interiorBreakdownV), limitV),
                layer(limitV),
                layer(Double.POSITIVE_INFINITY),
                spread(layer),
                median(joined(TipRow::hertzAreaM2)),
                median(joined(TipRow::plasticAreaM2)),
                grooves,
                laws(distance, bias),
                grooves.map(this::electrodes).orElse(List.of()),
                contact(),
                scan(),
                sorted(TipRow::boundaryBiasV),
                sorted(TipRow::interiorBiasV),
                sorted(TipRow::interiorBreakdownV),
                distance,
                bias);
    }

    private Optional<TriggerStatistics> layer(double limitV) {
        return study.layer() == null
                ? Optional.empty()
                : Optional.of(TriggerStatistics.of(byStructure(TipRow::layerBiasV), limitV));
    }

    /** A foot itself is at no distance from which a logarithm could be taken, and belongs to the boundary's statistics. */
    private static List<LawFit> laws(double[] distanceM, double[] biasV) {
        int[] kept = IntStream.range(0, distanceM.length)
                .filter(i -> distanceM[i] > 0 && Double.isFinite(distanceM[i]))
                .toArray();
        return LawFit.both(
                Arrays.stream(kept).mapToDouble(i -> distanceM[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> biasV[i]).toArray());
    }

    private Optional<WeibullFit> grooves() {
        double[] values = joined(TipRow::grooveV);
        double least = Arrays.stream(values).min().orElse(0);
        double greatest = Arrays.stream(values).max().orElse(0);
        // Equal grooves have no modulus; the law needs two values that scatter.
        return values.length >= 2 && greatest > least * (1 + 1e-6)
                ? Optional.of(WeibullFit.of(values))
                : Optional.empty();
    }

    private List<ElectrodePoint> electrodes(WeibullFit grooves) {
        double limitV = study.instrument().limitV();
        ElectrodeSizeEffect effect =
                sizeEffect(ElectrodeSizeEffect.weibull(grooves.modulus().value(), grooves.scale()));
        ElectrodeSizeEffect ofDrawn = sizeEffect(ElectrodeSizeEffect.drawn(sorted(TipRow::grooveV)));
        return Arrays.stream(study.electrodeSidesM())
                .mapToObj(sideM -> new ElectrodePoint(
                        sideM,
                        effect.edgesTouched(sideM),
                        effect.boundaryLengthM(sideM),
                        effect.interfaceShare(sideM),
                        censored(effect.quantileV(0.5, sideM), limitV),
                        censored(ofDrawn.quantileV(0.5, sideM), limitV),
                        censored(effect.quantileV(0.025, sideM), limitV),
                        censored(effect.quantileV(0.975, sideM), limitV),
                        effect.survival(limitV, sideM)))
                .toList();
    }

    private ElectrodeSizeEffect sizeEffect(DoubleUnaryOperator grooveShare) {
        return new ElectrodeSizeEffect(
                mean(row -> row.boundaryLengthPerAreaPerM()),
                mean(row -> row.grainsPerAreaPerM2()),
                grooveShare,
                model.interior(),
                study.electrolyte().youngsModulusPa(),
                study.tip().loadN(),
                study.electrolyte().hardnessPa().median(),
                model.bareContact().crossoverRadiusM());
    }

    private static double censored(double biasV, double limitV) {
        return biasV > limitV ? Double.POSITIVE_INFINITY : biasV;
    }

    private TipFindings.ContactFindings contact() {
        DiscContact contact = model.bareContact();
        DiscField field = contact.solve(DiscContact.DEFAULT_RESOLUTION);
        return new TipFindings.ContactFindings(
                contact.radiusM(),
                field.resistanceOhm(),
                field.spreadingOhm(),
                contact.chargeTransferOhm(),
                contact.crossoverRadiusM(),
                study.tip().loadN() / (Math.PI * contact.radiusM() * contact.radiusM()),
                FilamentMetal.lithium()
                        .resistanceOhm(
                                study.instrument().pelletThicknessM(),
                                study.instrument().filamentRadiusM().median()));
    }

    private TipFindings.ScanFindings scan() {
        AfmStudy.Scan scan = study.scan();
        double radiusM = model.medianTip().meanRadiusM();
        double interiorPa = study.electrolyte().youngsModulusPa();
        double widthM = study.electrolyte().boundaryThicknessM();
        double grainSPerM = model.conductivitySPerM();
        double boundarySPerM =
                widthM / study.electrolyte().boundaryResistanceOhmM2().median();
        ModulusScan modulus = new ModulusScan(interiorPa, scan.coreSofteningFraction(), scan.coreWidthM(), radiusM);
        PotentialScan potential = new PotentialScan(widthM, scan.probeWidthM());
        double measuredV = study.measured().surfacePotentialV();
        SpaceCharge needed = SpaceCharge.ofContrast(Math.max(1, grainSPerM / boundarySPerM), study.temperatureK());
        List<SpaceChargeReading> readings = List.of(
                reading("true depth", new SpaceCharge(measuredV, study.temperatureK()), widthM),
                reading(
                        "blurred by the probe",
                        new SpaceCharge(potential.impliedDepthV(measuredV), study.temperatureK()),
                        widthM),
                reading("needed by the flux model", needed, widthM));
        double[] across = symmetric(MODULUS_WIDTHS * Math.max(radiusM, scan.coreWidthM()));
        double[] position = symmetric(PROFILE_WIDTHS * scan.probeWidthM());
        return new TipFindings.ScanFindings(
                median(joined(TipRow::interiorYoungsPa)),
                modulus.readingPa(0),
                new ModulusScan(interiorPa, scan.coreSofteningFraction(), widthM, radiusM).readingPa(0),
                modulus.impliedCoreWidthM(study.measured().boundaryModulusPa()),
                potential.readingV(needed.depthV(), 0),
                boundarySPerM,
                readings,
                across,
                Arrays.stream(across).map(modulus::readingPa).toArray(),
                position,
                Arrays.stream(position)
                        .map(x -> potential.readingV(needed.depthV(), x))
                        .toArray());
    }

    private static double[] symmetric(double halfWidthM) {
        double[] position = new double[PROFILE_POINTS];
        Arrays.setAll(position, k -> halfWidthM * (2.0 * k / (PROFILE_POINTS - 1) - 1));
        return position;
    }

    private SpaceChargeReading reading(String name, SpaceCharge layer, double widthM) {
        return SpaceChargeReading.of(
                name, layer, model.conductivitySPerM(), study.scan().relativePermittivity(), widthM);
    }

    private double[][] byStructure(Function<TipRow, double[]> values) {
        return rows.stream().map(values).toArray(double[][]::new);
    }

    private double[] joined(Function<TipRow, double[]> values) {
        return rows.stream().map(values).flatMapToDouble(Arrays::stream).toArray();
    }

    private double[] sorted(Function<TipRow, double[]> values) {
        double[] ascending = joined(values);
        Arrays.sort(ascending);
        return ascending;
    }

    private double mean(Function<TipRow, Double> value) {
        return rows.stream().mapToDouble(value::apply).average().orElse(Double.NaN);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.ofSorted(sorted, 0.5);
    }

    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(Double.NaN);
        return Math.sqrt(variance) / mean;
    }
}
