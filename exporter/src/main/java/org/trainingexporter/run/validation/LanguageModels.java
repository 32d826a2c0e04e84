package org.trainingexporter.run.validation;

import java.util.List;
import java.util.Set;
import org.trainingexporter.event.key.Field;

/** Which runs train a language model: only there is exp(loss) a perplexity. */
public final class LanguageModels {
  /** They write logs of language models alone, as {@code training_run_info} names them. */
  private static final Set<String> WRITERS =
      Set.of("llamafactory", "ms-swift", "trl", "nanogpt", "llm.c", "megatron", "nemo");

  private LanguageModels() {}

  /** Whether the run does, by its writer or by a number under a key that counts tokens. */
  public static boolean trains(String writer, List<Field> keys) {
    return WRITERS.contains(writer)
        || keys.stream().anyMatch(key -> key.isOfLanguage() && key.hasNumber());
  }
}
