package org.trainingexporter.config.value;

/** How much of a run a scrape shows. */
public enum MetricsProfile {
  /** All that is known. */
  FULL,
  /** What the alerts and the cards and curves of the main dashboards need. */
  LEAN
}
