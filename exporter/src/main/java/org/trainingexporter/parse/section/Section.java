package org.trainingexporter.parse.section;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.trainingexporter.event.LogRecord;

/** A structured part of a record: more than numbers under names. Stateless; any thread. */
public interface Section {
  /** Whether the part stands under that key, nested names joined by dots. */
  boolean begins(String path);

  /**
   * Reads an object or a list from its first token to its last.
   *
   * @param path the key that it stands under
   * @param rejections of single values within it, by their whole keys
   * @return null, or what is wrong with its shape; the parser then stands anywhere within
   */
  String read(JsonParser parser, String path, LogRecord into, RejectionSink rejections)
      throws IOException;

  /** What the part is about. */
  KeyRole role();
}
