package org.trainingexporter.run.host;

/** What the machine of a run shows of it now. */
public record HostFacts(ProcessState process, CardUse cards, RunJob job) {
  /** Of a run on a machine that cannot be seen. */
  public static final HostFacts NONE = new HostFacts(ProcessState.UNSEEN, CardUse.NONE);

  /** Of a run of which no job is known. */
  public HostFacts(ProcessState process, CardUse cards) {
    this(process, cards, RunJob.NONE);
  }
}
