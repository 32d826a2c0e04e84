package org.trainingexporter.parse.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {
  @TempDir private Path directory;

  private Map<String, String> read(String name, String text) throws IOException {
    return SettingsFile.read(Files.writeString(directory.resolve(name), text));
  }

  @Test
  void nested_keys_are_joined_and_values_are_as_they_are_written() throws IOException {
    assertEquals(
        Map.of("lr", "5e-05", "optimizer.name", "adamw", "optimizer.betas", "[0.9, 0.95]"),
        read(
            "config.json",
            """
            {"lr": 5e-05, "optimizer": {"name": "adamw", "betas": [0.9, 0.95]}, "resume": null}
            """));
  }

  @Test
  void yaml_is_read_without_its_tags_and_aliases() throws IOException {
    assertEquals(
        Map.of("dropout", "0.1", "model.layers", "4", "fast", "true"),
        read(
                "hparams.yaml",
                """
            !!python/object:argparse.Namespace
            dropout: 0.1
            model: &model {layers: 4}
            copy: *model
            fast: true
            evil: !!javax.script.ScriptEngineManager [{}]
            """)
            .entrySet()
            .stream()
            .filter(e -> !e.getKey().equals("evil"))
            .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Test
  void secrets_are_masked() throws IOException {
    assertEquals(
        Map.of("hub.token", "***", "eos_token", "</s>"),
        read("args.json", "{\"hub\":{\"token\":\"abc\"},\"eos_token\":\"</s>\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"lr\": 0.1, \"mo", "{\"lr\"", "{\"lr\": 0.1,, }"})
  void a_file_that_is_not_whole_is_an_error(String text) {
    assertThrows(IOException.class, () -> read("config.json", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1, 2]", "7", "\"text\""})
  void what_is_no_object_has_no_settings(String text) throws IOException {
    assertEquals(Map.of(), read("config.json", text));
  }

  @Test
  void a_large_file_and_deep_values_are_passed_over() throws IOException {
    String text = "{\"a\":1,\"b\":" + "{\"x\":".repeat(30) + "2" + "}".repeat(30) + "}";
    assertEquals(Map.of("a", "1"), read("config.json", text));
    assertEquals(Map.of(), read("config.json", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}"));
  }

  @Test
  void yaml_that_is_broken_or_nested_without_end_is_an_error() {
    assertThrows(IOException.class, () -> read("hparams.yaml", "a: [1, 2\nb: }"));
    assertThrows(IOException.class, () -> read("hparams.yaml", "a: " + "[".repeat(5_000)));
    assertThrows(IOException.class, () -> read("hparams.yaml", "a: \u0000"));
  }

  @Test
  void only_files_with_the_names_of_settings_are_such() {
    assertTrue(SettingsFile.isOne(Path.of("run/config.json")));
    assertTrue(SettingsFile.isOne(Path.of("hparams.yaml")));
    assertFalse(SettingsFile.isOne(Path.of("train_config.json")));
    assertFalse(SettingsFile.isOne(Path.of("config.jsonl")));
  }
}
