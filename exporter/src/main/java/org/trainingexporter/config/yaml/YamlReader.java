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
import org.trainingexporter.config.value.ConfigException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads one YAML document into nodes that know their line, which Jackson's own tree does not. Text
 * stays as written, so that {@code off} is no boolean. Aliases and a key given twice are mistakes.
 */
public final class YamlReader {
  private final Path file;
  private final YAMLParser parser;

  private YamlReader(Path file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  public static YamlNode read(Path file) {
    try (YAMLParser parser = new YAMLFactory().createParser(Files.readString(file))) {
      return new YamlReader(file, parser).document();
    } catch (JsonProcessingException e) {
      throw new ConfigException(file + problem(e));
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": expected a config file, got no such file");
    } catch (IOException e) {
      throw new ConfigException(
          file + ": expected a readable UTF-8 file, got " + e.getClass().getSimpleName());
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
    String place = place("");
    YamlNode root = new YamlNode(place, empty ? Map.of() : content(place, ""));
    if (parser.nextToken() != null) {
      throw new ConfigException(place("") + ": expected one YAML document, got another");
    }
    return root;
  }

  private Object content(String place, String key) throws IOException {
    if (parser.isCurrentAlias()) {
      throw ConfigException.expected(place, "a value", "the alias *" + parser.getText());
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(key.isEmpty() ? "" : key + ".");
      case START_ARRAY -> list(key);
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private Map<String, YamlNode> map(String prefix) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String key = prefix + name;
      String place = place(key);
      parser.nextToken();
      YamlNode node = new YamlNode(place, content(place, key));
      if (entries.put(name, node) != null) {
        throw new ConfigException(place + ": given twice, again with " + node.described());
      }
    }
    return entries;
  }

  private List<YamlNode> list(String key) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String item = key + "[" + items.size() + "]";
      String place = place(item);
      items.add(new YamlNode(place, content(place, item)));
    }
    return items;
  }

  private String place(String key) {
    int line = Math.max(1, parser.currentTokenLocation().getLineNr());
    return file + ":" + line + (key.isEmpty() ? "" : ": " + key);
  }
}
