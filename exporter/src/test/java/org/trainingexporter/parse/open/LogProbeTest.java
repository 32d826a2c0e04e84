package org.trainingexporter.parse.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.FullScan;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.FileState;

/** One probe says all of a file; what it has found is used when the log is opened. */
final class LogProbeTest {
  private static final double MODIFIED = 1_000_000;
  private static final double NOW = MODIFIED + 3_600;
  private static final String TIMELESS =
      """
      {"step":1,"loss":2.5,"elapsed_time":0}
      {"step":2,"loss":2.4,"elapsed_time":10}
      {"step":3,"loss":2.3,"elapsed_time":20}
      """;

  /** The same records, but for their elapsed times. */
  private static final String FASTER = TIMELESS.replace(":10}", ":1}").replace(":20}", ":2}");

  @TempDir private Path root;
  private long size = 1;
  private final Logs logs =
      new Logs(path -> new FileState(path, size, (long) (MODIFIED * 1e9)), 1 << 20);

  private static ParseContext context() {
    return new ParseContext(new KeyRegistry(Map.of()), new Timestamps(ZoneOffset.UTC));
  }

  private LogFiles write(String name, String text) throws IOException {
    return LogFiles.alone(Files.writeString(root.resolve(name), text));
  }

  private LogProfile probe(String name, String text) throws IOException {
    LogFiles files = write(name, text);
    size = text.length();
    return logs.probe().probe(files, context(), NOW);
  }

  private List<Double> secondsBeforeTheEnd(LogProfile profile, LogFiles files) throws IOException {
    RecordSource source = logs.open(profile, files, context(), RejectionListener.NONE, NOW);
    List<Double> times = new ArrayList<>();
    LogRecord record = new LogRecord();
    for (boolean more = source.checkForChanges(NOW); more && source.next(record); ) {
      times.add(MODIFIED - record.time());
    }
    return times;
  }

  @Test
  void each_format_is_recognized_by_name_and_head() throws IOException {
    assertEquals("json_lines", probe("a.jsonl", TIMELESS).format().label());
    assertEquals("csv", probe("a.csv", "epoch,loss\n1,2.5\n").format().label());
    String document = "{\"best\":null,\"log_history\":[{\"step\":1,\"loss\":2.5}]}";
    assertEquals("document", probe("a.json", document).format().label());
    assertEquals("json_lines", probe("b.json", TIMELESS).format().label());
  }

  @Test
  void a_log_with_times_of_its_own_is_not_scanned() throws IOException {
    LogProfile profile = probe("a.jsonl", "{\"step\":1,\"loss\":2,\"timestamp\":1700000000}\n");
    assertEquals(TimeBasis.ZONED, profile.timeBasis());
    assertEquals(1_700_000_000, profile.firstTime());
    assertSame(FullScan.NONE, profile.scan());
  }

  @Test
  void a_file_that_is_no_log_is_not_scanned() throws IOException {
    LogProfile profile = probe("a.jsonl", "{\"text\":\"a\"}\n".repeat(FileHead.LINES + 1));
    assertFalse(profile.isLog());
    assertTrue(profile.isBounded());
    assertSame(FullScan.NONE, profile.scan());
  }

  @Test
  void times_without_a_zone_are_local() throws IOException {
    String local = "{\"step\":1,\"loss\":2,\"timestamp\":\"2023-11-14T22:13:20\"}\n";
    LogProfile profile = probe("a.jsonl", local);
    assertEquals(TimeBasis.LOCAL, profile.timeBasis());
    assertEquals(1_700_000_000, profile.scan().lastTime());
  }

  @Test
  void a_training_record_behind_the_head_is_found_by_the_scan() throws IOException {
    String validations = "{\"step\":1,\"val_loss\":2,\"timestamp\":1700000000}\n";
    assertFalse(probe("a.jsonl", validations.repeat(FileHead.LINES + 1)).trains());
    assertTrue(probe("b.jsonl", validations.repeat(FileHead.LINES) + TIMELESS).trains());
  }

  @Test
  void records_without_times_are_counted_back_from_the_end() throws IOException {
    LogProfile profile = probe("a.jsonl", TIMELESS);
    assertEquals(TimeBasis.FILE, profile.timeBasis());
    LogFiles files = LogFiles.alone(root.resolve("a.jsonl"));
    assertEquals(List.of(20.0, 10.0, 0.0), secondsBeforeTheEnd(profile, files));
  }

  /** The file system says that nothing was written: so no byte is read to find out the same. */
  @Test
  void an_unchanged_log_is_not_scanned_again() throws IOException {
    LogProfile profile = probe("a.jsonl", TIMELESS);
    LogFiles files = write("a.jsonl", FASTER + " ".repeat(2));
    assertEquals(List.of(20.0, 19.0, 0.0), secondsBeforeTheEnd(profile, files));
  }

  @Test
  void a_log_that_has_changed_is_scanned_again() throws IOException {
    LogProfile profile = probe("a.jsonl", TIMELESS);
    LogFiles files = write("a.jsonl", FASTER);
    size = FASTER.length();
    assertEquals(List.of(2.0, 1.0, 0.0), secondsBeforeTheEnd(profile, files));
  }

  @Test
  void a_log_under_other_key_names_is_scanned_again() throws IOException {
    LogProfile profile = probe("a.jsonl", TIMELESS);
    ParseContext renamed =
        new ParseContext(
            new KeyRegistry(Map.of("elapsed_time", "note")), new Timestamps(ZoneOffset.UTC));
    LogFiles files = LogFiles.alone(root.resolve("a.jsonl"));
    RecordSource source = logs.open(profile, files, renamed, RejectionListener.NONE, NOW);
    LogRecord record = new LogRecord();
    assertTrue(source.checkForChanges(NOW) && source.next(record));
    assertEquals(Double.NaN, record.time());
  }

  @Test
  void a_probe_leaves_the_context_as_it_is() throws IOException {
    ParseContext context = context();
    logs.probe().probe(write("a.jsonl", TIMELESS), context, NOW);
    assertEquals(0, context.keys().all().size());
  }
}
