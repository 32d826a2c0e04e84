package org.trainingexporter.history.sample;

import java.util.List;

/** Which series of a run: its metric and its own labels, without those of the scrape. */
public record SeriesId(String metric, List<String> names, List<String> values) {}
