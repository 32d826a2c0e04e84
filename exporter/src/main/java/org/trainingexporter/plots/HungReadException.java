package org.trainingexporter.plots;

import java.io.IOException;
import org.trainingexporter.service.step.GuardedCalls;

/** A run's logs cannot be read now, since a read of them, or too many other reads, hang. */
public final class HungReadException extends IOException {
  private static final long serialVersionUID = 1L;

  HungReadException(String run) {
    super("reading the logs of \"" + run + "\" hangs: their file system does not answer");
  }

  /**
   * Whether what is kept of the run belongs to a reading that hangs.
   *
   * @throws HungReadException if it has done so for long
   */
  static boolean mustWait(GuardedCalls calls, String run) throws HungReadException {
    boolean waits = calls.mustWait(run);
    if (waits && calls.isHopeless(run)) {
      throw new HungReadException(run);
    }
    return waits;
  }
}
