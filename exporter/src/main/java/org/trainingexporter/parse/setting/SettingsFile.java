package org.trainingexporter.parse.setting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trainingexporter.event.setting.SettingCollector;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A JSON or YAML file of settings beside a log. It is read token by token: tags and aliases of YAML
 * make no object and are not followed, and what is nested deep is passed over.
 */
public final class SettingsFile {
  /** A larger file is none of settings. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int DEEPEST = 8;

  /** A key that only W&B's files of settings have. */
  private static final String OF_WANDB = "wandb_version";

  private static final Pattern WANDB_VALUE = Pattern.compile("([^.]+)\\.value(\\..+)?");

  /** What such files are called. */
  public static final List<String> NAMES =
      Stream.of("args", "config", "hparams", "params", "training_args")
          .flatMap(name -> Stream.of(name + ".json", name + ".yaml", name + ".yml"))
          .toList();

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final JsonFactory YAML = new YAMLFactory();

  private final JsonParser parser;
  private final SettingCollector settings = new SettingCollector();

  private SettingsFile(JsonParser parser) {
    this.parser = parser;
  }

  /** Whether a file of that name holds settings. */
  public static boolean isOne(Path file) {
    return NAMES.contains(file.getFileName().toString());
  }

  /**
   * The settings of a file, by name; none where it is too large or holds no object.
   *
   * @throws IOException where it cannot be read, or is not whole yet
   */
  public static Map<String, String> read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      return Map.of();
    }
    JsonFactory factory = file.toString().endsWith(".json") ? JSON : YAML;
    try (JsonParser parser = factory.createParser(bytes)) {
      return new SettingsFile(parser).read();
    } catch (YAMLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Map<String, String> read() throws IOException {
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      readObject("", 1);
    }
    return settings.texts().containsKey(OF_WANDB) ? ofWandb(settings.texts()) : settings.texts();
  }

  /** W&B writes each setting as an object with a description and the value. */
  private static Map<String, String> ofWandb(Map<String, String> written) {
    Map<String, String> settings = new LinkedHashMap<>();
    written.forEach(
        (key, text) -> {
          Matcher m = WANDB_VALUE.matcher(key);
          if (m.matches() && !m.group(1).equals("_wandb")) {
            settings.put(m.group(2) == null ? m.group(1) : m.group(1) + m.group(2), text);
          }
        });
    return settings;
  }

  private boolean isAlias() throws IOException {
    return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
  }

  private void readObject(String before, int depth) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = before + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        if (depth < DEEPEST) {
          readObject(key + ".", depth + 1);
        } else {
          parser.skipChildren();
        }
      } else if (token == JsonToken.START_ARRAY) {
        SettingValues.addList(parser, key, settings);
      } else if (!isAlias()) {
        SettingValues.add(parser, key, settings);
      }
    }
  }
}
