package org.trainingexporter.parse.eventfile.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.grammar.SetTexts;

/**
 * A directory with event files. One that is called {@code train}, {@code validation} or alike and
 * holds nothing else is a set of the run above it.
 *
 * @param path of the directory
 * @param files event files, the oldest first
 * @param hasOthers whether it holds files of other kinds
 * @param below its directories that are called like sets
 */
public record EventDirectory(Path path, List<Path> files, boolean hasOthers, List<Path> below) {
  /** More files than these in one directory are data. */
  private static final int MOST_FILES = 1_000;

  /** The set that a directory of that name may hold. */
  public static NamedSet setOf(Path directory) {
    Path name = directory.getFileName();
    boolean named = name != null && !name.toString().equals("opt"); // which is no set in a path
    return named ? SetTexts.of(name.toString()) : NamedSet.NONE;
  }

  /** Lists a directory; an empty one where it is gone. */
  public static EventDirectory list(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> below = new ArrayList<>();
    boolean others = false;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (EventFileName.isOne(name)) {
          files.add(entry);
        } else if (setOf(entry) != NamedSet.NONE && Files.isDirectory(entry)) {
          below.add(entry);
        } else if (!others && !name.startsWith(".")) {
          others = !Files.isDirectory(entry);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new EventDirectory(directory, List.of(), false, List.of());
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(EventFileName.OLDEST_FIRST);
    below.sort(null);
    int more = Math.max(0, files.size() - MOST_FILES);
    return new EventDirectory(
        directory, List.copyOf(files.subList(more, files.size())), others, List.copyOf(below));
  }

  /**
   * Whether a directory is a set of the run above. A training set is; a held-out one is where the
   * training is beside it or above it. Else a run may be called {@code test}.
   */
  public static boolean isSetOfRunAbove(Path directory) {
    NamedSet set = setOf(directory);
    Path above = directory.getParent();
    if (set == NamedSet.NONE || above == null) {
      return false;
    }
    try {
      return list(directory).isSet() && (!set.isHeldOut() || list(above).trains());
    } catch (IOException e) {
      return false; // it cannot be listed: nothing of it is read
    }
  }

  private boolean isSet() {
    return !files.isEmpty() && !hasOthers;
  }

  private boolean trains() throws IOException {
    boolean trains = !files.isEmpty();
    for (Path set : below) {
      trains |= setOf(set) == NamedSet.TRAINING && list(set).isSet();
    }
    return trains;
  }

  /** The directory of the run that a file belongs to. */
  public static Path runOf(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    return isSetOfRunAbove(directory) ? directory.getParent() : directory;
  }

  /** The directories that hold the event files of a run: its own, and its sets. */
  public static List<EventDirectory> ofRun(Path run) throws IOException {
    EventDirectory own = list(run);
    List<EventDirectory> sets = new ArrayList<>();
    boolean trains = own.trains();
    for (Path below : own.below) {
      EventDirectory set = list(below);
      if (set.isSet() && (trains || !setOf(below).isHeldOut())) {
        sets.add(set);
      }
    }
    return Stream.concat(Stream.of(own), sets.stream()).toList();
  }
}
