package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.contract.ComposeFile.Mount;
import org.trainingexporter.contract.ComposeFile.Port;
import org.trainingexporter.contract.ComposeFile.Service;

/** docker-compose.yml by itself: what starts, how it is confined, what the user can set. */
final class ComposeTest {
  private static final ComposeFile COMPOSE = new ComposeFile();
  private static final String NO_LOGS = "/set-LOGS-to-the-directory-of-your-runs";
  private static final Pattern PINNED = Pattern.compile("[\\w./-]+:v?\\d+\\.\\d+\\.\\d+");
  private static final Pattern SETTING = Pattern.compile("(?m)^#?([A-Z_]+)=(.*)$");
  // A key that is misspelt is ignored or rejected, by version. These are known since Compose 2.20.
  private static final Set<String> KEYS =
      Set.of(
          ("build cap_add cap_drop command depends_on deploy environment healthcheck image mem_limit"
                  + " networks pid pids_limit ports profiles read_only restart security_opt tmpfs"
                  + " user volumes")
              .split(" "));

  static List<Service> services() {
    return COMPOSE.services();
  }

  static Set<String> profiles() {
    return COMPOSE.profiles();
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
              : mount.source().equals(NO_LOGS)
                  || Files.exists(ComposeFile.ROOT.resolve(mount.source()));
      assertTrue(there, mount.toString());
    }
  }

  @Test
  void no_volume_is_forgotten() {
    Set<String> used = new HashSet<>();
    services().stream()
        .flatMap(it -> it.mounts().stream())
        .filter(Mount::isVolume)
        .forEach(it -> used.add(it.source()));
    assertEquals(fieldNames(COMPOSE.json.path("volumes")), used);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void starts_one_exporter_and_one_grafana(String profile) {
    List<Service> started = COMPOSE.startedBy(profile);
    List<Service> exporters = started.stream().filter(Service::isExporter).toList();
    assertEquals(1, exporters.size(), exporters.toString());
    JsonNode aliases = exporters.get(0).json().at("/networks/default/aliases");
    assertEquals("[\"exporter\"]", aliases.toString());
    assertEquals(1, started.stream().filter(it -> it.name().startsWith("grafana")).count());
    Set<Port> ports = new HashSet<>();
    started.forEach(it -> it.ports().forEach(port -> assertTrue(ports.add(port), "twice " + port)));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void waits_only_for_what_starts_with_it(String profile) {
    List<Service> started = COMPOSE.startedBy(profile);
    Set<String> names = new HashSet<>();
    started.forEach(it -> names.add(it.name()));
    for (Service service : started) {
      for (String awaited : fieldNames(service.json().path("depends_on"))) {
        assertTrue(names.contains(awaited), service + " waits for " + awaited);
        JsonNode condition = service.json().path("depends_on").path(awaited).path("condition");
        assertEquals("service_healthy", condition.asText());
        assertTrue(
            COMPOSE.service(awaited).json().has("healthcheck"), awaited + " is never healthy");
      }
    }
  }

  @Test
  void only_the_demo_is_seen_without_a_login() {
    Set<String> open = new HashSet<>();
    services().stream()
        .filter(it -> it.json().at("/environment/GF_AUTH_ANONYMOUS_ENABLED").asBoolean())
        .forEach(it -> open.addAll(it.texts("profiles")));
    assertEquals(Set.of("demo"), open);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "trainer"})
  void what_brings_its_own_runs_needs_no_logs(String profile) {
    for (Service service : COMPOSE.startedBy(profile)) {
      assertTrue(!service.json().toString().contains(NO_LOGS), service + " needs LOGS");
    }
  }

  @Test
  void the_logs_are_the_profile_that_needs_no_name() {
    assertEquals("logs", settings("../.env").get("COMPOSE_PROFILES"));
    assertTrue(profiles().contains("logs"));
  }

  @Test
  void every_setting_is_explained() {
    Map<String, String> explained = settings("../.env.example");
    assertEquals("logs", explained.remove("COMPOSE_PROFILES"));
    assertEquals("/path/to/runs", explained.replace("LOGS", NO_LOGS));
    assertEquals(COMPOSE.variables, explained);
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
