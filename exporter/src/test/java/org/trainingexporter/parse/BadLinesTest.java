package org.trainingexporter.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.testing.ChildJvm;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Lines that are no records: each is counted under its reason and costs itself alone. */
final class BadLinesTest {
  @TempDir private Path root;

  private WatchedDirectory read(String line) throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("train.jsonl", Lines.train(1));
    logs.pollLater();
    logs.append("train.jsonl", Lines.train(2) + line + "\n" + Lines.train(3));
    logs.poll();
    assertEquals(3, logs.step());
    assertEquals(3, logs.records());
    return logs;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"step\":2,\"loss\":1.                    | NOT_JSON",
        "{\"step\":2,\"loss\":1}}                   | NOT_JSON",
        "{\"step\":2 \"loss\":1}                    | NOT_JSON",
        "{'step':2,'loss':1}                        | NOT_JSON",
        "{\"step\":2,\"loss\":1} trailing words     | NOT_JSON",
        "{\"step\":2,\"loss\":01}                   | NOT_JSON",
        "Epoch 2: loss 1.5                          | NOT_JSON",
        "<html>&amp;</html>                         | NOT_JSON",
        "[1,2,3]                                    | NOT_OBJECT",
        "42                                         | NOT_OBJECT",
        "\"text\"                                   | NOT_OBJECT",
        "null                                       | NOT_OBJECT",
        "[{\"step\":2,\"loss\":1}]                  | NOT_OBJECT",
      })
  void a_line_that_is_no_record_is_counted_under_its_reason(String line, Rejection reason)
      throws IOException {
    WatchedDirectory logs = read(line.strip());
    assertEquals(1, logs.rejected(reason));
    assertEquals(1, logs.run().counts().rejections().size());
  }

  @Test
  void of_a_line_cut_off_by_another_the_whole_object_at_its_end_is_read() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("train.jsonl", Lines.train(1) + Lines.train(2).substring(0, 22) + Lines.train(3));
    assertEquals(3, logs.pollLater().step());
    assertEquals(2, logs.records());
    assertEquals(1, logs.rejected(Rejection.NOT_JSON));
  }

  @Test
  void an_object_within_a_broken_line_is_no_record() throws IOException {
    read("{\"step\":2,\"loss\":1 {\"loss\":3,\"epoch\":1}");
  }

  @Test
  void an_object_over_several_lines_is_rejected_line_by_line() throws IOException {
    assertEquals(3, read("{\n\"step\":2}\n}").rejected(Rejection.NOT_JSON));
  }

  @Test
  void nesting_of_ten_thousand_objects_is_rejected() throws IOException {
    String line = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    assertEquals(1, read(line).rejected(Rejection.NOT_JSON));
  }

  @Test
  void nesting_of_ten_thousand_lists_is_rejected() throws IOException {
    String line = "{\"step\":2,\"loss\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertEquals(1, read(line).rejected(Rejection.NOT_JSON));
  }

  @Test
  void surplus_cells_of_a_row_are_counted_once_and_a_text_in_place_of_a_row_is_rejected()
      throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("log.csv", "epoch,loss\n0,2\nstopped\n2,1.5,7,8\n3,abc\n4,1\n");
    logs.pollLater();
    assertEquals(4, logs.run().position().epoch());
    assertEquals(1, logs.rejected(Rejection.NOT_OBJECT));
    assertEquals(1, logs.rejected(Rejection.WRONG_SHAPE));
    assertEquals(1, logs.rejected(Rejection.NOT_A_NUMBER));
  }

  @Test
  void a_last_line_that_is_rejected_is_counted_at_once() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("train.jsonl", Lines.train(1));
    logs.pollLater();
    logs.append("train.jsonl", "broken\n");
    assertEquals(1, logs.poll().rejected(Rejection.NOT_JSON));
  }

  @Test
  void rejections_are_told_without_a_stack_trace_and_not_without_end() throws Exception {
    String told = ChildJvm.with().run(Scenario.class, root.toString()).output();
    assertEquals(7, told.lines().count(), told);
    assertFalse(told.contains("\tat "), told);
    assertFalse(told.contains("\u0007"), told);
  }

  /** Says to standard output what was logged about a file of many broken lines. */
  static final class Scenario {
    private Scenario() {}

    public static void main(String[] args) throws IOException {
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      System.setErr(new PrintStream(told, true, UTF_8));
      WatchedDirectory logs = new WatchedDirectory(Path.of(args[0]));
      logs.write("a/train.jsonl", Lines.train(1) + "bro\u0007ken\n".repeat(1000));
      logs.append("a/train.jsonl", "{\"step\":2,\"loss\":{\"a\u0007\":[1,");
      logs.poll().pollLater().pollLater();
      System.out.print(told.toString(UTF_8));
    }
  }
}
