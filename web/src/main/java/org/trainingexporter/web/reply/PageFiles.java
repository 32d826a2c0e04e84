package org.trainingexporter.web.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The files of a page, from the resources of the program. The version of the program stands in the
 * addresses of the parts, so that browsers may keep them for ever. A file called {@code main.js} or
 * {@code main.css} is served with all that it imports in it, so that a page needs few requests; a
 * page may include files of the same folders: parts of pages, scripts, style sheets. Safe for many
 * threads.
 */
public final class PageFiles {
  /** The folder of what both pages share: {@code css/}, {@code js/} and {@code icon.svg}. */
  public static final String SHARED = "/org/trainingexporter/web/page/";

  /** Stands in the HTML where the version goes. */
  private static final String VERSION_PLACEHOLDER = "v-dev";

  private static final String SCRIPT = "main.js";
  private static final String MAP = SCRIPT + ".map";
  private static final String STYLE = "main.css";
  private static final Pattern INCLUDED = Pattern.compile("(?m)^ *<!-- include ([\\w./-]+) -->\n");
  private static final Pattern IMPORTED_STYLE = Pattern.compile("@import \"([^\"]+)\";\n");

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
    boolean isMap = name.endsWith(MAP);
    String source = isMap ? name.substring(0, name.lastIndexOf('.')) : name;
    byte[] bytes = bytes(source);
    if (bytes == null) {
      return Optional.empty();
    }
    if (isMap) {
      bytes = new ModuleBundle(source, this::text).sourceMap().getBytes(UTF_8);
    } else if (name.endsWith(SCRIPT)) {
      bytes = new ModuleBundle(name, this::text).text().getBytes(UTF_8);
    } else if (name.endsWith(STYLE)) {
      bytes = style(name).getBytes(UTF_8);
    } else if (name.endsWith(".html")) {
      bytes = page(name).replace(VERSION_PLACEHOLDER, version).getBytes(UTF_8);
    }
    return Optional.of(PageFile.of(name, bytes));
  }

  /** A page with what it includes. */
  private String page(String name) throws IOException {
    String text = text(name);
    StringBuilder whole = new StringBuilder();
    int from = 0;
    for (MatchResult found : INCLUDED.matcher(text).results().toList()) {
      whole.append(text, from, found.start()).append(included(found.group(1)));
      from = found.end();
    }
    return whole.append(text, from, text.length()).toString();
  }

  private String included(String name) throws IOException {
    return name.endsWith(STYLE) ? style(name) : page(name);
  }

  private String style(String name) throws IOException {
    String text = text(name);
    StringBuilder whole = new StringBuilder();
    for (MatchResult found : IMPORTED_STYLE.matcher(text).results().toList()) {
      whole.append(text(ModuleBundle.resolve(name, found.group(1))));
    }
    return whole.append(IMPORTED_STYLE.matcher(text).replaceAll("")).toString();
  }

  private String text(String name) throws IOException {
    byte[] bytes = bytes(name);
    if (bytes == null) {
      throw new IOException(name + " is missing in the program");
    }
    return new String(bytes, UTF_8);
  }

  private byte[] bytes(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in == null ? null : in.readAllBytes();
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
