package org.trainingexporter.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case's files as they grew: a line after the other, by the lines' own times, or a second's
 * events. A line without a time follows the one before it in its file; documents and checkpoints
 * appear whole, when they were last written.
 */
final class GrowingFiles {
  /** A document; its records carry no times. */
  private static final String STATE = "trainer_state.json";

  private static final Pattern TIME =
      Pattern.compile("\"(?:timestamp|ts|wall_time)\": ?(?:(\\d{9,}[.\\d]*)|\"([^\"]+)\")");

  private static final Pattern LINE = Pattern.compile("(?<=\n)");

  /** What one moment adds to a file; a character stands for a byte. */
  private record Addition(Path file, String bytes, Instant time) {}

  private final List<Addition> additions = new ArrayList<>();
  private boolean timed = true;

  GrowingFiles(GoldenCase golden) throws IOException {
    for (Path file : golden.files()) {
      Path name = golden.input().relativize(file);
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (isWhole(name) || isDocument(name, bytes)) {
        additions.add(new Addition(name, bytes, golden.written(file)));
        timed &= !isDocument(name, bytes);
      } else if (name.toString().contains("tfevents")) {
        addEvents(name, Files.readAllBytes(file));
      } else {
        addLines(name, bytes, golden.written(file));
      }
    }
    additions.sort(Comparator.comparing(Addition::time));
  }

  private static boolean isWhole(Path name) {
    String file = name.getFileName().toString();
    boolean inCheckpoint = name.getNameCount() > 1 && name.toString().contains("checkpoint");
    return inCheckpoint || file.equals(STATE);
  }

  /** Whether the file is one JSON value; lines of JSON begin with a whole object. */
  private static boolean isDocument(Path name, String text) {
    boolean isLines = text.startsWith("{") && text.lines().findFirst().orElse("").endsWith("}");
    return name.toString().endsWith(".json") && !(isLines && text.lines().count() > 1);
  }

  private void addLines(Path name, String text, Instant written) {
    Instant time = null;
    for (String line : LINE.splitAsStream(text).toList()) {
      Instant own = time(line);
      time = own == null ? time : own;
      timed &= time != null;
      additions.add(new Addition(name, line, time == null ? written : time));
    }
  }

  /** Events of one second are written together, as their writers do. */
  private void addEvents(Path name, byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    double begun = Double.NEGATIVE_INFINITY;
    int from = 0;
    for (int at = 0; at < file.length; at += 16 + (int) bytes.getLong(at)) {
      double time = bytes.getDouble(at + 13); // behind length, checksum and the field's tag
      if (time - begun >= 1) {
        addPiece(name, file, from, at, begun);
        from = at;
        begun = time;
      }
    }
    addPiece(name, file, from, file.length, begun);
  }

  private void addPiece(Path name, byte[] file, int from, int to, double time) {
    if (to > from) {
      String piece = new String(file, from, to - from, StandardCharsets.ISO_8859_1);
      additions.add(new Addition(name, piece, Instant.ofEpochMilli(Math.round(time * 1000))));
    }
  }

  private static Instant time(String line) {
    Matcher m = TIME.matcher(line);
    if (!m.find()) {
      return null;
    }
    if (m.group(1) != null) {
      return Instant.ofEpochMilli(Math.round(Double.parseDouble(m.group(1)) * 1000));
    }
    String iso = m.group(2).replace(' ', 'T');
    return iso.endsWith("Z")
        ? Instant.parse(iso)
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  /** Whether every line has a time, of its own or from the line before it. */
  boolean isTimed() {
    return timed;
  }

  /** Before the first addition. */
  Instant start() {
    return additions.get(0).time().minusSeconds(60);
  }

  /** Adds everything, and lets the copy read after each addition. */
  void into(WatchedCopy copy) throws IOException {
    for (Addition a : additions) {
      copy.append(a.file(), a.bytes().getBytes(StandardCharsets.ISO_8859_1), a.time());
      copy.pass(Duration.ofSeconds(10));
      copy.read();
    }
    copy.pass(Duration.ofSeconds(10));
    copy.read();
  }
}
