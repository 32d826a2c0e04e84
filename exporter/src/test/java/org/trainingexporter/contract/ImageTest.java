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
  private static final Pattern RUN_JAVA = Pattern.compile("exec \"\\$JAVA_HOME/bin/java\" (.*)");

  @Test
  void starts_the_jvm_as_run_does() throws IOException {
    Matcher run = RUN_JAVA.matcher(PrometheusFiles.text("../run"));
    assertTrue(run.find());
    String command =
        run.group(1)
            .replace("$root/exporter/", HOME)
            .replace("$classes", HOME + "training-exporter.jsa")
            .replace("$jar", HOME + "training-exporter.jar")
            .replace("${JAVA_OPTS-} ", "")
            .replace("\"$@\"", "")
            .replace("\"", "");
    assertEquals(List.of(command.split(" ")), entrypoint().subList(1, entrypoint().size()));
  }

  @Test
  void makes_its_class_data_for_the_very_command() throws IOException {
    String made = instructions("RUN ./class-data.sh").get(0).replaceAll(" +", " ");
    List<String> entrypoint = entrypoint();
    String expected =
        String.join(
            " ",
            entrypoint.get(0),
            entrypoint.get(1).replace("@", ""),
            entrypoint.get(4),
            entrypoint.get(2).replace("-XX:SharedArchiveFile=", ""));
    assertTrue(made.startsWith(expected), made);
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
      assertTrue(base.matches("[a-z-]+:\\d+\\.\\d+\\.\\d+\\S*( AS \\w+)?"), base);
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
