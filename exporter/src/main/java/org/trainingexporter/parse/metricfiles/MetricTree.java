package org.trainingexporter.parse.metricfiles;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.tail.age.ListingRule;

/**
 * The files below a directory. Each directory is listed again only when its modification time has
 * changed. One thread.
 */
public final class MetricTree {
  /** More files than these in one tree are left out. */
  public static final int MOST_FILES = 1_000;

  private static final int DEEPEST = 8;

  private record Listing(ListingRule rule, List<Path> files, List<Path> folders) {
    static final Listing NONE = new Listing(new ListingRule(), List.of(), List.of());
  }

  private final Path root;
  private final Map<Path, Listing> listings = new HashMap<>();

  public MetricTree(Path root) {
    this.root = root;
  }

  /**
   * All files there are now, by name in each directory.
   *
   * @param nanos of the monotonic clock
   */
  public List<Path> files(long nanos) throws IOException {
    List<Path> files = new ArrayList<>();
    add(root, 1, nanos, files);
    return files;
  }

  private void add(Path folder, int depth, long nanos, List<Path> files) throws IOException {
    Listing listing = listing(folder, nanos);
    for (Path file : listing.files) {
      if (files.size() < MOST_FILES) {
        files.add(file);
      }
    }
    for (Path below : listing.folders) {
      if (depth < DEEPEST && files.size() < MOST_FILES) {
        add(below, depth + 1, nanos, files);
      }
    }
  }

  private Listing listing(Path folder, long nanos) throws IOException {
    try {
      FileTime modified = Files.getLastModifiedTime(folder);
      Listing before = listings.get(folder);
      ListingRule rule = before == null ? new ListingRule() : before.rule;
      if (!rule.isDue(modified, nanos)) {
        return before;
      }
      Listing listing = list(folder, rule);
      listings.put(folder, listing);
      rule.listed(nanos);
      return listing;
    } catch (NoSuchFileException | NotDirectoryException e) {
      listings.remove(folder);
      return Listing.NONE;
    }
  }

  private static Listing list(Path folder, ListingRule rule) throws IOException {
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
    return new Listing(rule, files, folders);
  }

  private static BasicFileAttributes attributes(Path entry) throws IOException {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null; // gone since it was listed
    }
  }
}
