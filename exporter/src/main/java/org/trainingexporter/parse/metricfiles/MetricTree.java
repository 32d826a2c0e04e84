package org.trainingexporter.parse.metricfiles;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files below a directory. Each directory is listed again only when its modification time has
 * changed. One thread.
 */
public final class MetricTree {
  /** More files than these in one tree are left out. */
  public static final int MOST_FILES = 1_000;

  private static final int DEEPEST = 8;

  /** Milliseconds after a change within which another one may leave the same time. */
  private static final long UNSURE = 2_000;

  private record Listing(long modified, boolean isSure, List<Path> files, List<Path> folders) {}

  private final Path root;
  private final Map<Path, Listing> listings = new HashMap<>();

  public MetricTree(Path root) {
    this.root = root;
  }

  /**
   * All files there are now, by name in each directory.
   *
   * @param now seconds since 1970
   */
  public List<Path> files(double now) throws IOException {
    List<Path> files = new ArrayList<>();
    add(root, 1, now, files);
    return files;
  }

  private void add(Path folder, int depth, double now, List<Path> files) throws IOException {
    Listing listing = listing(folder, now);
    for (Path file : listing.files) {
      if (files.size() < MOST_FILES) {
        files.add(file);
      }
    }
    for (Path below : listing.folders) {
      if (depth < DEEPEST && files.size() < MOST_FILES) {
        add(below, depth + 1, now, files);
      }
    }
  }

  private Listing listing(Path folder, double now) throws IOException {
    try {
      long modified = Files.getLastModifiedTime(folder).toMillis();
      Listing before = listings.get(folder);
      if (before != null && before.isSure && before.modified == modified) {
        return before;
      }
      Listing listing = list(folder, modified, 1e3 * now - modified >= UNSURE);
      listings.put(folder, listing);
      return listing;
    } catch (NoSuchFileException | NotDirectoryException e) {
      listings.remove(folder);
      return new Listing(0, false, List.of(), List.of());
    }
  }

  private static Listing list(Path folder, long modified, boolean isSure) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        BasicFileAttributes a = attributes(entry);
        if (a != null && a.isRegularFile()) {
          files.add(entry);
        } else if (a != null && a.isDirectory()) {
          folders.add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(null);
    folders.sort(null);
    return new Listing(modified, isSure, files, folders);
  }

  private static BasicFileAttributes attributes(Path entry) throws IOException {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null; // gone since it was listed
    }
  }
}
