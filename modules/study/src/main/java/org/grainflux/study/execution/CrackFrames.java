package org.grainflux.study.execution;

import java.util.Arrays;
import org.grainflux.fem.elasticity.ElasticField;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.physics.crack.CrackObserver;
import org.grainflux.physics.crack.GrownCrack;

/** Hands every step of one crack on as a frame. */
final class CrackFrames implements CrackObserver {
    private final FieldSink sink;
    private final int structureIndex;
    private final String design;
    private final int electrode;
    private double[] lengthsM = {};

    CrackFrames(FieldSink sink, int structureIndex, String design, int electrode) {
        this.sink = sink;
        this.structureIndex = structureIndex;
        this.design = design;
        this.electrode = electrode;
    }

    @Override
    public void step(GrownCrack.Step step, ElasticField pressed, ElasticField rested) {
        lengthsM = Arrays.copyOf(lengthsM, lengthsM.length + 1);
        lengthsM[lengthsM.length - 1] = step.lengthM();
        double pressurePa = Double.isFinite(step.pressurePa()) ? step.pressurePa() : 0;
        double[] displacementM = scaled(pressed.displacementsM(), pressurePa);
        double[] stressPa = scaled(stress(pressed), pressurePa);
        if (rested != null) {
            add(displacementM, rested.displacementsM());
            add(stressPa, stress(rested));
        }
        sink.accept(new FieldSink.CrackFrame(
                structureIndex,
                design,
                electrode,
                lengthsM,
                pressurePa,
                pressed.body().mesh(),
                displacementM,
                stressPa));
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static void add(double[] sum, double[] values) {
        Arrays.setAll(sum, i -> sum[i] + values[i]);
    }

    private static double[] stress(ElasticField field) {
        int components = StiffnessTensor.COMPONENTS;
        double[] all = new double[components * field.body().mesh().elementCount()];
        double[] one = new double[components];
        for (int e = 0; e < all.length / components; e++) {
            field.stress(e, one);
            System.arraycopy(one, 0, all, components * e, components);
        }
        return all;
    }
}
