package org.trainingexporter.parse.record;

import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.time.Timestamps;

/**
 * What the logs of one run share while they are parsed. One thread.
 *
 * @param keys those seen so far, and the user's names for them
 * @param times the run's zone, and how far its clock is off
 */
public record ParseContext(KeyRegistry keys, Timestamps times) {

  /** The same configuration with nothing seen yet: reading under it leaves this one as it is. */
  public ParseContext fresh() {
    return new ParseContext(new KeyRegistry(keys.renamed()), new Timestamps(times.zone()));
  }

  /** A reader of one log's records. */
  public RecordReader reader() {
    return new RecordReader(keys, times);
  }
}
