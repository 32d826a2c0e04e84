package org.trainingexporter.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Notices that files were changed or replaced, also behind symbolic links. One thread. */
public final class WatchedFiles {
  private final Supplier<List<Path>> files;
  private Map<Path, String> seen;

  /**
   * @param files asked at each check
   */
  public WatchedFiles(Supplier<List<Path>> files) {
    this.files = files;
    this.seen = states();
  }

  /** Whether a file has changed since the last call. */
  public boolean changed() {
    Map<Path, String> before = seen;
    seen = states();
    return !seen.equals(before);
  }

  private Map<Path, String> states() {
    Map<Path, String> states = new HashMap<>();
    files.get().forEach(file -> states.put(file, state(file)));
    return states;
  }

  private static String state(Path file) {
    try {
      BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
      return a.fileKey() + " " + a.size() + " " + a.lastModifiedTime();
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
