package org.trainingexporter.history.remote;

import java.io.IOException;
import org.trainingexporter.history.sample.SampleBatch;

/** Where history goes. A call returns once the receiver's answer is final. One thread. */
public interface Receiver {
  /**
   * Writes a batch. Samples that the receiver rejects are counted and logged, and are not written.
   *
   * @throws IOException if the receiver cannot be reached and another try is of no use
   */
  void write(String run, SampleBatch batch) throws IOException, InterruptedException;

  /**
   * What the receiver has of a run between two times, in seconds since 1970.
   *
   * @param around how many seconds around that stretch must be known too
   * @throws IOException as above
   */
  RemoteCoverage coverage(String run, double from, double to, double around)
      throws IOException, InterruptedException;

  /**
   * Whether {@link #coverage} is what the receiver has; else it always says that it has nothing.
   */
  boolean answersQueries();
}
