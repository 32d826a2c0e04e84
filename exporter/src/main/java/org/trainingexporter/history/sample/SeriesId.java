package org.trainingexporter.history.sample;

import java.util.List;

/** Identifies a series of a run: its metric and its labels, without those that a scrape adds. */
public record SeriesId(String metric, List<String> names, List<String> values) {}
