package org.trainingexporter.run.time;

import org.trainingexporter.event.TimeOrigin;

/**
 * When records came; each may be unknown.
 *
 * @param first seconds since 1970
 * @param newest seconds since 1970
 * @param interval the median of the last 20 gaps between training records, in seconds
 * @param longestGap in seconds
 * @param elapsed seconds as logged, else from the first record to the newest
 * @param eta seconds left, as logged
 * @param origin where they come from: the best that a record has shown
 */
public record TimesSnapshot(
    double first,
    double newest,
    double interval,
    double longestGap,
    double elapsed,
    double eta,
    TimeOrigin origin) {}
