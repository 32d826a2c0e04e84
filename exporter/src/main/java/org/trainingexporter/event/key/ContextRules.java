package org.trainingexporter.event.key;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.trainingexporter.event.grammar.Concept;
import org.trainingexporter.event.grammar.KeyReading;
import org.trainingexporter.event.grammar.KeyReading.Role;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.CounterRules.RecordFields;
import org.trainingexporter.event.value.Unit;

/**
 * What a key means beside the other keys of its record and its run. Applied when a key has its
 * first value; a rule only ever changes a key that its words alone have decided, but for what is of
 * a test set or the mean over an epoch.
 */
final class ContextRules {
  static final String TEST_BESIDE_VALIDATION = "value: test, beside a validation set";

  /** After so many a total is left a value: each costs a comparison of all keys. */
  private static final int MOST_TOTALS = 1_000;

  private final KeyRegistry keys;
  private int totals;
  private boolean validationSet;
  private RecordFields record;

  ContextRules(KeyRegistry keys) {
    this.keys = keys;
  }

  boolean hasValidationSet() {
    return validationSet;
  }

  /** A key in records of that set has a field of its own. */
  void heldOut(NamedSet set) {
    if (set == NamedSet.VALIDATION) {
      validationSet = true;
      testsAreValues();
    }
  }

  /** What one value says against the key's meaning; whether its values go on to matter. */
  boolean watch(Field field, double value) {
    boolean whole = value == Math.rint(value) || !Double.isFinite(value);
    switch (field.reading.concept()) {
      case POSITION, BATCH -> {
        boolean counts = field.reading.role() == Role.SIGNAL && field.wholeNumbers;
        if (counts && !whole) {
          field.wholeNumbers = false;
          if (field.signal == Signal.POSITION) {
            become(field, Signal.VALUE, "value: no whole numbers, so no position");
          }
        }
        return counts && whole;
      }
      case TOTAL -> {
        field.wholeNumbers &= whole;
        return field.signal == Signal.VALUE && totals++ < MOST_TOTALS;
      }
      default -> {
        return false;
      }
    }
  }

  /** Whether each further record may decide: a total that is known not to be whole. */
  boolean isPending(Field field) {
    return field.reading.isSignal(Concept.TOTAL) && !field.wholeNumbers;
  }

  void apply(RecordFields read) {
    record = read;
    parts();
    for (int i = 0; i < read.size(); i++) {
      Field field = read.field(i);
      if (field.signal == Signal.PLAN && isOnlyCounter()) {
        become(field, Signal.POSITION, "counter: a total beside a signal and no other counter");
      }
      if (field.signal == Signal.VALUE && field.reading.role() == Role.SIGNAL) {
        beside(field);
      }
    }
    for (Field field : keys.fields) {
      validationSet |= field.seen && field.set == NamedSet.VALIDATION && isValidation(field.signal);
    }
    testsAreValues();
    epochMeans();
    heldOutRewards(Signal.REWARD);
    heldOutRewards(Signal.EPISODE_LENGTH);
  }

  /** A record of training has a position: a total is one where nothing else can be. */
  private boolean isOnlyCounter() {
    boolean trains = record.has(Signal.LOSS) || record.has(Signal.REWARD);
    return trains && !record.has(Signal.POSITION) && !record.has(Signal.EPOCH);
  }

  /** The same name below two segments that are no sets: each is a part. */
  private void parts() {
    Map<String, Field> byTail = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      Field field = record.field(i);
      KeyReading reading = field.reading;
      if (isSignalByWords(field) && !reading.path().lead().isEmpty()) {
        String tail = reading.concept() + " " + field.set + " " + reading.path().tail();
        Field other = byTail.putIfAbsent(tail, field);
        if (other != null && !other.reading.path().lead().equals(reading.path().lead())) {
          part(other);
          part(field);
        }
      }
    }
  }

  private void part(Field field) {
    boolean trains = field.reading.concept() == Concept.LOSS && !field.set.isHeldOut();
    String rule = "part: the same below another name than " + field.reading.path().lead();
    become(field, trains ? Signal.TRAINING_PART : Signal.VALUE, rule);
  }

  private static boolean isSignalByWords(Field field) {
    return switch (field.reading.concept()) {
      case NONE, EPOCH, POSITION, BATCH, TOTAL, SCORE -> false;
      default -> field.reading.role() == Role.SIGNAL && !field.isOfTable();
    };
  }

  private void beside(Field field) {
    switch (field.reading.concept()) {
      case SCORE -> {
        if (record.has(Signal.EPISODE_LENGTH)) {
          become(field, Signal.REWARD, "words: score, beside an episode's length");
        }
      }
      case BATCH -> {
        if (record.has(Signal.EPOCH) && field.wholeNumbers) {
          become(field, Signal.POSITION, "words: batch, beside an epoch");
        }
      }
      case TOTAL -> {
        if (!field.wholeNumbers) {
          total(field);
        }
      }
      default -> {}
    }
  }

  private void total(Field field) {
    boolean heldOut = field.set.isHeldOut();
    Signal loss = heldOut ? Signal.VALIDATION_LOSS : Signal.LOSS;
    boolean trains =
        record.has(Signal.LEARNING_RATE)
            || record.has(Signal.GRADIENT_NORM)
            || record.has(Signal.TRAINING_PART);
    if (trains && !record.has(loss)) {
      become(field, loss, "words: total, of a record without another loss");
    }
  }

  private void testsAreValues() {
    if (validationSet) {
      each(f -> f.set == NamedSet.TEST && isValidation(f.signal), f -> TEST_BESIDE_VALIDATION);
    }
  }

  /** The mean over an epoch of what is also logged by step. */
  private void epochMeans() {
    Map<String, Field> byWords = new HashMap<>();
    for (Field field : keys.fields) {
      if (field.seen) {
        byWords.putIfAbsent(field.reading.path().joined(), field);
      }
    }
    each(
        f -> isMean(f) && byWords.containsKey(f.reading.path().ofStep()),
        f -> "value: mean over the epoch of " + byWords.get(f.reading.path().ofStep()));
  }

  private static boolean isMean(Field field) {
    return switch (field.signal) {
      case LOSS,
          TRAIN_ACCURACY,
          GRADIENT_NORM,
          LEARNING_RATE,
          REWARD,
          EPISODE_LENGTH,
          TRAINING_PART,
          VALIDATION_LOSS,
          VALIDATION_PERPLEXITY,
          VALIDATION_ACCURACY,
          VALIDATION_PART ->
          field.reading.path().has("epoch");
      default -> false;
    };
  }

  private void heldOutRewards(Signal signal) {
    boolean other =
        keys.fields.stream().anyMatch(f -> f.seen && f.signal == signal && !f.set.isHeldOut());
    if (other) {
      each(
          f -> f.signal == signal && f.set.isHeldOut(),
          f -> "value: held out, beside another " + signal.label());
    }
  }

  private static boolean isValidation(Signal signal) {
    return signal.evidence == Signal.Evidence.VALIDATION;
  }

  private interface Rule {
    String of(Field field);
  }

  private void each(Predicate<Field> which, Rule rule) {
    for (Field field : keys.fields) {
      if (field.seen && which.test(field)) {
        become(field, Signal.VALUE, rule.of(field));
      }
    }
  }

  private void become(Field field, Signal signal, String rule) {
    if (field.signal != signal) {
      int rank = signal == Signal.VALUE ? 0 : KeyMeanings.rank(field.reading, field.index);
      keys.assign(field, new Alias(field.name, signal, rank, Unit.PLAIN, rule));
    }
  }
}
