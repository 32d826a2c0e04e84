package org.trainingexporter.run.host;

import java.util.List;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.run.rank.RankPlace;

/**
 * The job that runs a training, as its processes on this machine show it; texts may be empty.
 *
 * @param scheduler such as {@code slurm}; empty where no job is known
 * @param worldSize how many processes the training has, or unknown
 * @param ranks of the processes on this machine, by rank; none of a training with one process
 */
public record RunJob(
    String scheduler,
    String id,
    String user,
    String queue,
    double worldSize,
    List<RankPlace> ranks) {
  public static final RunJob NONE = new RunJob("", "", "", "", Unknown.UNKNOWN, List.of());
}
