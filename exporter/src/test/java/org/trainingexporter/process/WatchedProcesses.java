package org.trainingexporter.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A folder that looks like {@code /proc}, a run with a log, and the watch over both. */
final class WatchedProcesses {
  static final long SELF = 7;
  static final String WRITES = "0100001";
  static final String APPENDS = "0102001";
  static final String READS = "0100000";

  private final Path root;
  private Path log;
  final ProcessWatch watch;
  double now = 1_763_800_000;
  List<WatchedRun> runs;

  /** With a run whose log was written just now. */
  WatchedProcesses(Path directory) throws IOException {
    root = directory.toRealPath();
    Files.createDirectories(root.resolve("llm"));
    Files.createDirectories(root.resolve("proc"));
    logs("train.jsonl");
    watch = new ProcessWatch(new ProcFs(root.resolve("proc")), SELF);
  }

  /** The run writes this log now. */
  void logs(String name) throws IOException {
    log = Files.writeString(root.resolve("llm").resolve(name), "");
    write();
    runs = List.of(new WatchedRun("llm", log.getParent(), List.of(log), "training", now));
  }

  /** A file below the root. */
  Path path(String name) {
    return root.resolve(name);
  }

  void write() throws IOException {
    Files.setLastModifiedTime(log, FileTime.from(Instant.ofEpochMilli(Math.round(now * 1e3))));
  }

  Path process(long pid, long start, char state) throws IOException {
    Path folder = root.resolve("proc/" + pid);
    Files.createDirectories(folder.resolve("fd"));
    Files.createDirectories(folder.resolve("fdinfo"));
    String zeros = " 0".repeat(17);
    Files.writeString(
        folder.resolve("stat"), pid + " (py (x)) " + state + " 1" + zeros + " " + start + " 0\n");
    return folder;
  }

  void opens(long pid, String flags) throws IOException {
    Path folder = process(pid, 100, 'S');
    Files.createSymbolicLink(folder.resolve("fd/3"), log);
    Files.writeString(folder.resolve("fdinfo/3"), "pos:\t0\nflags:\t" + flags + "\nmnt_id:\t2\n");
  }

  void ends(long pid) throws IOException {
    try (var all = Files.walk(root.resolve("proc/" + pid))) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  void closes(long pid) throws IOException {
    Files.delete(root.resolve("proc/" + pid + "/fd/3"));
  }

  /** What is known five seconds later. */
  Map<String, Boolean> check(Map<String, Set<Long>> onCards) {
    now += 5;
    watch.check(runs, onCards, now);
    return watch.alive();
  }

  Map<String, Boolean> check() {
    return check(Map.of());
  }
}
