package org.trainingexporter.parse.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.testing.WatchedDirectory;

final class TablesTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private double loss() throws IOException {
    return logs.run().signals().newest(Signal.LOSS);
  }

  private double epoch() throws IOException {
    return logs.run().position().epoch();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9, 10, 11, 12, 15, 20})
  void a_last_row_without_its_line_end_is_read_however_long_its_number_is(int decimals)
      throws IOException {
    logs.write("run/log.csv", "epoch\tloss\n7\t2." + "5".repeat(decimals));
    logs.poll().pollAfter(Duration.ofHours(1));

    assertEquals(7, epoch());
    assertEquals(Double.parseDouble("2." + "5".repeat(decimals)), loss());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epoch,loss,val_loss\n1,2.5,3\n2,2.25,2.75\n",
        "epoch;loss;val_loss\n1;2,5;3\n2;2,25;2,75\n",
        "epoch\tloss\tval_loss\n1\t2.5\t3\n2\t2.25\t2.75\n",
        "epoch|loss|val_loss\n1|2.5|3\n2|2.25|2.75\n",
        "  epoch   loss  val_loss\n    1   2.5      3\n    2  2.25   2.75\n",
        "# epoch loss val_loss\n1 2.5 3\n2 2.25 2.75\n",
        "# made by hand\nepoch,loss,val_loss\n# the first\n1,2.5,3\n2,2.25,2.75\n",
        "\"epoch\",\"loss\",\"val_loss\"\n\"1\",\"2.5\",\"3\"\n\"2\",\"2.25\",\"2.75\"\n",
        "epoch,loss,val_loss\r\n1,2.5,3\r\n\r\n2,2.25,2.75\r\n",
        "epoch , loss , val_loss ,\n1 , 2.5 , 3 ,\n2 , 2.25 , 2.75 ,\n",
      })
  void whatever_stands_between_its_cells_a_table_is_read(String table) throws IOException {
    for (String name : new String[] {"run.csv", "run.tsv", "run.dat", "run.out", "run.log"}) {
      logs.write(name + "/" + name, table);
    }
    logs.poll();
    assertEquals(5, logs.names().size());
    for (String run : logs.names()) {
      assertEquals(2, logs.run(run).position().epoch(), run);
      assertEquals(2.25, logs.run(run).signals().newest(Signal.LOSS), run);
      assertEquals(2.75, logs.run(run).validation().newest().loss(), run);
      assertEquals(0, logs.run(run).counts().rejections().size(), run);
    }
  }

  @Test
  void a_header_that_comes_again_begins_a_table_of_other_columns() throws IOException {
    logs.write("t.csv", "epoch,loss\n1,2.5\nepoch,lr,loss\n2,0.5,2\n");
    logs.poll();
    assertEquals(2, loss());
    assertEquals(2, logs.records());
  }

  @Test
  void names_of_a_table_by_blanks_may_hold_one_blank() throws IOException {
    logs.write("t.dat", "epoch   train loss   val loss\n1   2.5   3\n2   2   2.75\n");
    logs.poll();
    assertEquals(2, loss());
    assertEquals(2.75, logs.run().validation().newest().loss());
  }

  @Test
  void a_row_gives_its_named_cells_whatever_its_width() throws IOException {
    logs.write("t.csv", "epoch,loss,lr\n1,3\n2,2.5,0.5,7,8\n3,2,,\n");
    logs.poll();
    assertEquals(3, logs.records());
    assertEquals(2, loss());
    assertEquals(1, logs.rejected(Rejection.WRONG_SHAPE));
  }

  @Test
  void a_line_without_a_number_costs_itself() throws IOException {
    logs.write("t.csv", "epoch,loss,lr\n1,3,1\nTraceback of\n2,\"2\n3,1,1\n");
    logs.poll();
    assertEquals(2, logs.records());
    assertEquals(2, logs.rejected(Rejection.NOT_OBJECT));
  }

  @Test
  void a_line_that_is_no_text_costs_itself() throws IOException {
    logs.write("t.csv", "epoch,loss\n1,3\n2,\u00ff\u00fe\n3,1\n".getBytes(ISO_8859_1));
    logs.poll();
    assertEquals(2, logs.records());
    assertEquals(1, logs.rejected(Rejection.NOT_UTF8));
  }

  @Test
  void a_first_column_without_a_name_that_counts_by_one_is_the_epoch() throws IOException {
    logs.write("a/h.csv", ",loss\n0,3\n1,2\n");
    logs.write("b/h.csv", "Unnamed: 0,loss\n5,3\n6,2\n");
    logs.write("c/h.csv", ",loss\n5,3\n7,2\n");
    logs.write("d/h.csv", ",open,return\n0,3,1\n1,2,1\n");
    logs.write("e/h.csv", ",step,loss\n0,10,3\n1,20,2\n");
    logs.poll();
    assertEquals(Set.of("a", "b", "e"), logs.names());
    assertEquals(1, logs.run("a").position().epoch());
    assertEquals(6, logs.run("b").position().epoch());
    assertEquals(20, logs.run("e").position().step());
    assertEquals(Double.NaN, logs.run("e").position().epoch());
  }

  @Test
  void words_for_no_value_are_none_and_other_spellings_of_numbers_are_numbers() throws IOException {
    logs.write(
        "t.tsv",
        """
        step\tloss\tlr\tgrad_norm
        1\tNone\tNA\t
        1,000\ttensor(2.5, device='cuda:0')\t[0.25]\tnull
        1,001\t-nan(ind)\t1e-4\t1.#INF
        """);
    logs.poll();
    assertEquals(1001, logs.step());
    assertEquals(2.5, loss());
    assertEquals(1e-4, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals(0, logs.run().counts().rejections().size());
  }

  @Test
  void utf_16_with_its_mark_is_read_as_it_grows() throws IOException {
    for (var charset : new Charset[] {UTF_16LE, UTF_16BE}) {
      String name = charset.name() + "/t.csv";
      logs.write(name, "\uFEFFepoch,loss,größe\n1,2.5,1\n".getBytes(charset));
      logs.pollLater();
      logs.append(name, "2,2.25,3\r\n".getBytes(charset));
      logs.poll();
      assertEquals(2.25, logs.run(charset.name()).signals().newest(Signal.LOSS));
      assertEquals(0, logs.run(charset.name()).counts().rejections().size());
    }
  }

  @Test
  void the_last_row_is_read_when_its_line_has_ended_or_after_silence() throws IOException {
    logs.write("t.csv", "epoch,loss\n1,3\n2,2.");
    logs.poll();
    assertEquals(1, epoch());
    logs.append("t.csv", "5");
    logs.poll();
    assertEquals(1, epoch());
    logs.pollLater();
    assertEquals(2.5, loss());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Training started\nEpoch 1\nEpoch 2\n",
        "step loss\nthe step is 3 and the loss is 2\nthat was all\n",
        "{\"step\": 1, \"loss\": 2}\n",
        "epoch: loss:\n1 2\n2 1\n",
        "epoch loss\n",
        "date open close\n1 2 3\n2 3 4\n",
      })
  void text_that_shows_no_table_is_not_taken_for_one(String text) throws IOException {
    Path file = logs.write("t.log", text.getBytes(UTF_8));
    assertFalse(TableFormat.shown().recognizes(head(file)));
  }

  private static FileHead head(Path file) throws IOException {
    return FileHead.read(file);
  }

  @Test
  void a_table_may_begin_behind_some_lines_of_text() throws IOException {
    logs.write("t.log", "using cuda:0\nModel: resnet18\nepoch loss\n1 2.5\n2 2\n3 1.5\n");
    logs.poll();
    assertEquals(3, logs.records());
    assertEquals(1.5, loss());
  }
}
