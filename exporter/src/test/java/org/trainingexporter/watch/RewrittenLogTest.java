package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class RewrittenLogTest {
  private static final String TABLE = "run/metrics.csv";
  private static final String LOG = "run/train.jsonl";

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private static String rows(int first, int last, String more) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> i + "," + 3.0 / i + more + "\n")
        .collect(Collectors.joining());
  }

  private void assertMoves(long records, long restarts, long rewinds) throws IOException {
    assertEquals(records, logs.records());
    assertEquals(restarts, logs.run().counts().restarts());
    assertEquals(rewinds, logs.run().counts().rewinds());
  }

  @Test
  void a_table_that_is_written_again_with_one_more_column_goes_on() throws IOException {
    logs.write(TABLE, "step,train_loss\n" + rows(1, 20, ""));
    logs.poll();
    logs.write(TABLE, "step,train_loss,val_loss\n" + rows(1, 21, ",") + "21,,1.5\n");
    assertEquals(21, logs.poll().step());
    assertMoves(22, 0, 0);
    assertEquals(1.5, logs.run().validation().newest().loss());
    assertEquals(20, logs.run().counts().steps());
  }

  @Test
  void a_table_that_is_caught_half_written_goes_on_once_it_is_whole() throws IOException {
    logs.write(TABLE, "step,train_loss\n" + rows(1, 20, ""));
    logs.poll();
    logs.write(TABLE, "step,train_loss,val_loss\n" + rows(1, 7, ","));
    logs.poll();
    logs.append(TABLE, rows(8, 22, ","));
    assertEquals(22, logs.poll().step());
    assertMoves(22, 0, 0);
  }

  @Test
  void columns_in_another_order_are_the_same_columns() throws IOException {
    logs.write(TABLE, "step,train_loss\n1,3.0\n2,2.5\n");
    logs.poll();
    logs.write(TABLE, "train_loss,step,lr\n3.0,1,\n2.5,2,\n2.0,3,0.1\n");
    assertEquals(3, logs.poll().step());
    assertMoves(3, 0, 0);
  }

  @Test
  void lines_that_differ_from_the_seventh_on_are_a_rewind_to_it() throws IOException {
    logs.write(LOG, Lines.trains(1, 10));
    logs.poll();
    logs.write(LOG, Lines.trains(1, 6) + Lines.train(7, 0.5) + Lines.train(8, 0.25));
    assertEquals(8, logs.poll().step());
    assertMoves(12, 0, 1);
  }

  @Test
  void a_log_that_was_cut_back_goes_on_with_a_rewind() throws IOException {
    logs.write(LOG, Lines.trains(1, 10));
    logs.poll();
    logs.write(LOG, Lines.trains(1, 6));
    assertEquals(10, logs.poll().step());
    logs.append(LOG, Lines.train(7, 0.5));
    assertEquals(7, logs.poll().step());
    assertMoves(11, 0, 1);
  }

  @Test
  void a_log_cut_back_for_long_may_repeat_what_it_held() throws IOException {
    logs.write(LOG, Lines.trains(1, 10));
    logs.poll();
    logs.write(LOG, Lines.trains(1, 6));
    logs.pollAfter(Duration.ofSeconds(15));
    logs.append(LOG, Lines.train(7));
    assertEquals(7, logs.poll().step());
    assertMoves(11, 0, 1);
  }

  @Test
  void another_log_under_the_same_name_is_new() throws IOException {
    logs.write(LOG, Lines.trains(1, 10));
    logs.poll();
    logs.write(LOG, Lines.train(1, 0.5) + Lines.train(2, 0.25));
    assertEquals(2, logs.poll().step());
    assertMoves(12, 1, 0);
  }

  @Test
  void a_line_that_is_read_again_is_not_rejected_again() throws IOException {
    logs.write(LOG, Lines.train(1) + "broken\n" + Lines.trains(2, 6));
    logs.poll();
    logs.write(LOG, Lines.train(1) + "broken\n" + Lines.trains(2, 6) + "{broken\n");
    logs.poll();
    logs.write(
        LOG, Lines.train(1) + "broken\n" + Lines.trains(2, 3) + Lines.train(4, 9.5) + "[broken\n");
    logs.poll();
    assertEquals(3, logs.run().counts().rejections().values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void of_a_long_log_too_no_record_is_lost_where_it_differs() throws IOException {
    int steps = 20_000;
    logs.write(LOG, Lines.trains(1, steps));
    logs.poll();
    logs.write(LOG, Lines.trains(1, steps - 3) + Lines.train(steps - 2, 0.5));
    assertEquals(steps - 2, logs.pollAfter(Duration.ofSeconds(15)).step());
    assertEquals(1, logs.run().counts().rewinds());
    long again = logs.run().counts().records().get(RecordKind.TRAIN) - steps;
    assertTrue(again >= 1 && again <= 8, again + " records again");
  }
}
