package org.trainingexporter.fuzz;

import java.io.IOException;

/** Reads bytes as one part of the exporter would. */
@FunctionalInterface
interface Target {
  /** Throws what that part must never throw. */
  void read(byte[] bytes) throws IOException;
}
