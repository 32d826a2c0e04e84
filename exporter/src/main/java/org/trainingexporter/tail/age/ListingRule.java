package org.trainingexporter.tail.age;

/**
 * When a directory must be listed again: when its modification time has changed, and until a
 * listing was made two seconds after that, since a second change may leave the same time. Whether
 * the wall clock is right does not matter. One thread.
 */
public final class ListingRule {
  private static final long UNSURE_NANOS = 2_000_000_000L;

  private Object stamp;
  private long changedAt;
  private long listedAt;
  private boolean listed;

  /**
   * Whether the directory must be listed now.
   *
   * @param now its modification time, or those of several directories
   * @param nanos of the monotonic clock
   */
  public boolean isDue(Object now, long nanos) {
    if (!now.equals(stamp)) {
      stamp = now;
      changedAt = nanos;
      listed = false;
    }
    return !listed || listedAt - changedAt < UNSURE_NANOS;
  }

  /** It was listed. */
  public void listed(long nanos) {
    listed = true;
    listedAt = nanos;
  }

  /** It was listed; the listing has shown further directories whose times count from now on. */
  public void listed(Object now, long nanos) {
    stamp = now;
    listed(nanos);
  }

  /** It could not be listed: the next call lists it, whatever its modification time. */
  public void failed() {
    stamp = null;
  }
}
