package org.grainflux.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;
import org.junit.jupiter.api.Test;
import scala.reflect.ClassTag$;

class KryoTest {
    record Unplanned(int value) {}

    private final SerializerInstance kryo = newInstance();

    private static SerializerInstance newInstance() {
        SparkConf conf = new SparkConf(false);
        KryoSettings.apply(conf);
        return new KryoSerializer(conf).newInstance();
    }

    private <T> T roundTrip(T value) {
        return kryo.<T>deserialize(
                kryo.serialize(value, ClassTag$.MODULE$.apply(value.getClass())),
                ClassTag$.MODULE$.apply(value.getClass()));
    }

    @Test
    void recordsSurviveTheWire() {
        Batch batch = Batch.of(List.of(new WorkUnit(7, List.of("bare", "hl σ")), new WorkUnit(8, List.of("au"))));
        assertThat(roundTrip(batch)).isEqualTo(batch);
        BatchOutcome outcome = new BatchOutcome(3, 1, 0, 1L << 50, -5, Long.MAX_VALUE);
        assertThat(roundTrip(outcome)).isEqualTo(outcome);
    }

    @Test
    void unplannedClassIsAnError() {
        assertThatThrownBy(() -> roundTrip(new Unplanned(1)))
                .hasMessageContaining("Class is not registered")
                .hasMessageContaining("Unplanned");
    }
}
