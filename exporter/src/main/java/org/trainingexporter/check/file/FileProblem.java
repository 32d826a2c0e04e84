package org.trainingexporter.check.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is wrong with a file, in words. */
public final class FileProblem {
  private FileProblem() {}

  /** Why there is nothing to read at all; empty where there may be. */
  public static String of(Path path) {
    if (Files.notExists(path)) {
      return "does not exist";
    }
    return Files.exists(path) && !Files.isRegularFile(path)
        ? "is no regular file, expected a log file"
        : "";
  }

  public static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "may not be read: permission denied";
    }
    return e instanceof NoSuchFileException
        ? "does not exist"
        : "cannot be read: " + (e.getMessage() == null ? e.toString() : e.getMessage());
  }
}
