package org.trainingexporter.parse.document;

/** How a JSON document holds its records. */
enum DocumentShape {
  /** The elements of the {@code log_history} of an object. */
  HISTORY,
  /** The elements of an array. */
  ARRAY,
  /** An object of lists of equal length: a record is what stands at one index. */
  LISTS,
  /** An object of metrics, each with its {@code steps}, {@code values} and {@code timestamps}. */
  SERIES,
  /** One object, overwritten again and again: the newest state. */
  STATE,
  /** A document without records: a configuration, a vocabulary. */
  NONE
}
