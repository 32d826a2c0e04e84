package org.trainingexporter.event.key;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.grammar.Concept;
import org.trainingexporter.event.grammar.KeyGrammar;
import org.trainingexporter.event.grammar.KeyName;
import org.trainingexporter.event.grammar.KeyReading;
import org.trainingexporter.event.grammar.KeyReading.Role;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.value.Unit;

/** What a key means before other keys are asked: the table's row, else what its words say. */
final class KeyMeanings {
  /** Read from a row of the table also where the words are the same and their spelling is not. */
  private static final Set<Signal> BY_WORDS_OF_ROW =
      EnumSet.of(
          Signal.PLAN,
          Signal.PLANNED_EPOCHS,
          Signal.WARMUP_STEPS,
          Signal.TIMESTAMP,
          Signal.ETA,
          Signal.TOKENS,
          Signal.AUXILIARY_LOSS,
          Signal.DEAD_EXPERTS);

  private static final Set<Signal> PLAN =
      EnumSet.of(Signal.PLAN, Signal.PLANNED_EPOCHS, Signal.WARMUP_STEPS);

  private static final Map<String, Alias> ROWS = rows();

  // Ranks: the table's rows, rows by their words, then words; these by order, count, grain, age.
  private static final int BY_ROW = 500;
  private static final int BY_SETTING = 700;
  private static final int BY_WORDS = 1_000;
  private static final int ORDER = 100_000_000;
  private static final int WORD = 2_000_000;
  private static final int MOST_WORDS = 40;
  private static final int GRAIN = 600_000;
  private static final int NO_TOTAL = 300_000;
  private static final int MOST_AGE = 299_999;

  private KeyMeanings() {}

  private static Map<String, Alias> rows() {
    Map<String, Alias> rows = new HashMap<>();
    for (Alias row : SignalAliases.all()) {
      if (BY_WORDS_OF_ROW.contains(row.signal())) {
        rows.putIfAbsent(KeyName.of(row.name()).joined(), row);
      }
    }
    return rows;
  }

  /** The words of which each name of letters has one that is more than a plain value. */
  static Set<String> requiredWords() {
    Set<String> required = KeyGrammar.requiredWords();
    for (Alias row : SignalAliases.all()) {
      boolean ofLetters = row.name().matches("[A-Za-z _-]+");
      boolean applies = ofLetters || BY_WORDS_OF_ROW.contains(row.signal());
      KeyName name = KeyName.of(row.name());
      if (applies && !name.holdsAny(required)) {
        required.add(KeyGrammar.tellingWord(name));
      }
    }
    return required;
  }

  /**
   * The meaning of a key: its row, else its words.
   *
   * @param name as the log has it
   * @param ours as the user configured it, else the same
   * @param age how many keys the run had before it
   */
  static Alias of(String name, String ours, int age) {
    Alias row = SignalAliases.of(ours);
    return row != null ? row.of(name) : ofWords(name, KeyGrammar.read(ours), age);
  }

  /** The meaning of a key that the table does not hold. */
  private static Alias ofWords(String name, KeyReading reading, int age) {
    KeyName words = KeyName.of(name);
    String settings = KeyGrammar.settingsAbove(words);
    Alias row = ROWS.get(settings == null ? words.joined() : String.join(" ", words.last()));
    if (row != null && settings == null && !isCounter(row, words)) {
      return alike(name, row, BY_ROW, "words of " + row.name());
    }
    if (row != null
        && settings != null
        && words.segments().size() == 2
        && PLAN.contains(row.signal())) {
      return alike(name, row, BY_SETTING, reading.rule() + ", the plan");
    }
    return new Alias(name, signal(reading), rank(reading, age), Unit.PLAIN, reading.rule());
  }

  /** Below a name of its own a total counts up, as {@code total/steps} does beside its mean. */
  private static boolean isCounter(Alias row, KeyName words) {
    return PLAN.contains(row.signal()) && words.segments().size() > 1;
  }

  private static Alias alike(String name, Alias row, int after, String rule) {
    return new Alias(name, row.signal(), after + row.rank(), row.unit(), rule);
  }

  /** Of two keys the one with the lower rank is read. */
  static int rank(KeyReading reading, int age) {
    int grain = reading.path().has("epoch") ? 2 : reading.path().has("step") ? 0 : 1;
    return BY_WORDS
        + ORDER * reading.order()
        + WORD * Math.min(reading.path().words(), MOST_WORDS)
        + GRAIN * grain
        + (reading.path().has("total") ? 0 : NO_TOTAL)
        + Math.min(age, MOST_AGE);
  }

  private static Signal signal(KeyReading reading) {
    boolean heldOut = reading.set().isHeldOut();
    if (reading.role() == Role.PART) {
      boolean trains = reading.concept() == Concept.LOSS && !heldOut;
      return trains ? Signal.TRAINING_PART : Signal.VALUE;
    }
    return switch (reading.concept()) {
      case LOSS -> heldOut ? Signal.VALIDATION_LOSS : Signal.LOSS;
      case ACCURACY -> heldOut ? Signal.VALIDATION_ACCURACY : Signal.TRAIN_ACCURACY;
      case PERPLEXITY -> heldOut ? Signal.VALIDATION_PERPLEXITY : Signal.VALUE;
      case LEARNING_RATE -> heldOut ? Signal.VALUE : Signal.LEARNING_RATE;
      case GRADIENT_NORM -> heldOut ? Signal.VALUE : Signal.GRADIENT_NORM;
      case STEPS_PER_SECOND -> heldOut ? Signal.VALUE : Signal.STEPS_PER_SECOND;
      case TOKENS_PER_SECOND -> heldOut ? Signal.VALUE : Signal.TOKENS_PER_SECOND;
      case SAMPLES_PER_SECOND -> heldOut ? Signal.VALUE : Signal.SAMPLES_PER_SECOND;
      case REWARD -> Signal.REWARD;
      case EPISODE_LENGTH -> Signal.EPISODE_LENGTH;
      case EPOCH -> Signal.EPOCH;
      case POSITION -> Signal.POSITION;
      case NONE, SCORE, BATCH, TOTAL -> Signal.VALUE;
    };
  }

  /** What a key without a set of its own means in a record that says that it is of that set. */
  static Alias inHeldOut(Field field, NamedSet set, int age) {
    Signal signal =
        switch (field.signal) {
          case LOSS -> Signal.VALIDATION_LOSS;
          case TRAIN_ACCURACY -> Signal.VALIDATION_ACCURACY;
          case TRAINING_PART, AUXILIARY_LOSS -> Signal.VALIDATION_PART;
          case VALUE ->
              field.reading.isSignal(Concept.PERPLEXITY)
                  ? Signal.VALIDATION_PERPLEXITY
                  : Signal.VALUE;
          default -> field.signal;
        };
    String rule = field.rule() + ", " + set.label + " by its record";
    return new Alias(field.name, signal, rank(field.reading, age), field.unit, rule);
  }
}
