package org.trainingexporter.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.testing.WatchedDirectory;

/** The same records in another format give the same run. */
final class SameRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path root;

  /** The records of a training by steps with validations between them; null is no value. */
  private static List<JsonNode> records() {
    return IntStream.rangeClosed(1, 60)
        .mapToObj(
            i -> {
              var record = JSON.createObjectNode();
              record.put("step", 10 * i);
              if (i % 10 == 0) {
                record.put("val_loss", 4.0 - i / 30.0);
              } else {
                record.put("loss", 4.0 - i / 25.0).put("lr", 1e-3 / i).put("grad_norm", 1.5 / i);
                record.put("accuracy", i / 100.0);
              }
              return (JsonNode) record.put("timestamp", 1_763_798_400.25 + 3 * i);
            })
        .toList();
  }

  private static Set<String> keys(List<JsonNode> records) {
    Set<String> keys = new LinkedHashSet<>();
    records.forEach(r -> r.fieldNames().forEachRemaining(keys::add));
    return keys;
  }

  private static String table(
      List<JsonNode> records, String delimiter, String empty, UnaryOperator<String> cell) {
    List<String> lines = new ArrayList<>();
    Set<String> keys = keys(records);
    lines.add(String.join(delimiter, keys));
    for (JsonNode record : records) {
      lines.add(
          keys.stream()
              .map(k -> record.has(k) ? cell.apply(record.get(k).asText()) : empty)
              .collect(Collectors.joining(delimiter)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String lines(List<JsonNode> records) {
    return records.stream().map(r -> r + "\n").collect(Collectors.joining());
  }

  private static String lists(List<JsonNode> records) {
    var all = JSON.createObjectNode();
    for (String key : keys(records)) {
      var list = all.putArray(key);
      records.forEach(r -> list.add(r.get(key)));
    }
    return all.toString();
  }

  /** Lines of a logging library, a name and a number between bars. */
  private static String text(List<JsonNode> records, String between, String joint) {
    StringBuilder out = new StringBuilder("Training begins with 4 workers\n");
    for (JsonNode record : records) {
      Instant time = Instant.ofEpochMilli(Math.round(1000 * record.get("timestamp").asDouble()));
      List<String> pairs = new ArrayList<>();
      for (var pair : record.properties()) {
        if (!pair.getKey().equals("timestamp")) {
          pairs.add(pair.getKey() + joint + pair.getValue().asText());
        }
      }
      out.append(time).append(" INFO train: ").append(String.join(between, pairs)).append('\n');
    }
    return out.toString();
  }

  /** Lines as Python prints a dictionary. */
  private static String dictionaries(List<JsonNode> records) {
    return lines(records).replace('"', '\'').replace(",'", ", '").replace("':", "': ");
  }

  /** A file's name and its text. */
  record Written(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Written> formats() {
    List<JsonNode> records = records();
    return List.of(
        new Written("comma.csv", table(records, ",", "", c -> c)),
        new Written("quoted.csv", table(records, ",", "", c -> '"' + c + '"')),
        new Written("tabs.tsv", table(records, "\t", "", c -> c)),
        new Written("blanks.dat", "# " + table(records, "  ", "NA", c -> c)),
        new Written("semicolons.csv", table(records, ";", "", c -> c.replace('.', ','))),
        new Written("bars.log", text(records, " | ", " ")),
        new Written("commas.txt", text(records, ", ", ": ")),
        new Written("equals.out", text(records, "  ", "=")),
        new Written("dictionaries.log", dictionaries(records)),
        new Written("array.json", records.toString()),
        new Written("lists.json", lists(records)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void the_same_records_in_another_format_give_the_same_run(Written written) throws IOException {
    WatchedDirectory lines = new WatchedDirectory(root.resolve("lines"));
    lines.write("run/train.jsonl", lines(records()));
    WatchedDirectory other = new WatchedDirectory(root.resolve("other"));
    other.write("run/" + written.name(), written.text());
    lines.poll();
    other.poll();
    assertEquals(2, lines.run().validation().newest().loss());
    assertEquals(lines.run().position(), other.run().position());
    assertEquals(lines.run().signals(), other.run().signals());
    assertEquals(lines.run().validation(), other.run().validation());
    assertEquals(lines.run().counts(), other.run().counts());
    assertEquals(lines.run().schedule(), other.run().schedule());
  }
}
