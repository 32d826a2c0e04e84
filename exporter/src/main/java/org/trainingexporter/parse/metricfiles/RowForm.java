package org.trainingexporter.parse.metricfiles;

/** How the rows of one file of a metric are written. Keeps what the file's header says. */
public interface RowForm {
  /** The answer for a line that was read. */
  String ROW = "";

  /** The answer for a line that holds no row and is none that is missing, such as a header. */
  String NO_ROW = "no row";

  /**
   * Reads a line.
   *
   * @param first whether it is the first of its file
   * @return {@link #ROW}, {@link #NO_ROW}, or what is wrong with the line
   */
  String read(String line, boolean first, MetricRow into);
}
