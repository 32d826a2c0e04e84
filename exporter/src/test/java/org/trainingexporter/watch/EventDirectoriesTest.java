package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.EventBytes;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Which directories with event files are one run. */
final class EventDirectoriesTest {
  private static final String FILE = "/events.out.tfevents.1763800000.host.1.0";
  private static final double START = 1_763_800_000;

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private static byte[] losses(String tag, long to) {
    EventBytes events = new EventBytes();
    for (long step = 1; step <= to; step++) {
      events.scalar(START + step, step, tag, 4.0 / step);
    }
    return events.bytes();
  }

  @Test
  void directories_called_like_sets_are_sets_of_the_run_above() throws IOException {
    logs.write("a/train" + FILE, losses("loss", 8));
    logs.write("a/validation" + FILE, losses("loss", 4));
    logs.pollLater();
    assertEquals(Set.of("a"), logs.names());
    assertEquals(8, logs.step());
    assertEquals(1, logs.run().validation().best().loss());
    assertEquals(4, logs.run().validation().best().step());
  }

  @Test
  void a_held_out_set_may_lie_below_the_trainings_own_files() throws IOException {
    logs.write("a" + FILE, losses("loss", 8));
    logs.write("a/eval" + FILE, losses("loss", 2));
    logs.pollLater();
    assertEquals(Set.of("a"), logs.names());
    assertEquals(2, logs.run().validation().best().loss());
  }

  @Test
  void hyperparameters_in_a_directory_called_by_its_time_are_the_runs_settings()
      throws IOException {
    byte[] number = EventBytes.message(v -> v.writeDouble(2, 0.5));
    byte[] entry =
        EventBytes.message(
            e -> {
              e.writeString(1, "dropout");
              e.writeByteArray(2, number);
            });
    byte[] data =
        EventBytes.message(
            d -> d.writeByteArray(3, EventBytes.message(s -> s.writeByteArray(1, entry))));
    byte[] plugin =
        EventBytes.message(
            p -> {
              p.writeString(1, "hparams");
              p.writeByteArray(2, data);
            });
    EventBytes settings = new EventBytes();
    settings.event(
        START,
        0,
        out -> {
          out.writeString(1, "_hparams_/session_start_info");
          out.writeByteArray(9, EventBytes.message(m -> m.writeByteArray(1, plugin)));
        });
    logs.write("a" + FILE, losses("loss", 8));
    logs.write("a/1763800009.1234567" + FILE, settings.scalar(START, 0, "hparam/loss", 9).bytes());
    logs.pollLater();
    assertEquals(Set.of("a"), logs.names());
    assertEquals("0.5", logs.run().settings().get("dropout"));
    assertEquals(0.5, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void a_run_may_be_called_test() throws IOException {
    logs.write("test" + FILE, losses("loss", 8));
    logs.write("other" + FILE, losses("loss", 4));
    logs.pollLater();
    assertEquals(Set.of("test", "other"), logs.names());
    assertEquals(8, logs.run("test").position().step());
  }

  @Test
  void a_set_with_other_files_is_a_run_of_its_own() throws IOException {
    logs.write("a" + FILE, losses("loss", 8));
    logs.write("a/eval" + FILE, losses("loss", 4));
    logs.write("a/eval/notes.md", "why");
    logs.pollLater();
    assertEquals(Set.of("a", "a/eval"), logs.names());
  }

  @Test
  void one_version_alone_has_the_name_of_its_parent_and_keeps_it() throws IOException {
    logs.write("lightning_logs/version_0" + FILE, losses("train_loss", 8));
    logs.pollLater();
    assertEquals(Set.of("lightning_logs"), logs.names());
    logs.write("lightning_logs/version_1" + FILE, losses("train_loss", 4));
    logs.pollLater();
    assertEquals(Set.of("lightning_logs", "lightning_logs/version_1"), logs.names());
    assertEquals(8, logs.run("lightning_logs").position().step());
  }

  @Test
  void several_versions_are_runs_of_their_own() throws IOException {
    logs.write("lightning_logs/version_0" + FILE, losses("train_loss", 8));
    logs.write("lightning_logs/version_1" + FILE, losses("train_loss", 4));
    logs.pollLater();
    assertEquals(Set.of("lightning_logs/version_0", "lightning_logs/version_1"), logs.names());
  }

  @Test
  void event_files_add_what_a_line_log_beside_them_lacks() throws IOException {
    StringBuilder lines = new StringBuilder();
    EventBytes events = new EventBytes();
    for (int step = 1; step <= 10; step++) {
      lines.append("{\"step\":").append(step).append(",\"loss\":").append(2).append("}\n");
      events.scalar(START + step, step, "loss", 2).scalar(START + step, step, "grad_norm", 0.5);
    }
    logs.write("a/train.jsonl", lines.toString());
    logs.write("a" + FILE, events.bytes());
    logs.write("b/train.jsonl", Lines.trains(1, 3));
    logs.pollLater();
    assertEquals(Set.of("a", "b"), logs.names());
    assertEquals(10, logs.run("a").position().step());
  }
}
