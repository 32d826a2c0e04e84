package org.trainingexporter.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The chart, as helm renders it; only where helm is on the PATH. */
final class HelmTest {
  private static final Path CHART = Path.of("..", "deploy", "helm");
  private static final Path KUBERNETES = Path.of("..", "deploy", "kubernetes");

  @TempDir static Path directory;
  private static String archive;

  @BeforeAll
  static void pack() throws IOException, InterruptedException {
    assumeTrue(isThere(), "helm is not on the PATH: the chart is not checked");
    run(CHART.resolve("package.sh").toString(), directory.toString());
    archive = directory.resolve("training-exporter-0.1.0.tgz").toString();
  }

  private static boolean isThere() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "helm")));
  }

  private record Answer(int code, String text) {}

  private static Answer answer(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Answer answer = answer(command);
    assertEquals(0, answer.code(), answer.text());
    return answer.text();
  }

  /** Objects by kind and name. */
  private static Map<String, JsonNode> objects(String... flags)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("helm", "template", "x", archive, "--namespace", "training-exporter"));
    command.addAll(List.of("--kube-version", "1.30"));
    command.addAll(List.of(flags));
    return parsed(run(command.toArray(String[]::new)));
  }

  private static Map<String, JsonNode> parsed(String yaml) {
    Map<String, JsonNode> objects = new TreeMap<>();
    for (Object loaded : new Yaml().loadAll(yaml)) {
      JsonNode object = new ObjectMapper().valueToTree(loaded);
      if (object.isObject()) {
        objects.put(object.path("kind").asText() + " " + name(object), object);
      }
    }
    return objects;
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  @Test
  void helm_finds_nothing_to_blame() throws IOException, InterruptedException {
    assertTrue(run("helm", "lint", "--strict", archive).contains("0 chart(s) failed"));
  }

  @Test
  void with_its_defaults_the_chart_makes_what_the_manifests_make()
      throws IOException, InterruptedException {
    Map<String, JsonNode> plain = new TreeMap<>();
    for (String file : List.of("configuration", "gpus", "logs", "service")) {
      String text = Files.readString(KUBERNETES.resolve(file + ".yml"));
      JsonNode object = new ObjectMapper().valueToTree(new Yaml().load(text));
      plain.put(object.path("kind").asText() + " " + name(object), object);
    }
    assertEquals(plain, objects());
  }

  @Test
  void the_pod_monitor_is_that_of_the_manifests() throws IOException, InterruptedException {
    String text = PrometheusFiles.text("../deploy/kubernetes/podmonitor.yml");
    JsonNode plain = new ObjectMapper().valueToTree(new Yaml().load(text));
    assertEquals(
        plain, objects("--set", "podMonitor.enabled=true").get("PodMonitor training-exporter"));
  }

  @Test
  void each_rule_file_is_a_prometheus_rule_as_it_stands() throws IOException, InterruptedException {
    Map<String, JsonNode> objects = objects("--set", "prometheusRule.enabled=true");
    for (String file : Path.of("..", "prometheus", "rules").toFile().list()) {
      JsonNode groups =
          new ObjectMapper()
              .valueToTree(new Yaml().load(PrometheusFiles.text("../prometheus/rules/" + file)));
      String name = "PrometheusRule training-exporter-" + file.replace(".yml", "");
      assertEquals(withTexts(groups), withTexts(objects.get(name).path("spec")), file);
      objects.get(name).findValues("expr").forEach(expr -> assertTrue(expr.isTextual(), file));
    }
  }

  /** The same with each number that is an expression as a text: 1e-05 is 1e-5. */
  private static JsonNode withTexts(JsonNode spec) {
    for (JsonNode rule : spec.findParents("expr")) {
      String expr = rule.path("expr").asText().strip();
      boolean isNumber = expr.matches("[\\d.]+(?:[eE]-?\\d+)?");
      ((ObjectNode) rule).put("expr", isNumber ? "" + Double.parseDouble(expr) : expr);
    }
    return spec;
  }

  @Test
  void each_dashboard_is_there_as_it_stands() throws IOException, InterruptedException {
    Map<String, JsonNode> objects = objects("--set", "dashboards.enabled=true");
    for (Dashboard dashboard : Dashboard.all()) {
      String file = dashboard.toString();
      String name = "ConfigMap training-exporter-dashboard-" + file.replace(".json", "");
      assertEquals(
          dashboard.text(), objects.get(name).path("data").path("training-" + file).asText());
    }
  }

  @Test
  void a_sidecar_starts_before_its_training_and_reads_what_that_writes()
      throws IOException, InterruptedException {
    Map<String, JsonNode> objects =
        objects(
            "--set",
            "gpus.enabled=false,logs.enabled=false,sidecar.enabled=true,sidecar.image=llm:1");
    JsonNode pod = objects.get("Job training").at("/spec/template/spec");
    JsonNode sidecar = pod.at("/initContainers/0");
    assertEquals("Always", sidecar.path("restartPolicy").asText());
    assertEquals("llm:1", pod.at("/containers/0/image").asText());
    assertEquals(
        pod.at("/containers/0/volumeMounts/0/mountPath"), sidecar.at("/volumeMounts/0/mountPath"));
  }

  /** As docs/clusters.md has it. */
  @Test
  void a_chart_of_ones_own_takes_the_sidecar_from_this_one(@TempDir Path own)
      throws IOException, InterruptedException {
    List<String> blocks =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(Files.readString(Path.of("..", "docs", "clusters.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    Files.createDirectories(own.resolve("templates"));
    Files.createDirectories(own.resolve("charts"));
    Files.copy(Path.of(archive), own.resolve("charts").resolve("training-exporter-0.1.0.tgz"));
    Files.writeString(
        own.resolve("Chart.yaml"),
        """
        apiVersion: v2
        name: llm
        version: 0.1.0
        dependencies: [{name: training-exporter, version: 0.1.0}]
        """);
    Files.writeString(own.resolve("values.yaml"), one(blocks, "training-exporter:\n"));
    Files.writeString(own.resolve("templates").resolve("job.yaml"), one(blocks, "{{- $exporter"));
    Map<String, JsonNode> objects =
        parsed(run("helm", "template", "x", own.toString(), "--kube-version", "1.30"));
    assertEquals(Set.of("ConfigMap training-exporter", "Job llm"), objects.keySet());
    JsonNode pod = objects.get("Job llm").at("/spec/template/spec");
    assertEquals("Always", pod.at("/initContainers/0/restartPolicy").asText());
    assertEquals(
        Set.copyOf(pod.findPath("initContainers").findValuesAsText("mountPath")),
        Set.of("/logs", "/etc/training-exporter", "/tmp"));
    Set<String> volumes = new HashSet<>();
    pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
    pod.at("/initContainers/0/volumeMounts")
        .forEach(mount -> assertTrue(volumes.contains(mount.path("name").asText())));
  }

  private static String one(List<String> blocks, String beginning) {
    return blocks.stream().filter(it -> it.startsWith(beginning)).findFirst().orElseThrow();
  }

  @Test
  void a_value_that_does_not_exist_is_an_error() throws IOException, InterruptedException {
    Answer answer = answer("helm", "template", "x", archive, "--set", "gpu.enabled=true");
    assertTrue(answer.code() != 0 && answer.text().contains("gpu"), answer.text());
  }

  @Test
  void without_the_archive_it_says_where_the_rules_are() throws IOException, InterruptedException {
    String set = "prometheusRule.enabled=true";
    Answer answer =
        answer("helm", "template", "x", CHART.toString(), "--kube-version", "1.30", "--set", set);
    assertTrue(answer.code() != 0 && answer.text().contains("package.sh"), answer.text());
  }
}
