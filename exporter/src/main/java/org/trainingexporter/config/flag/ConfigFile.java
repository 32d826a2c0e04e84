package org.trainingexporter.config.flag;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.config.run.RunRules;
import org.trainingexporter.config.value.ValueTypes;
import org.trainingexporter.config.yaml.YamlNode;
import org.trainingexporter.config.yaml.YamlReader;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.Flag;
import org.trainingexporter.web.flag.ValueSource;
import org.trainingexporter.web.flag.ValueType;

/**
 * The config file: YAML with the flags as flat keys, and the list {@code runs:}. Relative file
 * names in it are resolved against the file's own directory, as in Prometheus.
 */
public record ConfigFile(Path path, Map<String, YamlNode> keys) implements ValueSource {
  private static final String RUNS = "runs";

  public static final ConfigFile NONE = new ConfigFile(Path.of(""), Map.of());

  /**
   * Reads a config file.
   *
   * @throws ConfigException if the file cannot be read, is no map, or has an unknown key
   */
  public static ConfigFile read(Path path) {
    Stream<String> flags =
        Flags.ALL.stream().filter(flag -> !flag.equals(Flags.CONFIG_FILE)).map(Flag::name);
    List<String> known = Stream.concat(flags, Stream.of(RUNS)).toList();
    return new ConfigFile(path, YamlReader.read(path).map(known));
  }

  @Override
  public Optional<Flag.Given> find(Flag<?> flag) {
    return Optional.ofNullable(keys.get(flag.name()))
        .map(node -> new Flag.Given(text(flag, node), node.place()));
  }

  /** The rules in their order; none if the file has none. */
  public List<RunRule> runs() {
    return Optional.ofNullable(keys.get(RUNS)).map(RunRules::read).orElse(List.of());
  }

  private String text(Flag<?> flag, YamlNode node) {
    String text = node.as(new ValueType<>(flag.type().expected(), it -> it));
    boolean isFile = flag.type().equals(ValueTypes.FILE) && !text.isEmpty();
    return isFile ? path.resolveSibling(text).toString() : text;
  }
}
