package org.trainingexporter.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * What the page is made of, out of the program's own file. Its version stands in the addresses of
 * all parts, so that browsers may keep them for ever.
 */
final class PageFiles {
  /** What stands in the files where the version goes. */
  private static final String PLACE_OF_VERSION = "v-dev";

  private static final String FOLDER = "/org/trainingexporter/page/";
  private static final String ECHARTS = "echarts.min.js";
  private static final String WEBJAR = "/META-INF/resources/webjars/echarts/%s/dist/" + ECHARTS;
  private static final String WEBJAR_VERSION =
      "/META-INF/maven/org.webjars.npm/echarts/pom.properties";

  private final Map<String, PageFile> files = new ConcurrentHashMap<>();
  private final String version;

  PageFiles() throws IOException {
    this.version = "v" + Long.toString(sum(), 36);
  }

  String version() {
    return version;
  }

  /** The page itself. */
  PageFile index() throws IOException {
    return file("index.html").orElseThrow(() -> new IOException("index.html is missing"));
  }

  /** A part of the page; empty where there is none of that name. */
  Optional<PageFile> file(String name) throws IOException {
    PageFile known = files.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PageFile> found = read(name);
    found.ifPresent(file -> files.put(name, file));
    return found;
  }

  private Optional<PageFile> read(String name) throws IOException {
    if (!name.matches("(?:[\\w-]+/)*[\\w-][\\w.-]*")) {
      return Optional.empty();
    }
    try (InputStream in = open(name)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      if (name.endsWith(".html")) {
        bytes = new String(bytes, UTF_8).replace(PLACE_OF_VERSION, version).getBytes(UTF_8);
      }
      return Optional.of(PageFile.of(name, bytes));
    }
  }

  private static InputStream open(String name) throws IOException {
    return PageFiles.class.getResourceAsStream(
        name.equals(ECHARTS) ? WEBJAR.formatted(webjarVersion()) : FOLDER + name);
  }

  private static String webjarVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = PageFiles.class.getResourceAsStream(WEBJAR_VERSION)) {
      if (in != null) {
        properties.load(in);
      }
    }
    return properties.getProperty("version", "");
  }

  /** The program's own sum; run from a directory of classes, as tests are, the time. */
  private static long sum() throws IOException {
    try {
      File home =
          new File(PageFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (home.isDirectory()) {
        return home.lastModified();
      }
      CRC32C sum = new CRC32C();
      try (InputStream in = Files.newInputStream(home.toPath())) {
        byte[] block = new byte[1 << 16];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
          sum.update(block, 0, n);
        }
      }
      return sum.getValue();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
