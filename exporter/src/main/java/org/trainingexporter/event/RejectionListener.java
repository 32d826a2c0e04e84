package org.trainingexporter.event;

/** Told of each rejection, with its place and a text for people; counts it and goes on. */
@FunctionalInterface
public interface RejectionListener {
  /** Ignores every rejection. */
  RejectionListener NONE = (reason, line, key, detail) -> {};

  /**
   * Takes one rejection.
   *
   * @param line the line's number in its file, from 1
   * @param key the key whose value was rejected, or the empty text for a whole line
   * @param detail the value, and what was expected
   */
  void rejected(Rejection reason, long line, String key, String detail);
}
