package org.trainingexporter.web.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a page, from the resources of the program. The version of the program stands in the
 * addresses of the parts, so that browsers may keep them for ever. Safe for many threads.
 */
public final class PageFiles {
  /** The folder of what both pages share: {@code css/}, {@code js/} and {@code icon.svg}. */
  public static final String SHARED = "/org/trainingexporter/web/page/";

  /** Stands in the HTML where the version goes. */
  private static final String VERSION_PLACEHOLDER = "v-dev";

  private static final String NAME = "(?:[\\w-]+/)*[\\w-][\\w.-]*";

  private final Map<String, PageFile> files = new ConcurrentHashMap<>();
  private final List<String> folders;
  private final Map<String, String> libraries;
  private final String version;

  /**
   * Reads the program's own jars once, for their checksum, and no file yet.
   *
   * @param program a class of the program, whose jar holds the page
   * @param folders of resources, with a slash at both ends; the first that has a file wins
   * @param libraries files that lie elsewhere: their names to the paths of their resources
   */
  public PageFiles(Class<?> program, List<String> folders, Map<String, String> libraries)
      throws IOException {
    this.folders = List.copyOf(folders);
    this.libraries = Map.copyOf(libraries);
    this.version = "v" + Long.toString(ProgramChecksum.of(program, PageFiles.class), 36);
  }

  String version() {
    return version;
  }

  /** A file by its name, such as {@code js/main.js}; empty if there is none of that name. */
  Optional<PageFile> file(String name) throws IOException {
    PageFile known = files.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PageFile> found = name.matches(NAME) ? read(name) : Optional.empty();
    found.ifPresent(file -> files.put(name, file));
    return found;
  }

  private Optional<PageFile> read(String name) throws IOException {
    try (InputStream in = open(name)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      if (name.endsWith(".html")) {
        bytes = new String(bytes, UTF_8).replace(VERSION_PLACEHOLDER, version).getBytes(UTF_8);
      }
      return Optional.of(PageFile.of(name, bytes));
    }
  }

  private InputStream open(String name) {
    if (libraries.containsKey(name)) {
      return PageFiles.class.getResourceAsStream(libraries.get(name));
    }
    for (String folder : folders) {
      InputStream in = PageFiles.class.getResourceAsStream(folder + name);
      if (in != null) {
        return in;
      }
    }
    return null;
  }
}
