package org.trainingexporter.event.grammar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of counters, in the order in which one is read before another. */
final class PositionWords {
  private record Phrase(List<String> singular, List<String> plural) {
    boolean isIn(List<String> name) {
      return name.containsAll(singular) || isPluralIn(name);
    }

    boolean isPluralIn(List<String> name) {
      return !plural.isEmpty() && name.containsAll(plural);
    }
  }

  private static final List<Phrase> ORDER =
      List.of(
          new Phrase(List.of("step"), List.of("steps")),
          new Phrase(List.of("iter"), List.of("iters")),
          new Phrase(List.of("num", "update"), List.of("num", "updates")),
          new Phrase(List.of("update"), List.of("updates")),
          new Phrase(List.of("total", "timestep"), List.of("total", "timesteps")),
          new Phrase(List.of("timestep"), List.of("timesteps")),
          new Phrase(List.of("iteration"), List.of("iterations")),
          new Phrase(List.of("num", "episode"), List.of("num", "episodes")),
          new Phrase(List.of("total", "episode"), List.of("total", "episodes")),
          new Phrase(List.of("episode"), List.of()),
          new Phrase(List.of("batch"), List.of()));

  private static final int BATCH = ORDER.size() - 1;

  /** They change nothing in the name of a counter. */
  private static final Set<String> NEUTRAL =
      Set.of(
          "total", "global", "overall", "current", "cur", "num", "epoch", "step", "batch", "iter",
          "idx", "index", "number", "so", "far");

  private PositionWords() {}

  /** Of these words each name of a counter or an epoch has one. */
  static Set<String> required() {
    return Stream.concat(
            Stream.of("epoch", "epochs"),
            ORDER.stream().flatMap(p -> Stream.concat(p.singular.stream(), p.plural.stream())))
        .filter(word -> !word.equals("num") && !word.equals("total"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The counter's place in the order; -1 where the name is no counter's. */
  static int order(List<String> name) {
    for (int i = 0; i < ORDER.size(); i++) {
      Phrase phrase = ORDER.get(i);
      if (phrase.isIn(name) && name.stream().allMatch(w -> isOwn(phrase, w))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOwn(Phrase phrase, String word) {
    return NEUTRAL.contains(word) || phrase.singular.contains(word) || phrase.plural.contains(word);
  }

  static Concept concept(int order, List<String> name) {
    return order == BATCH && !name.contains("total") ? Concept.BATCH : Concept.POSITION;
  }

  /** Whether it may be how far the run, or an epoch, is to go: {@code total_updates}. */
  static boolean mayBePlan(int order, List<String> name) {
    return name.contains("total") || name.contains("num") || ORDER.get(order).isPluralIn(name);
  }

  static boolean isPlural(int order, List<String> name) {
    return ORDER.get(order).isPluralIn(name);
  }

  static boolean isEpoch(List<String> name) {
    return (name.contains("epoch") || name.contains("epochs"))
        && name.stream().allMatch(w -> w.equals("epochs") || isEpochNeutral(w));
  }

  private static boolean isEpochNeutral(String word) {
    return NEUTRAL.contains(word)
        && !word.equals("step")
        && !word.equals("batch")
        && !word.equals("iter");
  }
}
