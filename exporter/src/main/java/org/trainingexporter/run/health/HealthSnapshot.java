package org.trainingexporter.run.health;

/**
 * How a signal behaves.
 *
 * @param signal the value of the label {@code signal}
 * @param seen whether the current attempt has a value of it
 * @param finite whether the newest value is a number
 * @param nonFinite how many values were NaN or infinite
 * @param lastNonFinite when the newest of them came, in seconds since 1970, or unknown
 * @param spikes how many values were spikes
 * @param lastSpike when the newest of them came, in seconds since 1970, or unknown
 */
public record HealthSnapshot(
    String signal,
    boolean seen,
    boolean finite,
    long nonFinite,
    double lastNonFinite,
    long spikes,
    double lastSpike) {}
