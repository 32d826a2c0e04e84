package org.trainingexporter.tail.age;

/**
 * For how long a file has not been written. A file that is seen for the first time has been silent
 * since its modification time, by the wall clock; from then on only the monotonic clock counts. One
 * thread.
 */
public final class Silence {
  private Object seen;
  private double before;
  private long changedAt;
  private long checkedAt;

  /**
   * Seconds since the file was last written; NaN where its modification time is.
   *
   * @param state differs from the last call's where the file was written between
   * @param modified seconds since 1970
   * @param now seconds since 1970
   * @param nanos of the monotonic clock
   */
  public double seconds(Object state, double modified, double now, long nanos) {
    if (!state.equals(seen)) {
      double written = Math.max(0, now - modified);
      before = seen == null ? written : Math.min(written, (nanos - checkedAt) / 1e9);
      seen = state;
      changedAt = nanos;
    }
    checkedAt = nanos;
    return before + (nanos - changedAt) / 1e9;
  }
}
