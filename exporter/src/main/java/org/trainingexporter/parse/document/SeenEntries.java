package org.trainingexporter.parse.document;

import java.util.Arrays;
import org.trainingexporter.event.LogRecord;

/**
 * Which entries of a document were read before: a hash of each, since the document is written anew
 * each time. A training that was resumed from a checkpoint rewrites the end; what differs from
 * there on is new, and the run sees it as the rewind that it is.
 */
final class SeenEntries {
  private int[] hashes = new int[64];
  private int size;
  private int at;

  /** The document is read from its start. */
  void begin() {
    at = 0;
  }

  /** Whether the entry is not what stood at this place before; it is known from now on. */
  boolean isNew(LogRecord entry) {
    int hash = hash(entry);
    if (at < size && hashes[at] == hash) {
      at++;
      return false;
    }
    if (at == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * at);
    }
    hashes[at++] = hash;
    size = at;
    return true;
  }

  private static int hash(LogRecord entry) {
    int hash = 1;
    for (int i = 0; i < entry.size(); i++) {
      hash = 31 * hash + entry.field(i).index;
      hash = 31 * hash + Double.hashCode(entry.value(i));
    }
    return hash;
  }
}
