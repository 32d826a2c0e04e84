package org.trainingexporter.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of one name, in memory where the system allows it. */
final class ScratchFile {
  private static final Path MEMORY = Path.of("/dev/shm");
  final Path path;

  ScratchFile(String name) {
    try {
      Path directory =
          Files.isWritable(MEMORY)
              ? Files.createTempDirectory(MEMORY, "fuzz-")
              : Files.createTempDirectory("fuzz-");
      this.path = directory.resolve(name);
      path.toFile().deleteOnExit();
      directory.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(byte[] bytes) throws IOException {
    Files.write(path, bytes);
  }
}
