package org.trainingexporter.check.file;

/**
 * How one key of a log was read.
 *
 * @param rule what decided the key's meaning: a row of the table, its words, other keys
 * @param values how many numbers stood under it
 * @param last the newest of them as the log has it, NaN where there is none
 * @param metric the metric that it became; empty where it is left over
 * @param leftOver why it is left over, else empty
 */
public record KeyReport(
    String name, String rule, long values, double last, String metric, String leftOver) {
  /** Whether the metric is an other value under the log's own key. */
  public boolean isValue() {
    return metric.startsWith(MetricNames.VALUE);
  }
}
