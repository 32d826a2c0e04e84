package org.trainingexporter.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void emptyLinesAreNoRecords() throws IOException {
    assertReads("\n\n" + Lines.train(1) + "\n  \n\t\n" + Lines.train(2) + "\n", 2);
  }

  @Test
  void linesMayEndAsOnWindows() throws IOException {
    assertReads(Lines.trains(1, 9).replace("\n", "\r\n") + "\r\n", 9);
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertReads(MARK + Lines.trains(1, 3), 3);
  }

  @Test
  void aTableMayBeginWithAByteOrderMark() throws IOException {
    logs.write("log.csv", MARK + "step,loss\r\n1,2.5\r\n2,2.25\r\n");
    assertEquals(2, logs.pollLater().step());
    assertEquals(2.25, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void aDocumentMayBeginWithAByteOrderMark() throws IOException {
    logs.write("trainer_state.json", MARK + "{\"log_history\":[{\"step\":5,\"loss\":1.5}]}");
    assertEquals(5, logs.pollLater().step());
  }

  @Test
  void aHoleOfNulsBeforeALineIsPassedOver() throws IOException {
    assertReads(Lines.train(1) + "\0".repeat(5000) + Lines.trains(2, 4), 4);
  }

  @Test
  void aHoleOfNulsInATableIsPassedOver() throws IOException {
    logs.write("log.csv", "step,loss\n1,2.5\n" + "\0".repeat(5000) + "2,2.25\n3,2\n");
    assertEquals(3, logs.pollLater().step());
    assertEquals(3, logs.records());
    assertEquals(0, logs.run().counts().rejections().size());
  }

  @Test
  void aHoleLargerThanTheBufferIsPassedOver() throws IOException {
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
  void nulsAtTheEndMayTurnIntoLines() throws IOException {
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
  void aLineOfAnotherEncodingIsRejectdAndNothingElse() throws IOException {
    logs.write("train.jsonl", Lines.train(1));
    logs.append("train.jsonl", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
    logs.append("train.jsonl", "\n" + Lines.train(2));
    assertEquals(2, logs.pollLater().step());
    assertEquals(1, logs.rejected(Rejection.NOT_UTF8));
  }

  @Test
  void aRowOfAnotherEncodingIsRejectdAndNothingElse() throws IOException {
    logs.write("log.csv", "step,loss\n1,2.5\n");
    logs.append(
        "log.csv", new byte[] {'2', ',', (byte) 0xC3, (byte) 0x28, '\n', '3', ',', '2', '\n'});
    assertEquals(3, logs.pollLater().step());
    assertEquals(1, logs.rejected(Rejection.NOT_UTF8));
  }
}
