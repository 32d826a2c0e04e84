package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.cli.Invocation;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.contract.ComposeFile.Mount;
import org.trainingexporter.contract.ComposeFile.Service;

/** The programs of docker-compose.yml know their flags and find their files and each other. */
final class ComposeProgramsTest {
  private static final ComposeFile COMPOSE = new ComposeFile();
  private static final Service PROMETHEUS = COMPOSE.service("prometheus");

  private static final Service EXPORTER = COMPOSE.service("exporter");
  private static final Service GRAFANA = COMPOSE.service("grafana");

  @Test
  void the_exporter_knows_its_flags_and_variables() {
    Invocation invocation = Invocation.parse(EXPORTER.texts("command").toArray(String[]::new));
    Map<String, String> variables = new HashMap<>(EXPORTER.environment());
    for (String file : List.of("CONFIG_FILE", "WEB_CONFIG_FILE")) {
      variables.computeIfPresent(
          "TRAINING_EXPORTER_" + file, (name, inside) -> host(EXPORTER, inside).toString());
    }
    Settings settings = Settings.read(List.of(), invocation.flags(), variables);
    assertEquals(GpuMode.DEMO, settings.gpus());
    List<String> watched = new ArrayList<>(invocation.operands());
    settings.watched().forEach(it -> watched.add(it.toString()));
    for (String directory : watched) {
      assertTrue(EXPORTER.mounts().stream().anyMatch(it -> it.target().equals(directory)));
    }
  }

  @Test
  void the_trainers_page_shows_what_the_trainer_writes() {
    Service trainer = COMPOSE.service("trainer");
    Mount written = trainer.mounts().get(0);
    assertEquals(written.target(), trainer.flag("--trainer.runs"));
    String also = EXPORTER.environment().get("TRAINING_EXPORTER_RUNS_ALSO_IN");
    Mount read =
        EXPORTER.mounts().stream().filter(it -> it.target().equals(also)).findFirst().orElseThrow();
    assertEquals(written.source(), read.source());
    assertTrue(read.readOnly());
    String port = EXPORTER.ports().get(0).outside().replaceFirst(".*:", "");
    assertEquals("http://localhost:" + port, trainer.flag("--trainer.exporter-url"));
    Path web = host(EXPORTER, EXPORTER.environment().get("TRAINING_EXPORTER_WEB_CONFIG_FILE"));
    String policy =
        PrometheusFiles.yaml(web)
            .at("/http_server_config/headers/Content-Security-Policy")
            .asText();
    assertTrue(policy.contains("http://localhost:* http://127.0.0.1:*"), policy);
    int listens = trainer.ports().get(0).inside();
    assertEquals(":" + listens, trainer.flag("--trainer.listen-address"));
  }

  @ParameterizedTest
  @CsvSource({"prometheus, prometheus", "alertmanager, prometheus-alertmanager"})
  void the_program_knows_its_flags(String service, String program)
      throws IOException, InterruptedException {
    Process help = new ProcessBuilder(program, "--help").redirectErrorStream(true).start();
    String text = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    help.waitFor();
    List<String> unknown = new ArrayList<>(COMPOSE.service(service).texts("command"));
    unknown.removeIf(
        it ->
            Pattern.compile(Pattern.quote(it.replaceFirst("=.*", "")) + "[=\\s]")
                .matcher(text)
                .find());
    assertEquals(List.of(), unknown);
  }

  @Test
  void prometheus_finds_its_files() {
    // In /dev/shm/config are links to all of it.
    String config =
        PROMETHEUS.flag("--config.file").replace("/dev/shm/config/", "/etc/prometheus/");
    JsonNode json = PrometheusFiles.yaml(host(PROMETHEUS, config));
    Path inside = Path.of(config).getParent();
    for (JsonNode pattern : json.path("rule_files")) {
      Path rules = host(PROMETHEUS, inside.resolve(pattern.asText()).getParent().toString());
      assertTrue(Files.isDirectory(rules), rules.toString());
    }
    List<String> files = new ArrayList<>();
    json.findValues("files").forEach(list -> list.forEach(it -> files.add(it.asText())));
    assertTrue(files.contains("targets/training.yml"), files.toString());
    for (String file : files) {
      Path found = host(PROMETHEUS, inside.resolve(file).toString());
      assertTrue(Files.isRegularFile(found), found.toString());
    }
  }

  @Test
  void prometheus_shows_the_runbook_and_nothing_else() {
    String assets = PROMETHEUS.flag("--web.user-assets");
    List<Mount> shown =
        PROMETHEUS.mounts().stream()
            .filter(
                it ->
                    Path.of(it.target()).startsWith(assets)
                        || Path.of(assets).startsWith(it.target()))
            .toList();
    assertEquals(List.of(assets + "/runbook.md"), shown.stream().map(Mount::target).toList());
    Path runbook = host(PROMETHEUS, assets + "/runbook.md");
    assertTrue(Files.isRegularFile(runbook), runbook.toString());
  }

  @Test
  void prometheus_scrapes_the_exporter_and_tells_alertmanager() {
    String instance = "exporter:" + EXPORTER.ports().get(0).inside();
    assertEquals(instance, target("targets/training.yml"));
    String labels = EXPORTER.environment().get("TRAINING_EXPORTER_HISTORY_LABELS");
    assertEquals("instance=" + instance, labels);
    int port = COMPOSE.service("alertmanager").ports().get(0).inside();
    assertEquals("alertmanager:" + port, target("targets/alertmanager.yml"));
  }

  private static String target(String file) {
    Path found = host(PROMETHEUS, "/etc/prometheus/" + file);
    return PrometheusFiles.yaml(found).at("/0/targets/0").asText();
  }

  @Test
  void alertmanager_finds_its_files() {
    Service alertmanager = COMPOSE.service("alertmanager");
    Path config = host(alertmanager, alertmanager.flag("--config.file"));
    assertTrue(Files.isRegularFile(config), config.toString());
    JsonNode json = PrometheusFiles.yaml(config);
    Stream.of("smtp_auth_password_file", "api_url_file")
        .map(key -> json.findValue(key).asText())
        .forEach(secret -> assertTrue(Files.isDirectory(host(alertmanager, secret).getParent())));
  }

  @Test
  void grafana_finds_its_files_and_prometheus() {
    String provisioning = "/etc/grafana/provisioning/";
    JsonNode provider =
        PrometheusFiles.yaml(host(GRAFANA, provisioning + "dashboards/training.yaml"));
    Path dashboards = host(GRAFANA, provider.at("/providers/0/options/path").asText());
    String home = GRAFANA.json().at("/environment/GF_USERS_HOME_PAGE").asText();
    assertEquals("/d/training-runs", home);
    assertTrue(
        PrometheusFiles.text(dashboards.resolve("runs.json").toString()).contains("training-runs"));
    JsonNode source =
        PrometheusFiles.yaml(host(GRAFANA, provisioning + "datasources/prometheus.yaml"));
    URI url = URI.create(source.at("/datasources/0/url").asText());
    assertEquals(PROMETHEUS.name(), url.getHost());
    assertEquals(PROMETHEUS.ports().get(0).inside(), url.getPort());
  }

  /** The scripts that start Prometheus and Grafana in their containers. */
  @Test
  void starts_scripts_that_are_there() {
    for (Service service : List.of(PROMETHEUS, GRAFANA)) {
      List<String> entry = service.texts("entrypoint");
      assertEquals("/bin/sh", entry.get(0));
      assertTrue(Files.isRegularFile(host(service, entry.get(1))), entry.toString());
    }
  }

  @Test
  void prometheus_links_to_the_addresses_that_its_script_is_given(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path script = host(PROMETHEUS, PROMETHEUS.texts("entrypoint").get(1));
    Path config = directory.resolve("config");
    String local =
        Files.readString(script)
            .replace("/etc/prometheus/", Path.of("../prometheus").toRealPath() + "/")
            .replace("/dev/shm/config/", config + "/")
            .replace("/prometheus/*;", directory + "/prometheus/*;")
            .replace("exec /bin/prometheus", "exec echo started");
    Path kept =
        Files.createFile(Files.createDirectory(directory.resolve("prometheus")).resolve("a"));
    ProcessBuilder start = new ProcessBuilder("sh", "-s", "--", "--a", "--b");
    start.environment().put("OWN_RUNS", "yes");
    start.environment().put("GRAFANA_URL", "https://grafana.example.org/");
    start.environment().put("EXPORTER_URL", "http://127.0.0.1:9500");
    Process process = start.redirectErrorStream(true).start();
    try (Writer in = process.outputWriter()) {
      in.write(local);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertEquals("started --a --b\n", said);
    assertTrue(Files.exists(kept), "what was collected of own runs is gone");
    Path rules = config.resolve("rules");
    String links = Files.readString(rules.resolve("links.yml"));
    assertTrue(links.contains("{url: \"https://grafana.example.org\"}"), links);
    assertTrue(links.contains("\"http://127.0.0.1:9500/\""), links);
    assertFalse(Files.isSymbolicLink(rules.resolve("links.yml")));
    assertTrue(Files.isSymbolicLink(rules.resolve("stability.yml")));
    assertTrue(Files.isReadable(rules.resolve("stability.yml")));
    assertTrue(Files.isReadable(config.resolve("targets/training.yml")));
    try (Stream<Path> made = Files.walk(config)) {
      made.filter(Files::isSymbolicLink).forEach(link -> link.toFile().delete());
    }
  }

  @Test
  void health_is_asked_where_the_program_answers() {
    for (Service service : COMPOSE.services()) {
      JsonNode test = service.json().at("/healthcheck/test");
      if (!test.isMissingNode()) {
        URI url = URI.create(test.get(test.size() - 1).asText());
        assertEquals(service.ports().get(0).inside(), url.getPort(), service.name());
      }
    }
  }

  private static Path host(Service service, String inside) {
    return service
        .hostPath(inside)
        .findFirst()
        .orElseThrow(() -> new AssertionError(service + " has no " + inside));
  }
}
