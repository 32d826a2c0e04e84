package org.trainingexporter.parse.eventfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.eventfile.files.EventFileName;
import org.trainingexporter.parse.eventfile.message.EventReader;
import org.trainingexporter.parse.eventfile.message.HistogramMessage;
import org.trainingexporter.parse.eventfile.message.NumberList;
import org.trainingexporter.parse.eventfile.message.SummaryValue;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;

/** Files of several writers are read as TensorBoard's own reader reads them. */
final class EventFixturesTest {
  private static final Path ALL = Path.of("src/test/resources/events");

  private final Map<String, List<Object>> scalars = new TreeMap<>();
  private final Map<String, List<Object>> histograms = new TreeMap<>();
  private final Map<String, String> plugins = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"second-version", "tensorboardx", "encodings", "restart", "broken"})
  void every_tag_has_the_values_that_tensorboard_reads(String name) throws IOException {
    try (Stream<Path> files = Files.list(ALL.resolve(name))) {
      for (Path file : files.sorted(EventFileName.OLDEST_FIRST).toList()) {
        read(file);
      }
    }
    Map<?, ?> expected = (Map<?, ?>) json(ALL.resolve(name + ".json"));
    assertEquals(expected.get("scalars").toString(), scalars.toString());
    assertEquals(expected.get("histograms").toString(), histograms.toString());
  }

  private void read(Path path) throws IOException {
    EventFile file =
        new EventFile(path, 0, new FileAccess(FileState::of, 1 << 20), RejectionListener.NONE);
    EventReader reader = new EventReader();
    file.checkForChanges(Double.MAX_VALUE);
    while (file.hasNext()) {
      file.read(reader, value -> add(reader, value));
    }
  }

  private void add(EventReader event, SummaryValue value) {
    String tag = value.tag().toStringUtf8();
    plugins.putIfAbsent(tag, value.plugin());
    switch (value.content()) {
      case SCALAR -> add(scalars, event, tag, shown(value.scalar()));
      case HISTOGRAM -> add(histograms, event, tag, fields(value.histogram()));
      case TENSOR -> {
        if (plugins.get(tag).equals("scalars")) {
          add(scalars, event, tag, shown(value.tensor().scalar()));
        } else if (plugins.get(tag).equals("histograms")) {
          add(histograms, event, tag, rows(value.tensor().numbers()));
        }
      }
      case OTHER -> {}
    }
  }

  private static void add(
      Map<String, List<Object>> to, EventReader event, String tag, Object value) {
    to.computeIfAbsent(tag, t -> new ArrayList<>())
        .add(List.of(event.time(), (double) event.step(), value));
  }

  private static Object fields(HistogramMessage h) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("min", h.least());
    fields.put("max", h.most());
    fields.put("num", h.elements());
    fields.put("sum", h.sum());
    fields.put("sum_squares", h.sumOfSquares());
    fields.put("limits", list(h.limits()));
    fields.put("counts", list(h.counts()));
    return fields;
  }

  private static List<Object> list(NumberList numbers) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      list.add(shown(numbers.get(i)));
    }
    return list;
  }

  private static List<Object> rows(NumberList numbers) {
    List<Object> all = list(numbers);
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 3) {
      rows.add(all.subList(i, i + 3));
    }
    return rows;
  }

  private static Object shown(double number) {
    if (Double.isFinite(number)) {
      return number;
    }
    return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
  }

  /** JSON as maps, lists, doubles and texts. */
  private static Object json(Path file) throws IOException {
    try (JsonParser p = new JsonFactory().createParser(file.toFile())) {
      p.nextToken();
      return value(p);
    }
  }

  private static Object value(JsonParser p) throws IOException {
    return switch (p.currentToken()) {
      case START_OBJECT -> {
        // Tags in the order of their names, the fields of a histogram as they stand.
        Map<String, Object> object = new LinkedHashMap<>();
        for (String key = p.nextFieldName(); key != null; key = p.nextFieldName()) {
          p.nextToken();
          object.put(key, value(p));
        }
        yield object.containsKey("min") ? object : new TreeMap<>(object);
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(p));
        }
        yield list;
      }
      case VALUE_STRING -> p.getText();
      default -> p.getDoubleValue();
    };
  }
}
