package org.trainingexporter.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that an event file's name tells, such as {@code
 * events.out.tfevents.1763799300.host.4242.0}. Most writers of such files open them for an instant
 * only, so that they are never seen open.
 */
final class NamedProcess {
  private static final Pattern NAME =
      Pattern.compile(
          "tfevents\\.(?<begun>\\d{1,12})\\.(?<host>.+)\\.(?<pid>\\d{1,10})\\.\\d{1,10}(\\.v2)?$");

  /** The name has whole seconds. */
  private static final double ROUNDING = 2;

  private NamedProcess() {}

  /**
   * The process, where it lives on this machine and was started before the file: another one would
   * have been given the id later.
   */
  static Optional<ProcessId> of(ProcFs proc, Path log) {
    Matcher name = NAME.matcher(log.getFileName().toString());
    if (!name.find() || !name.group("host").equals(proc.hostName())) {
      return Optional.empty();
    }
    double begun = Double.parseDouble(name.group("begun"));
    return proc.living(Long.parseLong(name.group("pid")))
        .filter(id -> proc.hasProgram(id.pid()))
        .filter(id -> proc.startSeconds(id) <= begun + ROUNDING);
  }
}
