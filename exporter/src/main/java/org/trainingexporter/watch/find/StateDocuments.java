package org.trainingexporter.watch.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingexporter.tail.FileState;

/**
 * The state documents of a run, as Hugging Face's Trainer writes them: one in each checkpoint, and
 * perhaps one beside them. Each holds the whole history up to its step.
 */
public final class StateDocuments {
  private static final String NAME = "trainer_state.json";

  /** Of equally old ones, as copies are, the one of the higher step; the run's own is newest. */
  private static final Comparator<Path> NEWEST =
      Comparator.comparingLong(StateDocuments::modified)
          .thenComparingDouble(p -> FileNames.step(String.valueOf(p.getParent().getFileName())));

  private StateDocuments() {}

  /** Whether the file is one, by its name. */
  public static boolean isOne(Path file) {
    return file.getFileName().toString().equals(NAME);
  }

  /** The newest in those folders and in their checkpoints. */
  public static Optional<Path> newest(List<Folder> folders) {
    Stream<Path> own =
        folders.stream().flatMap(f -> f.files().stream()).filter(StateDocuments::isOne);
    Stream<Path> saved =
        folders.stream().flatMap(f -> f.checkpoints().stream()).map(c -> c.resolve(NAME));
    return Stream.concat(own, saved.filter(Files::isRegularFile)).max(NEWEST);
  }

  /** The same, or where the own document of the run in that directory would be. */
  public static Path newest(List<Folder> folders, Path directory) {
    return newest(folders).orElseGet(() -> directory.resolve(NAME));
  }

  private static long modified(Path file) {
    try {
      return FileState.of(file).modifiedNanos();
    } catch (IOException e) {
      return Long.MIN_VALUE;
    }
  }
}
