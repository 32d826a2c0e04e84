package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Where the settings of a run come from. */
final class SettingsBesideTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private Map<String, String> settings() throws IOException {
    return logs.pollLater().run("a").settings();
  }

  @Test
  void a_file_of_settings_beside_the_log_is_no_log() throws IOException {
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    logs.write("a/config.json", "{\"step\": 5, \"loss\": 1, \"epoch\": 2}\n");
    assertEquals(Map.of("step", "5", "loss", "1", "epoch", "2"), settings());
    assertEquals(Set.of("a"), logs.names());
    assertEquals(3, logs.records());
  }

  @Test
  void settings_of_files_follow_their_changes() throws IOException {
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    assertEquals(Map.of(), settings());
    logs.write("a/config.json", "{\"lr\": 0.1}");
    logs.write("a/hparams.yaml", "lr: 0.2\ndropout: 0.5\n");
    assertEquals(Map.of("lr", "0.1", "dropout", "0.5"), settings());
    logs.write("a/config.json", "{\"lr\": 0.25, \"half wri");
    assertEquals(Map.of("lr", "0.1", "dropout", "0.5"), settings());
    logs.write("a/config.json", "{\"lr\": 0.25}");
    assertEquals(Map.of("lr", "0.25", "dropout", "0.5"), settings());
  }

  @Test
  void values_below_config_are_settings_of_any_record() throws IOException {
    logs.write(
        "a/train.jsonl",
        """
        {"step":1,"loss":2,"config":{"lr":0.1,"env":"pole","layers":[64,64],"loss":9}}
        {"step":2,"loss":1,"config":{"lr":0.2,"env":"cart","layers":[64,64],"loss":9}}
        """);
    assertEquals(Map.of("lr", "0.2", "env", "cart", "layers", "[64, 64]", "loss", "9"), settings());
    assertEquals(2, logs.records());
  }

  @Test
  void a_record_is_a_configuration_if_it_says_so_or_has_a_plan_before_the_first_step()
      throws IOException {
    logs.write(
        "a/train.jsonl",
        """
        {"message":"hello","host":"node1"}
        {"max_steps":100,"model":"tiny"}
        {"step":1,"loss":2}
        {"memory":4,"host":"node1"}
        {"type":"config","seed":7,"api_key":"abc"}
        {"step":2,"loss":2,"host":"node1"}
        """);
    assertEquals(
        Map.of("max_steps", "100", "model", "tiny", "seed", "7", "api_key", "***"), settings());
  }

  @Test
  void only_the_plan_of_the_training_is_read_from_settings() throws IOException {
    logs.write("a/config.json", "{\"max_steps\":40,\"lr\":0.5,\"warmup_steps\":2,\"loss\":7}");
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    var run = logs.pollLater().run("a");
    assertEquals(40, run.schedule().steps());
    assertEquals(2, run.schedule().warmupSteps());
    assertEquals(0.5, run.schedule().highestRate());
  }

  @Test
  void a_plan_at_or_below_the_first_step_is_none() throws IOException {
    logs.write("a/config.json", "{\"max_steps\":5}");
    logs.write("a/train.jsonl", Lines.trains(5, 8));
    assertEquals(Double.NaN, logs.pollLater().run("a").schedule().steps());
  }
}
