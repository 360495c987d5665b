package com.rjchronos.access.password;

/**
 * What one Argon2id hashing costs.
 *
 * @param memoryKib 8 KiB a lane to 1 GiB
 * @param iterations 1 to 100
 * @param parallelism 1 to 64 lanes
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {

    public Argon2Cost {
        if (parallelism < 1 || parallelism > 64) {
            throw new IllegalArgumentException("parallelism must be within 1..64 but was " + parallelism);
        }
        if (memoryKib < 8 * parallelism || memoryKib > 1 << 20) {
            throw new IllegalArgumentException("memory must be 8 KiB a lane to 1 GiB but was " + memoryKib + " KiB");
        }
        if (iterations < 1 || iterations > 100) {
            throw new IllegalArgumentException("iterations must be within 1..100 but was " + iterations);
        }
    }
}
