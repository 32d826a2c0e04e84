package org.trainingexporter.tail;

import org.trainingexporter.tail.ahead.AheadThreads;

/** The same with files that are read in many blocks: the rotation may come between two of them. */
final class AnyRotationInBlocksTest extends AnyRotationTest {
  @Override
  AheadThreads ahead() {
    return new AheadThreads(0, 0, 300);
  }
}
