package org.trainingexporter.event.grammar;

import java.util.Map;
import java.util.Set;

/** Words that mean the same in every name. {@link SignalWords} has those of one signal. */
final class Vocabulary {
  static final Map<String, NamedSet> SETS =
      Map.ofEntries(
          Map.entry("train", NamedSet.TRAINING),
          Map.entry("training", NamedSet.TRAINING),
          Map.entry("trn", NamedSet.TRAINING),
          Map.entry("val", NamedSet.VALIDATION),
          Map.entry("valid", NamedSet.VALIDATION),
          Map.entry("validation", NamedSet.VALIDATION),
          Map.entry("eval", NamedSet.VALIDATION),
          Map.entry("evaluation", NamedSet.VALIDATION),
          Map.entry("dev", NamedSet.VALIDATION),
          Map.entry("heldout", NamedSet.VALIDATION),
          Map.entry("test", NamedSet.TEST),
          Map.entry("testing", NamedSet.TEST));

  /** They change nothing in a name. */
  static final Set<String> NEUTRAL =
      Set.of(
          "avg", "average", "mean", "total", "global", "overall", "running", "current", "cur",
          "epoch", "step", "batch", "iter", "lm", "per", "of");

  /** Besides the neutral ones, what a last segment may hold that names nothing: {@code group_0}. */
  static final Set<String> INDEX = Set.of("dataloader", "idx", "group", "pg");

  /** A name with one of these is never a signal: it is a bound, a spread or a setting. */
  static final Set<String> NEVER =
      Set.of(
          "scale",
          "scaler",
          "weight",
          "weights",
          "coef",
          "coeff",
          "coefficient",
          "factor",
          "multiplier",
          "ratio",
          "best",
          "min",
          "max",
          "ema",
          "smoothed",
          "std",
          "stddev",
          "var",
          "variance",
          "delta",
          "target",
          "threshold",
          "limit",
          "decay",
          "clip",
          "patience");

  /** A leading segment of one of these makes a part: {@code critic/loss}. */
  static final Set<String> PARTS =
      Set.of(
          "critic",
          "actor",
          "policy",
          "value",
          "vf",
          "pi",
          "q",
          "g",
          "d",
          "gen",
          "generator",
          "disc",
          "discriminator",
          "encoder",
          "decoder",
          "teacher",
          "aux",
          "kl",
          "reg");

  /** A speed below one of these is a share of the run's. */
  static final Set<String> DEVICES = Set.of("device", "gpu", "rank", "worker", "node");

  /**
   * What stands below a segment of one of these is a setting, also below {@code model_config}; in a
   * vocabulary any word may have a number.
   */
  static final Set<String> SETTINGS =
      Set.of(
          "args",
          "arguments",
          "config",
          "configuration",
          "cfg",
          "hparams",
          "hyperparams",
          "hyperparameters",
          "params",
          "vocab");

  static final Set<String> OPTIMIZERS = Set.of("adam", "adamw", "sgd", "lion", "muon", "adafactor");

  /** Words that are written apart and together, and what they are read as. */
  static final Map<String, String> JOINED =
      Map.of(
          "learning rate", "lr",
          "cross entropy", "crossentropy",
          "held out", "heldout",
          "adam w", "adamw",
          "per s", "persecond",
          "per sec", "persecond",
          "per secs", "persecond",
          "per second", "persecond",
          "per seconds", "persecond");

  static final Map<String, String> SYNONYMS = Map.of("learningrate", "lr", "xent", "crossentropy");

  /** A number's unit, as a last word or in brackets. */
  static final Set<String> UNITS =
      Set.of(
          "s", "sec", "secs", "second", "seconds", "ms", "msec", "us", "min", "mins", "minutes",
          "h", "hours", "pct", "percent", "k", "m", "b", "mb", "mib", "gb", "gib");

  private Vocabulary() {}

  static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }

  /** Whether a last segment of only such words leaves the naming to the segments before it. */
  static boolean namesNothing(String word) {
    return SETS.containsKey(word)
        || NEUTRAL.contains(word)
        || INDEX.contains(word)
        || isNumber(word);
  }
}
