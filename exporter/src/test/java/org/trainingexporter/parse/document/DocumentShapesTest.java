package org.trainingexporter.parse.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.WatchedDirectory;

final class DocumentShapesTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private double loss() throws IOException {
    return logs.run().signals().newest(Signal.LOSS);
  }

  /** An array of records, one a line. */
  private static String array(int last) {
    return IntStream.rangeClosed(1, last)
        .mapToObj(i -> "{\"step\": %d, \"loss\": %s}".formatted(i, 4.0 / i))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  @Test
  void each_element_of_an_array_is_a_record() throws IOException {
    logs.write("history.json", array(4));
    logs.poll();
    assertEquals(4, logs.step());
    assertEquals(1, loss());
    assertEquals(4, logs.records());
  }

  @Test
  void of_an_array_that_grows_only_what_is_new_is_read() throws IOException {
    logs.write("history.json", array(2));
    logs.poll();
    logs.write("history.json", array(4));
    logs.poll();
    assertEquals(4, logs.records());
    logs.write("history.json", array(1));
    logs.poll();
    assertEquals(4, logs.records());
    assertEquals(0, logs.run().counts().rejections().size());
  }

  @Test
  void an_element_that_is_no_object_is_rejected_once() throws IOException {
    logs.write("history.json", "[{\"step\":1,\"loss\":2.5},7,{\"step\":2,\"loss\":2}]");
    logs.poll();
    logs.write(
        "history.json",
        "[{\"step\":1,\"loss\":2.5},7,{\"step\":2,\"loss\":2},{\"step\":3,\"loss\":1}]");
    logs.poll();
    assertEquals(3, logs.records());
    assertEquals(1, logs.rejected(Rejection.NOT_OBJECT));
  }

  @Test
  void half_a_document_waits_for_its_rest() throws IOException {
    String whole = array(4);
    logs.write("history.json", whole.substring(0, whole.length() / 2));
    logs.poll();
    logs.write("history.json", whole);
    logs.poll();
    assertEquals(4, logs.records());
    assertEquals(0, logs.run().counts().rejections().size());
  }

  @Test
  void a_document_that_stays_cut_off_gives_what_it_has() throws IOException {
    String whole = array(4);
    logs.write("history.json", whole.substring(0, whole.length() - 8));
    logs.pollLater();
    assertEquals(3, logs.records());
    assertEquals(1, logs.rejected(Rejection.NOT_JSON));
  }

  @Test
  void lists_of_equal_length_are_records_by_their_index() throws IOException {
    logs.write(
        "h.json",
        "{\"loss\": [3, null, 2], \"val_loss\": [4, 3.5, 3], \"odd\": [1, 2], \"lr\": 0.5}");
    logs.poll();
    assertEquals(2, logs.run().position().epoch());
    assertEquals(2, loss());
    assertEquals(3, logs.run().validation().newest().loss());
    assertEquals(Double.NaN, logs.run().signals().newest(Signal.LEARNING_RATE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"step\": [10, 20], \"loss\": [3, 2]}",
        "{\"steps\": [10, 20], \"train\": {\"loss\": [[3], [2]]}}",
        "{\"config\": {\"lr\": [1, 2, 3]}, \"loss\": [3, 2], \"global_step\": [10, 20]}",
      })
  void a_list_of_positions_gives_them(String document) throws IOException {
    logs.write("h.json", document);
    logs.poll();
    assertEquals(20, logs.step());
    assertEquals(2, loss());
  }

  @Test
  void lists_that_grow_give_what_is_new() throws IOException {
    logs.write("h.json", "{\"epochs\": [1, 2], \"loss\": [3, 2]}");
    logs.poll();
    logs.write("h.json", "{\"epochs\": [1, 2, 3], \"loss\": [3, 2, NaN]}");
    logs.poll();
    assertEquals(3, logs.records());
    assertEquals(3, logs.run().position().epoch());
  }

  @Test
  void series_of_metrics_are_joined_by_step() throws IOException {
    logs.write(
        "metrics.json",
        """
        {"train.loss": {"steps": [1, 2, 3], "values": [3, 2.5, {"py/object": "f", "value": 2}],
           "timestamps": ["2025-11-22T08:00:00", "2025-11-22T08:01:00", "2025-11-22T08:02:00"]},
         "val.loss": {"steps": [2], "values": [3.5], "timestamps": ["2025-11-22T08:01:00"]}}
        """);
    logs.poll();
    assertEquals(3, logs.step());
    assertEquals(2, loss());
    assertEquals(3.5, logs.run().validation().newest().loss());
    assertEquals(3, logs.records());
  }

  @Test
  void an_overwritten_object_is_the_newest_state() throws IOException {
    String state = "{\"_step\": %d, \"_timestamp\": %d, \"train/loss\": %s}";
    for (int i = 1; i <= 5; i++) {
      logs.write("wandb-summary.json", state.formatted(100 * i, 1_763_798_400 + i, 3.0 / i));
      logs.poll();
      assertEquals(100 * i, logs.step());
      assertEquals(3.0 / i, loss());
    }
    assertEquals(5, logs.records());
  }

  @Test
  void lines_of_json_that_begin_with_one_line_stay_lines() throws IOException {
    logs.write("metrics.json", "{\"step\": 1, \"loss\": 2.5}\n");
    logs.poll();
    logs.append("metrics.json", "{\"step\": 2, \"loss\": 2.25}\n");
    logs.poll();
    assertEquals(2, logs.records());
    assertEquals(2, logs.step());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"step\": 7, \"loss\": 8, \"epoch\": 9}",
        "{\"name\": \"train\", \"dependencies\": {\"loss\": \"^1\"}}",
        "{\"lr\": [0.1, 0.01], \"epochs\": 5, \"optimizer\": {\"lr\": 0.1}}",
        "{\"model\": [\"a\", \"b\"], \"accuracy\": [0.5, 0.75]}",
        "{\"model\": {\"vocab\": {\"loss\": 1, \"step\": 2}, \"merges\": [[\"l\", \"o\"]]}}",
        "[{\"question\": \"why\", \"score\": 3}]",
        "[1, 2, 3]",
        "[]",
        "{}",
        "7",
      })
  void what_holds_no_records_is_no_log(String document) throws IOException {
    logs.write("a.json", document);
    logs.write("b.json", document + "\n");
    logs.pollLater();
    assertEquals(Set.of(), logs.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"all_results.json", "train_results.json", "eval_results.json"})
  void a_summary_of_the_trainer_is_no_log(String name) throws IOException {
    logs.write(name, "{\n  \"epoch\": 3.0,\n  \"eval_loss\": 2.5,\n  \"train_loss\": 3.5\n}");
    logs.pollLater();
    assertEquals(Set.of(), logs.names());
  }

  @Test
  void depth_and_emptiness_stop_nothing() throws IOException {
    logs.write("deep.json", String.join("", Collections.nCopies(20_000, "{\"loss\":[")));
    logs.write("cut.json", "{\"loss\": [1, ");
    logs.write("empty.json", " \n");
    logs.write("binary.json", new byte[] {(byte) 0xFF, 0, 1, '{', 2});
    logs.write("good/history.json", array(2));
    logs.pollLater();
    assertEquals(2, logs.run("good").position().step());
  }
}
