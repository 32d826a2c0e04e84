package org.trainingexporter.parse;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.trainingexporter.event.LogRecord;

/** A part of a record that is more than numbers under names. */
interface Section {
  /** Every one there is; a writer whose records hold another adds a file and a line here. */
  List<Section> ALL =
      List.of(
          new ExpertUsage(),
          new ExpertLoad(),
          new LayerStatistics(),
          new ModelLayers(),
          new WatchedLayers());

  /** Whether the key, nested names joined by dots, begins this part. */
  boolean begins(String path);

  /**
   * Reads an object or a list from its first token to its last.
   *
   * @param path the key that it stands under
   * @param complaints told of single values that cannot be meant
   * @return null, or what is wrong with its shape; the parser then stands anywhere within
   */
  String read(JsonParser parser, String path, LogRecord into, Complaints complaints)
      throws IOException;

  /** What the section becomes. */
  Part part();

  /** The section that begins there, or null. */
  static Section of(String path) {
    for (Section section : ALL) {
      if (section.begins(path)) {
        return section;
      }
    }
    return null;
  }
}
