package org.trainingexporter.service.step;

import java.util.List;

/** Runs steps, one after the other and in their order. One thread calls {@link #run}. */
public interface Steps {
  /** Runs them on the caller's thread, however long they take. */
  Steps INLINE = steps -> steps.forEach(step -> step.work().run());

  /**
   * Runs the steps. One that hangs is left alone after a while, and the others go on; until it ends
   * no step runs that has a subject in common with it.
   */
  void run(List<Step> steps);

  /** Whether the subject belongs to a step that was left alone and goes on. Any thread. */
  default boolean isHeld(Object subject) {
    return false;
  }

  /** Whether no further step can be left alone now: one that hangs would be waited for. */
  default boolean isFull() {
    return false;
  }

  /** The steps that hang. Any thread. */
  default List<Step> hung() {
    return List.of();
  }

  /** Whether so many steps hang that no further one can be left alone. Any thread. */
  default boolean isExhausted() {
    return false;
  }
}
