package org.trainingexporter.process.job;

import java.util.Map;

/**
 * The job that a process is of. A text that is not known is empty, a number is -1.
 *
 * @param scheduler {@code slurm}, {@code kubernetes}, {@code pbs}, {@code lsf}, or {@code other}
 *     where only an id was given
 * @param user who owns the process
 * @param queue Slurm's partition, Kubernetes' namespace
 * @param rank of the process among those of its training
 * @param worldSize how many these are
 */
public record ProcessJob(
    String scheduler,
    String id,
    String user,
    String queue,
    int rank,
    String localRank,
    int worldSize) {
  private static final int NONE = -1;

  /**
   * Reads it.
   *
   * @param environment of the process, as {@code /proc} has it
   * @param groups its control groups, likewise
   */
  public static ProcessJob of(String environment, String groups, String user) {
    Map<JobVariable, String> has = JobVariable.of(environment);
    int rank = number(has, JobVariable.RANK, JobVariable.SLURM_PROCID);
    int size = number(has, JobVariable.WORLD_SIZE, JobVariable.WORLD_SIZE);
    String local = has.getOrDefault(JobVariable.LOCAL_RANK, "");
    String given = has.getOrDefault(JobVariable.TRAINING_JOB_ID, "");
    for (ControlGroup scheduler : ControlGroup.values()) {
      String own = id(scheduler, has, groups);
      if (!own.isEmpty()) {
        String queue = has.getOrDefault(queue(scheduler), "");
        String id = given.isEmpty() ? own : given;
        return new ProcessJob(scheduler.scheduler, id, user, queue, rank, local, size);
      }
    }
    return new ProcessJob(given.isEmpty() ? "" : "other", given, user, "", rank, local, size);
  }

  private static String id(ControlGroup scheduler, Map<JobVariable, String> has, String groups) {
    JobVariable variable =
        switch (scheduler) {
          case SLURM -> JobVariable.SLURM_JOB_ID;
          case PBS -> JobVariable.PBS_JOBID;
          case LSF -> JobVariable.LSB_JOBID;
          case KUBERNETES -> JobVariable.POD_NAME;
        };
    return has.getOrDefault(variable, scheduler.jobIn(groups).orElse(""));
  }

  private static JobVariable queue(ControlGroup scheduler) {
    return switch (scheduler) {
      case SLURM -> JobVariable.SLURM_JOB_PARTITION;
      case PBS -> JobVariable.PBS_QUEUE;
      case LSF -> JobVariable.LSB_QUEUE;
      case KUBERNETES -> JobVariable.POD_NAMESPACE;
    };
  }

  private static int number(Map<JobVariable, String> has, JobVariable first, JobVariable second) {
    String text = has.getOrDefault(first, has.getOrDefault(second, ""));
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : NONE;
  }

  /** Whether anything but the user is known. */
  public boolean isKnown() {
    return !id.isEmpty() || rank != NONE || worldSize != NONE;
  }
}
