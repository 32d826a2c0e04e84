package org.trainingexporter.metrics;

import org.trainingexporter.run.RunSnapshot;

/**
 * A run at the time of a scrape.
 *
 * @param now seconds since 1970
 */
record Observation(RunSnapshot run, double now) {}
