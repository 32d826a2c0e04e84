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
import org.trainingexporter.check.file.MetricNames;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.run.figure.FigureTable;

final class MetricNamesOfKeysTest {
  private final MetricNames names = new MetricNames(FigureTable.ALL);

  @Test
  void every_metric_that_a_key_becomes_is_exposed() throws IOException {
    String documented = Files.readString(Path.of("../docs/metrics.md"));
    List<String> metrics =
        Stream.concat(
                Arrays.stream(Signal.values()).map(names::metric),
                Arrays.stream(KeyRole.values())
                    .filter(p -> p != KeyRole.NONE)
                    .map(MetricNames::metric))
            .toList();
    for (String metric : metrics) {
      String name = metric.replaceFirst("\\{.*", "");
      assertTrue(documented.contains("| `" + name + "` |"), () -> name + " is in no row");
    }
  }

  @Test
  void only_what_no_signal_shows_becomes_a_plain_value() {
    for (Signal signal : Signal.values()) {
      boolean shownByKey = signal.isAlsoValue() || signal.isValue();
      assertEquals(shownByKey, names.metric(signal).equals(MetricNames.VALUE), signal.name());
    }
  }

  @Test
  void a_series_of_a_plain_value_quotes_its_key() {
    KeyRegistry fields = new KeyRegistry(java.util.Map.of());
    String series = MetricNames.series(fields.of("a\"b\\c\nd"));
    assertEquals("training_value{key=\"a\\\"b\\\\c\\nd\"}", series);
  }
}
