package org.trainingexporter.web.reply;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.CRC32C;

/** Tells one build of a program from another. */
final class ProgramChecksum {
  private static final int BLOCK_BYTES = 1 << 16;

  private ProgramChecksum() {}

  /**
   * The checksum of the jars that hold these classes. A directory of classes counts by its time.
   */
  static long of(Class<?>... classes) throws IOException {
    Set<File> homes = new LinkedHashSet<>();
    for (Class<?> one : classes) {
      homes.add(home(one));
    }
    CRC32C sum = new CRC32C();
    for (File home : homes) {
      if (home.isDirectory()) {
        sum.update(Long.toString(home.lastModified()).getBytes(US_ASCII));
      } else {
        add(home, sum);
      }
    }
    return sum.getValue();
  }

  private static File home(Class<?> one) throws IOException {
    // Not by its code source, which an AOT cache does not have on another machine than it was made
    // on.
    String name = one.getName();
    URL own = one.getResource(name.substring(name.lastIndexOf('.') + 1) + ".class");
    try {
      if (own.openConnection() instanceof JarURLConnection jar) {
        return new File(jar.getJarFileURL().toURI());
      }
      File home = new File(own.toURI());
      for (long up = name.chars().filter(it -> it == '.').count(); up >= 0; up--) {
        home = home.getParentFile();
      }
      return home;
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static void add(File jar, CRC32C sum) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    try (InputStream in = Files.newInputStream(jar.toPath())) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        sum.update(block, 0, n);
      }
    }
  }
}
