package org.trainingexporter.event.value;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.grammar.KeyName;

/**
 * A key whose words say that it is about time, and not which: {@code time}, {@code wall_time_s}.
 *
 * @param unit of its numbers; {@link Unit#PLAIN} where the name has none
 * @param isOfUnit whether the name has a unit
 * @param mayBeClock whether a text such as {@code 08:15:02} may be a time of day
 * @param isOfPiece whether a word speaks of a step, an epoch or a mean
 */
public record TimeName(Unit unit, boolean isOfUnit, boolean mayBeClock, boolean isOfPiece) {
  private static final Set<String> TIME =
      Set.of("time", "elapsed", "duration", "wall", "clock", "walltime", "wallclock", "runtime");

  private static final Set<String> PIECES =
      Set.of("step", "batch", "iter", "iteration", "epoch", "avg", "average", "mean", "per");

  private static final Set<String> NEUTRAL =
      Set.of("total", "global", "overall", "running", "current", "cur", "lm", "train", "training");

  private static final Set<String> HELD_OUT =
      Set.of("val", "valid", "validation", "eval", "evaluation", "dev", "heldout", "test");

  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("s", Unit.PLAIN),
          Map.entry("sec", Unit.PLAIN),
          Map.entry("secs", Unit.PLAIN),
          Map.entry("second", Unit.PLAIN),
          Map.entry("seconds", Unit.PLAIN),
          Map.entry("ms", Unit.THOUSANDTHS),
          Map.entry("msec", Unit.THOUSANDTHS),
          Map.entry("milliseconds", Unit.THOUSANDTHS),
          Map.entry("us", Unit.MILLIONTHS),
          Map.entry("ns", Unit.BILLIONTHS),
          Map.entry("min", Unit.MINUTES),
          Map.entry("mins", Unit.MINUTES),
          Map.entry("minutes", Unit.MINUTES),
          Map.entry("h", Unit.HOURS),
          Map.entry("hr", Unit.HOURS),
          Map.entry("hrs", Unit.HOURS),
          Map.entry("hours", Unit.HOURS),
          Map.entry("days", Unit.DAYS));

  /** What a key says of time by its last segment; null where it is not about time alone. */
  public static TimeName of(KeyName key) {
    if (key.segments().stream().anyMatch(s -> s.stream().anyMatch(HELD_OUT::contains))) {
      return null;
    }
    List<String> words = key.last();
    Unit unit = UNITS.get(key.unit());
    boolean about = false;
    boolean clock = false;
    boolean piece = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Unit named = i == words.size() - 1 && i > 0 ? UNITS.get(word) : null;
      if (named != null) {
        unit = named;
      } else if (TIME.contains(word)) {
        about = true;
        clock |= word.equals("time") || word.equals("clock");
      } else if (PIECES.contains(word)) {
        piece = true;
      } else if (!NEUTRAL.contains(word)) {
        return null;
      }
    }
    return about
        ? new TimeName(unit == null ? Unit.PLAIN : unit, unit != null, clock, piece)
        : null;
  }
}
