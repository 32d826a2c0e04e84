package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.contract.ComposeFile.Mount;
import org.trainingexporter.contract.ComposeFile.Port;
import org.trainingexporter.contract.ComposeFile.Service;

/** docker-compose.yml by itself: what starts, how it is confined, what the user can set. */
final class ComposeTest {
  private static final ComposeFile COMPOSE = new ComposeFile();
  private static final ComposeFile OWN =
      new ComposeFile("../docker-compose.yml", Map.of("LOGS", "/runs"));
  private static final String NO_LOGS = "./deploy/compose/no-logs";
  private static final Pattern PINNED = Pattern.compile("[\\w./-]+:v?\\d+\\.\\d+\\.\\d+");
  private static final Pattern SETTING = Pattern.compile("(?m)^#?([A-Z_]+)=(.*)$");
  // A key that is misspelt is ignored or rejected, by version. These are known since Compose 2.20.
  private static final Set<String> KEYS =
      Set.of(
          ("build cap_add cap_drop command deploy entrypoint environment healthcheck image mem_limit"
                  + " pid pids_limit ports profiles read_only restart security_opt tmpfs user"
                  + " volumes")
              .split(" "));

  static List<Service> services() {
    return COMPOSE.services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void says_only_what_compose_knows(Service service) {
    Set<String> keys = fieldNames(service.json());
    keys.removeAll(KEYS);
    assertEquals(Set.of(), keys);
  }

  @ParameterizedTest
  @MethodSource("services")
  void is_pinned_to_a_version(Service service) {
    String image = service.json().path("image").asText();
    assertTrue(PINNED.matcher(image).matches(), image);
  }

  @ParameterizedTest
  @MethodSource("services")
  void is_confined(Service service) {
    assertTrue(service.json().path("read_only").asBoolean(), "can write to its image");
    assertEquals(List.of("ALL"), service.texts("cap_drop"));
    assertTrue(service.texts("security_opt").contains("no-new-privileges:true"));
    for (Mount mount : service.mounts()) {
      assertTrue(mount.isVolume() || mount.readOnly(), "can write to " + mount);
    }
    for (Port port : service.ports()) {
      assertTrue(port.outside().startsWith("127.0.0.1:"), "open to the network: " + port);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void mounts_only_what_is_there(Service service) {
    for (Mount mount : service.mounts()) {
      boolean there =
          mount.isVolume()
              ? COMPOSE.json.path("volumes").has(mount.source())
              : Files.exists(ComposeFile.ROOT.resolve(mount.source()));
      assertTrue(there, mount.toString());
    }
  }

  @Test
  void no_volume_is_forgotten() {
    Set<String> used = new HashSet<>();
    Stream.concat(services().stream(), OWN.services().stream())
        .flatMap(it -> it.mounts().stream())
        .filter(Mount::isVolume)
        .forEach(it -> used.add(it.source()));
    assertEquals(fieldNames(COMPOSE.json.path("volumes")), used);
  }

  @Test
  void there_is_one_of_everything_and_no_two_have_a_port() {
    List<String> names = services().stream().map(Service::name).toList();
    assertEquals(List.of("exporter", "trainer", "prometheus", "alertmanager", "grafana"), names);
    Set<Port> ports = new HashSet<>();
    services().forEach(it -> it.ports().forEach(port -> assertTrue(ports.add(port), "" + port)));
  }

  @Test
  void only_the_trainer_needs_a_profile_and_nothing_waits_for_another() {
    for (Service service : services()) {
      boolean isTrainer = service.name().equals("trainer");
      assertEquals(isTrainer ? List.of("trainer") : List.of(), service.texts("profiles"));
    }
  }

  @Test
  void with_nothing_set_it_is_the_demo_and_with_logs_it_is_not() {
    assertEquals(List.of("--demo", "/logs"), COMPOSE.service("exporter").texts("command"));
    assertEquals("", gpu(COMPOSE)); // as the demo has them
    assertEquals(List.of("--demo=false", "/logs"), OWN.service("exporter").texts("command"));
    assertEquals("off", gpu(OWN));
    assertEquals("/runs", OWN.service("exporter").mounts().get(0).source());
  }

  private static String gpu(ComposeFile file) {
    return file.service("exporter").json().at("/environment/TRAINING_EXPORTER_GPU").asText("");
  }

  @Test
  void what_is_seen_without_a_login_never_holds_what_was_collected_of_own_runs() {
    for (String name : List.of("prometheus", "grafana")) {
      assertNotEquals(
          volume(COMPOSE.service(name)), volume(OWN.service(name)), name + " mixes them");
    }
    assertEquals("", COMPOSE.service("grafana").json().at("/environment/OWN_RUNS").asText(""));
    assertEquals("yes", OWN.service("grafana").json().at("/environment/OWN_RUNS").asText(""));
  }

  private static List<String> volume(Service service) {
    return service.mounts().stream().filter(Mount::isVolume).map(Mount::source).toList();
  }

  @Test
  void links_follow_the_addresses() {
    ComposeFile moved =
        new ComposeFile(
            "../docker-compose.yml",
            Map.of("GRAFANA_ADDRESS", "127.0.0.1:3001", "EXPORTER_ADDRESS", "127.0.0.1:9500"));
    JsonNode links = moved.service("prometheus").json().path("environment");
    assertEquals("http://127.0.0.1:3001", links.path("GRAFANA_URL").asText());
    assertEquals("http://127.0.0.1:9500", links.path("EXPORTER_URL").asText());
    assertEquals(
        "http://127.0.0.1:3001",
        moved
            .service("exporter")
            .json()
            .at("/environment/TRAINING_EXPORTER_WEB_GRAFANA_URL")
            .asText());
    assertEquals("http://127.0.0.1:9500", moved.service("trainer").flag("--trainer.exporter-url"));
  }

  @Test
  void the_cards_are_added_by_a_file_that_overrides_the_exporter_alone() {
    ComposeFile cards = new ComposeFile("../deploy/compose/gpu.yml", Map.of("LOGS", "/runs"));
    assertEquals(List.of("exporter"), cards.services().stream().map(Service::name).toList());
    Service exporter = cards.service("exporter");
    assertEquals(List.of("--demo=false", "/runs"), exporter.texts("command"));
    assertEquals("/runs", exporter.mounts().get(0).target(), "the path that the training knows");
    assertTrue(exporter.mounts().get(0).readOnly());
    assertEquals("host", exporter.json().path("pid").asText());
    assertEquals("nvml", gpu(cards));
    Set<String> keys = fieldNames(exporter.json());
    keys.removeAll(KEYS);
    assertEquals(Set.of(), keys);
    assertTrue(
        PrometheusFiles.text("../.env.example")
            .contains("COMPOSE_FILE=docker-compose.yml:deploy/compose/gpu.yml"));
  }

  @Test
  void every_setting_is_explained() {
    Map<String, String> explained = settings("../.env.example");
    assertEquals("docker-compose.yml:deploy/compose/gpu.yml", explained.remove("COMPOSE_FILE"));
    assertEquals("/path/to/runs", explained.replace("LOGS", NO_LOGS));
    for (String name : List.of("GRAFANA", "PROMETHEUS", "ALERTMANAGER", "EXPORTER")) {
      assertEquals(
          explained.remove(name + "_URL").replaceFirst(".*:", ""),
          explained.get(name + "_ADDRESS").replaceFirst(".*:", ""));
      COMPOSE.variables.remove(name + "_URL");
    }
    assertEquals(COMPOSE.variables, explained);
    assertEquals(Map.of(), settings("../.env"));
  }

  private static Set<String> fieldNames(JsonNode json) {
    Set<String> names = new TreeSet<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Map<String, String> settings(String file) {
    Map<String, String> settings = new TreeMap<>();
    Matcher lines = SETTING.matcher(PrometheusFiles.text(file));
    while (lines.find()) {
      settings.put(lines.group(1), lines.group(2));
    }
    return settings;
  }
}
