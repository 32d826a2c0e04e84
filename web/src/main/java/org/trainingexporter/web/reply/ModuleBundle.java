package org.trainingexporter.web.reply;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A JavaScript module and all that it imports, as one script: a page of a hundred modules needs one
 * request. Each module becomes a function that returns what it exports; its lines stay lines,
 * without comments and indentation. It knows the imports and exports that our formatter writes and
 * rejects others.
 *
 * <p>A bundle may be loaded later than another: it imports that one's entry first, and takes from
 * there what that one holds.
 */
final class ModuleBundle {
  private static final String ENTRY = "main.js";
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:\\{([^}]*)} from )?\"([^\"]+)\";");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export ((?:async )?function|class|const) (\\w+)");
  private static final Pattern LOADS_LATER = Pattern.compile("\\bawait import\\(\"");
  private static final Pattern UNKNOWN = Pattern.compile("(?m)^(?:import|export)\\b.*");

  private final TextFiles files;

  /** The modules that are in the bundle, each after those that it imports. */
  private final List<String> modules = new ArrayList<>();

  private final Set<String> begun = new HashSet<>();

  /** The bundle that is there already, the name of its entry, and which of its modules are used. */
  private ModuleBundle earlier;

  private String earlierEntry = "";
  private final Set<String> used = new TreeSet<>();
  private boolean loadsLater;

  /** What the entry exports. */
  private String exports = "";

  private final StringBuilder text = new StringBuilder();
  private final SourceMap map = new SourceMap();
  private final String entry;

  /** Reads texts by their names, such as {@code js/main.js}. */
  interface TextFiles {
    String text(String name) throws IOException;
  }

  /**
   * @throws IOException if a module is missing, or imports or exports in another way than ours do
   */
  ModuleBundle(String entry, TextFiles files) throws IOException {
    this.entry = entry;
    this.files = files;
    add(entry);
  }

  /** The script, which names its source map. */
  String text() {
    StringBuilder whole = new StringBuilder(text);
    if (!used.isEmpty()) {
      whole.append("import { " + String.join(", ", used) + " } from \"" + earlierEntry + "\";\n");
    }
    if (!exports.isEmpty()) {
      whole.append("export const { " + exports + " } = " + variable(entry) + ";\n");
    }
    if (loadsLater) {
      String all = modules.stream().map(this::variable).collect(joining(", "));
      whole.append("export { " + all + " };\n");
    }
    String name = entry.substring(entry.lastIndexOf('/') + 1);
    return whole + "//# sourceMappingURL=" + name + ".map\n";
  }

  /** Its source map; the sources are the modules as they are served one by one. */
  String sourceMap() {
    String root = "../".repeat(entry.split("/", -1).length - 1);
    return map.json(modules.stream().map(name -> root + name).toList());
  }

  private void add(String name) throws IOException {
    if (modules.contains(name) || isEarlier(name)) {
      return;
    }
    if (!begun.add(name)) {
      throw new IOException(name + " imports what imports it");
    }
    String source = files.text(name);
    for (MatchResult found : IMPORT.matcher(source).results().toList()) {
      String imported = resolve(name, found.group(2));
      if (name.equals(entry) && imported.endsWith("/" + ENTRY)) {
        begin(imported, found.group(2));
      } else {
        add(imported);
      }
    }
    if (LOADS_LATER.matcher(source).find()) {
      if (!name.equals(entry)) {
        throw new IOException(name + " loads a module later, which only an entry may");
      }
      loadsLater = true;
    }
    String exported =
        EXPORT.matcher(source).results().map(found -> found.group(2)).collect(joining(", "));
    String body = IMPORT.matcher(source).replaceAll(found -> imported(name, found));
    body = EXPORT.matcher(body).replaceAll("$1 $2");
    MatchResult unknown = UNKNOWN.matcher(body).results().findFirst().orElse(null);
    if (unknown != null) {
      throw new IOException("a bundle cannot hold this line of " + name + ": " + unknown.group());
    }
    modules.add(name);
    if (name.equals(entry)) {
      exports = exported;
    }
    line("const " + variable(name) + " = (() => {");
    addBody(body);
    line("return { " + exported + " };");
    line("})();");
  }

  /** The bundle of another entry is there already. */
  private void begin(String name, String imported) throws IOException {
    if (earlier != null || !modules.isEmpty()) {
      throw new IOException(entry + " does not import " + name + " first");
    }
    earlier = new ModuleBundle(name, files);
    earlierEntry = imported;
  }

  private boolean isEarlier(String name) {
    return earlier != null && earlier.begun.contains(name);
  }

  /** A declaration in place of an import, with as many lines. */
  private String imported(String name, MatchResult found) {
    if (found.group(1) == null) {
      return "";
    }
    return "const {%s} = %s;"
        .formatted(found.group(1).replace(" as ", ": "), variable(resolve(name, found.group(2))))
        .replace("$", "\\$");
  }

  private String variable(String name) {
    if (!isEarlier(name)) {
      return (earlier == null ? "module" : "later") + modules.indexOf(name);
    }
    String there = earlier.variable(name);
    used.add(there);
    return there;
  }

  private void addBody(String body) {
    List<String> lines = body.lines().toList();
    boolean isIndented = lines.stream().anyMatch(ModuleBundle::isInText);
    boolean inComment = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      inComment |= line.stripLeading().startsWith("/**");
      if (inComment) {
        int end = line.indexOf("*/");
        inComment = end < 0;
        line = inComment ? "" : line.substring(end + 2);
      }
      if (!line.isBlank()) {
        text.append(isIndented ? line : line.strip()).append('\n');
        map.add(modules.size() - 1, i);
      }
    }
  }

  /** Whether a text of several lines begins or ends there, whose indentation counts. */
  private static boolean isInText(String line) {
    return line.chars().filter(character -> character == '`').count() % 2 == 1;
  }

  private void line(String own) {
    text.append(own).append('\n');
    map.addLine();
  }

  /** The name of what a file imports. */
  static String resolve(String name, String imported) {
    return Path.of(name).resolveSibling(imported).normalize().toString().replace('\\', '/');
  }
}
