package org.trainingexporter.parse.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.trainingexporter.parse.TextReading;
import org.trainingexporter.testing.Exploration;

/** Text gives the same records however its lines are spread over blocks, and never an exception. */
final class AnyCutTextTest {
  @Provide
  Arbitrary<String> logs() {
    Arbitrary<String> line =
        Arbitraries.of(
            "step 1 loss 2.5",
            "Epoch 3/10",
            "loss: nan, val_loss: 2",
            "2025-11-22 08:16:02,500 - INFO - t - step=5 lr=1e-3 loss=2",
            "----------------",
            "| rollout/ | |",
            "|    ep_rew_mean | 2.5 |",
            "| step | 5 |",
            " 45%|████ | 45/100 [00:12<00:15, 3.7it/s, loss=0.3]",
            "12/100 [==>....] - ETA: 3s - loss: 0.4",
            "{'step': 3, 'loss': tensor(2.5)}",
            "{\"step\": 3, \"loss\": 2.5",
            "Test: [78/79] loss: 5 (4)",
            "\u001b[31mstep 9 loss 1\u001b[0m\u001b[Astep 8 loss 3",
            "250 val 5.1",
            "prose without anything",
            "");
    Arbitrary<String> noise =
        Arbitraries.strings()
            .withChars("0123456789.:=|[](){}<>,%/-+eEnaif \t'\"\u001b\b\\stepoch")
            .ofMaxLength(40);
    Arbitrary<String> end = Arbitraries.of("\n", "\n", "\r", "\r\n");
    return Arbitraries.frequencyOf(Tuple.of(4, line), Tuple.of(1, noise))
        .flatMap(text -> end.map(e -> text + e))
        .list()
        .ofMaxSize(40)
        .map(lines -> String.join("", lines));
  }

  @Property(tries = 1_000 * Exploration.TIMES, seed = Exploration.SEED)
  void blocks_may_end_at_any_line(
      @ForAll("logs") String log,
      @ForAll @Size(max = 20) List<@IntRange(max = 3_000) Integer> cuts) {
    byte[] bytes = log.getBytes(UTF_8);
    TextReading reading = new TextReading();
    int from = 0;
    for (int cut : new TreeSet<>(cuts)) {
      int to = Math.min(cut, bytes.length);
      while (to > from && bytes[to - 1] != '\n' && bytes[to - 1] != '\r') {
        to--;
      }
      if (to > from) {
        byte[] block = Arrays.copyOfRange(bytes, from, to);
        reading.read(block, 0, block.length, from == 0);
        from = to;
      }
    }
    reading.read(bytes, from, bytes.length, from == 0);
    assertEquals(TextReading.records(bytes), reading.found());
  }

  @Property(tries = 1_000 * Exploration.TIMES, seed = Exploration.SEED)
  void no_bytes_are_too_much(@ForAll byte[] bytes, @ForAll("logs") String log) {
    String mixed = new String(bytes, ISO_8859_1) + log + new String(bytes, ISO_8859_1);
    byte[] all = mixed.getBytes(ISO_8859_1);
    assertEquals(TextReading.records(all), TextReading.records(all));
  }
}
