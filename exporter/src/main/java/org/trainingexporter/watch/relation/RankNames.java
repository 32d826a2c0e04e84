package org.trainingexporter.watch.relation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingexporter.watch.find.FoundLog;

/**
 * Logs that each rank of a training writes, such as {@code train_rank3.jsonl}: the lowest rank's
 * stands for all. A log keeps that part once it has it.
 */
public final class RankNames {
  private static final Pattern RANK =
      Pattern.compile("(?<!\\p{L})rank[-_.=]?(\\d{1,6})(?!\\d)", Pattern.CASE_INSENSITIVE);

  private final Map<Path, Path> leaders = new HashMap<>();

  /** Those that stand for others or for themselves. */
  public List<FoundLog> withoutOthers(List<FoundLog> logs) {
    Map<Path, FoundLog> lowest = new HashMap<>();
    for (FoundLog log : logs) {
      Matcher rank = RANK.matcher(log.path().getFileName().toString());
      if (rank.find()) {
        lowest.merge(group(log.path(), rank), log, (a, b) -> rank(a) <= rank(b) ? a : b);
      }
    }
    lowest.forEach((group, log) -> leaders.putIfAbsent(group, log.path()));
    List<FoundLog> kept = new ArrayList<>();
    for (FoundLog log : logs) {
      Matcher rank = RANK.matcher(log.path().getFileName().toString());
      if (!rank.find() || leaders.get(group(log.path(), rank)).equals(log.path())) {
        kept.add(log);
      }
    }
    return kept;
  }

  private static long rank(FoundLog log) {
    Matcher rank = RANK.matcher(log.path().getFileName().toString());
    return rank.find() ? Long.parseLong(rank.group(1)) : Long.MAX_VALUE;
  }

  /** The name without its rank's number. */
  private static Path group(Path file, Matcher rank) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, rank.start(1)) + name.substring(rank.end(1)));
  }
}
