package org.trainingexporter.parse.text.word;

import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.value.WordSet;

/** Words that say more than a name: sets, positions, levels of a log. */
public final class Words {
  private static final WordSet TRAINING = WordSet.ofAnyCase("train", "training", "trn");
  private static final WordSet VALIDATION =
      WordSet.ofAnyCase(
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
  private static final WordSet AFTER_SET =
      WordSet.ofAnyCase("set", "results", "result", "phase", "summary", "stats", "metrics", "data");
  private static final WordSet SUMMARY = WordSet.ofAnyCase("summary");
  private static final WordSet BESIDE_SET =
      WordSet.ofAnyCase(
          "on",
          "the",
          "for",
          "start",
          "starting",
          "started",
          "begin",
          "beginning",
          "run",
          "running",
          "model",
          "loop",
          "dataset",
          "performance",
          "step",
          "mode");
  private static final WordSet SET_KEYS =
      WordSet.ofAnyCase("phase", "split", "mode", "stage", "set", "subset", "partition");
  private static final WordSet LEVELS =
      WordSet.of(
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
  private static final WordSet AROUND_POSITION =
      WordSet.ofAnyCase(
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
          "the",
          "results");
  private static final WordSet BEFORE_POSITION =
      WordSet.ofAnyCase(
          "start",
          "starting",
          "started",
          "begin",
          "begins",
          "beginning",
          "entering",
          "running",
          "learning",
          "current",
          "now");
  private static final WordSet BEFORE_NAME =
      WordSet.ofAnyCase("with", "and", "the", "a", "an", "has", "had", "got", "its", "our");
  private static final WordSet BEFORE_VALUE = WordSet.ofAnyCase("of", "was", "at", "equals");
  private static final WordSet BATCH = WordSet.ofAnyCase("batch");
  private static final WordSet COUNTERS =
      WordSet.ofAnyCase("step", "steps", "iter", "iters", "iteration", "iterations", "global_step");
  private static final WordSet EPOCH = WordSet.ofAnyCase("epoch", "ep");

  private Words() {}

  /** The set that a word names. */
  public static DataSet set(byte[] b, int from, int to) {
    int length = to - from;
    if (length < 3 || length > 10) {
      return DataSet.NONE;
    }
    return switch (b[from] | 0x20) {
      case 't', 'v', 'e', 'd', 'h' ->
          TRAINING.contains(b, from, to)
              ? DataSet.TRAINING
              : VALIDATION.contains(b, from, to) ? DataSet.VALIDATION : DataSet.NONE;
      default -> DataSet.NONE;
    };
  }

  /** Whether a bar's label is empty or names the training, its steps or its epochs. */
  public static boolean areOfTraining(byte[] b, int from, int to) {
    int start = ValueScan.skipBlanks(b, from, to);
    int end = start;
    while (end < to && ByteKinds.of(b[end]) == ByteKinds.LETTER) {
      end++;
    }
    return start == to
        || set(b, start, end) == DataSet.TRAINING
        || place(b, start, end) != Place.NONE;
  }

  /** Whether the word only says that the one before it named a set: {@code Test set}. */
  public static boolean followsSet(byte[] b, int from, int to) {
    return AFTER_SET.contains(b, from, to);
  }

  /** Whether the word says that what follows sums up what stands above. */
  public static boolean sumsUp(byte[] b, int from, int to) {
    return SUMMARY.contains(b, from, to);
  }

  /** Whether the word may stand beside a set in a heading: {@code Running validation}. */
  public static boolean standsBesideSet(byte[] b, int from, int to) {
    return BESIDE_SET.contains(b, from, to);
  }

  /** Whether a value under that name is a set: {@code phase=val}. */
  public static boolean namesSet(byte[] b, int from, int to) {
    return SET_KEYS.contains(b, from, to);
  }

  public static boolean isLevel(byte[] b, int from, int to) {
    return to - from >= 4 && to - from <= 8 && LEVELS.contains(b, from, to);
  }

  /** Whether a position keeps its meaning with that word before it: {@code end of epoch 3}. */
  public static boolean standsBeforePosition(byte[] b, int from, int to) {
    return AROUND_POSITION.contains(b, from, to);
  }

  /** Whether the word says that the position after it begins: {@code Starting epoch 3}. */
  static boolean opensPosition(byte[] b, int from, int to) {
    return BEFORE_POSITION.contains(b, from, to);
  }

  /** Whether the word belongs to no name and may stand before one: {@code with a loss of 3}. */
  public static boolean leadsToName(byte[] b, int from, int to) {
    return to - from <= 4 && BEFORE_NAME.contains(b, from, to);
  }

  /** Whether the word may stand between a name and its value: {@code loss of 3}. */
  public static boolean leadsToValue(byte[] b, int from, int to) {
    return to - from <= 6 && BEFORE_VALUE.contains(b, from, to);
  }

  public static boolean isBatch(byte[] b, int from, int to) {
    return to - from == 5 && BATCH.contains(b, from, to);
  }

  /** The position that a word names: epoch, or one of the counters of steps. */
  public static Place place(byte[] b, int from, int to) {
    int length = to - from;
    if (length < 2 || length > 11) {
      return Place.NONE;
    }
    return switch (b[from] | 0x20) {
      case 'e' -> EPOCH.contains(b, from, to) ? Place.EPOCH : Place.NONE;
      case 's', 'i', 'g' -> COUNTERS.contains(b, from, to) ? Place.COUNTER : Place.NONE;
      default -> Place.NONE;
    };
  }
}
