package org.trainingexporter.plots.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.plots.DrawnRun;
import org.trainingexporter.plots.layer.LayerHistory.Epoch;

/** What is told of each epoch, read from the log when asked. */
final class EpochMeansTest {
  @AutoClose private final DrawnRun run;

  EpochMeansTest(@TempDir Path root) {
    run = new DrawnRun(root);
  }

  @Test
  void an_epoch_has_the_mean_of_what_was_trained_and_its_newest_evaluation() throws IOException {
    run.append(
        "{\"step\":1,\"epoch\":0,\"loss\":4,\"accuracy\":0.5}",
        "{\"step\":2,\"epoch\":0,\"loss\":2,\"accuracy\":0.7}",
        "{\"step\":2,\"epoch\":0,\"val_loss\":9,\"val_accuracy\":0.5}",
        "{\"step\":2,\"epoch\":0,\"val_loss\":3}",
        "{\"step\":3,\"epoch\":1,\"loss\":1}");

    assertEquals(
        List.of(new Epoch(0, 3, 3, 0.6, 0.5), new Epoch(1, 1, Double.NaN, Double.NaN, Double.NaN)),
        run.layers("", "a").epochs());
  }

  @Test
  void a_part_of_an_epoch_counts_to_the_epoch_that_it_is_a_part_of() throws IOException {
    run.append(
        "{\"step\":1,\"epoch\":0.5,\"loss\":4}",
        "{\"step\":2,\"epoch\":1.0,\"loss\":2}",
        "{\"step\":2,\"epoch\":1.0,\"eval_loss\":3}",
        "{\"step\":3,\"epoch\":1.5,\"loss\":1}");

    List<Epoch> epochs = run.layers("", "a").epochs();
    assertEquals(List.of(1.0, 2.0), epochs.stream().map(Epoch::epoch).toList());
    assertEquals(3, epochs.get(0).loss());
    assertEquals(3, epochs.get(0).validationLoss());
  }

  @Test
  void a_loss_that_is_not_finite_leaves_the_mean_of_the_others() throws IOException {
    run.append(
        "{\"step\":1,\"epoch\":1,\"loss\":4}",
        "{\"step\":2,\"epoch\":1,\"loss\":NaN}",
        "{\"step\":3,\"epoch\":1,\"loss\":Infinity}",
        "{\"step\":4,\"epoch\":1,\"loss\":2}");

    assertEquals(3, run.layers("", "a").epochs().get(0).loss());
  }

  @Test
  void an_epoch_that_the_run_went_back_into_begins_anew() throws IOException {
    run.append(
        "{\"step\":1,\"epoch\":1,\"loss\":8}",
        "{\"step\":2,\"epoch\":2,\"loss\":100}",
        "{\"step\":3,\"epoch\":2,\"loss\":100}",
        "{\"step\":4,\"epoch\":2,\"loss\":100}",
        "{\"step\":5,\"epoch\":3,\"loss\":100}",
        "{\"step\":3,\"epoch\":2,\"loss\":4}",
        "{\"step\":4,\"epoch\":2,\"loss\":2}");

    List<Epoch> epochs = run.layers("", "a").epochs();
    assertEquals(List.of(1.0, 2.0), epochs.stream().map(Epoch::epoch).toList());
    assertEquals(List.of(8.0, 3.0), epochs.stream().map(Epoch::loss).toList());
  }

  @Test
  void epochs_without_end_take_no_memory() throws IOException {
    run.append(
        IntStream.range(0, 5_000)
            .mapToObj(i -> "{\"epoch\":%d,\"loss\":%d}".formatted(i, i % 2))
            .toArray(String[]::new));

    List<Epoch> epochs = run.layers("", "a").epochs();
    assertTrue(epochs.size() <= 1_000 && epochs.size() > 500, epochs.size() + " epochs");
    assertEquals(0.5, epochs.get(300).loss());
  }
}
