package org.trainingexporter.config.web;

import java.time.Duration;

/**
 * How many requests are answered: a burst, then one each interval.
 *
 * @param interval above 0
 * @param burst 0 refuses every request
 */
public record RateLimit(Duration interval, int burst) {}
