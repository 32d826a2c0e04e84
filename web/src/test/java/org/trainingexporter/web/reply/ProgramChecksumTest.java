package org.trainingexporter.web.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramChecksumTest {
  private static final String NAME = ProgramChecksum.class.getName();
  private static final String FILE = NAME.replace('.', '/') + ".class";

  @TempDir private Path directory;

  @Test
  void another_jar_has_another_checksum() throws Exception {
    assertEquals(checksum(jar("one.jar", "")), checksum(jar("copy.jar", "")));
    assertNotEquals(checksum(jar("one.jar", "")), checksum(jar("other.jar", "more")));
  }

  @Test
  void a_class_without_a_code_source_is_found_all_the_same() throws Exception {
    // As an AOT cache has it on another machine than it was made on.
    Path jar = jar("one.jar", "");
    try (Sourceless loader = new Sourceless(jar)) {
      assertEquals(checksum(jar), ProgramChecksum.of(loader.define()));
    }
  }

  @Test
  void a_directory_of_classes_counts_by_its_time() throws Exception {
    Path file = directory.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes());
    long before = checksum(directory);
    Files.setLastModifiedTime(directory, FileTime.fromMillis(1000));
    assertNotEquals(before, checksum(directory));
  }

  private static long checksum(Path home) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {home.toUri().toURL()}, null)) {
      return ProgramChecksum.of(loader.loadClass(NAME));
    }
  }

  private Path jar(String name, String comment) throws IOException {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setComment(comment);
      ZipEntry entry = new ZipEntry(FILE);
      entry.setTime(0);
      out.putNextEntry(entry);
      out.write(bytes());
    }
    return jar;
  }

  private static byte[] bytes() throws IOException {
    try (InputStream file = ProgramChecksum.class.getResourceAsStream("ProgramChecksum.class")) {
      return file.readAllBytes();
    }
  }

  /** Defines the class without saying where it is from, but finds its file in the jar. */
  private static final class Sourceless extends URLClassLoader {
    Sourceless(Path jar) throws IOException {
      super(new URL[] {jar.toUri().toURL()}, null);
    }

    Class<?> define() throws IOException {
      byte[] bytes = bytes();
      return defineClass(NAME, bytes, 0, bytes.length);
    }
  }
}
