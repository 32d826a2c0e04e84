package org.trainingexporter.event.grammar;

import java.util.List;
import java.util.Locale;

/** Which set a record says that it is of: {@code "split": "val"}. */
public final class SetTexts {
  /** Keys whose text may name a set; of two in a record the one that stands first here decides. */
  private static final List<String> KEYS =
      List.of(
          "split", "phase", "mode", "stage", "subset", "set", "partition", "type", "kind", "event");

  private SetTexts() {}

  /** The key's place among those whose text may name a set; -1 where it is none of them. */
  public static int precedence(String key) {
    KeyName name = KeyName.of(key);
    boolean setting = KeyGrammar.settingsAbove(name) != null;
    return setting || name.last().size() != 1 ? -1 : KEYS.indexOf(name.last().get(0));
  }

  /** The set that the whole text names. */
  public static NamedSet of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return word.equals("opt")
        ? NamedSet.TRAINING
        : Vocabulary.SETS.getOrDefault(word, NamedSet.NONE);
  }
}
