package org.grainflux.jobs.engine;

import org.apache.spark.SparkConf;

/** Kryo, and only for classes named in {@link GrainFluxRegistrator}: an unplanned class on the wire is an error. */
final class KryoSettings {
    private KryoSettings() {}

    static void apply(SparkConf conf) {
        conf.set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        conf.set("spark.kryo.registrationRequired", "true");
        conf.set("spark.kryo.registrator", GrainFluxRegistrator.class.getName());
    }
}
