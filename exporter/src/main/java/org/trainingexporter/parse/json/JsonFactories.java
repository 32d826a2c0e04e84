package org.trainingexporter.parse.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;

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
  public static final JsonFactory DOCUMENTS =
      LINES.rebuild().enable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private JsonFactories() {}
}
