package org.trainingexporter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}, merged as YAML says, each variable at its default. */
final class ComposeFile {
  static final Path ROOT = Path.of("..");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");

  /** Variable to its default. */
  final Map<String, String> variables = new TreeMap<>();

  final JsonNode json;

  ComposeFile() {
    Matcher variable = VARIABLE.matcher(PrometheusFiles.text("../docker-compose.yml"));
    StringBuilder filled = new StringBuilder();
    while (variable.find()) {
      variables.merge(variable.group(1), variable.group(2), ComposeFile::preferred);
      variable.appendReplacement(filled, Matcher.quoteReplacement(variable.group(2)));
    }
    // Jackson alone knows no merge keys.
    json = new ObjectMapper().valueToTree(new Yaml().load(variable.appendTail(filled).toString()));
  }

  private static String preferred(String first, String second) {
    return first.length() >= second.length() ? first : second;
  }

  List<Service> services() {
    List<Service> services = new ArrayList<>();
    json.path("services").properties().forEach(it -> services.add(Service.of(it)));
    return services;
  }

  Service service(String name) {
    return services().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  Set<String> profiles() {
    Set<String> profiles = new HashSet<>();
    services().forEach(it -> profiles.addAll(it.texts("profiles")));
    return profiles;
  }

  /** What starts with a profile: its services and those that have none. */
  List<Service> startedBy(String profile) {
    return services().stream()
        .filter(it -> !it.json().has("profiles") || it.texts("profiles").contains(profile))
        .toList();
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

    boolean isExporter() {
      return json.path("build").path("dockerfile").asText().equals("exporter/Dockerfile");
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
