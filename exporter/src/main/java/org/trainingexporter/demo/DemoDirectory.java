package org.trainingexporter.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A temporary directory for simulated runs. It has a lock file, which the process holds while it
 * lives: so the next demo finds the directories of processes that were killed, and deletes them.
 */
public final class DemoDirectory implements AutoCloseable {
  private static final String PREFIX = "training-exporter-demo";
  private static final String LOCK = ".lock";

  private final Path path;
  private final FileChannel lock;

  private DemoDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Creates the directory, and deletes those that this user's killed demos have left.
   *
   * @param parent such as {@code /tmp}
   */
  public static DemoDirectory create(Path parent) throws IOException {
    Path path = Files.createTempDirectory(parent, PREFIX);
    FileChannel lock =
        FileChannel.open(
            path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new IOException(path + ": the lock file is locked");
    }
    deleteAbandoned(parent, path);
    return new DemoDirectory(path, lock);
  }

  /** Where runs are to be written. */
  public Path path() {
    return path;
  }

  /** Those of other users are not touched: one of them could put links into their paths. */
  private static void deleteAbandoned(Path parent, Path own) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path found : all) {
        if (!found.equals(own) && hasSameOwner(found, own) && isAbandoned(found)) {
          delete(found);
        }
      }
    } catch (IOException e) {
      // What is left costs room in a temporary directory, and the next start tries again.
    }
  }

  private static boolean hasSameOwner(Path found, Path own) throws IOException {
    return Files.getOwner(found, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
  }

  private static boolean isAbandoned(Path directory) throws IOException {
    Path file = directory.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false; // it is just being made
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this process
    }
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Deletes the directory. */
  @Override
  public void close() throws IOException {
    try (lock) {
      delete(path);
    }
  }
}
