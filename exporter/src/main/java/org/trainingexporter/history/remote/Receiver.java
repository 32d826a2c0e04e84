package org.trainingexporter.history.remote;

import java.io.IOException;
import org.trainingexporter.history.sample.SampleBatch;

/** Where history goes. A call returns once the receiver has answered for good. */
public interface Receiver {
  /**
   * Writes a batch. What the receiver rejects is counted and named, and stays unwritten.
   *
   * @throws IOException where it cannot be reached, and asking again is of no use
   */
  void write(String run, SampleBatch batch) throws IOException, InterruptedException;

  /**
   * What it has of a run already.
   *
   * @param around how many seconds around the stretch must be told too
   * @throws IOException as above
   */
  RemoteCoverage past(String run, double from, double to, double around)
      throws IOException, InterruptedException;

  /** Whether {@link #past} tells what is there, or nothing can be known. */
  boolean answersQueries();
}
