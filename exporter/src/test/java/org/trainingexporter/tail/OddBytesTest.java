package org.trainingexporter.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class OddBytesTest {
  private static final String MARK = "\uFEFF";

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void assertReads(String text, int records) throws IOException {
    logs.write("train.jsonl", text);
    assertEquals(records, logs.pollLater().step());
    assertEquals(records, logs.records());
    assertEquals(0, logs.run().counts().rejections().size());
  }

  @Test
  void empty_lines_are_no_records() throws IOException {
    assertReads("\n\n" + Lines.train(1) + "\n  \n\t\n" + Lines.train(2) + "\n", 2);
  }

  @Test
  void lines_may_end_as_on_windows() throws IOException {
    assertReads(Lines.trains(1, 9).replace("\n", "\r\n") + "\r\n", 9);
  }

  @Test
  void a_byte_order_mark_is_passed_over() throws IOException {
    assertReads(MARK + Lines.trains(1, 3), 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x7B, 0xBE, 0xC0})
  void two_bytes_of_a_mark_with_any_third_are_no_mark(int third) throws IOException {
    byte[] line = Lines.train(1).getBytes(UTF_8);
    byte[] bytes = new byte[line.length + 3];
    bytes[0] = (byte) 0xEF;
    bytes[1] = (byte) 0xBB;
    bytes[2] = (byte) third;
    System.arraycopy(line, 0, bytes, 3, line.length);
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("train.jsonl", bytes);
    logs.append("train.jsonl", Lines.train(2));
    logs.pollLater();
    assertEquals(1, logs.records());
    Rejection reason = third == 0xBE ? Rejection.NOT_JSON : Rejection.NOT_UTF8;
    assertEquals(1, logs.rejected(reason));
  }

  @Test
  void a_table_may_begin_with_a_byte_order_mark() throws IOException {
    logs.write("log.csv", MARK + "step,loss\r\n1,2.5\r\n2,2.25\r\n");
    assertEquals(2, logs.pollLater().step());
    assertEquals(2.25, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void a_document_may_begin_with_a_byte_order_mark() throws IOException {
    logs.write("trainer_state.json", MARK + "{\"log_history\":[{\"step\":5,\"loss\":1.5}]}");
    assertEquals(5, logs.pollLater().step());
  }

  @Test
  void a_hole_of_nuls_before_a_line_is_passed_over() throws IOException {
    assertReads(Lines.train(1) + "\0".repeat(5000) + Lines.trains(2, 4), 4);
  }

  @Test
  void a_hole_of_nuls_in_a_table_is_passed_over() throws IOException {
    logs.write("log.csv", "step,loss\n1,2.5\n" + "\0".repeat(5000) + "2,2.25\n3,2\n");
    assertEquals(3, logs.pollLater().step());
    assertEquals(3, logs.records());
    assertEquals(0, logs.run().counts().rejections().size());
  }

  @Test
  void a_hole_larger_than_the_buffer_is_passed_over() throws IOException {
    Path log = logs.write("train.jsonl", Lines.train(1));
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
      file.seek(40_000_000);
      file.write(Lines.trains(2, 3).getBytes(UTF_8));
    }
    logs.touch(log);
    assertEquals(3, logs.pollLater().step());
    assertEquals(3, logs.records());
  }

  @Test
  void nuls_at_the_end_may_turn_into_lines() throws IOException {
    Path log = logs.write("train.jsonl", Lines.train(1) + "\0".repeat(3000));
    assertEquals(1, logs.pollLater().step());
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
      file.seek(Lines.train(1).length());
      file.write(Lines.trains(2, 3).getBytes(UTF_8));
    }
    logs.touch(log);
    assertEquals(3, logs.poll().step());
    assertEquals(3, logs.records());
    assertEquals(0, logs.run().counts().restarts());
  }

  @Test
  void a_line_of_another_encoding_is_rejected_and_nothing_else() throws IOException {
    logs.write("train.jsonl", Lines.train(1));
    logs.append("train.jsonl", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
    logs.append("train.jsonl", "\n" + Lines.train(2));
    assertEquals(2, logs.pollLater().step());
    assertEquals(1, logs.rejected(Rejection.NOT_UTF8));
  }

  @Test
  void a_row_of_another_encoding_is_rejected_and_nothing_else() throws IOException {
    logs.write("log.csv", "step,loss\n1,2.5\n");
    logs.append(
        "log.csv", new byte[] {'2', ',', (byte) 0xC3, (byte) 0x28, '\n', '3', ',', '2', '\n'});
    assertEquals(3, logs.pollLater().step());
    assertEquals(1, logs.rejected(Rejection.NOT_UTF8));
  }
}
