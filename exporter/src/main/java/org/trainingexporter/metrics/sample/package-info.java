/**
 * How a row becomes a metric family: {@link org.trainingexporter.metrics.sample.Metric} is a row,
 * {@link org.trainingexporter.metrics.sample.Samples} gathers its series from each {@link
 * org.trainingexporter.metrics.sample.SampleScope}, which limits their number. This is the hottest
 * path of a scrape. Nothing here knows which metrics there are.
 */
package org.trainingexporter.metrics.sample;
