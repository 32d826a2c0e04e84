package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room of the house knows which: data flows one way only, also within a room. */
final class FlowTest {
  private static final int MOST_LINES = 250;
  private static final int MOST_FILES = 12;

  private final SourceTree sources = new SourceTree(SourceTree.EXPORTER);

  /** The modules that are held to sizes and packages; the exporter is held to its rooms too. */
  private static final List<SourceTree> MODULES =
      Stream.of(SourceTree.WEB, SourceTree.EXPORTER, SourceTree.TRAINER)
          .map(SourceTree::new)
          .toList();

  /**
   * What each room may import; the root, which wires them, imports them all. "web" is the module
   * that exporter and trainer share.
   */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("event", Set.of()),
          Map.entry("tail", Set.of()),
          Map.entry("tls", Set.of()),
          Map.entry("demo", Set.of()),
          Map.entry("service", Set.of()),
          Map.entry("reload", Set.of("service")),
          Map.entry("process", Set.of("service")),
          Map.entry("gpu", Set.of("process", "service")),
          Map.entry("config", Set.of("event", "tls", "web")),
          Map.entry("cli", Set.of("config", "web")),
          Map.entry("parse", Set.of("event", "tail")),
          Map.entry("run", Set.of("event")),
          Map.entry("metrics", Set.of("run", "event", "config", "gpu", "service")),
          Map.entry("watch", Set.of("config", "event", "parse", "run", "service", "tail", "web")),
          Map.entry(
              "history",
              Set.of("config", "event", "metrics", "run", "service", "watch", "tls", "web")),
          Map.entry("plots", Set.of("event", "run", "service", "watch")),
          Map.entry("http", Set.of("run", "gpu", "plots", "config", "tls", "web")),
          Map.entry(
              "check", Set.of("config", "event", "parse", "run", "tail", "metrics", "watch")));

  @Test
  void a_room_imports_only_what_stands_before_it_in_the_flow() {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources.files()) {
      String room = outer(sources.packageOf(file));
      assertTrue(
          room.isEmpty() || MAY_KNOW.containsKey(room),
          () -> file + ": a new room; say here what it may know");
      for (String known : room.isEmpty() ? Set.<String>of() : sources.known(file).keySet()) {
        if (!outer(known).equals(room) && !MAY_KNOW.get(room).contains(outer(known))) {
          wrong.add(file + " knows " + (known.isEmpty() ? "the root" : known));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void no_arrow_between_packages_runs_back_up() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (SourceTree module : MODULES) {
      for (Path file : module.files()) {
        arrows
            .computeIfAbsent(module.packageOf(file), p -> new TreeSet<>())
            .addAll(module.known(file).keySet());
      }
    }
    List<String> circles = new ArrayList<>();
    for (String from : arrows.keySet()) {
      for (String to : arrows.get(from)) {
        if (reachable(to, arrows).contains(from)) {
          circles.add(from + " knows " + to + ", which leads back to it");
        }
      }
    }
    assertEquals(List.of(), circles);
  }

  private static Set<String> reachable(String start, Map<String, Set<String>> arrows) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      for (String next : arrows.getOrDefault(open.remove(open.size() - 1), Set.of())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }

  /** What the pages may know of the rooms that read. */
  private static final Set<String> READERS = Set.of("run", "gpu");

  private static final Set<String> SNAPSHOTS =
      Set.of(
          "EvaluatedCheckpoint",
          "ExpertLoads",
          "Figure",
          "FigureTable",
          "Gpu",
          "GpuMetric",
          "RunEvent",
          "RunGpu",
          "Topic",
          "TrainingState",
          "ValidationResult");

  @Test
  void of_runs_and_cards_the_pages_know_only_snapshots() {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources.files()) {
      if (outer(sources.packageOf(file)).equals("http")) {
        sources
            .known(file)
            .forEach(
                (room, types) ->
                    types.stream()
                        .filter(t -> READERS.contains(outer(room)))
                        .filter(t -> !t.endsWith("Snapshot") && !SNAPSHOTS.contains(t))
                        .forEach(t -> wrong.add(file + " knows " + t)));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void no_file_is_long_and_half_of_them_are_short() {
    List<String> wrong = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (Path file : all()) {
      int lines = (int) SourceTree.text(file).lines().count();
      lengths.add(lines);
      if (lines > MOST_LINES) {
        wrong.add(file + " has " + lines + " lines, more than " + MOST_LINES);
      }
    }
    assertEquals(List.of(), wrong);
    lengths.sort(null);
    int median = lengths.get(lengths.size() / 2);
    assertTrue(median <= 70, () -> "the median file has " + median + " lines");
  }

  @Test
  void no_package_is_crowded_and_each_says_what_it_is() {
    List<String> wrong = new ArrayList<>();
    all().stream()
        .collect(Collectors.groupingBy(Path::getParent))
        .forEach(
            (name, files) -> {
              if (files.size() > MOST_FILES) {
                wrong.add(name + " has " + files.size() + " files, more than " + MOST_FILES);
              }
              Path map = files.get(0).resolveSibling("package-info.java");
              if (!Files.exists(map)) {
                wrong.add(name + " has no package-info.java");
              }
            });
    assertEquals(List.of(), wrong);
  }

  @Test
  void no_room_is_named_for_nothing() {
    Set<String> vague = Set.of("util", "utils", "common", "model", "helper", "misc");
    List<Path> wrong =
        all().stream().filter(p -> vague.contains(p.getParent().getFileName().toString())).toList();
    assertEquals(List.of(), wrong);
  }

  private static List<Path> all() {
    return MODULES.stream().flatMap(module -> module.files().stream()).toList();
  }

  /** The outermost room that a package belongs to; empty for the root. */
  private static String outer(String room) {
    return room.contains(".") ? room.substring(0, room.indexOf('.')) : room;
  }
}
