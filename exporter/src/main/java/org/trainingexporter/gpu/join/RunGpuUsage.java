package org.trainingexporter.gpu.join;

/**
 * How many cards a run uses, and how much energy.
 *
 * @param gpus number of cards that work for the run now
 * @param joules energy used for the run so far; NaN if none of its cards reports energy
 * @param most the most cards that worked for it at once
 * @param model the name of its cards; empty where they differ
 * @param joulesPerMillionTokens energy of a million tokens since the run was first joined; NaN if
 *     energy or tokens are unknown
 */
public record RunGpuUsage(
    String run, int gpus, double joules, int most, String model, double joulesPerMillionTokens) {

  /** Of a run of which no more is known. */
  public RunGpuUsage(String run, int gpus, double joules) {
    this(run, gpus, joules, gpus, "", Double.NaN);
  }
}
