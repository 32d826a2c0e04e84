package org.trainingexporter.parse.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class JsonHeadTest {
  @Test
  void lines_that_mostly_begin_as_objects_are_json_lines() {
    assertTrue(JsonHead.isJsonLines("# head\n{\"a\": 1}\n\n{\"a\": 2}\n".getBytes(UTF_8)));
    assertFalse(JsonHead.isJsonLines(new byte[0]));
    assertFalse(JsonHead.isJsonLines("{'a': 1}\n{'a': 2}\n".getBytes(UTF_8)));
    assertFalse(JsonHead.isJsonLines("a\nb\n{\"a\": 1}\n".getBytes(UTF_8)));
  }
}
