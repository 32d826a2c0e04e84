package org.trainingexporter.parse.section;

import org.trainingexporter.event.Rejection;

/** Receives the rejected values of a section; the rest of the section is read on. */
@FunctionalInterface
public interface RejectionSink {
  /**
   * Adds one rejection.
   *
   * @param key the value's key below what this sink stands for, nested names joined by dots; empty
   *     for that itself
   * @param detail what is wrong with the value
   */
  void reject(Rejection reason, String key, String detail);

  /** A sink for what lies below that name, so that a reader needs to know only its own keys. */
  default RejectionSink below(String name) {
    return (reason, key, detail) -> reject(reason, key.isEmpty() ? name : name + '.' + key, detail);
  }
}
