package org.trainingexporter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The folder {@code prometheus/} as the tests read it. */
public final class PrometheusFiles {
  static final Path ROOT = Path.of("..", "prometheus");

  private PrometheusFiles() {}

  /** A rule that alerts, with the file that holds it. */
  record Alert(Path file, String name, JsonNode rule) {
    String expression() {
      return rule.path("expr").asText();
    }

    String annotation(String key) {
      return rule.path("annotations").path(key).asText();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The rules that prometheus.yml loads. */
  static List<Path> ruleFiles() {
    return list("rules", ".yml");
  }

  /** Rules that only some want: each user loads them by name. */
  static List<Path> optionalRuleFiles() {
    return list("optional", ".yml");
  }

  static List<Path> allRuleFiles() {
    return Stream.concat(ruleFiles().stream(), optionalRuleFiles().stream()).toList();
  }

  /** The rule files that match an entry of prometheus.yml's {@code rule_files}. */
  static List<Path> loadedRuleFiles() {
    List<PathMatcher> patterns =
        stream(yaml(ROOT.resolve("prometheus.yml")).path("rule_files"))
            .map(entry -> ROOT.getFileSystem().getPathMatcher("glob:" + entry.asText()))
            .toList();
    return allRuleFiles().stream()
        .filter(file -> patterns.stream().anyMatch(it -> it.matches(ROOT.relativize(file))))
        .toList();
  }

  static List<Path> testFiles() {
    return list("tests", ".test.yml");
  }

  /** Recording rules and alerts of a file, in order. */
  static Stream<JsonNode> rules(Path file) {
    return stream(yaml(file).path("groups")).flatMap(group -> stream(group.path("rules")));
  }

  static List<Alert> alerts() {
    return ruleFiles().stream()
        .flatMap(
            file ->
                rules(file)
                    .filter(rule -> rule.has("alert"))
                    .map(rule -> new Alert(file, rule.path("alert").asText(), rule)))
        .toList();
  }

  /** The groups of all promtool tests, each with a name, its series and its assertions. */
  static List<JsonNode> testGroups() {
    return testFiles().stream().flatMap(file -> stream(yaml(file).path("tests"))).toList();
  }

  static JsonNode yaml(Path file) {
    try {
      // Jackson alone knows no aliases.
      return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no YAML", e);
    }
  }

  static String text(String file) {
    return String.join("\n", lines(Path.of(file)));
  }

  public static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static List<Path> list(String folder, String suffix) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
