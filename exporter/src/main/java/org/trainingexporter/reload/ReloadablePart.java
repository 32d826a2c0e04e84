package org.trainingexporter.reload;

/** A part of the configuration that can be read again. */
@FunctionalInterface
public interface ReloadablePart {
  /**
   * Reads and checks its files, and changes nothing yet.
   *
   * @return puts what was read into effect
   * @throws RuntimeException if a file is wrong; its message names file and key
   */
  Runnable read();
}
