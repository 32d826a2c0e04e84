package org.trainingexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

final class BuildTest {

  @Test
  void the_manifest_tells_version_and_revision() throws IOException {
    String text =
        """
        Manifest-Version: 1.0
        Implementation-Version: 1.2.3
        Implementation-Revision: abc123
        """;
    Manifest manifest =
        new Manifest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    assertEquals(
        "training-exporter 1.2.3 (revision abc123, java 17.0.1)",
        Build.of(manifest, "17.0.1").toString());
  }

  @Test
  void what_the_manifest_does_not_say_is_unknown() {
    assertEquals(new Build("unknown", "unknown", "17"), Build.of(new Manifest(), "17"));
  }

  @Test
  void classes_in_a_directory_have_no_manifest() {
    assertEquals(
        new Build("unknown", "unknown", System.getProperty("java.version")), Build.current());
  }
}
