package org.trainingexporter.gpu;

/**
 * How the newest reading went.
 *
 * @param attempted whether a reading has been made, or has hung; false only just after the start
 * @param up whether a driver answers
 * @param success false if the reading failed or hangs; a machine without a driver is a success
 * @param durationSeconds of the reading, so far if it hangs
 * @param problem why {@code up} or {@code success} is false, else empty
 */
public record GpuHealth(
    boolean attempted, boolean up, boolean success, double durationSeconds, String problem) {
  static final GpuHealth NOT_ATTEMPTED = new GpuHealth(false, false, true, 0, "not read yet");

  static GpuHealth up(double durationSeconds) {
    return new GpuHealth(true, true, true, durationSeconds, "");
  }

  /** No driver answers, which is a failure or not. */
  static GpuHealth down(boolean success, double durationSeconds, String problem) {
    return new GpuHealth(true, false, success, durationSeconds, problem);
  }

  /** The reading has not returned for that long. */
  static GpuHealth hung(boolean up, double durationSeconds, String problem) {
    return new GpuHealth(true, up, false, durationSeconds, problem);
  }
}
