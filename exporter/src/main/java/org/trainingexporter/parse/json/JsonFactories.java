package org.trainingexporter.parse.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON parsers of logs: NaN and infinities are numbers. Any thread. */
public final class JsonFactories {
  private static final int LONGEST_TEXT = 1 << 20;

  /** For lines, which are cut before they are parsed and are UTF-8. */
  public static final JsonFactory LINES =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .build();

  /** For whole documents, which may begin with a byte order mark. */
  private static final JsonFactory DOCUMENTS =
      LINES
          .rebuild()
          .enable(JsonFactory.Feature.CHARSET_DETECTION)
          .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private JsonFactories() {}

  /** A parser of a whole document; not-a-number and the like may stand in it in any spelling. */
  public static JsonParser document(Path file) throws IOException {
    return document(Files.newInputStream(file));
  }

  /** A parser of a document's first bytes. */
  public static JsonParser document(byte[] head) throws IOException {
    return document(new ByteArrayInputStream(head));
  }

  private static JsonParser document(InputStream in) throws IOException {
    return DOCUMENTS.createParser(new BareWordStream(in));
  }
}
