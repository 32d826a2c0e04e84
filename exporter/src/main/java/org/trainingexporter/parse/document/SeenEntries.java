package org.trainingexporter.parse.document;

import java.util.Arrays;
import org.trainingexporter.event.LogRecord;

/**
 * Which entries of a document were read before: a hash of each, since the whole document is
 * rewritten each time. A training that resumes from a checkpoint rewrites the end; all entries from
 * the first that differs are new, and the run sees them as a rewind.
 */
final class SeenEntries {
  private int[] hashes = new int[64];
  private int size;
  private int at;

  /** The document is about to be read from its start. */
  void begin() {
    at = 0;
  }

  /** Whether the entry differs from the one that stood at this index before; remembers it. */
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
