package org.trainingexporter.config;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Version, source revision and Java of this exporter; {@code unknown} if not in the manifest. */
public record Build(String version, String revision, String java) {

  public static Build current() {
    return of(ownManifest(), System.getProperty("java.version"));
  }

  static Build of(Manifest manifest, String java) {
    Attributes attributes = manifest.getMainAttributes();
    return new Build(
        Optional.ofNullable(attributes.getValue("Implementation-Version")).orElse("unknown"),
        Optional.ofNullable(attributes.getValue("Implementation-Revision")).orElse("unknown"),
        java);
  }

  private static Manifest ownManifest() {
    URL home = Build.class.getProtectionDomain().getCodeSource().getLocation();
    try (JarFile jar = new JarFile(new File(home.toURI()))) {
      return Optional.ofNullable(jar.getManifest()).orElseGet(Manifest::new);
    } catch (IOException | URISyntaxException e) {
      // Run from a directory of classes, as tests are.
      return new Manifest();
    }
  }

  @Override
  public String toString() {
    return "training-exporter " + version + " (revision " + revision + ", java " + java + ")";
  }
}
