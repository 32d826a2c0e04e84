package org.trainingexporter.parse.section;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.trainingexporter.event.LogRecord;

/** A part of a record that is more than numbers under names. */
public interface Section {
  /** Whether the key, nested names joined by dots, begins this part. */
  boolean begins(String path);

  /**
   * Reads an object or a list from its first token to its last.
   *
   * @param path the key that it stands under
   * @param complaints told of single values that cannot be meant
   * @return null, or what is wrong with its shape; the parser then stands anywhere within
   */
  String read(JsonParser parser, String path, LogRecord into, RejectionSink complaints)
      throws IOException;

  /** What the section becomes. */
  KeyRole role();
}
