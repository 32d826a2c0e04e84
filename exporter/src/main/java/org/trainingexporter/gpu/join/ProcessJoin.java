package org.trainingexporter.gpu.join;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingexporter.gpu.reading.Gpu;

/**
 * Joins by the processes on a card. Of a process and its ancestors, the first that has a run's log
 * open, or whose working directory is a run's directory or below it, names the run. Processes that
 * may not be inspected are skipped.
 */
public final class ProcessJoin implements RunJoin {
  private static final int MAX_ANCESTORS = 64;

  private final Path proc;

  /**
   * @param proc {@code /proc}, except in tests
   */
  public ProcessJoin(Path proc) {
    this.proc = proc;
  }

  @Override
  public List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> runs) {
    if (gpus.stream().allMatch(gpu -> gpu.processes().isEmpty())) {
      return List.of();
    }
    RunPaths paths = new RunPaths(runs);
    Map<Long, Set<String>> known = new HashMap<>();
    List<RunGpu> joins = new ArrayList<>();
    for (Gpu gpu : gpus) {
      Set<String> names = new TreeSet<>();
      gpu.processes().forEach(pid -> names.addAll(known.computeIfAbsent(pid, p -> of(p, paths))));
      names.forEach(name -> joins.add(new RunGpu(name, gpu.index(), gpu.uuid())));
    }
    return joins;
  }

  private Set<String> of(long pid, RunPaths paths) {
    long now = pid;
    for (int i = 0; i < MAX_ANCESTORS && now > 1; i++) {
      Set<String> found = paths.ofLogs(openFiles(now));
      if (found.isEmpty()) {
        found = link(folder(now).resolve("cwd")).map(paths::ofDirectory).orElse(Set.of());
      }
      if (!found.isEmpty()) {
        return found;
      }
      now = parent(now);
    }
    return Set.of();
  }

  private Path folder(long pid) {
    return proc.resolve(Long.toString(pid));
  }

  private List<Path> openFiles(long pid) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> open = Files.newDirectoryStream(folder(pid).resolve("fd"))) {
      open.forEach(fd -> link(fd).ifPresent(files::add));
    } catch (IOException | RuntimeException e) {
      return files; // A process of another user, or one that has ended.
    }
    return files;
  }

  private static Optional<Path> link(Path path) {
    try {
      return Optional.of(Files.readSymbolicLink(path));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The fourth word of {@code stat}. The second, in brackets, may contain spaces and brackets. */
  private long parent(long pid) {
    try {
      String stat = new String(Files.readAllBytes(folder(pid).resolve("stat")), ISO_8859_1);
      return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 3)[1]);
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}
