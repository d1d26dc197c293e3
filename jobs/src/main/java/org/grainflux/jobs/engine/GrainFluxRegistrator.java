package org.grainflux.jobs.engine;

import com.esotericsoftware.kryo.Kryo;
import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;
import org.grainflux.study.plan.UnitRange;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;

/** Every class of ours that crosses the wire, in a fixed order. */
public final class GrainFluxRegistrator implements KryoRegistrator {
    static final List<Class<? extends Record>> RECORDS = List.of(UnitRange.class, Batch.class, BatchOutcome.class);

    @Override
    public void registerClasses(Kryo kryo) {
        for (Class<? extends Record> type : RECORDS) {
            register(kryo, type);
        }
        kryo.register(Batch[].class);
        kryo.register(BatchOutcome[].class);
    }

    private static <T extends Record> void register(Kryo kryo, Class<T> type) {
        kryo.register(type, new RecordSerializer<>(type));
    }
}
