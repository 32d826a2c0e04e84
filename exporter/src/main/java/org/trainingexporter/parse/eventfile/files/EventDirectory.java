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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.grammar.SetTexts;

/**
 * A directory with event files. One that is called {@code train}, {@code validation} or alike and
 * holds nothing else is a set of the run above it. PyTorch writes hyperparameters to a directory of
 * their own, which is called by its time, and curves of one plot to {@link AddedScalars}.
 *
 * @param path of the directory
 * @param files event files, the oldest first
 * @param hasOthers whether it holds files of other kinds
 * @param below its directories that are called like sets, times or curves
 */
public record EventDirectory(Path path, List<Path> files, boolean hasOthers, List<Path> below) {
  /** More files than these in one directory are data. */
  private static final int MOST_FILES = 1_000;

  private static final Pattern TIME = Pattern.compile("\\d{9,10}\\.\\d+");

  /** The set that a directory of that name may hold. */
  public static NamedSet setOf(Path directory) {
    Path name = directory.getFileName();
    boolean named = name != null && !name.toString().equals("opt"); // which is no set in a path
    return named ? SetTexts.of(name.toString()) : NamedSet.NONE;
  }

  /** Whether a directory of that name holds nothing but the settings of the run above. */
  public static boolean isOfSettings(Path directory) {
    Path name = directory.getFileName();
    return name != null && TIME.matcher(name.toString()).matches();
  }

  private static boolean mayBePart(Path directory) {
    return setOf(directory) != NamedSet.NONE
        || isOfSettings(directory)
        || AddedScalars.isNamedSo(directory);
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
        } else if (mayBePart(entry) && Files.isDirectory(entry)) {
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
   * Whether a directory is a part of the run above. A training set is; a held-out one, and
   * settings, are where the training is beside it or above it. Else a run may be called {@code
   * test}.
   */
  public static boolean isPartOfRunAbove(Path directory) {
    Path above = directory.getParent();
    if (above == null || !mayBePart(directory)) {
      return false;
    }
    try {
      return list(directory).isPartOf(list(above));
    } catch (IOException e) {
      return false; // it cannot be listed: nothing of it is read
    }
  }

  /** Whether the run above holds it. */
  private boolean isPartOf(EventDirectory above) throws IOException {
    NamedSet set = setOf(path);
    if (!isPure()) {
      return false;
    }
    if (set == NamedSet.NONE && !isOfSettings(path)) {
      return !above.files.isEmpty() && AddedScalars.holdsOne(path, files.get(0));
    }
    return set == NamedSet.TRAINING || above.trains();
  }

  private boolean isPure() {
    return !files.isEmpty() && !hasOthers;
  }

  private boolean trains() throws IOException {
    boolean trains = !files.isEmpty();
    for (Path set : below) {
      trains |= setOf(set) == NamedSet.TRAINING && list(set).isPure();
    }
    return trains;
  }

  /** The directory of the run that a file belongs to. */
  public static Path runOf(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    return isPartOfRunAbove(directory) ? directory.getParent() : directory;
  }

  /** The directories that hold the event files of a run: its own, its sets, and its settings. */
  public static List<EventDirectory> ofRun(Path run) throws IOException {
    EventDirectory own = list(run);
    List<EventDirectory> parts = new ArrayList<>();
    for (Path below : own.below) {
      EventDirectory part = list(below);
      if (part.isPartOf(own)) {
        parts.add(part);
      }
    }
    return Stream.concat(Stream.of(own), parts.stream()).toList();
  }
}
