package org.grainflux.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random streams named by what they are for. A stream is a pure function of (study seed, purpose, index): never of the
 * partition, the thread or the clock, so the same study gives the same numbers on any machine.
 *
 * <p>The name is hashed with SHA-256 into a 64-bit seed of L64X128MixRandom (Steele &amp; Vigna 2021, OOPSLA,
 * doi:10.1145/3485525).
 */
public final class RandomStreams {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private RandomStreams() {}

    /**
     * @param purpose what the numbers are for, e.g. {@code "grain-seeds"}; two purposes never share numbers
     * @param index structure index, or another counter documented by the caller
     */
    public static RandomGenerator stream(long studySeed, String purpose, long index) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(studySeed)
                .putLong(index)
                .put(name);
        // One long, not the whole hash: releases before 19 lose bits of a byte seed to sign extension (JDK-8282144), so
        // the same bytes would give other numbers, and poorer ones, there.
        return FACTORY.create(ByteBuffer.wrap(sha256(key.array())).getLong(16));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }
}
