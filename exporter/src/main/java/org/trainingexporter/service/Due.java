package org.trainingexporter.service;

/** When something is done again, by the monotonic clock; at once at first. One thread. */
public final class Due {
  private boolean isSet;
  private long at;

  /** Whether it is to be done at that time of the monotonic clock. */
  public boolean isDue(long nanos) {
    return !isSet || nanos - at >= 0;
  }

  /** Whether no time was set yet. */
  public boolean isFirst() {
    return !isSet;
  }

  /** No time is set any more. */
  public void clear() {
    isSet = false;
  }

  /** It is to be done so many nanoseconds after that time. */
  public void setAfter(long nanos, long wait) {
    isSet = true;
    at = nanos + wait;
  }
}
