package org.trainingexporter.config.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.web.flag.ConfigException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads one YAML document into nodes that know their line, which Jackson's own tree does not.
 * Aliases, and keys given twice, are mistakes.
 */
public final class YamlReader {
  private final Path file;
  private final YAMLParser parser;

  private YamlReader(Path file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException naming file, line, key and value
   */
  public static YamlNode read(Path file) {
    try {
      return parse(file, new YAMLFactory());
    } catch (JsonProcessingException e) {
      throw new ConfigException(file + problem(e));
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": expected a config file, got no such file");
    } catch (IOException e) {
      throw new ConfigException(
          file + ": expected a readable UTF-8 file, got " + e.getClass().getSimpleName());
    }
  }

  /**
   * Reads a file for a caller that words its own messages.
   *
   * @throws JsonProcessingException if the text is not YAML
   * @throws IOException if the file cannot be read
   * @throws ConfigException for an alias, a key given twice or a second document
   */
  public static YamlNode parse(Path file, YAMLFactory factory) throws IOException {
    try (YAMLParser parser = factory.createParser(Files.readString(file))) {
      return new YamlReader(file, parser).document();
    }
  }

  private static String problem(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      int line = marked.getProblemMark().getLine() + 1;
      return ":" + line + ": no YAML: " + marked.getProblem();
    }
    return ":" + e.getLocation().getLineNr() + ": no YAML: " + e.getOriginalMessage();
  }

  private YamlNode document() throws IOException {
    boolean empty = parser.nextToken() == null;
    YamlNode root = empty ? node(line(), "", Map.of()) : value(line(), "");
    if (parser.nextToken() != null) {
      throw new ConfigException(
          node(line(), "", null).place() + ": expected one YAML document, got another");
    }
    return root;
  }

  /** The value at the current token; leaves the parser at its last token. */
  private YamlNode value(int line, String key) throws IOException {
    if (parser.isCurrentAlias()) {
      String place = node(line, key, null).place();
      throw ConfigException.expected(place, "a value", "the alias *" + parser.getText());
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> node(line, key, map(key.isEmpty() ? "" : key + "."));
      case START_ARRAY -> node(line, key, list(key));
      case VALUE_NULL -> node(line, key, null);
      case VALUE_STRING -> new YamlNode(file, line, key, parser.getText(), true);
      default -> node(line, key, parser.getText());
    };
  }

  private YamlNode node(int line, String key, Object content) {
    return new YamlNode(file, line, key, content, false);
  }

  private Map<String, YamlNode> map(String prefix) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int line = line();
      parser.nextToken();
      YamlNode node = value(line, prefix + name);
      if (entries.put(name, node) != null) {
        throw new ConfigException(node.place() + ": given twice, again with " + node.described());
      }
    }
    return entries;
  }

  private List<YamlNode> list(String key) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(line(), key + "[" + items.size() + "]"));
    }
    return items;
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }
}
