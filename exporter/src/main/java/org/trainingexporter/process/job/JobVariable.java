package org.trainingexporter.process.job;

import java.util.EnumMap;
import java.util.Map;

/**
 * The only variables of a process's environment that are read; of the others not even the name is
 * kept.
 */
enum JobVariable {
  RANK,
  LOCAL_RANK,
  WORLD_SIZE,
  SLURM_JOB_ID,
  SLURM_PROCID,
  SLURM_JOB_PARTITION,
  PBS_JOBID,
  PBS_QUEUE,
  LSB_JOBID,
  LSB_QUEUE,
  POD_NAME,
  POD_NAMESPACE,
  /** Given by the user, the same on all machines of a training. */
  TRAINING_JOB_ID;

  private static final int LONGEST = 200;

  /** Those that an environment has, of entries {@code NAME=VALUE} with a NUL behind each. */
  static Map<JobVariable, String> of(String environment) {
    Map<JobVariable, String> found = new EnumMap<>(JobVariable.class);
    String entries = "\0" + environment;
    for (JobVariable variable : values()) {
      String mark = "\0" + variable.name() + "=";
      int at = entries.indexOf(mark);
      if (at >= 0) {
        int from = at + mark.length();
        int to = entries.indexOf('\0', from);
        String value = entries.substring(from, to < 0 ? entries.length() : to);
        if (!value.isEmpty() && value.length() <= LONGEST) {
          found.put(variable, value);
        }
      }
    }
    return found;
  }
}
