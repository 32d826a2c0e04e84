package org.trainingexporter.parse.eventfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.RecordText;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.ahead.AheadThreads;
import org.trainingexporter.testing.EventBytes;
import org.trainingexporter.testing.Exploration;

/** Whatever bytes a file holds, it is read to an end, in bounded memory, and nothing is thrown. */
final class AnyBytesTest {
  private final Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);

  private final AheadThreads ahead = new AheadThreads(1, 0, 150);

  /** How many records such a file has, read by one thread or by two. */
  private int read(byte[] bytes) throws IOException {
    rejected.clear();
    List<String> alone = read(bytes, AheadThreads.NONE);
    Map<Rejection, Integer> rejectedAlone = Map.copyOf(rejected);
    rejected.clear();
    assertEquals(alone, read(bytes, ahead));
    assertEquals(rejectedAlone, Map.copyOf(rejected));
    return alone.size();
  }

  private List<String> read(byte[] bytes, AheadThreads threads) throws IOException {
    Path directory = Files.createTempDirectory("events");
    Path file = directory.resolve("events.out.tfevents.1763800000.host");
    try {
      Files.write(file, bytes);
      ParseContext context =
          new ParseContext(new KeyRegistry(Map.of()), new Timestamps(ZoneOffset.UTC));
      RecordSource source =
          new EventFilesFormat()
              .open(
                  LogFiles.alone(file),
                  new FileAccess(FileState::of, 1 << 20, threads),
                  context.reader(),
                  (reason, line, key, detail) -> rejected.merge(reason, 1, Integer::sum));
      LogRecord record = new LogRecord();
      List<String> records = new ArrayList<>();
      if (source.checkForChanges(Double.MAX_VALUE)) {
        while (source.next(record)) {
          records.add(RecordText.of(record));
        }
      }
      return records;
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }

  @Property(
      tries = 300 * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void any_bytes(@ForAll @Size(max = 400) byte[] bytes) throws IOException {
    assertEquals(0, read(bytes));
  }

  @Property(
      tries = 300 * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void any_payload_in_a_frame_costs_itself(@ForAll @Size(max = 400) byte[] payload)
      throws IOException {
    byte[] file = new EventBytes().losses(0, 1, 2).frame(payload).losses(0, 3, 9).bytes();
    assertTrue(read(file) >= 9, () -> "rejected " + rejected);
  }

  @Property(
      tries = 300 * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void any_event_that_was_changed_costs_itself(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] counts = new byte[8 * random.nextInt(30)];
    random.nextBytes(counts);
    byte[] event =
        EventBytes.message(
            out -> {
              out.writeDouble(1, 5);
              out.writeInt64(2, 5);
              out.writeByteArray(5, EventBytes.message(s -> s.writeByteArray(1, value(counts))));
            });
    for (int i = random.nextInt(4); i >= 0; i--) {
      event[random.nextInt(event.length)] = (byte) random.nextInt();
    }
    byte[] file = new EventBytes().losses(0, 1, 2).frame(event).losses(0, 3, 9).bytes();
    assertTrue(read(file) >= 8, () -> "rejected " + rejected);
  }

  private static byte[] value(byte[] counts) {
    byte[] histogram =
        EventBytes.message(
            out -> {
              for (int field = 1; field <= 5; field++) {
                out.writeDouble(field, field);
              }
              out.writeByteArray(6, counts);
              out.writeByteArray(7, counts);
            });
    byte[] tensor =
        EventBytes.message(
            out -> {
              out.writeEnum(1, 2);
              out.writeByteArray(4, counts);
            });
    return EventBytes.message(
        out -> {
          out.writeString(1, "fc1/weight");
          out.writeByteArray(5, histogram);
          out.writeByteArray(8, tensor);
        });
  }

  @Test
  void a_length_that_no_file_has_ends_the_file() throws IOException {
    for (long length : new long[] {1L << 31, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
      rejected.clear();
      assertEquals(2, read(withHeader(length)));
      assertEquals(Map.of(Rejection.BAD_FRAME, 1), rejected);
    }
  }

  private static byte[] withHeader(long length) {
    byte[] whole = new EventBytes().losses(0, 1, 2).bytes();
    byte[] size = new byte[8];
    for (int i = 0; i < 8; i++) {
      size[i] = (byte) (length >>> (8 * i));
    }
    byte[] all = Arrays.copyOf(whole, whole.length + 12);
    System.arraycopy(size, 0, all, whole.length, 8);
    System.arraycopy(EventBytes.crc(size), 0, all, whole.length + 8, 4);
    return all;
  }

  @Test
  void messages_within_messages_cost_no_stack() throws IOException {
    byte[] deep = {};
    for (int i = 0; i < 2_000; i++) {
      byte[] inner = deep;
      deep = EventBytes.message(out -> out.writeByteArray(6, inner));
    }
    byte[] list = deep;
    byte[] groups = EventBytes.message(AnyBytesTest::writeGroups);
    EventBytes file = new EventBytes().losses(0, 1, 2);
    file.tensor(3, 3, "_hparams_/session", "hparams", out -> out.writeByteArray(3, list));
    assertEquals(9, read(file.frame(groups).losses(0, 3, 9).bytes()));
    assertEquals(Map.of(Rejection.BAD_FRAME, 1), rejected);
  }

  private static void writeGroups(CodedOutputStream out) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      out.writeTag(9, 3);
    }
  }

  @Test
  void a_tensor_that_says_it_is_huge_costs_nothing() throws IOException {
    byte[] numbers = new byte[16 << 20];
    EventBytes file = new EventBytes().losses(0, 1, 2);
    file.tensor(
        3,
        3,
        "fc1/weight",
        "histograms",
        out -> {
          out.writeEnum(1, 2);
          out.writeByteArray(4, numbers);
        });
    assertEquals(9, read(file.losses(0, 3, 9).bytes()));
    assertEquals(Map.of(Rejection.WRONG_SHAPE, 1), rejected);
  }
}
