package org.trainingexporter.metrics.sample;

import org.trainingexporter.run.RunSnapshot;

/**
 * A run at the time of a scrape.
 *
 * @param now seconds since 1970
 */
public record RunAtScrape(RunSnapshot run, double now) {}
