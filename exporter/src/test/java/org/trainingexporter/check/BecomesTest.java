package org.trainingexporter.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.Signal;
import org.trainingexporter.parse.Part;

final class BecomesTest {
  @Test
  void every_metric_that_a_key_becomes_is_exposed() throws IOException {
    String documented = Files.readString(Path.of("../docs/metrics.md"));
    List<String> metrics =
        Stream.concat(
                Arrays.stream(Signal.values()).map(Becomes::metric),
                Arrays.stream(Part.values()).filter(p -> p != Part.NONE).map(Becomes::metric))
            .toList();
    for (String metric : metrics) {
      String name = metric.replaceFirst("\\{.*", "");
      assertTrue(documented.contains("| `" + name + "` |"), () -> name + " is in no row");
    }
  }

  @Test
  void only_what_no_signal_shows_becomes_a_plain_value() {
    for (Signal signal : Signal.values()) {
      boolean shownByKey = signal == Signal.PROGRESS || signal == Signal.END || signal.isValue();
      assertEquals(shownByKey, Becomes.metric(signal).equals(Becomes.VALUE), signal.name());
    }
  }

  @Test
  void a_series_of_a_plain_value_quotes_its_key() {
    Fields fields = new Fields(java.util.Map.of());
    String series = Becomes.series(fields.of("a\"b\\c\nd"));
    assertEquals("training_value{key=\"a\\\"b\\\\c\\nd\"}", series);
  }
}
