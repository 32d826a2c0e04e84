package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.cli.Invocation;
import org.trainingexporter.config.Settings;
import org.yaml.snakeyaml.Yaml;

/** The unit and the manifests of {@code deploy/} start the exporter that there is. */
final class DeployTest {
  private static final String KUBERNETES = "../deploy/kubernetes/";
  private static final String UNIT =
      PrometheusFiles.text("../deploy/systemd/training-exporter.service");
  private static final String ENVIRONMENT = PrometheusFiles.text("../deploy/systemd/environment");

  @ParameterizedTest
  @ValueSource(strings = {"logs.yml", "gpus.yml"})
  void the_pod_starts_the_exporter_and_has_its_files(String file, @TempDir Path directory)
      throws Exception {
    JsonNode container = pod(file).at("/spec/containers/0");
    Invocation invocation = Invocation.parse(texts(container.path("args")).toArray(String[]::new));
    Set<String> mounted = texts(container.path("volumeMounts"), "mountPath");
    Path config = Path.of(invocation.flags().get("config.file"));
    Set<String> needed = new TreeSet<>(invocation.operands());
    needed.add(config.getParent().toString());
    needed.add("/tmp"); // JNA loads its library from there.
    assertEquals(needed, mounted);
    assertEquals(
        texts(container.path("volumeMounts"), "name"),
        texts(pod(file).at("/spec/volumes"), "name"));

    JsonNode text = manifest("configuration.yml").at("/data/" + config.getFileName());
    Path copy = Files.writeString(directory.resolve("exporter.yml"), text.asText());
    Settings.read(List.of(), Map.of("config.file", copy.toString()), Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs.yml", "gpus.yml"})
  void the_pod_is_found_and_is_confined(String file) {
    JsonNode labels = pod(file).at("/metadata/labels");
    assertEquals(labels, manifest(file).at("/spec/selector/matchLabels"));
    JsonNode service = manifest("service.yml").at("/spec/selector");
    JsonNode monitor = manifest("podmonitor.yml").at("/spec/selector/matchLabels");
    for (JsonNode selector : List.of(service, monitor)) {
      selector.properties().forEach(it -> assertEquals(it.getValue(), labels.path(it.getKey())));
    }
    JsonNode container = pod(file).at("/spec/containers/0");
    assertEquals(9409, container.at("/ports/0/containerPort").asInt());
    assertEquals("metrics", container.at("/ports/0/name").asText());
    JsonNode security = container.path("securityContext");
    assertTrue(security.path("readOnlyRootFilesystem").asBoolean());
    assertEquals("[\"ALL\"]", security.at("/capabilities/drop").toString());
    assertEquals("false", security.path("allowPrivilegeEscalation").asText());
  }

  @Test
  void the_list_of_manifests_is_whole() {
    Set<String> listed = new TreeSet<>(texts(manifest("kustomization.yaml").path("resources")));
    assertTrue(listed.add("podmonitor.yml"), "needs types that not every cluster has");
    Set<String> there = new TreeSet<>();
    for (String file : Path.of(KUBERNETES).toFile().list()) {
      if (file.endsWith(".yml")) {
        there.add(file);
        String namespace = manifest(file).at("/metadata/namespace").asText();
        assertEquals(file.equals("namespace.yml") ? "" : "training-exporter", namespace, file);
      }
    }
    assertEquals(there, listed);
  }

  @Test
  void the_unit_starts_the_jar_with_the_options_of_the_image() {
    String home = "/opt/training-exporter/";
    String image = PrometheusFiles.text("Dockerfile");
    String start = value(UNIT, "ExecStart");
    for (String word :
        List.of("@" + home + "jvm.options", "-jar", home + "training-exporter.jar")) {
      assertTrue(start.contains(" " + word + " "), start);
      assertTrue(image.contains('"' + word + '"'), word);
    }
    String jar = "training-exporter.jar ";
    List<String> arguments = List.of(start.substring(start.indexOf(jar) + jar.length()).split(" "));
    assertEquals(List.of("$RUNS"), Invocation.parse(arguments.toArray(String[]::new)).operands());
    assertTrue(value(ENVIRONMENT, "RUNS").startsWith("/"));
  }

  @Test
  void the_units_variables_exist() {
    Matcher variable = Pattern.compile("#(TRAINING_EXPORTER_\\w+)=(.*)").matcher(ENVIRONMENT);
    int found = 0;
    while (variable.find()) {
      Settings.read(List.of(), Map.of(), Map.of(variable.group(1), variable.group(2)));
      found++;
    }
    assertEquals(3, found);
  }

  private static String value(String text, String key) {
    Matcher line = Pattern.compile("(?m)^" + key + "=(.*)$").matcher(text);
    assertTrue(line.find(), key);
    return line.group(1);
  }

  private static JsonNode manifest(String file) {
    // Jackson alone knows no anchors.
    return new ObjectMapper().valueToTree(new Yaml().load(PrometheusFiles.text(KUBERNETES + file)));
  }

  private static JsonNode pod(String file) {
    return manifest(file).at("/spec/template");
  }

  private static List<String> texts(JsonNode array) {
    return PrometheusFiles.stream(array).map(JsonNode::asText).toList();
  }

  private static Set<String> texts(JsonNode array, String key) {
    Set<String> texts = new TreeSet<>();
    array.forEach(it -> texts.add(it.path(key).asText()));
    return texts;
  }
}
