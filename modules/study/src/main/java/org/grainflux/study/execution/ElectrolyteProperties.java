package org.grainflux.study.execution;

import java.util.List;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.BoundaryResistance;
import org.grainflux.microstructure.Grain;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.Rotation;
import org.grainflux.physics.transport.ThomsonBound;
import org.grainflux.study.config.BoundaryResistanceConfig;
import org.grainflux.study.config.ElectrolyteConfig;
import org.grainflux.study.config.StudyConfig;

/** Conductivities of one structure under one draw: a tensor per grain, a resistance per boundary. */
final class ElectrolyteProperties {
    private final double grainConductivitySPerM;
    private final double[][] grainTensorsSPerM;
    private final double[] boundaryResistanceOhmM2;
    private final double[] boundaryTangentialS;

    private ElectrolyteProperties(
            double grainConductivitySPerM, double[][] tensors, double[] resistances, double[] tangential) {
        this.grainConductivitySPerM = grainConductivitySPerM;
        this.grainTensorsSPerM = tensors;
        this.boundaryResistanceOhmM2 = resistances;
        this.boundaryTangentialS = tangential;
    }

    /**
     * @param boundaryScale the study's one factor on all boundary resistances; 1 unless the total conductivity is fixed
     */
    static ElectrolyteProperties of(
            StudyConfig study, Microstructure structure, ParameterDraw draw, double boundaryScale) {
        ElectrolyteConfig electrolyte = study.electrolyte();
        double conductivity = draw.value("grain-conductivity", electrolyte.grainConductivitySPerM());
        double mean = draw.value("boundary-resistance", electrolyte.boundaryResistanceOhmM2());
        double[] resistances = boundaryResistance(study.boundaryResistance(), mean * boundaryScale)
                .assign(
                        structure.network(),
                        RandomStreams.stream(study.seed(), "boundary-resistance", draw.structureIndex()));
        double[][] tensors = structure.grains().stream()
                .map(grain -> tensor(conductivity, electrolyte.anisotropyRatio(), grain, structure.dimension()))
                .toArray(double[][]::new);
        return new ElectrolyteProperties(conductivity, tensors, resistances, tangential(electrolyte, resistances));
    }

    private static BoundaryResistance boundaryResistance(BoundaryResistanceConfig config, double meanOhmM2) {
        return switch (config.model()) {
            case CONSTANT -> new BoundaryResistance.Constant(meanOhmM2);
            case LOG_NORMAL -> new BoundaryResistance.LogNormal(meanOhmM2, config.sigmaLn());
            case MISORIENTATION ->
                new BoundaryResistance.ByMisorientation(
                        meanOhmM2, meanOhmM2 * config.lowAngleRatio(), config.lowAngleRad());
        };
    }

    private static double[] tangential(ElectrolyteConfig electrolyte, double[] resistances) {
        if (electrolyte.boundaryTangentialConductivitySPerM() == 0) {
            return null;
        }
        double[] tangential = new double[resistances.length];
        java.util.Arrays.fill(
                tangential, electrolyte.boundaryTangentialConductivitySPerM() * electrolyte.boundaryThicknessM());
        return tangential;
    }

    /**
     * Uniaxial conductivity along the first crystal axis with the same mean as the isotropic one, restricted to the axes
     * of the cell: dimension × dimension, row-major.
     */
    private static double[] tensor(double meanSPerM, double anisotropyRatio, Grain grain, int dimension) {
        double across = 3 * meanSPerM / (anisotropyRatio + 2);
        double along = anisotropyRatio * across;
        Rotation orientation = grain.orientation();
        double[][] rotation = orientation.matrix();
        double[] tensor = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                double isotropic = i == j ? across : 0;
                tensor[i * dimension + j] = isotropic + (along - across) * rotation[i][0] * rotation[j][0];
            }
        }
        return tensor;
    }

    double grainConductivitySPerM() {
        return grainConductivitySPerM;
    }

    double[][] grainTensorsSPerM() {
        return grainTensorsSPerM;
    }

    double[] boundaryResistanceOhmM2() {
        return boundaryResistanceOhmM2;
    }

    double[] boundaryTangentialS() {
        return boundaryTangentialS;
    }

    /** Mean over boundary length (2D) or area (3D), Ω m². */
    double meanBoundaryResistanceOhmM2(Microstructure structure) {
        List<GrainBoundary> boundaries = structure.network().boundaries();
        double weighted = 0;
        double measure = 0;
        for (int b = 0; b < boundaries.size(); b++) {
            weighted += boundaryResistanceOhmM2[b] * boundaries.get(b).measure();
            measure += boundaries.get(b).measure();
        }
        return weighted / measure;
    }

    /** Lower bound of the effective conductivity between perfect contacts, from this very structure, S/m. */
    double thomsonBoundSPerM(Microstructure structure) {
        return 1 / ThomsonBound.resistivityOhmM(structure, grainTensorsSPerM, boundaryResistanceOhmM2);
    }
}
