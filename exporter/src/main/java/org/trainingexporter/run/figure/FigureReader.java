package org.trainingexporter.run.figure;

import org.trainingexporter.run.RunSnapshot;

/** Reads a figure from a run. */
@FunctionalInterface
public interface FigureReader {
  /**
   * Reads the figure.
   *
   * @param now seconds since 1970
   * @return the value in base units, or NaN where it is unknown
   */
  double read(RunSnapshot run, double now);
}
