/**
 * What the keys of a log mean. {@link org.trainingexporter.event.key.SignalAliases} maps a key to a
 * {@link org.trainingexporter.event.key.Signal}; keys without a row are read by their words, which
 * {@code event.grammar} holds, and {@code KeyMeanings} joins both. {@link
 * org.trainingexporter.event.key.KeyRegistry} resolves each key of a run once, to a {@link
 * org.trainingexporter.event.key.Field}, and remembers by which alias the run reads each signal.
 * Readers of logs ask for fields, the state of a run raises aliases. Nothing here knows a file, a
 * format or a value.
 */
package org.trainingexporter.event.key;
