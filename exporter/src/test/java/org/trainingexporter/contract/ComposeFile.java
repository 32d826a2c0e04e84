package org.trainingexporter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}, merged as YAML says, with the variables that are given. */
final class ComposeFile {
  static final Path ROOT = Path.of("..");

  /** Innermost first: a default may have a variable in it. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):([-+])([^${}]*)}");

  /** Variable to its default. */
  final Map<String, String> variables = new TreeMap<>();

  final JsonNode json;

  /** Each variable at its default. */
  ComposeFile() {
    this("../docker-compose.yml", Map.of());
  }

  ComposeFile(String file, Map<String, String> given) {
    String text = PrometheusFiles.text(file);
    for (Matcher next = VARIABLE.matcher(text); next.find(); next = VARIABLE.matcher(text)) {
      text = next.replaceFirst(it -> Matcher.quoteReplacement(value(it, given)));
    }
    // Jackson alone knows no merge keys.
    json = new ObjectMapper().valueToTree(new Yaml().load(text));
  }

  private String value(MatchResult variable, Map<String, String> given) {
    String name = variable.group(1);
    boolean isSet = given.containsKey(name);
    if (variable.group(2).equals("+")) {
      return isSet ? variable.group(3) : "";
    }
    variables.merge(name, variable.group(3), ComposeFile::preferred);
    return isSet ? given.get(name) : variable.group(3);
  }

  /** An address is listened on as 127.0.0.1, and linked to as localhost. */
  private static String preferred(String first, String second) {
    return first.startsWith("127.") ? first : second;
  }

  List<Service> services() {
    List<Service> services = new ArrayList<>();
    json.path("services").properties().forEach(it -> services.add(Service.of(it)));
    return services;
  }

  Service service(String name) {
    return services().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** One program of the file. */
  record Service(String name, JsonNode json) {
    private static Service of(Map.Entry<String, JsonNode> field) {
      return new Service(field.getKey(), field.getValue());
    }

    List<String> texts(String key) {
      return PrometheusFiles.stream(json.path(key)).map(JsonNode::asText).toList();
    }

    /** {@code HOST:PORT} to the port inside. */
    List<Port> ports() {
      return texts("ports").stream().map(Port::of).toList();
    }

    List<Mount> mounts() {
      return PrometheusFiles.stream(json.path("volumes")).map(Mount::of).toList();
    }

    /** What lies at a path inside, as seen from this folder; empty for what the image brings. */
    Stream<Path> hostPath(String inside) {
      return mounts().stream()
          .filter(it -> it.isOurs() && Path.of(inside).startsWith(it.target()))
          .sorted((a, b) -> b.target().length() - a.target().length())
          .limit(1)
          .map(
              it ->
                  ROOT.resolve(it.source())
                      .resolve(Path.of(it.target()).relativize(Path.of(inside))));
    }

    /** The value of a flag in the command. */
    String flag(String name) {
      return texts("command").stream()
          .filter(it -> it.startsWith(name + "="))
          .map(it -> it.substring(name.length() + 1))
          .findFirst()
          .orElseThrow(() -> new AssertionError(this.name + " is started without " + name));
    }

    Map<String, String> environment() {
      Map<String, String> variables = new TreeMap<>();
      json.path("environment")
          .properties()
          .forEach(it -> variables.put(it.getKey(), it.getValue().asText("")));
      return variables;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A port inside, and where it is reached. */
  record Port(String outside, int inside) {
    private static Port of(String text) {
      int colon = text.lastIndexOf(':');
      return new Port(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
  }

  /** A folder, file or volume that is seen at a path inside. */
  record Mount(String source, String target, boolean readOnly) {
    private static Mount of(JsonNode json) {
      if (json.isObject()) {
        boolean readOnly = json.path("read_only").asBoolean();
        return new Mount(json.path("source").asText(), json.path("target").asText(), readOnly);
      }
      List<String> parts = List.of(json.asText().split(":"));
      return new Mount(parts.get(0), parts.get(1), parts.size() == 3 && parts.get(2).equals("ro"));
    }

    boolean isVolume() {
      return !source.startsWith(".") && !source.startsWith("/");
    }

    /** Whether it is a part of this repository. */
    boolean isOurs() {
      return source.startsWith("./");
    }
  }
}
