package org.trainingexporter.parse.metricfiles.step;

import java.io.IOException;

/** Values of one metric, or of several, step by step. One thread. */
public interface StepSource {
  /** Reads on where nothing waits; whether a step waits to be joined. */
  boolean peek() throws IOException;

  /** The step that waits. */
  double step();

  /** Its time in seconds since 1970, or NaN. */
  double time();

  /** How often this source's steps went back before the step that waits. */
  long attempt();

  /** Adds what waits to a step, and drops it here. */
  void moveTo(OpenStep step);
}
