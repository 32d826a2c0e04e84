package org.trainingexporter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.testing.ChildJvm;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** What the exporter's own log quotes of lines that are rejected. */
final class QuotedLinesTest {
  private static final String SECRET = "root:$6$salt$hash:19000:0:99999:7:::";

  @TempDir private Path root;

  @Test
  void a_file_in_a_logs_place_is_quoted_once_it_has_a_record_and_never_at_length()
      throws Exception {
    String log = ChildJvm.with().run(Scenario.class, root.toString()).output();
    assertTrue(log.contains("not_json: broken at first"), log);
    assertTrue(log.contains("not_json: (not shown)"), log);
    assertFalse(log.contains("root:"), log);
    assertTrue(log.contains("not_json: after a record"), log);
    log.lines().forEach(line -> assertFalse(line.contains("x".repeat(81)), line));
    assertTrue(log.contains("x".repeat(50)), log);
  }

  /** Prints what is logged while a log is replaced, first by what is none. */
  static final class Scenario {
    private Scenario() {}

    public static void main(String[] args) throws IOException {
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      System.setErr(new PrintStream(told, true, UTF_8));
      WatchedDirectory logs = new WatchedDirectory(Path.of(args[0]));
      logs.write("a/train.jsonl", Lines.train(1) + "broken at first\n" + Lines.trains(2, 9));
      logs.pollLater();
      Path log = logs.path("a/train.jsonl");
      Files.move(log, logs.path("a/train.jsonl.1"));
      logs.write("a/train.jsonl", SECRET + "\n" + SECRET + "\n");
      logs.pollLater();
      assertEquals(3, logs.rejected(Rejection.NOT_JSON));
      logs.append("a/train.jsonl", Lines.train(10) + "after a record\n" + "x".repeat(500) + "\n");
      logs.pollLater();
      System.out.print(told.toString(UTF_8));
    }
  }
}
