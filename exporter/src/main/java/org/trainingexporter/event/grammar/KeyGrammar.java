package org.trainingexporter.event.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.event.grammar.KeyReading.Role;

/** Reads one key by its words. The rules are tried in the order in which they stand here. */
public final class KeyGrammar {
  /** The rule of a key that nothing is known of. */
  public static final String NO_WORD = "value: no word of a signal";

  private final KeyName name;
  private final int focus;
  private final List<String> words;
  private final NamedSet set;

  private KeyGrammar(KeyName name) {
    this.name = name;
    this.focus = focus(name.segments());
    this.words = focus < 0 ? List.of() : name.segments().get(focus);
    this.set = set();
  }

  /** What the key's words say. */
  public static KeyReading read(String key) {
    return new KeyGrammar(KeyName.of(key)).read();
  }

  /**
   * Of these words, in lower case, each name of a signal or a position has one that is made of
   * letters alone, with blanks, dashes and underscores between.
   */
  public static Set<String> requiredWords() {
    Set<String> required = new HashSet<>(PositionWords.required());
    SignalWords.ALL.forEach(row -> required.addAll(row.words()));
    Vocabulary.JOINED.forEach(
        (written, read) -> {
          if (required.contains(read)) {
            required.add(written.substring(0, written.indexOf(' ')));
          }
        });
    Vocabulary.SYNONYMS.forEach(
        (written, read) -> {
          if (required.contains(read)) {
            required.add(written);
          }
        });
    return required;
  }

  /** A word that few other names have: the first that is neither neutral nor rules a signal out. */
  public static String tellingWord(KeyName name) {
    List<String> all = name.segments().stream().flatMap(List::stream).toList();
    return all.stream()
        .filter(word -> !Vocabulary.namesNothing(word) && !Vocabulary.NEVER.contains(word))
        .findFirst()
        .orElse(all.get(all.size() - 1));
  }

  /** The segment above the last that makes the key a setting; null where it is none. */
  public static String settingsAbove(KeyName name) {
    List<List<String>> segments = name.segments();
    for (int i = 0; i + 1 < segments.size(); i++) {
      List<String> segment = segments.get(i);
      String last = segment.get(segment.size() - 1);
      boolean config = last.equals("config") || segment.size() == 1;
      if (config && Vocabulary.SETTINGS.contains(last)) {
        return String.join("_", segment);
      }
    }
    return null;
  }

  private KeyReading read() {
    String settings = settingsAbove(name);
    if (settings != null) {
      return reading(Concept.NONE, Role.SETTING, "setting: below " + settings);
    }
    for (List<String> segment : name.segments()) {
      for (String word : segment) {
        if (Vocabulary.NEVER.contains(word)) {
          return value("never: " + word);
        }
      }
    }
    KeyReading signal = signal();
    return signal != null ? signal : counter();
  }

  /**
   * The segment that names: the last, or where that holds only words of sets, neutral words and
   * numbers the nearest before it with a word of a signal.
   */
  private static int focus(List<List<String>> segments) {
    int last = segments.size() - 1;
    if (last > 0 && segments.get(last).stream().allMatch(Vocabulary::namesNothing)) {
      for (int i = last - 1; i >= 0; i--) {
        List<String> segment = segments.get(i);
        if (SignalWords.ALL.stream().anyMatch(s -> s.isNamedBy(segment))) {
          return i;
        }
      }
    }
    return last;
  }

  /** The set that the name itself says, else the nearest segment that says one. */
  private NamedSet set() {
    NamedSet own = setOf(words);
    for (int i = name.segments().size() - 1; i >= 0 && own == NamedSet.NONE; i--) {
      own = setOf(name.segments().get(i));
    }
    return own;
  }

  /** Of several the one that is held out: {@code train_val_loss}. */
  private static NamedSet setOf(List<String> segment) {
    NamedSet found = NamedSet.NONE;
    for (String word : segment) {
      NamedSet its = Vocabulary.SETS.getOrDefault(word, NamedSet.NONE);
      if (its != NamedSet.NONE && found != NamedSet.VALIDATION) {
        found = found == NamedSet.TEST && its == NamedSet.TRAINING ? found : its;
      }
    }
    return found;
  }

  private KeyReading signal() {
    List<String> before = focus > 0 ? name.segments().get(focus - 1) : List.of();
    SignalWords found = null;
    boolean several = false;
    for (SignalWords row : SignalWords.ALL) {
      if (row.matches(words, before)) {
        several |= found != null && found.concept() != row.concept();
        found = found == null ? row : found;
      }
    }
    if (found == null) {
      return null;
    }
    if (found.concept() == Concept.REWARD && several && words.contains("score")) {
      several = false; // an episode's score is both, a reward and a score
    }
    String foreign = several ? "several signals" : found.foreignWord(words);
    String part = foreign != null ? foreign : partAbove(found.concept());
    if (part == null) {
      String of = set == NamedSet.NONE ? "" : ", " + set.label;
      return reading(found.concept(), Role.SIGNAL, "words: " + found.concept().label + of);
    }
    return reading(found.concept(), Role.PART, "part: " + part);
  }

  /** The word of a leading segment that makes a part of it; null where none does. */
  private String partAbove(Concept concept) {
    for (int i = 0; i < focus; i++) {
      List<String> segment = name.segments().get(i);
      for (String word : segment) {
        if (concept.isSpeed() && Vocabulary.DEVICES.contains(word)) {
          return word;
        }
        boolean rest = segment.stream().allMatch(w -> w.equals(word) || Vocabulary.namesNothing(w));
        if (Vocabulary.PARTS.contains(word) && rest) {
          return word;
        }
      }
    }
    return null;
  }

  private KeyReading counter() {
    boolean trains = setOf(words) == NamedSet.TRAINING;
    List<String> bare = words.stream().filter(w -> !Vocabulary.SETS.containsKey(w)).toList();
    if (setOf(words).isHeldOut() || bare.isEmpty() || partAbove(Concept.POSITION) != null) {
      return value(NO_WORD);
    }
    if (PositionWords.isEpoch(bare) && !(trains && bare.contains("epochs"))) {
      boolean plan = bare.contains("total") || bare.contains("epochs");
      return counter(Concept.EPOCH, 0, plan);
    }
    int order = PositionWords.order(bare);
    if (order >= 0 && !(trains && PositionWords.isPlural(order, bare))) {
      boolean plan = PositionWords.mayBePlan(order, bare);
      return counter(PositionWords.concept(order, bare), order, plan);
    }
    boolean total = bare.contains("total") && Vocabulary.NEUTRAL.containsAll(bare);
    return total && order < 0
        ? reading(Concept.TOTAL, Role.SIGNAL, "value: a total of nothing")
        : value(NO_WORD);
  }

  private KeyReading counter(Concept concept, int order, boolean mayBePlan) {
    String rule = concept == Concept.BATCH ? "value: no epoch beside it" : "words: position";
    return new KeyReading(
        concept,
        Role.SIGNAL,
        set,
        order,
        mayBePlan,
        KeyPath.of(name),
        concept == Concept.EPOCH ? "words: epoch" : rule);
  }

  private KeyReading value(String rule) {
    return reading(Concept.NONE, Role.VALUE, rule);
  }

  private KeyReading reading(Concept concept, Role role, String rule) {
    return new KeyReading(concept, role, set, 0, false, KeyPath.of(name), rule);
  }
}
