package org.trainingexporter.gpu;

/**
 * How the newest reading went.
 *
 * @param up whether a driver answers
 * @param success false if reading failed or hangs; a machine without a driver is a success
 * @param durationSeconds NaN as long as nothing was read
 * @param problem why {@code up} or {@code success} is false, else empty
 */
public record GpuHealth(boolean up, boolean success, double durationSeconds, String problem) {
  /** False in the moment after the start in which nothing was read yet. */
  public boolean known() {
    return !Double.isNaN(durationSeconds);
  }
}
