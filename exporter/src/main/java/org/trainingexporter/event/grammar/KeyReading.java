package org.trainingexporter.event.grammar;

/**
 * What the words of one key say, before the run's other keys are asked.
 *
 * @param concept what it names; {@link Concept#NONE} for a plain value
 * @param role whether it is that, or a part of it
 * @param set that it is of
 * @param order a counter's place among the names of counters, else 0
 * @param mayBePlan whether a counter that does not move is the plan, or a setting
 * @param path its words, for comparison with other keys
 * @param rule what decided, for people: {@code words: loss, validation}
 */
public record KeyReading(
    Concept concept,
    Role role,
    NamedSet set,
    int order,
    boolean mayBePlan,
    KeyPath path,
    String rule) {

  /** How a key stands to what its words name. */
  public enum Role {
    SIGNAL,
    PART,
    VALUE,
    /** It stands below {@code config} and alike: no number of the training. */
    SETTING
  }

  public boolean isSignal(Concept what) {
    return role == Role.SIGNAL && concept == what;
  }
}
