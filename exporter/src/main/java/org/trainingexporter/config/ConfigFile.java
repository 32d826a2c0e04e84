package org.trainingexporter.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The YAML file: flags as flat keys, and the list {@code runs:}. A relative file name in it is seen
 * from the file's own directory, as in Prometheus.
 */
record ConfigFile(Path path, Map<String, Node> keys) implements Source {
  private static final String RUNS = "runs";

  static final ConfigFile NONE = new ConfigFile(Path.of(""), Map.of());

  /**
   * @throws ConfigException if the file cannot be read, is no map, or has an unknown key
   */
  static ConfigFile read(Path path) {
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

  List<RunRule> runs() {
    return Optional.ofNullable(keys.get(RUNS)).map(RunRules::read).orElse(List.of());
  }

  private String text(Flag<?> flag, Node node) {
    String text = node.as(new Kind<>(flag.kind().expected(), it -> it));
    boolean isFile = flag.kind().equals(Kinds.FILE) && !text.isEmpty();
    return isFile ? path.resolveSibling(text).toString() : text;
  }
}
