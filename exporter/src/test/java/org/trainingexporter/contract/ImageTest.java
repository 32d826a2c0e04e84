package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * exporter/Dockerfile agrees with ./run, with what lies around it, and with who names its image.
 */
final class ImageTest {
  private static final Path ROOT = Path.of("..");
  private static final String HOME = "/opt/training-exporter/";
  private static final String IMAGE = PrometheusFiles.text("Dockerfile").replace("\\\n", " ");

  @Test
  void starts_the_jvm_with_the_options_of_run_and_an_aot_cache() throws IOException {
    assertTrue(PrometheusFiles.text("../run").contains("/exporter/jvm.options"));
    assertEquals(
        List.of(
            "/opt/java/openjdk/bin/java",
            "@" + HOME + "jvm.options",
            "-XX:AOTCache=" + HOME + "training-exporter.aot",
            "-jar",
            HOME + "training-exporter.jar"),
        entrypoint());
  }

  @Test
  void makes_its_cache_for_the_very_command() throws IOException {
    String made = instructions("RUN ./class-data.sh").get(0).replaceAll(" +", " ");
    List<String> entrypoint = entrypoint();
    String expected =
        String.join(
            " ",
            entrypoint.get(0),
            entrypoint.get(1).replace("@", ""),
            entrypoint.get(4),
            entrypoint.get(2).replace("-XX:AOTCache=", ""));
    assertTrue(made.startsWith(expected), made);
  }

  @Test
  void is_labelled_with_its_version_and_has_a_list_of_its_parts() {
    String labels = instructions("LABEL ").get(0);
    for (String name : List.of("title", "description", "version", "revision", "licenses")) {
      assertTrue(labels.contains("org.opencontainers.image." + name + "="), name);
    }
    Matcher version =
        Pattern.compile("<version>(\\d+\\.\\d+\\.\\d+)").matcher(PrometheusFiles.text("pom.xml"));
    assertTrue(version.find());
    assertTrue(labels.contains("version=\"" + version.group(1) + "\""), labels);
    assertTrue(instructions("COPY --from=build").stream().anyMatch(it -> it.contains(".cdx.json")));
  }

  @Test
  void copies_only_what_is_there_and_what_the_context_holds() throws IOException {
    List<String> allowed =
        PrometheusFiles.lines(ROOT.resolve(".dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();
    for (String copy : instructions("COPY ")) {
      if (copy.startsWith("--from=")) {
        continue;
      }
      List<String> words = List.of(copy.split(" "));
      for (String file : words.subList(0, words.size() - 1)) {
        assertTrue(Files.exists(ROOT.resolve(file)), file + " does not exist");
        assertTrue(allowed.stream().anyMatch(it -> matches(it, file)), file + " is ignored");
      }
    }
    assertTrue(Files.isExecutable(Path.of("class-data.sh")));
    assertTrue(Files.isExecutable(Path.of("healthy.sh")));
  }

  private static boolean matches(String pattern, String file) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(file));
  }

  @Test
  void is_pinned_and_not_root() throws IOException {
    for (String base : instructions("FROM ")) {
      assertTrue(
          base.matches("(--platform=\\$BUILDPLATFORM )?[a-z-]+:\\d+\\.\\d+\\.\\d+\\S*( AS \\w+)?"),
          base);
    }
    assertFalse(instructions("USER ").get(0).startsWith("0"));
    assertEquals(List.of("9409"), instructions("EXPOSE "));
    assertTrue(instructions("HEALTHCHECK ").get(0).contains("\"9409\""));
  }

  @Test
  void is_named_by_its_version_everywhere() throws IOException {
    Matcher version =
        Pattern.compile("<version>(\\d+\\.\\d+\\.\\d+)").matcher(PrometheusFiles.text("pom.xml"));
    assertTrue(version.find());
    String image = "training-exporter:" + version.group(1);
    List<String> named = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("deploy"))) {
      files.filter(Files::isRegularFile).forEach(it -> named.add(it.toString()));
    }
    named.addAll(List.of("../docker-compose.yml", "Dockerfile"));
    int found = 0;
    for (String file : named) {
      Matcher tag =
          Pattern.compile("training-exporter:\\d[\\w.-]*").matcher(PrometheusFiles.text(file));
      while (tag.find()) {
        assertEquals(image, tag.group(), file);
        found++;
      }
    }
    assertTrue(found >= 4, "named only " + found + " times");
  }

  private static List<String> entrypoint() throws IOException {
    JsonNode words = new ObjectMapper().readTree(instructions("ENTRYPOINT ").get(0));
    return PrometheusFiles.stream(words).map(JsonNode::asText).toList();
  }

  private static List<String> instructions(String name) {
    return IMAGE
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .toList();
  }
}
