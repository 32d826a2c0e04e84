package org.trainingexporter.run.rank;

/**
 * Whether the ranks that records name are processes which write one log, and which of them leads
 * the run. A key {@code rank} may also be a rank of matrices. It names processes once a record has
 * another rank than the one before and counts no further, and rank 0 is one of them or another key
 * tells of processes. One thread.
 */
final class SharedLog {
  private static final int NONE = -1;

  private boolean shared;
  private int leading = NONE;
  private double position = Double.NaN;

  /** Whether several processes write the log. */
  boolean isShared() {
    return shared;
  }

  /** The rank whose records are the run's. */
  int leading() {
    return leading;
  }

  /**
   * Whether the record is of a rank that does not lead.
   *
   * @param at what it counts
   * @param namesOthers whether another of its keys says that there are several processes
   */
  boolean isOther(int rank, double at, boolean namesOthers) {
    if (rank == leading) {
      position = at;
      return false;
    }
    boolean behind = leading != NONE && at <= position;
    shared |= behind && (rank == 0 || leading == 0 || namesOthers);
    boolean leads = !shared || (rank < leading && at >= position);
    if (leads) {
      leading = rank;
      position = at;
    }
    return !leads;
  }
}
