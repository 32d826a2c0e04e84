package org.trainingexporter.history.sample;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the full set of labels of a series: its name, its own labels, and those that a scrape would
 * add. A label with an empty value is left out.
 *
 * @param scrape labels that a scrape adds, such as {@code job} and {@code instance}
 */
public record SeriesLabels(Map<String, String> scrape) {
  /** Field numbers of remote write: {@code repeated Label labels = 1}, with name 1 and value 2. */
  private static final int LABEL = 1;

  private static final int NAME = 1;
  private static final int VALUE = 2;

  /** All labels of the series, ordered by name as receivers demand. */
  public SortedMap<String, String> of(SeriesId id) {
    SortedMap<String, String> all = new TreeMap<>(scrape);
    for (int i = 0; i < id.names().size(); i++) {
      all.put(id.names().get(i), id.values().get(i));
    }
    all.put("__name__", id.metric());
    all.values().removeIf(String::isEmpty);
    return all;
  }

  /** A series in the notation of PromQL and OpenMetrics: {@code NAME{label="value",…}}. */
  public static String text(String metric, Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(it -> it.getKey() + "=\"" + escaped(it.getValue()) + "\"")
        .collect(Collectors.joining(",", metric + "{", "}"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** All labels of the series, as bytes of a remote write message. */
  byte[] encoded(SeriesId id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    of(id).forEach((name, value) -> write(out, utf8(name), utf8(value)));
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(CodedOutputStream out, byte[] name, byte[] value) {
    try {
      out.writeTag(LABEL, 2);
      out.writeUInt32NoTag(
          CodedOutputStream.computeByteArraySize(NAME, name)
              + CodedOutputStream.computeByteArraySize(VALUE, value));
      out.writeByteArray(NAME, name);
      out.writeByteArray(VALUE, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
