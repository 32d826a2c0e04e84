package org.trainingexporter.parse.text.line;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Words that say more than a name: sets, positions, levels of a log. */
final class Words {
  private static final int LONGEST = 12;

  private static final Set<String> TRAINING = Set.of("train", "training", "trn");
  private static final Set<String> VALIDATION =
      Set.of(
          "val",
          "valid",
          "validation",
          "validate",
          "validating",
          "eval",
          "evaluation",
          "evaluating",
          "dev",
          "heldout",
          "test",
          "testing");
  private static final Set<String> AFTER_SET =
      Set.of("set", "results", "result", "phase", "summary", "stats", "metrics", "data");
  private static final Set<String> SET_KEYS =
      Set.of("phase", "split", "mode", "stage", "set", "subset", "partition");
  private static final Set<String> LEVELS =
      Set.of(
          "INFO",
          "DEBUG",
          "WARNING",
          "WARN",
          "ERROR",
          "CRITICAL",
          "FATAL",
          "TRACE",
          "NOTICE",
          "SUCCESS");
  private static final Set<String> AROUND_POSITION =
      Set.of(
          "end",
          "of",
          "at",
          "after",
          "during",
          "in",
          "for",
          "on",
          "finished",
          "completed",
          "done",
          "results");

  private Words() {}

  private static String lower(byte[] b, int from, int to) {
    return to - from > LONGEST || to <= from
        ? ""
        : new String(b, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /** The set that a word names. */
  static PairList.DataSet set(byte[] b, int from, int to) {
    if (to - from < 3 || to - from > LONGEST || "tTvVeEdDhH".indexOf(b[from]) < 0) {
      return PairList.DataSet.NONE;
    }
    String word = lower(b, from, to);
    return TRAINING.contains(word)
        ? PairList.DataSet.TRAINING
        : VALIDATION.contains(word) ? PairList.DataSet.VALIDATION : PairList.DataSet.NONE;
  }

  /** Whether a bar's label is empty or names the training, its steps or its epochs. */
  static boolean areOfTraining(byte[] b, int from, int to) {
    int start = ValueScan.skipBlanks(b, from, to);
    int end = start;
    while (end < to && ByteKinds.of(b[end]) == ByteKinds.LETTER) {
      end++;
    }
    return start == to
        || set(b, start, end) == PairList.DataSet.TRAINING
        || place(b, start, end) != PairList.Place.NONE;
  }

  /** Whether the word only says that the one before it named a set: {@code Test set}. */
  static boolean followsSet(byte[] b, int from, int to) {
    return AFTER_SET.contains(lower(b, from, to));
  }

  /** Whether a value under that name is a set: {@code phase=val}. */
  static boolean namesSet(byte[] b, int from, int to) {
    return SET_KEYS.contains(lower(b, from, to));
  }

  static boolean isLevel(byte[] b, int from, int to) {
    int length = to - from;
    return length >= 4
        && length <= 8
        && b[from] <= 'Z'
        && LEVELS.contains(new String(b, from, length, StandardCharsets.ISO_8859_1));
  }

  /** Whether a position keeps its meaning with that word before it: {@code end of epoch 3}. */
  static boolean standsBeforePosition(byte[] b, int from, int to) {
    return AROUND_POSITION.contains(lower(b, from, to));
  }

  /** The position that a word names: epoch, or one of the counters of steps. */
  static PairList.Place place(byte[] b, int from, int to) {
    int length = to - from;
    if (length < 4 || length > 11 || "eEsSiIgG".indexOf(b[from]) < 0) {
      return PairList.Place.NONE;
    }
    return switch (lower(b, from, to)) {
      case "epoch" -> PairList.Place.EPOCH;
      case "step", "steps", "iter", "iters", "iteration", "iterations", "global_step" ->
          PairList.Place.COUNTER;
      default -> PairList.Place.NONE;
    };
  }
}
