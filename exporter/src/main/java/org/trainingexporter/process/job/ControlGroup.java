package org.trainingexporter.process.job;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the control groups that schedulers make say of a process's job. */
enum ControlGroup {
  SLURM("slurm", "/slurm[^/]*(?:/[^/]+){0,2}?/job_(\\d+)"),
  PBS("pbs", "/pbs_jobs[^/]*/(?:jobid/)?([\\w.\\[\\]-]+)"),
  LSF("lsf", "/lsf/[^/]+/job\\.(\\d+)"),
  KUBERNETES("kubernetes", "kubepods.*[/-]pod(\\p{XDigit}{8}[_-][\\p{XDigit}_-]{27})");

  final String scheduler;
  private final Pattern job;

  ControlGroup(String scheduler, String job) {
    this.scheduler = scheduler;
    this.job = Pattern.compile(job);
  }

  /**
   * The job's id, or that of its pod.
   *
   * @param text as {@code /proc/PID/cgroup} has it
   */
  Optional<String> jobIn(String text) {
    Matcher found = job.matcher(text);
    return found.find() ? Optional.of(found.group(1).replace('_', '-')) : Optional.empty();
  }
}
