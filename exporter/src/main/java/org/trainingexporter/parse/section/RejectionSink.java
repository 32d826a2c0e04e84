package org.trainingexporter.parse.section;

import org.trainingexporter.event.Rejection;

/** Told of a value within a section that cannot be meant; the rest of the section is read on. */
@FunctionalInterface
public interface RejectionSink {
  /**
   * Takes one value.
   *
   * @param key the value's place, nested names joined by dots
   * @param detail what is wrong with it
   */
  void reject(Rejection reason, String key, String detail);
}
