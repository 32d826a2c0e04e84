package org.trainingexporter.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.process.job.ProcessJob;

/**
 * The processes of a machine as {@code /proc} shows them. What may not be read, since it belongs to
 * another user or has ended, is left out; nothing here throws.
 */
public final class ProcFs {
  /** O_WRONLY or O_RDWR. */
  private static final int WRITING = 3;

  private static final double TICKS_PER_SECOND = 100;

  private final Path root;

  /**
   * @param root {@code /proc}, except in tests
   */
  public ProcFs(Path root) {
    this.root = root;
  }

  /** A file that a process has open. */
  record OpenFile(String descriptor, Path path) {}

  /** Whether there is such a file system at all. */
  public boolean exists() {
    return Files.isDirectory(root.resolve("self"));
  }

  /** All processes. */
  List<Long> processes() {
    List<Long> all = new ArrayList<>();
    for (Path path : list(root)) {
      String name = path.getFileName().toString();
      if (Character.isDigit(name.charAt(0))) {
        all.add(Long.valueOf(name));
      }
    }
    return all;
  }

  /** The files that a process has open. */
  List<OpenFile> openFiles(long pid) {
    List<OpenFile> files = new ArrayList<>();
    for (Path descriptor : list(folder(pid).resolve("fd"))) {
      link(descriptor)
          .ifPresent(to -> files.add(new OpenFile(descriptor.getFileName().toString(), to)));
    }
    return files;
  }

  /** Whether a process has that file open for writing, and not only for reading. */
  boolean isWriting(long pid, OpenFile file) {
    String info = text(folder(pid).resolve("fdinfo").resolve(file.descriptor()));
    return info.lines()
        .filter(line -> line.startsWith("flags:"))
        .map(line -> line.substring("flags:".length()).strip())
        .anyMatch(flags -> (Integer.parseUnsignedInt(flags, 8) & WRITING) != 0);
  }

  Optional<Path> workingDirectory(long pid) {
    return link(folder(pid).resolve("cwd"));
  }

  /** Its parent; 0 where that is unknown. */
  long parent(long pid) {
    String[] words = stat(pid);
    return words.length > 1 ? Long.parseLong(words[1]) : 0;
  }

  /** The process of that id; empty where it is gone, or a zombie that only waits for its parent. */
  Optional<ProcessId> living(long pid) {
    String[] words = stat(pid);
    boolean lives = words.length > 19 && !words[0].equals("Z") && !words[0].equals("X");
    return lives ? Optional.of(new ProcessId(pid, Long.parseLong(words[19]))) : Optional.empty();
  }

  /** Whether it runs a program, and is no thread of the kernel. */
  boolean hasProgram(long pid) {
    return link(folder(pid).resolve("exe")).isPresent();
  }

  /** When it was started, seconds since 1970; NaN where that is unknown. */
  double startSeconds(ProcessId process) {
    return text(root.resolve("stat"))
        .lines()
        .filter(line -> line.startsWith("btime "))
        .mapToDouble(line -> Double.parseDouble(line.substring("btime ".length()).strip()))
        .map(boot -> boot + process.start() / TICKS_PER_SECOND)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The job that a process is of, by its environment and its control groups. */
  ProcessJob job(long pid) {
    Path folder = folder(pid);
    return ProcessJob.of(
        text(folder.resolve("environ")), text(folder.resolve("cgroup")), user(pid));
  }

  private String user(long pid) {
    try {
      return Files.getOwner(folder(pid)).getName();
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }

  /** The machine's name as programs see it; empty where it is unknown. */
  String hostName() {
    return text(root.resolve("sys/kernel/hostname")).strip();
  }

  /**
   * The words of {@code stat} from the third, the state. The second, in brackets, may contain
   * spaces and brackets.
   */
  private String[] stat(long pid) {
    String stat = text(folder(pid).resolve("stat"));
    int bracket = stat.lastIndexOf(')');
    return bracket < 0 ? new String[0] : stat.substring(bracket + 1).strip().split(" ");
  }

  private Path folder(long pid) {
    return root.resolve(Long.toString(pid));
  }

  private static List<Path> list(Path folder) {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(all::add);
    } catch (IOException | RuntimeException e) {
      return all;
    }
    return all;
  }

  private static Optional<Path> link(Path path) {
    try {
      return Optional.of(Files.readSymbolicLink(path));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
