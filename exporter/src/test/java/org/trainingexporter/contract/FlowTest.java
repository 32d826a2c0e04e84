package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room of the house knows which: data flows one way only. */
final class FlowTest {
  private static final Path ROOT = Path.of("src/main/java/org/trainingexporter");
  private static final int MOST_LINES = 250;
  private static final Pattern OURS =
      Pattern.compile("org\\.trainingexporter\\.(?:([a-z]\\w*)\\.)?(?:\\w+\\.)*([A-Z]\\w*)");

  /** What each room may import; the door itself, which has no room, imports them all. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("event", Set.of()),
          Map.entry("tail", Set.of()),
          Map.entry("config", Set.of("event")),
          Map.entry("demo", Set.of()),
          Map.entry("gpu", Set.of()),
          Map.entry("parse", Set.of("event", "tail")),
          Map.entry("run", Set.of("event")),
          Map.entry("metrics", Set.of("run", "event", "config")),
          Map.entry("watch", Set.of("config", "event", "parse", "run", "tail")),
          Map.entry("history", Set.of("config", "event", "metrics", "run", "watch")),
          Map.entry("plots", Set.of("event", "run", "watch")),
          Map.entry("http", Set.of("run", "gpu", "plots")),
          Map.entry(
              "check", Set.of("config", "event", "parse", "run", "tail", "metrics", "watch")));

  @Test
  void a_room_imports_only_what_stands_before_it_in_the_flow() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String room = room(file);
      assertTrue(
          room.isEmpty() || MAY_KNOW.containsKey(room),
          () -> file + ": a new room; say here what it may know");
      for (String known : room.isEmpty() ? Set.<String>of() : roomsKnown(file)) {
        if (!known.equals(room) && !MAY_KNOW.get(room).contains(known)) {
          wrong.add(file + " knows " + (known.isEmpty() ? "the door" : known));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** What the pages may know of the rooms that read. */
  private static final Map<String, Set<String>> SNAPSHOTS =
      Map.of(
          "run",
          Set.of("RunSnapshot", "LayersSnapshot"),
          "gpu",
          Set.of("GpuSnapshot", "Gpu", "GpuMetric", "RunGpu"));

  @Test
  void of_runs_and_cards_the_pages_know_only_snapshots() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      if (room(file).equals("http")) {
        Matcher m = OURS.matcher(Files.readString(file));
        while (m.find()) {
          String known = m.group(1) == null ? "" : m.group(1);
          if (!SNAPSHOTS.getOrDefault(known, Set.of(m.group(2))).contains(m.group(2))) {
            wrong.add(file + " knows " + m.group());
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void no_file_is_long() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      if (lines > MOST_LINES) {
        wrong.add(file + " has " + lines + " lines, more than " + MOST_LINES);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void no_room_is_named_for_nothing() throws IOException {
    Set<String> vague = Set.of("util", "utils", "common", "model", "helper", "misc");
    try (Stream<Path> all = Files.walk(ROOT)) {
      List<Path> wrong =
          all.filter(p -> vague.contains(p.getFileName().toString())).sorted().toList();
      assertEquals(List.of(), wrong);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(p -> p.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The first directory below the root; empty for the door. */
  private static String room(Path file) {
    Path below = ROOT.relativize(file);
    return below.getNameCount() == 1 ? "" : below.getName(0).toString();
  }

  private static Set<String> roomsKnown(Path file) {
    Set<String> rooms = new HashSet<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .filter(line -> !line.startsWith("package "))
          .forEach(
              line -> {
                Matcher m = OURS.matcher(line);
                while (m.find()) {
                  rooms.add(m.group(1) == null ? "" : m.group(1));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rooms;
  }
}
