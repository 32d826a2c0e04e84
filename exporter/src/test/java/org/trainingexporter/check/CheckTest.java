package org.trainingexporter.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckTest {
  private static final String RECORD = "{\"step\":1,\"loss\":2.5,\"timestamp\":1763800000}\n";

  @TempDir Path directory;

  @Test
  void one_file_that_can_be_read_is_enough_to_succeed() throws IOException {
    Path log = log("a.jsonl", RECORD);
    assertEquals(0, Asked.table(directory.resolve("missing.jsonl"), directory, log).exitCode());
  }

  @Test
  void it_fails_where_nothing_can_be_read() throws IOException {
    Path data = log("data.jsonl", "{\"prompt\":\"a\"}\n");
    Asked asked = Asked.table(directory.resolve("missing.jsonl"), directory, data);
    assertEquals(1, asked.exitCode());
    assertTrue(asked.output().contains("missing.jsonl\n  error     does not exist\n"));
    assertTrue(asked.output().contains(directory + "\n  runs      0\n"));
  }

  @Test
  void a_file_is_read_whatever_its_name() throws IOException {
    assertEquals(0, Asked.table(log("output", RECORD)).exitCode());
  }

  @Test
  void a_log_without_a_rejection_has_no_such_table() throws IOException {
    assertFalse(Asked.table(log("a.jsonl", RECORD)).output().contains("refused"));
  }

  @Test
  void an_unfinished_last_line_is_told_and_not_rejected() throws IOException {
    JsonNode file = json(Map.of(), log("a.jsonl", RECORD + "{\"step\":2,\"lo"));
    assertEquals(13, file.get("unread_bytes").asLong());
    assertEquals(0, file.get("refused_lines").get("count").asLong());
    assertEquals(1, file.get("records").get("train").asLong());
  }

  @Test
  void a_whole_last_line_needs_no_line_end() throws IOException {
    JsonNode file = json(Map.of(), log("a.jsonl", RECORD + "{\"step\":2,\"loss\":1}"));
    assertEquals(2, file.get("records").get("train").asLong());
  }

  @Test
  void a_line_past_the_bound_is_rejected_by_its_number() throws IOException {
    String longLine = "{\"step\":2,\"loss\":1,\"note\":\"" + "x".repeat(300_000) + "\"}\n";
    Path log = log("a.jsonl", RECORD + longLine + RECORD.replace(":1,", ":3,"));
    JsonNode file = json(Map.of("tail.max-line-bytes", "64"), log);
    JsonNode rejected = file.get("refused_lines").get("first").get(0);
    assertEquals(2, rejected.get("line").asInt());
    assertEquals("too_long", rejected.get("reason").asText());
    assertEquals(3, file.get("lines").asInt());
  }

  @Test
  void lines_are_counted_past_a_first_one_that_is_too_long() throws IOException {
    String longLine = "{\"note\":\"" + "x".repeat(300_000) + "\"}\n";
    Path log = log("a.jsonl", longLine + RECORD + "broken\n");
    JsonNode file = json(Map.of("tail.max-line-bytes", "64"), log);
    JsonNode rejected = file.get("refused_lines").get("first");
    assertEquals(1, rejected.get(0).get("line").asInt());
    assertEquals(3, rejected.get(1).get("line").asInt());
  }

  @Test
  void bytes_that_are_no_text_are_rejected() throws IOException {
    Path log = log("a.jsonl", RECORD);
    byte[] bytes = (RECORD + "{\"note\":\"?\"}\n").getBytes(StandardCharsets.UTF_8);
    bytes[RECORD.length() + 9] = (byte) 0xFF;
    Files.write(log, bytes);
    JsonNode rejected = json(Map.of(), log).get("refused_lines").get("by_reason");
    assertEquals(1, rejected.get("not_utf8").asInt());
  }

  @Test
  void the_table_shows_fifty_rejected_lines_and_counts_the_rest() throws IOException {
    Asked asked = Asked.table(log("a.jsonl", RECORD + "broken\n".repeat(62)));
    assertEquals(50, asked.output().lines().filter(line -> line.contains("not_json")).count());
    assertTrue(asked.output().endsWith("  and 12 more\n"), asked.output());
  }

  @Test
  void the_document_holds_ten_thousand_rejected_lines_and_counts_all() throws IOException {
    JsonNode lines =
        json(Map.of(), log("a.jsonl", RECORD + "broken\n".repeat(10_001))).get("refused_lines");
    assertEquals(10_000, lines.get("first").size());
    assertEquals(10_001, lines.get("count").asInt());
    assertEquals(10_001, lines.get("by_reason").get("not_json").asInt());
  }

  @Test
  void keys_past_the_most_of_a_run_are_left_over() throws IOException {
    String many =
        IntStream.range(0, 201)
            .mapToObj(i -> ",\"k" + i + "\":" + i)
            .collect(Collectors.joining("", "{\"step\":1,\"loss\":1", "}\n"));
    JsonNode keys = json(Map.of(), log("a.jsonl", many)).get("keys");
    assertEquals("training_value{key=\"k199\"}", keys.get(201).get("metric").asText());
    assertEquals("past the most keys that a run shows", keys.get(202).get("left_over").asText());
  }

  @Test
  void a_rule_applies_where_it_matches_the_name_of_the_files_directory() throws IOException {
    Path runs = Files.createDirectory(directory.resolve("mine"));
    Path log = Files.writeString(runs.resolve("a.jsonl"), "{\"n\":3,\"l\":2.5}\n");
    String config = "runs:\n- match: mine\n  total_steps: 9\n  fields: {n: step, l: loss}\n";
    Path file = log("config.yml", config);
    JsonNode metrics = json(Map.of("config.file", file.toString()), log).get("metrics");
    assertEquals(3, metrics.get("training_step").asInt());
    assertEquals(2.5, metrics.get("training_loss").asDouble());
    assertEquals(9, metrics.get("training_planned_steps").asInt());
  }

  @Test
  void a_text_out_of_a_log_gives_a_terminal_no_orders() throws IOException {
    Path log = log("a.jsonl", RECORD.replace("}", ",\"\\u001b[31m\\nred\":1}") + "\u001b[2J\n");
    String table = Asked.table(log).output();
    assertFalse(table.contains("\u001b"));
    assertTrue(table.contains("   [31m red  1"), table);
  }

  @Test
  void a_document_without_entries_is_no_log() throws IOException {
    JsonNode file = json(Map.of(), log("trainer_state.json", "{\"log_history\":[],\"step\":1}"));
    assertFalse(file.get("is_log").asBoolean());
    assertEquals("it holds no records yet", file.get("why_not").asText());
  }

  private Path log(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static JsonNode json(Map<String, String> flags, Path file) throws IOException {
    return new ObjectMapper().readTree(Asked.of(flags, true, file).output()).get(0);
  }
}
