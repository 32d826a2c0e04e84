package org.trainingexporter.tls;

import java.io.IOException;
import java.nio.file.Path;

/** A PEM file that is missing, or does not hold what it should. The message names the file. */
public final class PemException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  PemException(Path file, String problem) {
    super(file + " " + problem);
    this.file = file;
  }

  public Path file() {
    return file;
  }
}
