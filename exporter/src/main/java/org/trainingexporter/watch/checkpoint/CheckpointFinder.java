package org.trainingexporter.watch.checkpoint;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.tail.age.Silence;
import org.trainingexporter.watch.find.FileNames;

/** The checkpoints among a run's files and directories, each with its size and time. */
public final class CheckpointFinder {
  /** Within these seconds a checkpoint may grow without a new modification time of its own. */
  private static final double SETTLED = 60;

  private record SeenCheckpoint(long modified, Silence silence, Checkpoint checkpoint) {}

  private final Map<Path, SeenCheckpoint> seen = new HashMap<>();

  /**
   * Those that are there and readable, in no order.
   *
   * @param now seconds since 1970
   * @param nanos of the monotonic clock
   */
  public List<Checkpoint> find(List<Path> candidates, double now, long nanos) {
    List<Checkpoint> found = new ArrayList<>();
    Set<Path> present = new HashSet<>(candidates);
    seen.keySet().retainAll(present);
    for (Path path : present) {
      try {
        found.add(inspect(path, now, nanos));
      } catch (IOException e) {
        seen.remove(path); // taken away meanwhile, or not ours to read
      }
    }
    return found;
  }

  private Checkpoint inspect(Path path, double now, long nanos) throws IOException {
    BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
    long modified = a.lastModifiedTime().toMillis();
    SeenCheckpoint before = seen.get(path);
    if (before != null
        && before.modified == modified
        && seconds(before.silence, before.checkpoint, now, nanos) > SETTLED) {
      return before.checkpoint;
    }
    Total total = new Total();
    Files.walkFileTree(path.toRealPath(), total);
    String name = path.getFileName().toString();
    double saved = Math.max(total.newest, a.isDirectory() && total.bytes > 0 ? 0 : modified) / 1e3;
    double step = FileNames.step(name);
    double epoch = Double.isNaN(step) ? FileNames.epoch(name) : Double.NaN;
    Checkpoint checkpoint = new Checkpoint(name, step, epoch, saved, total.bytes);
    Silence silence = before == null ? new Silence() : before.silence;
    seconds(silence, checkpoint, now, nanos);
    seen.put(path, new SeenCheckpoint(modified, silence, checkpoint));
    return checkpoint;
  }

  private static double seconds(Silence silence, Checkpoint is, double now, long nanos) {
    return silence.seconds(is, is.saved(), now, nanos);
  }

  private static final class Total extends SimpleFileVisitor<Path> {
    private long bytes;
    private long newest;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes own) {
      try {
        add(own.isSymbolicLink() ? Files.readAttributes(file, BasicFileAttributes.class) : own);
      } catch (IOException e) {
        // A link to what is gone adds nothing.
      }
      return FileVisitResult.CONTINUE;
    }

    /** A link to a file counts, as a blob store has them; a link to a directory does not. */
    private void add(BasicFileAttributes a) {
      if (a.isRegularFile()) {
        bytes += a.size();
        newest = Math.max(newest, a.lastModifiedTime().toMillis());
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
