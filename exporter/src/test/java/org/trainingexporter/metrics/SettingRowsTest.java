package org.trainingexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.config.value.MetricsProfile;
import org.trainingexporter.run.RunSnapshot;

final class SettingRowsTest {
  private static final RunSnapshot RUN =
      new MadeRun("a")
          .settings("batch_size", "32", "note", "say \"hi\"")
          .record(Scrape.NOW, "step", 1, "loss", 2)
          .snapshot();

  private static List<String> shown(String... names) {
    var metrics =
        TrainingMetrics.of(
            () -> List.of(RUN),
            () -> Instant.ofEpochSecond((long) Scrape.NOW),
            1_000,
            MetricsProfile.FULL,
            List.of(names));
    return Scrape.samples(Scrape.text(metrics)).stream()
        .filter(line -> line.startsWith("training_run_setting_info"))
        .toList();
  }

  @Test
  void only_the_settings_that_are_named_are_shown() {
    assertEquals(
        List.of("training_run_setting_info{run=\"a\",setting=\"batch_size\",value=\"32\",} 1.0"),
        shown("batch_size", "unknown"));
  }

  @Test
  void without_names_none_is_shown() {
    assertEquals(List.of(), shown());
  }

  @Test
  void a_value_is_escaped_as_a_label() {
    assertEquals(
        List.of(
            "training_run_setting_info{run=\"a\",setting=\"note\",value=\"say \\\"hi\\\"\",} 1.0"),
        shown("note"));
  }
}
