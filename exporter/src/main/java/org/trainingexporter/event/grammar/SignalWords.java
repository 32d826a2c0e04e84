package org.trainingexporter.event.grammar;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that name a signal.
 *
 * @param concept what they name
 * @param words one of these must stand in the name
 * @param beside so must one of these, in the name or in the segment before it; empty: none need
 * @param neutral change nothing beside these words, besides what is neutral everywhere
 */
record SignalWords(Concept concept, Set<String> words, Set<String> beside, Set<String> neutral) {
  private static final Set<String> EPISODE = Set.of("ep", "eps", "episode", "episodes", "episodic");
  private static final Set<String> MEAN = Set.of("mean", "avg", "average");
  private static final Set<String> GRADIENT = Set.of("grad", "grads", "gradient", "gradients");
  private static final Set<String> GRADIENT_NEUTRAL = join(GRADIENT, Set.of("l2", "2", "2.0"));
  private static final Set<String> ACCURACY_NEUTRAL =
      Set.of(
          "token",
          "tokens",
          "binary",
          "categorical",
          "sparse",
          "multiclass",
          "top",
          "prec",
          "1",
          "percent",
          "pct",
          "acc",
          "accuracy");
  private static final Set<String> SPEED = Set.of("speed", "throughput");

  /** One row a way to name a signal. */
  static final List<SignalWords> ALL =
      List.of(
          row(Concept.LOSS, Set.of("loss", "losses", "nll", "crossentropy")),
          row(
              Concept.LEARNING_RATE,
              Set.of("lr"),
              Set.of(),
              join(Vocabulary.OPTIMIZERS, Set.of("pg", "group", "param", "#"))),
          row(Concept.GRADIENT_NORM, Set.of("gnorm", "gradnorm"), Set.of(), GRADIENT_NEUTRAL),
          row(Concept.GRADIENT_NORM, Set.of("norm"), GRADIENT, GRADIENT_NEUTRAL),
          row(Concept.ACCURACY, Set.of("acc", "accuracy"), Set.of(), ACCURACY_NEUTRAL),
          row(Concept.ACCURACY, Set.of("top", "prec"), Set.of("1"), ACCURACY_NEUTRAL),
          row(Concept.PERPLEXITY, Set.of("ppl", "perplexity")),
          row(Concept.REWARD, Set.of("reward", "rewards", "return", "returns"), Set.of(), EPISODE),
          row(Concept.REWARD, Set.of("rew", "ret"), join(EPISODE, MEAN), EPISODE),
          row(Concept.REWARD, Set.of("score"), EPISODE, EPISODE),
          row(Concept.SCORE, Set.of("score")),
          row(Concept.EPISODE_LENGTH, Set.of("len", "length"), EPISODE, EPISODE),
          row(
              Concept.STEPS_PER_SECOND,
              Set.of("persecond"),
              Set.of("step", "steps", "it", "its", "iter", "iters", "iterations", "updates"),
              SPEED),
          row(
              Concept.TOKENS_PER_SECOND,
              Set.of("persecond"),
              Set.of("token", "tokens", "tok", "toks"),
              SPEED),
          row(
              Concept.SAMPLES_PER_SECOND,
              Set.of("persecond"),
              Set.of("sample", "samples", "example", "examples", "image", "images", "imgs", "img"),
              SPEED));

  private static SignalWords row(Concept concept, Set<String> words) {
    return new SignalWords(concept, words, Set.of(), Set.of());
  }

  private static SignalWords row(
      Concept concept, Set<String> words, Set<String> beside, Set<String> neutral) {
    return new SignalWords(concept, words, beside, neutral);
  }

  private static Set<String> join(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether one of the words that make the signal stands there. */
  boolean isNamedBy(Collection<String> name) {
    return !Collections.disjoint(words, name);
  }

  /**
   * Whether the name is the signal's or of a part of it.
   *
   * @param before the words of the segment before the name
   */
  boolean matches(List<String> name, List<String> before) {
    return isNamedBy(name)
        && (beside.isEmpty()
            || !Collections.disjoint(beside, name)
            || (needsNoNumber() && !Collections.disjoint(beside, before)));
  }

  private boolean needsNoNumber() {
    return concept != Concept.ACCURACY;
  }

  /** The first word that the signal does not have; null where the name is the signal's own. */
  String foreignWord(List<String> name) {
    for (String word : name) {
      if (!isOwn(word)) {
        return word;
      }
    }
    return null;
  }

  private boolean isOwn(String word) {
    return words.contains(word)
        || beside.contains(word)
        || neutral.contains(word)
        || Vocabulary.NEUTRAL.contains(word)
        || Vocabulary.SETS.containsKey(word)
        || (Vocabulary.isNumber(word) && neutral.contains("#"));
  }
}
