package org.trainingexporter.parse.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.Block;
import org.trainingexporter.testing.Exploration;

/** A line of a known shape gives what it gives without that shape being known. */
final class SameWithTemplatesTest {
  private static final List<String> SHAPES =
      List.of(
          "step # loss #",
          "step # | loss # | lr # | # it/s",
          "2025-11-22 08:15:#,500 - INFO - Epoch [#][#/#]\tlr: #, eta: #, bbox: #, loss: #",
          "iter #: loss #, time #, mfu #%",
          " iteration    #/   # | samples:  # | per iteration (ms): # | lm loss: # | nan runs: # |",
          "worker # loaded # of # shards in # s",
          "val loss: # (avg #) [#/#]",
          "loss (# / #) (acc=#) (x: #)",
          "train: loss=# acc=# | val: loss=# acc=#",
          "[worker #] loss #-# at step#",
          "step # Top # acc # nan # foo: #",
          "#/# [==>..] - ETA: #s - loss: #",
          "step # loss # --> #",
          "x[#] y(#) step # z{#} 'q #' \"#\" loss #",
          "Epoch # of #",
          "Test: [#/#] loss: # (#)",
          "step #, loss #, # , #x, a/# b.# c:# d=# e-#",
          "layer(a=#, b=[#, #]) step # loss #",
          "step # loss [#, #] acc [#]",
          "s:# trl:# lr:#",
          "main.py:# step # loss # www.x.org/# 10.0.#.#");

  private static final List<String> NUMBERS =
      List.of(
          "5",
          "17",
          "0.5",
          "2.25",
          "-3",
          "-0.5",
          "1e-4",
          "nan",
          "-inf",
          "1,234",
          "12,5",
          "3/10",
          "3 / 10",
          "0:02:12",
          "1 day, 3:04:05",
          "5%",
          "1.2k",
          "2.5 (2.4)",
          "2.5 (a=3)",
          "[2.4]",
          "5 ms",
          "(0.3)",
          "tensor(2.5)",
          "00094",
          ".5",
          "+2",
          "None",
          "3:",
          "7.",
          "2.5 (",
          "5|",
          "1h 2m",
          "9 of 10",
          "'4'",
          "3µs",
          "");

  @Provide
  Arbitrary<String> logs() {
    return Arbitraries.randoms().map(SameWithTemplatesTest::log);
  }

  /** Lines of few shapes, most of whose numbers are alike. */
  private static String log(Random random) {
    List<String> shapes = pick(SHAPES, 1 + random.nextInt(3), random);
    List<String> numbers = pick(NUMBERS, 1 + random.nextInt(3), random);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String shape = pick(shapes, 1, random).get(0);
      for (int at = 0; at < shape.length(); at++) {
        char c = shape.charAt(at);
        List<String> from = random.nextInt(20) == 0 ? NUMBERS : numbers;
        out.append(c == '#' ? number(pick(from, 1, random).get(0), random) : c);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static List<String> pick(List<String> all, int count, Random random) {
    return IntStream.range(0, count).mapToObj(i -> all.get(random.nextInt(all.size()))).toList();
  }

  /** Another number of the same kind. */
  private static String number(String like, Random random) {
    return like.chars()
        .mapToObj(c -> c >= '1' && c <= '9' ? "" + (char) ('1' + random.nextInt(9)) : "" + (char) c)
        .collect(Collectors.joining());
  }

  private static List<String> records(String log, boolean usesTemplates) {
    Timestamps times = new Timestamps(ZoneOffset.UTC);
    RecordReader reader = new RecordReader(new KeyRegistry(Map.of()), times);
    TextLineParser parser = new TextLineParser(reader, RejectionListener.NONE, usesTemplates);
    byte[] bytes = log.getBytes(UTF_8);
    parser.accept(new Block(bytes, 0, bytes.length, true, false));
    List<String> found = new ArrayList<>();
    LogRecord record = new LogRecord();
    while (parser.next(record)) {
      StringBuilder text = new StringBuilder(record.line() + " " + record.time());
      for (int i = 0; i < record.size(); i++) {
        text.append(' ').append(record.field(i).name).append('=').append(record.value(i));
      }
      found.add(text.toString());
    }
    return found;
  }

  @Test
  void a_number_that_was_passed_over_is_one_beside_another_value() {
    String log =
        """
         iteration    8 of 20/   5/20 | samples:  4 of 20 | lm loss: 4 of 80 |
         iteration    8 of 20/   3 of 10 | samples:  8 of 60 | lm loss: 8 of 20 |
        """;
    assertEquals(
        String.join("\n", records(log, false)), String.join("\n", records(log, true)), log);
  }

  @Test
  void a_list_ends_at_its_own_bracket() {
    String log =
        """
        step 7 loss [5, None] acc [6.4]
        step 8 loss [None, None] acc [6.4 (1.2)]
        step 9 loss: tensor(2.5, device='cuda:0') acc [0.5 (0.4)]
        """;
    List<String> read =
        List.of(
            "1 NaN step=7.0 acc=6.4", "2 NaN step=8.0 acc=6.4", "3 NaN step=9.0 loss=2.5 acc=0.5");
    assertEquals(read, records(log, false));
    assertEquals(read, records(log, true));
  }

  @Property(
      tries = 2_000 * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void lines_of_known_shapes_give_the_same_records(@ForAll("logs") String log) {
    assertEquals(
        String.join("\n", records(log, false)), String.join("\n", records(log, true)), log);
  }

  @Test
  void the_logs_that_are_compared_hold_records() {
    int records = 0;
    for (int seed = 0; seed < 100; seed++) {
      records += records(log(new Random(seed)), true).size();
    }
    assertTrue(records > 1_000, records + " records");
  }
}
