package org.trainingexporter.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Version, source revision and Java of this exporter. The build writes the version into the
 * manifest, and the revision into a file; what it did not write is {@code unknown}.
 */
public record Build(String version, String revision, String java) {

  public static Build current() {
    return of(ownManifest(), ownRevision(), System.getProperty("java.version"));
  }

  static Build of(Manifest manifest, Optional<String> revision, String java) {
    Attributes attributes = manifest.getMainAttributes();
    return new Build(
        Optional.ofNullable(attributes.getValue("Implementation-Version")).orElse("unknown"),
        revision.orElse("unknown"),
        java);
  }

  private static Optional<String> ownRevision() {
    try (InputStream file = Build.class.getResourceAsStream("revision.txt")) {
      return Optional.ofNullable(file == null ? null : text(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String text(InputStream file) throws IOException {
    return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static Manifest ownManifest() {
    // Not by its code source, which an AOT cache does not have on another machine than it was made
    // on.
    try {
      URLConnection own = Build.class.getResource("Build.class").openConnection();
      own.setUseCaches(false);
      if (own instanceof JarURLConnection connection) {
        try (JarFile jar = connection.getJarFile()) {
          return Optional.ofNullable(jar.getManifest()).orElseGet(Manifest::new);
        }
      }
    } catch (IOException e) {
      // As where there is none.
    }
    return new Manifest(); // run from a directory of classes, as tests are
  }

  @Override
  public String toString() {
    return "training-exporter " + version + " (revision " + revision + ", java " + java + ")";
  }
}
