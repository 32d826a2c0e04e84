package org.trainingexporter.parse;

import org.trainingexporter.event.Refusal;

/** Told of a value within a section that cannot be meant; the rest of the section is read on. */
@FunctionalInterface
interface Complaints {
  /**
   * Takes one value.
   *
   * @param key the value's place, nested names joined by dots
   * @param detail what is wrong with it
   */
  void refuse(Refusal reason, String key, String detail);
}
