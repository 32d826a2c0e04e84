/**
 * What the words of a key say: {@code train/avg_loss} is a loss of the training set.
 *
 * <p>A key comes in, its {@link org.trainingexporter.event.grammar.KeyReading} goes out, with the
 * rule that decided. The words stand in {@code Vocabulary} (of all names), {@code SignalWords} (of
 * one signal) and {@code PositionWords} (of counters); the code only applies them. A new {@code
 * Concept} also needs its signal in {@code event.key.KeyMeanings}. Everything here is a pure
 * function of one key or one text.
 *
 * <p>The package {@code event.key} asks it for keys that its table does not hold. It must not know
 * of runs, records, values or other keys.
 */
package org.trainingexporter.event.grammar;
