package org.trainingexporter.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is held equal to what the code makes, and remade on request. */
public final class ExpectedFile {
  private final Path file;
  private final String property;

  /**
   * @param file below the module's directory
   * @param property of the system that, when true, makes a test write the file
   */
  public ExpectedFile(String file, String property) {
    this.file = Path.of(file);
    this.property = property;
  }

  public void assertHolds(String made) throws IOException {
    String remake = "; remake it with -D" + property + "=true";
    if (Boolean.getBoolean(property)) {
      Files.writeString(file, made);
    }
    assertTrue(Files.exists(file), () -> file + " is missing" + remake);
    assertEquals(Files.readString(file), made, () -> file + " is out of date" + remake);
  }
}
