package org.trainingexporter.config.value;

/** Whether the processes of runs are watched. */
public enum ProcessMode {
  /** Where the exporter can see them: on Linux. */
  AUTO,
  OFF
}
