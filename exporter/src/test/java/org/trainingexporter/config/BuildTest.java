package org.trainingexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

final class BuildTest {

  @Test
  void the_manifest_tells_the_version_and_a_file_the_revision() throws IOException {
    String text =
        """
        Manifest-Version: 1.0
        Implementation-Version: 1.2.3
        """;
    Manifest manifest =
        new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    assertEquals(
        "training-exporter 1.2.3 (revision abc123, java 17.0.1)",
        Build.of(manifest, Optional.of("abc123"), "17.0.1").toString());
  }

  @Test
  void what_neither_says_is_unknown() {
    assertEquals(
        new Build("unknown", "unknown", "17"), Build.of(new Manifest(), Optional.empty(), "17"));
  }

  @Test
  void classes_in_a_directory_have_no_manifest() {
    Build current = Build.current();
    assertEquals("unknown", current.version());
    assertEquals(System.getProperty("java.version"), current.java());
    // Where the jar was built before, the file is still there.
    assertTrue(current.revision().matches("unknown|[0-9a-f]{12,}(-dirty)?"), current.revision());
  }

  @Test
  void classes_without_a_code_source_are_read_all_the_same() throws ReflectiveOperationException {
    // As an AOT cache has them on another machine than it was made on.
    Class<?> build = new Sourceless().loadClass(Build.class.getName());
    assertNull(build.getProtectionDomain().getCodeSource().getLocation());
    assertEquals(Build.current().toString(), build.getMethod("current").invoke(null).toString());
  }

  /** Defines the class anew, without saying where it is from. */
  private static final class Sourceless extends ClassLoader {
    Sourceless() {
      super(getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    protected URL findResource(String name) {
      return Build.class.getClassLoader().getResource(name);
    }
  }
}
