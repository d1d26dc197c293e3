package org.grainflux.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.grainflux.report.vtu.VtuFieldSink;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.execution.FieldSink.PotentialField;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.plan.PlannedUnits;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.ContactMapRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.TimingRow;
import org.grainflux.study.results.UnitResult;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchRunner;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunStatus;

/** A run's folder with invented numbers of plausible size, to write reports from without computing anything. */
final class SyntheticRun {
    static final int STRUCTURES = 32;
    static final StudyConfig STUDY = new StudyReader(new LocalFiles())
            .read(Path.of("../../configs/interlayers.yaml").toString());

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SyntheticRun() {}

    /** Everything a run can leave. @param elementSizeM of the field's mesh */
    static RunFolder complete(String location, double elementSizeM) {
        RunFolder folder = started(location, STUDY.designs());
        List<String> designs = STUDY.designs().stream().map(DesignConfig::name).toList();
        BatchRunner batches = new BatchRunner(folder, designs, 1, new Rows());
        List<WorkUnit> units = new ArrayList<>();
        for (int s = 0; s < STRUCTURES; s++) {
            units.add(new WorkUnit(s, designs));
        }
        Batch.of(PlannedUnits.of(units), 1).forEach(batches::run);
        new VtuFieldSink(folder).accept(field(elementSizeM));
        folder.writeJson(RunFolder.SUMMARY, summary(STUDY.designs()));
        return folder;
    }

    /** A run that has just begun: study and status, no row, no summary. */
    static RunFolder started(String location, List<DesignConfig> designs) {
        RunFolder folder = RunFolder.at(location);
        folder.open(STUDY.resolvedYaml(), STUDY.contentHash(), Admission.NEW);
        folder.writeStatus(new RunStatus(
                RunStatus.COMPLETE,
                0,
                "",
                STUDY.name(),
                STUDY.contentHash(),
                STRUCTURES,
                designs.stream().map(DesignConfig::name).toList(),
                new RunStatus.Counts(STRUCTURES * designs.size(), STRUCTURES * designs.size(), 0, 0, 0),
                Map.of(),
                1,
                "Spark 4.2.0, local[2]",
                Map.of("grainflux", "0.1.0-SNAPSHOT"),
                "2026-11-22T20:00:00Z",
                "2026-11-22T20:02:41Z",
                Map.of("computed", 151.2)));
        return folder;
    }

    static ObjectNode summary(List<DesignConfig> designs) {
        ObjectNode root = JSON.objectNode();
        root.put("study", STUDY.name());
        ObjectNode structures = root.putObject("structures");
        structures.put("count", STRUCTURES);
        spread(structures, "grain_count", 100, 100, 100);
        spread(structures, "mean_grain_area_um2", 100, 100, 100);
        spread(structures, "grain_area_cov", 0.31, 0.26, 0.37);
        spread(structures, "boundary_length_per_area_per_um", 0.192, 0.189, 0.196);
        spread(structures, "effective_conductivity_S_per_cm", 3.56e-4, 3.48e-4, 3.63e-4);
        spread(structures, "hertz_area_interior_nm2", 52.8, 51.9, 54.4);
        spread(structures, "tip_share_above_hardness", 0.42, 0.3, 0.5);
        ObjectNode protocol = root.putObject("protocol");
        protocol.put("start_mA_per_cm2", 0.05).put("step_mA_per_cm2", 0.05).put("maximum_mA_per_cm2", 5);
        protocol.put("capacity_per_step_mAh_per_cm2", 0.1);
        var list = root.putArray("designs");
        designs.forEach(design -> list.add(design(design)));
        return root;
    }

    private static ObjectNode design(DesignConfig design) {
        ObjectNode node = JSON.objectNode();
        boolean layered = design.interlayer() != null;
        double thicknessUm = layered ? design.interlayer().thicknessM().median() * 1e6 : 0;
        double sPerCm = layered ? design.interlayer().conductivitySPerM().median() / 100 : 0;
        double resistance = layered
                ? 4 + thicknessUm * 1e-4 / sPerCm
                : design.interfaceResistanceOhmM2().median() * 1e4;
        double griffith = 55 / (resistance + 3);
        double ccd =
                layered ? Math.min(griffith, 80e-4 * sPerCm / 1e-4 / (thicknessUm * 1e-4)) : Math.min(0.17, griffith);
        node.put("name", design.name()).put("label", design.label());
        node.put("kind", design.kind().name().toLowerCase(java.util.Locale.ROOT));
        node.put("completed", STRUCTURES - 1).put("failed", 1).put("aborted", 0);
        node.put("reference_area_cm2", 1e-5);
        ObjectNode crack = node.putObject("crack_path");
        interval(crack, "penetration_mA_per_cm2", 1.4 * griffith, 1.15)
                .put("p2_5", 0.6 * griffith)
                .put("p97_5", 3.2 * griffith);
        interval(crack, "tortuosity", 1.14, 1.02);
        interval(crack, "intergranular_fraction", 0.86, 1.05);
        crack.put("runs_through_share", 0.4);
        ObjectNode current = node.putObject("ccd_mA_per_cm2");
        ObjectNode ratio = node.putObject("ratio_to_baseline");
        int i = 0;
        for (String hypothesis : List.of("competing", "paper_quoted", "paper_predicted", "self_consistent")) {
            double median = hypothesis.equals("competing") ? ccd : griffith * (0.8 + 0.5 * i++);
            ObjectNode entry = interval(current, hypothesis, median, 1.12);
            entry.put("p2_5", median / 2.4).put("p97_5", median * 2.1);
            entry.put("prior_lo95", median / 4.5).put("prior_hi95", median * 3.8);
            entry.put("censored", 2);
            interval(ratio, hypothesis, median / 0.048, 1.2);
        }
        ObjectNode modes = node.putObject("limiting_mode_share");
        modes.put("griffith", layered ? 0.71 : 0.6)
                .put(layered ? "limiting_current" : "stripping", layered ? 0.29 : 0.4);
        ObjectNode variance = node.putObject("variance_share");
        variance.put("structure", 0.02).put("flaws", 0.31).put("priors", 0.6).put("interaction", 0.07);
        variance.put("standard_deviation_ln", 0.8);
        ObjectNode tail = node.putObject("extrapolation");
        tail.put("target_area_cm2", 1);
        if (layered) {
            tail.put("refused", "unstable_tail").put("explanation", "modulus 2.1 at 1 patch, 3.4 at 4 patches");
        } else {
            interval(tail, "self_consistent_mA_per_cm2", griffith * 0.05, 1.5).put("weibull_modulus", 3.1);
        }
        var observed = node.putArray("observed");
        STUDY.observationsOf(design)
                .forEach(o -> observed.addObject()
                        .put("mA_per_cm2", o.currentDensityAPerM2() / 10)
                        .put("bound", o.bound().name().toLowerCase(java.util.Locale.ROOT))
                        .put("source", o.source()));
        ObjectNode faces = node.putObject("hot_spots");
        for (String face : List.of(HotSpotRow.LI_INTERFACE, HotSpotRow.ELECTROLYTE_INTERFACE)) {
            ObjectNode entry = faces.putObject(face);
            double excess = excess(design, face);
            interval(entry, "cov_w200", 0.1 * excess, 1.1);
            for (String metric : List.of("w100", "w200", "w500", "w1000")) {
                interval(entry, metric + "_max_over_mean", 1 + excess, 1.05).put("mesh_error", 0.0043);
            }
            interval(entry, "grain_average_max_over_mean", 1 + excess / 3, 1.05);
            entry.putObject("grain_average_max_over_min").putNull("median");
        }
        node.put("effective_conductivity_S_per_cm", 3.56e-4);
        node.put("area_specific_resistance_ohm_cm2", 28 + 2 * resistance);
        node.put("interface_resistance_ohm_cm2", resistance);
        node.put("contact_fraction", 1.0);
        if (layered) {
            node.put("thickness_um", thicknessUm).put("conductivity_S_per_cm", sPerCm);
            node.putObject("homogenization_depth_um").put("within5", 2.6).put("within10", 1.9);
        }
        return node;
    }

    private static double excess(DesignConfig design, String face) {
        if (design.interlayer() == null) {
            return 300 / (300 + design.interfaceResistanceOhmM2().median() * 1e4);
        }
        double decay = design.interlayer().thicknessM().median() * 1e6 / 3.2;
        return face.equals(HotSpotRow.LI_INTERFACE) ? Math.exp(-decay) : 1.6;
    }

    private static ObjectNode interval(ObjectNode parent, String key, double median, double factor) {
        return parent.putObject(key)
                .put("median", median)
                .put("lo95", median / factor)
                .put("hi95", median * factor);
    }

    private static void spread(ObjectNode parent, String key, double median, double low, double high) {
        parent.putObject(key).put("median", median).put("p2_5", low).put("p97_5", high);
    }

    private static PotentialField field(double elementSizeM) {
        Microstructure structure = MicrostructureGenerator.generate(
                STUDY.microstructure(), RandomStreams.stream(1, "seeds", 0), RandomStreams.stream(1, "turns", 0));
        SimplexMesh mesh = GrainMesher.mesh(
                structure,
                new MeshGrading(
                        elementSizeM / 8,
                        elementSizeM / 4,
                        elementSizeM,
                        elementSizeM,
                        0.3,
                        new double[0][],
                        elementSizeM));
        double[] currents = new double[2 * mesh.elementCount()];
        for (int e = 0; e < mesh.elementCount(); e++) {
            double x = mesh.coordinateM(mesh.elementNode(e, 0), 0) * 1e6;
            double y = mesh.coordinateM(mesh.elementNode(e, 0), 1) * 1e6;
            int grain = mesh.elementRegion(e);
            currents[2 * e] = 0.4 * Math.sin(0.2 * Math.PI * y);
            currents[2 * e + 1] = 1 + 0.5 * Math.sin(2.4 * grain) + 0.4 * Math.sin(0.02 * Math.PI * 7 * x);
        }
        double[] angles = new double[structure.grains().size()];
        return new PotentialField(0, "bare", mesh, new double[mesh.nodeCount()], currents, angles, 1);
    }

    /** Rows that are a pure function of structure and design. */
    private static final class Rows implements UnitRunner {
        @Override
        public UnitResult run(WorkUnit unit) {
            List<LedgerRow> ledger = new ArrayList<>();
            List<HotSpotRow> hotSpots = new ArrayList<>();
            List<ProfileRow> profiles = new ArrayList<>();
            List<ConvergenceRow> convergence = new ArrayList<>();
            int structure = unit.structureIndex();
            for (String name : unit.designs()) {
                DesignConfig design = STUDY.design(name);
                if (structure == 3) {
                    ledger.add(new LedgerRow(
                            3, name, LedgerRow.FAILED, "MESH_QUALITY", "sliver <b>of</b> 1e-9 m", 0, 0, Double.NaN));
                    continue;
                }
                ledger.add(new LedgerRow(structure, name, LedgerRow.COMPLETED, "", "", 75_000, 140_000, 1e-13));
                RandomGenerator random = RandomStreams.stream(5, name, structure);
                for (int electrode = 0; electrode < 2; electrode++) {
                    for (String face : List.of(HotSpotRow.LI_INTERFACE, HotSpotRow.ELECTROLYTE_INTERFACE)) {
                        double w = 1 + excess(design, face) * Math.exp(0.3 * random.nextGaussian());
                        hotSpots.add(new HotSpotRow(
                                structure, name, electrode, face, w, w, w, w, 0.2, 1, w, w, 2, 1.5, 0.01, ""));
                    }
                }
                if (structure == 0) {
                    profiles.addAll(profiles(design, random));
                    convergence.add(new ConvergenceRow(
                            0,
                            name,
                            0,
                            HotSpotRow.LI_INTERFACE,
                            "w200_max_over_mean",
                            1.99,
                            2.013,
                            2.0212,
                            1.5,
                            2.0259,
                            0.0023,
                            true));
                }
            }
            TimingRow timing = new TimingRow(
                    structure, unit.designs().size(), 75_000, .2, .8, .3, 0, 1.1, .4, .6, 0, 0, 0, 0, 3.4, "Cholesky");
            return new UnitResult(
                    ledger,
                    List.of(),
                    List.of(),
                    hotSpots,
                    List.of(),
                    profiles,
                    structure == 0 ? List.of(contactMap()) : List.of(),
                    convergence,
                    List.of(timing),
                    List.of(),
                    List.of(),
                    List.of());
        }

        private static ContactMapRow contactMap() {
            return new ContactMapRow(
                    0,
                    0,
                    new double[] {0, 4e-5, 9e-5, 2e-5},
                    new double[] {1.5e11, 1.4e11, 1.55e11, 1.27e11},
                    new double[] {52e-18, 53e-18, 51.5e-18, 56e-18},
                    new double[] {7.6e9, 7.5e9, 7.7e9, 7.1e9},
                    new double[] {45e-18, 46e-18, 44e-18, 50e-18},
                    new double[] {58e-18, 59e-18, 57e-18, 62e-18},
                    new double[] {6.8e9, 6.7e9, 6.9e9, 6.4e9});
        }

        private static List<ProfileRow> profiles(DesignConfig design, RandomGenerator random) {
            double[] noise = random.doubles(40, 0, 2 * Math.PI).toArray();
            List<ProfileRow> rows = new ArrayList<>();
            for (String kind : List.of(ProfileRow.CURRENT_AT_LI, ProfileRow.CURRENT_AT_ELECTROLYTE)) {
                double excess = excess(
                        design,
                        kind.equals(ProfileRow.CURRENT_AT_LI)
                                ? HotSpotRow.LI_INTERFACE
                                : HotSpotRow.ELECTROLYTE_INTERFACE);
                double[] x = new double[2001];
                double[] y = new double[2001];
                for (int i = 0; i < x.length; i++) {
                    x[i] = i * 5e-8;
                    double sum = 0;
                    for (int k = 1; k < noise.length; k++) {
                        sum += Math.cos(2 * Math.PI * k * x[i] / 1e-4 + noise[k]) / noise.length * 2;
                    }
                    y[i] = Math.max(0.05, 1 + excess * sum);
                }
                rows.add(new ProfileRow(0, design.name(), 0, kind, 200e-9, x, y));
            }
            if (design.interlayer() != null) {
                double[] z = new double[60];
                double[] m = new double[60];
                for (int i = 0; i < z.length; i++) {
                    z[i] = design.interlayer().thicknessM().median() * i / 59;
                    m[i] = 1 + 1.6 * Math.exp(-z[i] / 2.2e-6);
                }
                rows.add(new ProfileRow(0, design.name(), 0, ProfileRow.MAXIMUM_AGAINST_DEPTH, 200e-9, z, m));
            }
            return rows;
        }
    }
}
