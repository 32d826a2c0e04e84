package org.trainingexporter.tail;

import org.trainingexporter.tail.ahead.AheadThreads;

/** The same with blocks that are read before they are due: the rotation may come between. */
final class AnyRotationAheadTest extends AnyRotationTest {
  private final AheadThreads ahead = new AheadThreads(1, 0, 300);

  @Override
  AheadThreads ahead() {
    return ahead;
  }
}
