package org.trainingexporter.watch.rank;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine that a directory is named by, such as {@code host-a} or {@code llm-worker-0}; its
 * logs may lie in {@code logs} below.
 *
 * @param directory that is named so
 * @param node its number where it is called a node, else the directory's name
 * @param group the same for the machines of one training, where the directories lie side by side
 */
record MachineName(Path directory, String node, Path group) {
  private static final Pattern NAME =
      Pattern.compile(
          "((?:.+[-_.])?)(?:(node)|host|worker|master|machine|server|compute|dgx|hgx)"
              + "(?:(?:[-_.]?rank)?[-_.=]?(\\d{1,6})|[-_.]\\w[\\w.-]*)",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> PARTS = Set.of("logs", "log");

  /** The machine whose logs lie in a directory; empty where the name is no machine's. */
  static Optional<MachineName> of(Path logs) {
    Path directory = PARTS.contains(name(logs)) ? logs.getParent() : logs;
    String name = name(directory);
    Matcher match = NAME.matcher(name);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean isNumbered = match.group(2) != null && match.group(3) != null;
    String node = isNumbered ? Integer.toString(Integer.parseInt(match.group(3))) : name;
    Path group = directory.resolveSibling(match.group(1) + "node");
    return Optional.of(new MachineName(directory, node, group));
  }

  private static String name(Path directory) {
    return directory == null || directory.getFileName() == null
        ? ""
        : directory.getFileName().toString();
  }
}
